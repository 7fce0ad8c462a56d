"""The article's elements as lines: one for each block and after each line break."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import Tag
from bs4.element import NavigableString

from casebase.document import Line
from casebase.extract.html.body import BLOCKS, BREAK
from casebase.extract.html.grid import table_of
from casebase.extract.html.lists import labels

_SPACE_IN_SOURCE = re.compile(r"[^\S\u3000\xa0]+")
_WHITE = re.compile(r"[ \t\r\f\v]+")
_LATIN = re.compile(r"[!-~]")
_EDGES = " \t\r\n\xa0\u3000\u200b"
_AS_BLOCK = re.compile(
    r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE
)
_AS_TEXT = re.compile(r"display\s*:\s*inline\s*(?:;|!|$)", re.IGNORECASE)


def lines_of(bodies: Iterable[Tag]) -> list[Line]:
    """The lines of elements; tables of data become rows, tables for layout do not."""
    lines: list[Line] = []
    for body in bodies:
        writer = _Writer(keep_breaks=body.find([*BLOCKS, "br"]) is None)
        if body.name == "table":
            writer.add(body)
        else:
            writer.walk(body)
        writer.flush()
        lines += writer.lines
    return lines


class _Writer:
    """Collects inline text until a block or a line break ends the line."""

    def __init__(self, *, keep_breaks: bool) -> None:
        self.lines: list[Line] = []
        self._texts: list[str] = []
        self._level = 0
        self._label = ""  # the number of a list's item, before its first text
        self._keep_breaks = keep_breaks

    def walk(self, tag: Tag) -> None:
        """Adds the contents of `tag`."""
        numbers = labels(tag)
        for child in tag.children:
            if isinstance(child, NavigableString):
                self._add(str(child), verbatim=self._keep_breaks or tag.name == "pre")
            elif isinstance(child, Tag):
                self._label = numbers.get(id(child), self._label)
                self.add(child)

    def flush(self) -> None:
        """Ends the line."""
        text = _joined("".join(self._texts)).strip(_EDGES)
        if text:
            self.lines.append(Line(self._label + text, level=self._level))
            self._label = ""
        self._texts = []

    def _add(self, text: str, *, verbatim: bool) -> None:
        parts = re.split(f"[\n{BREAK}]", text) if verbatim else text.split(BREAK)
        for at, line in enumerate(parts):
            if at:
                self.flush()
            self._texts.append(line)

    def add(self, tag: Tag) -> None:
        """Adds an element."""
        if tag.name in {"head", "title"}:
            return
        if tag.name in {"br", "hr"}:
            self.flush()
        elif tag.name == "table":
            self._table(tag)
        elif _is_block(tag):
            self._block(tag)
        else:
            self.walk(tag)

    def _table(self, tag: Tag) -> None:
        table = table_of(tag, _text)
        if table is None:
            self._block(tag)
            return
        self.flush()
        caption = tag.find("caption")
        if isinstance(caption, Tag):
            self._block(caption)
        self.lines.append(table)

    def _block(self, tag: Tag) -> None:
        self.flush()
        outer = self._level
        self._level = _level(tag) or outer
        self.walk(tag)
        self.flush()
        self._level = outer
        if tag.name == "li":
            self._label = ""


def _is_block(tag: Tag) -> bool:
    """Whether it stands on lines of its own: by its name, or by its style."""
    style = str(tag.get("style") or "")
    if tag.name in BLOCKS:
        return not (style and _AS_TEXT.search(style))
    return bool(style) and _AS_BLOCK.search(style) is not None


def _level(tag: Tag) -> int:
    if re.fullmatch("h[1-6]", tag.name):
        return int(tag.name[1])
    stated = str(tag.get("aria-level") or "") if tag.get("role") == "heading" else ""
    return int(stated) if re.fullmatch("[1-9]", stated) else 0


def _joined(text: str) -> str:
    """`text` as a browser shows it: a break in the source is a space between words."""

    def space(match: re.Match[str]) -> str:
        start, end = match.span()
        if "\n" not in match[0]:
            return match[0]
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        both = _LATIN.match(before) and _LATIN.match(after)
        return " " if both else ""

    return _WHITE.sub(" ", _SPACE_IN_SOURCE.sub(space, text))


def _text(cell: Tag) -> str:
    return " ".join(line.text for line in lines_of([cell]))
