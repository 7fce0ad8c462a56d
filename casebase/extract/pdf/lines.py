"""Rows to lines: the indents that begin paragraphs, and the gaps between lines."""

from __future__ import annotations

import re
from itertools import pairwise

from casebase.document import Line
from casebase.extract.pdf.rows import Row

INDENT = "　　"

_EM = (1.5, 2.6)  # type sizes: an indent of two characters, with some play
_NEAR = 10  # rows around in which the left edge of the column is looked for
_SAME_SIZE = 0.1
_SAME_EDGE = 0.3
_GAP = 1.45  # times the ordinary distance between rows
_FAR = 3  # type sizes: a larger step is no distance between rows
_ENDING = re.compile(r"[。！？；：…”」』）)!?;:.]\s*$")
_FULL = 0.85  # of the longest row: a row at least so long runs on


def lines_of(rows: list[Row]) -> tuple[Line, ...]:
    """The lines of a page; an indent of two characters is written as two spaces."""
    pitch = _pitch(rows)
    indented = _indented(rows)
    return tuple(
        Line(
            (INDENT if at in indented else "") + row.text,
            gap=at > 0 and _is_gap(rows[at - 1], row, pitch),
        )
        for at, row in enumerate(rows)
    )


def _pitch(rows: list[Row]) -> float:
    """The ordinary distance between base lines, 0 where there is none."""
    steps = sorted(
        above.y - below.y
        for above, below in pairwise(rows)
        if _SAME_SIZE * below.size < above.y - below.y < _FAR * below.size
    )
    return steps[len(steps) // 2] if steps else 0.0


def _is_gap(above: Row, below: Row, pitch: float) -> bool:
    return bool(pitch) and above.y - below.y > _GAP * pitch


def _indented(rows: list[Row]) -> set[int]:
    """Which rows begin a paragraph by an indent of two characters.

    The continuation of a hanging item is indented too: it follows a row that runs on.
    """
    found: set[int] = set()
    for at, row in enumerate(rows):
        after_indent = at - 1 in found and _same_edge(rows[at - 1], row)
        if _stands_in(rows, at) and (after_indent or not _continues(rows, at)):
            found.add(at)
    return found


def _same_edge(row: Row, other: Row) -> bool:
    return abs(row.x - other.x) < _SAME_EDGE * row.size


def _same_type(row: Row, other: Row) -> bool:
    return bool(row.size) and abs(row.size - other.size) <= _SAME_SIZE * row.size


def _stands_in(rows: list[Row], at: int) -> bool:
    """Whether at least two rows near by begin two characters to the left."""
    row = rows[at]
    low, high = (ems * row.size for ems in _EM)
    around = rows[max(0, at - _NEAR) : at] + rows[at + 1 : at + 1 + _NEAR]
    left = [r for r in around if _same_type(row, r) and low <= row.x - r.x <= high]
    return any(sum(_same_edge(one, other) for other in left) > 1 for one in left)


def _continues(rows: list[Row], at: int) -> bool:
    """Whether the row before runs on into this one."""
    if at == 0:
        return False
    before, row = rows[at - 1], rows[at]
    if before.y < row.y or not _same_type(before, row):
        return False
    longest = max(len(other.text) for other in rows[max(0, at - _NEAR) : at])
    return len(before.text) >= _FULL * longest and not _ENDING.search(before.text)
