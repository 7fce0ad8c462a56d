"""Tables of a page: whether they hold data, and their cells in rows and columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from operator import itemgetter

from bs4 import Tag

from casebase.document import Line

Say = Callable[[Tag], str]  # the text of a cell

_LONG_CELL = 300  # characters: a cell with more is a column of the page's layout
_MOST_SPAN = 30  # columns or rows that a cell may reach over
_MOST_COLUMNS = 100


def table_of(table: Tag, say: Say) -> Line | None:
    """The rows of a table of data; None for one that lays out the page."""
    if table.find("table") is not None or table.get("role") == "presentation":
        return None
    rows = [(_is_head(row), line) for row, line in _grid(table, say) if any(line)]
    if not _is_data([line for _, line in rows]):
        return None
    width = min(max(_used(line) for _, line in rows), _MOST_COLUMNS)
    cells = tuple(
        tuple((line + [""] * (width - len(line)))[: max(width, _used(line))])
        for _, line in rows
    )
    return Line("", rows=cells, header=len(list(takewhile(itemgetter(0), rows))))


def _is_data(rows: list[list[str]]) -> bool:
    if len(rows) < 2 or max(map(_used, rows)) < 2:  # noqa: PLR2004  a table is 2 by 2
        return False
    if sum(sum(map(bool, row)) > 1 for row in rows) * 2 < len(rows):
        return False  # a frame: most rows hold one thing
    return max(len(cell) for row in rows for cell in row) <= _LONG_CELL


def _grid(table: Tag, say: Say) -> Iterator[tuple[Tag, list[str]]]:
    """The text of the cells, row by row; those that a cell reaches over are empty."""
    taken: dict[int, int] = {}  # by column, the rows still covered from above
    for row in _outermost(table, {"tr"}):
        line: list[str] = []
        for cell in _outermost(row, {"td", "th"}):
            _skip_taken(line, taken)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            wide = wide if len(line) < _MOST_COLUMNS else 1
            if high > 1:
                columns = range(len(line), len(line) + wide)
                taken.update((column, high) for column in columns)
            line += [say(cell), *[""] * (wide - 1)]
        _skip_taken(line, taken)
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        yield row, line


def _is_head(row: Tag) -> bool:
    """Whether a row is of the table's head: in `thead`, or of `th` alone."""
    if row.parent is not None and row.parent.name == "thead":
        return True
    return all(cell.name == "th" for cell in _outermost(row, {"td", "th"}))


def _used(row: list[str]) -> int:
    return max((at for at, cell in enumerate(row, 1) if cell), default=0)


def _skip_taken(line: list[str], taken: dict[int, int]) -> None:
    while taken.get(len(line), 0) and len(line) < _MOST_COLUMNS:
        line.append("")


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "").strip()
    return min(int(text), _MOST_SPAN) if re.fullmatch("[1-9][0-9]{0,4}", text) else 1


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
