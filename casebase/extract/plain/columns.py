"""Tables pasted into a text: lines whose cells stand between tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from casebase.document import Line, Row
from casebase.text.numbering import case_label, mark_of

_PAGE = re.compile("[0-9]{1,4}")
_FEWEST_ROWS = 2
_LONGEST_CELL = 120  # characters


def with_tables(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of a table made one.

    Rows of a table have the same number of tabs and stand without empty lines between
    them. A tab at the beginning of a line is an indent.
    """
    found: list[Line] = []
    for (tabs, _), run in groupby(_keyed(lines), key=lambda pair: pair[0]):
        group = [line for _, line in run]
        rows = tuple(_cells(line.text) for line in group)
        if tabs and len(group) >= _FEWEST_ROWS and not _is_contents(rows):
            found.append(Line("", gap=group[0].gap, rows=rows))
        else:
            found += group
    return tuple(found)


def _is_contents(rows: Sequence[Row]) -> bool:
    """Whether they are headings and their pages: a contents list is no table."""
    pages = [int(row[-1]) for row in rows if _PAGE.fullmatch(row[-1])]
    named = sum(bool(mark_of(row[0]) or case_label(row[0])) for row in rows)
    return len(pages) == len(rows) <= 2 * named and pages == sorted(pages)


def _keyed(lines: Sequence[Line]) -> list[tuple[tuple[int, int], Line]]:
    """Each line with its tabs, and how many gaps stand above it."""
    gaps = 0
    keyed = []
    for line in lines:
        gaps += line.gap
        keyed.append(((_tabs(line.text), gaps), line))
    return keyed


def _tabs(text: str) -> int:
    """How many tabs divide the cells of a row; none where the line is no row."""
    cells = _cells(text)
    is_row = text[:1] != "\t" and sum(map(bool, cells)) > 1
    return len(cells) - 1 if is_row and max(map(len, cells)) <= _LONGEST_CELL else 0


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.split("\t"))
