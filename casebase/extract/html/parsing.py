"""Markup to a tree of bounded depth, and parts taken out of it, in linear time."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag
from typing_extensions import override

from casebase.extract.html.body import BLOCKS

_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
DEPTH = 200  # levels: pages have a few dozen; tags that nobody closed nest for ever


def parse(text: str) -> BeautifulSoup:
    """The tree of a page; what stands deeper than `DEPTH` stands on the last level.

    Raises:
        ParserRejectedMarkup: The markup cannot be parsed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of XHTML read as HTML, which is right
        return _Shallow(text, "lxml")


class _Shallow(BeautifulSoup):
    """A tree that leaves out elements nested too deep, but not their text and lines."""

    _is_open: list[bool]  # of every element begun, whether it stands in the tree

    @override
    def reset(self) -> None:
        self._is_open = []
        super().reset()

    @override
    def handle_starttag(self, name: str, *args: Any, **kwargs: Any) -> Tag | None:
        is_shallow = name in _EMPTY or len(self.tagStack) <= DEPTH
        self._is_open.append(is_shallow)
        if is_shallow:
            return super().handle_starttag(name, *args, **kwargs)
        self._break_line(name)
        return None

    @override
    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        if self._is_open.pop():
            super().handle_endtag(name, nsprefix)
        else:
            self._break_line(name)

    def _break_line(self, name: str) -> None:
        if name in BLOCKS:
            super().handle_starttag("br", None, None, {})
            super().handle_endtag("br")


def remove(nodes: Iterable[PageElement]) -> None:
    """Takes `nodes` out of their tree.

    All of one parent go at once: the library looks for a node among its siblings to
    take it out, which is quadratic for a parent of thousands.
    """
    gone = {id(node): node for node in nodes}
    parents = {id(node.parent): node.parent for node in gone.values() if node.parent}
    for parent in parents.values():
        kept = [child for child in parent.contents if id(child) not in gone]
        parent.clear()
        parent.extend(kept)
