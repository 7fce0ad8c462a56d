"""Markup to a tree of bounded depth and size, and parts taken out of it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from typing_extensions import override

from casebase.errors import UnreadableFileError
from casebase.extract.html.body import BLOCKS, BREAK

_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_CODE = ("script", "style", "noscript")
DEPTH = 200  # levels: pages have a few dozen; tags that nobody closed nest for ever
ELEMENTS = 50_000  # a tree of them takes some 100 MB; a long book has 30,000
ATTRIBUTES = 400_000  # that are kept; what tells a body stands near the beginning
MARKUP = 600_000  # tags: no page that a browser can show has so many

_KEPT_COMMENT = "enpproperty"  # in which digital newspapers say what the article is
_PICTURE = re.compile(r"data:image/[^\s\"'<>)]*+")


def parse(text: str) -> BeautifulSoup:
    """The tree of a page.

    What stands deeper than `DEPTH` stands on the last level, and what comes after
    `ELEMENTS` elements is text without elements; `BREAK` is where its lines end.

    Raises:
        ParserRejectedMarkup: The markup cannot be parsed.
        UnreadableFileError: There is an absurd amount of it.
    """
    text = _PICTURE.sub("", _without_comments(text))
    if text.count("<") > MARKUP:
        raise UnreadableFileError(
            "网页的代码多得不正常，没有读取。",
            "请用浏览器打开，把正文另存为文本后重新放入。",
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of XHTML read as HTML, which is right
        return _Bounded(text, "lxml")


def _without_comments(text: str) -> str:
    """`text` without its comments, which may be a million; an unclosed one stays."""
    kept: list[str] = []
    done = at = 0
    while (at := text.find("<!--", at)) >= 0:
        end = text.find("-->", at + 2) + len("-->")
        if end < at:
            break
        if _KEPT_COMMENT not in text[at : at + 40]:
            kept.append(text[done:at])
            done = end
        at = end
    return "".join((*kept, text[done:]))


class _Bounded(BeautifulSoup):
    """A tree that leaves out elements beyond its bounds, but not their lines."""

    _is_open: list[bool]  # of every element begun, whether it stands in the tree
    _count: int
    _attributes: int

    @override
    def reset(self) -> None:
        self._is_open = []
        self._count = self._attributes = 0
        super().reset()

    @override
    def handle_starttag(
        self,
        name: str,
        namespace: str | None,
        nsprefix: str | None,
        attrs: Any,
        *args: Any,
        **kwargs: Any,
    ) -> Tag | None:
        self._count += 1
        self._attributes += len(attrs)
        kept = attrs if self._attributes <= ATTRIBUTES else type(attrs)()
        fits = self._count <= ELEMENTS or name in _CODE
        fits = fits and (name in _EMPTY or len(self.tagStack) <= DEPTH)
        self._is_open.append(fits)
        if fits:
            known = name, namespace, nsprefix, kept
            return super().handle_starttag(*known, *args, **kwargs)
        self._break_line(name)
        return None

    @override
    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        if self._is_open.pop():
            super().handle_endtag(name, nsprefix)
        else:
            self._break_line(name)

    @override
    def endData(self, containerClass: type[NavigableString] | None = None) -> None:
        """Ends a text, unless the element that ends is left out, which needs no own."""
        if not self._is_open or self._is_open[-1]:
            super().endData(containerClass)
        elif containerClass is not None and self.current_data:
            self.current_data.pop()  # a comment

    def _break_line(self, name: str) -> None:
        broken = self.current_data and self.current_data[-1] == BREAK
        if name in BLOCKS and not broken:
            self.handle_data(BREAK)


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
