"""The article's elements as lines: one for each block and after each line break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import NavigableString

from casebase.document import Line, Row
from casebase.extract.html.body import BLOCKS

_SPACE_IN_SOURCE = re.compile(r"[^\S\u3000\xa0]+")
_WHITE = re.compile(r"[ \t\r\f\v]+")
_LATIN = re.compile(r"[!-~]")
_LONG_CELL = 300  # characters: a cell with more is a column of the page's layout
_EDGES = " \t\r\n\xa0\u3000\u200b"


def lines_of(body: Tag) -> list[Line]:
    """The lines of an element; tables of data become rows, tables for layout do not."""
    writer = _Writer(keep_breaks=body.find([*BLOCKS, "br"]) is None)
    writer.walk(body)
    writer.flush()
    return writer.lines


class _Writer:
    """Collects inline text until a block or a line break ends the line."""

    def __init__(self, *, keep_breaks: bool) -> None:
        self.lines: list[Line] = []
        self._texts: list[str] = []
        self._level = 0
        self._keep_breaks = keep_breaks

    def walk(self, tag: Tag) -> None:
        """Adds the contents of `tag`."""
        for child in tag.children:
            if isinstance(child, NavigableString):
                self._add(str(child), verbatim=self._keep_breaks or tag.name == "pre")
            elif isinstance(child, Tag):
                self._element(child)

    def flush(self) -> None:
        """Ends the line."""
        text = _joined("".join(self._texts)).strip(_EDGES)
        if text:
            self.lines.append(Line(text, level=self._level))
        self._texts = []

    def _add(self, text: str, *, verbatim: bool) -> None:
        if not verbatim:
            self._texts.append(text)
            return
        for at, line in enumerate(text.split("\n")):
            if at:
                self.flush()
            self._texts.append(line)

    def _element(self, tag: Tag) -> None:
        if tag.name in {"br", "hr"}:
            self.flush()
        elif tag.name == "table" and is_data(tag):
            self.flush()
            self.lines.append(Line("", rows=_rows(tag)))
        elif tag.name in BLOCKS:
            self._block(tag)
        else:
            self.walk(tag)

    def _block(self, tag: Tag) -> None:
        self.flush()
        outer = self._level
        self._level = _level(tag) or outer
        self.walk(tag)
        self.flush()
        self._level = outer


def _level(tag: Tag) -> int:
    return int(tag.name[1]) if re.fullmatch("h[1-6]", tag.name) else 0


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


def is_data(table: Tag) -> bool:
    """Whether a table holds data, rather than laying out the page."""
    if table.find("table") is not None or table.get("role") == "presentation":
        return False
    rows = _rows(table)
    if len(rows) < 2 or max(map(len, rows)) < 2:  # noqa: PLR2004  a table is 2 by 2
        return False
    return max(len(cell) for row in rows for cell in row) <= _LONG_CELL


def _rows(table: Tag) -> tuple[Row, ...]:
    rows = (
        tuple(_cell(cell) for cell in _outermost(row, {"td", "th"}))
        for row in _outermost(table, {"tr"})
    )
    return tuple(row for row in rows if any(row))


def _outermost(tag: Tag, names: set[str]) -> Iterator[Tag]:
    """The elements below `tag` with a name, none within another: no text twice."""
    waiting = [tag]
    while waiting:
        found = waiting.pop()
        if found is not tag and found.name in names:
            yield found
        else:
            inside = (child for child in found.contents if isinstance(child, Tag))
            waiting.extend(reversed(list(inside)))


def _cell(cell: Tag) -> str:
    return " ".join(line.text for line in lines_of(cell))
