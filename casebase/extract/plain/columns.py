"""Tables pasted into a text: lines whose cells stand between tabs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from casebase.document import Line

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
        if tabs and len(group) >= _FEWEST_ROWS:
            rows = tuple(_cells(line.text) for line in group)
            found.append(Line("", gap=group[0].gap, rows=rows))
        else:
            found += group
    return tuple(found)


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
