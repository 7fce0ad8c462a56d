"""The rows of a part as lines: which are indented, which stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low

from casebase.document import Line
from casebase.place import Box
from casebase.repair.columns.asides import asides
from casebase.repair.columns.evidence import (
    ALIKE,
    Edges,
    edges_of,
    is_full,
    is_open,
)
from casebase.repair.columns.order import Part
from casebase.repair.columns.pieces import Area
from casebase.repair.columns.rows import Row
from casebase.text.numbering import mark_of

INDENT = "　　"
LEAST, MOST = 1.2, 5.2  # type sizes: how far a paragraph's first line is indented
CENTRED = 1.2  # type sizes: the difference of the whites beside a centred line
FAR = 2.7  # type sizes: nearer to the edge a line is indented, not centred
SAME = 0.5  # type sizes: left edges no farther apart are one
GAP = 1.45  # times the usual step from row to row
CELL = 2.0  # type sizes: a gap between cells
CELLS = 2  # such gaps in a row of cells
OWN = 3  # rows that show that a passage has narrower edges of its own
NARROWER = 1.0  # type sizes
LARGER = 1.08  # times the body's size: a headline's type

_SIGN = re.compile("[，。；：、“”]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page that lines stand on, in points.

    Attributes:
        width: Of the page.
        height: Of the page.
        body: The size of its body type.
        level: The lines drawn on it from left to right.
    """

    width: float
    height: float
    body: float
    level: tuple[Area, ...] = ()


def lines_of(part: Part, sheet: Sheet) -> Iterator[Line]:
    """The rows of a part as lines; an empty line stands for each frame.

    Their text begins with two spaces where they are indented as the first line of a
    paragraph is.
    """
    rows = part.rows
    pitch = _pitch(rows)
    gaps = [False, *(_is_gap(one, two, pitch) for one, two in pairwise(rows))]
    beside = asides(part, gaps, sheet.body, sheet.level)
    insets = _Insets(sheet.body)
    for at, (row, edges) in enumerate(zip(rows, _edges(part, gaps), strict=True)):
        first = at == 0
        inset = insets.of(row, edges, fresh=first or gaps[at])
        line = _line(row, edges, sheet)
        yield replace(
            line,
            text=(INDENT if inset else "") + line.text,
            gap=gaps[at] or (first and not part.turn),
            turn=first and part.turn,
            aside=at in beside,
        )


def _line(row: Row, edges: Edges, sheet: Sheet) -> Line:
    lines = [piece.line for piece in row.pieces if piece.line]
    if not row.pieces[0].is_type:
        return lines[0] if lines else Line("")
    ruled = edges.ruled > 1
    return replace(
        lines[0],
        text=row.text.strip(),
        box=_box(row, sheet),
        size=row.size,
        recognised=any(line.recognised for line in lines),
        measure=(edges.right - edges.left) / row.size if ruled else 0.0,
        reach=(_end(row) - edges.left) / row.size if ruled else 0.0,
    )


def _end(row: Row) -> float:
    """Where the row ends; of a row of cells, where its first cell does."""
    wide = [
        one
        for one, two in pairwise(row.pieces)
        if two.area.left - one.area.right >= CELL * row.size
    ]
    cells = len(wide) >= CELLS and not _SIGN.search(row.text)
    return wide[0].area.right if cells else row.area.right


def _box(row: Row, sheet: Sheet) -> Box:
    area = row.area
    return Box(
        area.left / sheet.width,
        area.top / sheet.height,
        area.right / sheet.width,
        area.bottom / sheet.height,
    )


def _pitch(rows: Sequence[Row]) -> float:
    """The usual step from row to row, in type sizes; 0 where there is none."""
    steps = [_step(one, two) for one, two in pairwise(rows) if _is_type(one, two)]
    near = [step for step in steps if 0 < step < 3]  # noqa: PLR2004 - lines apart
    return median_low(near) if near else 0.0


def _step(one: Row, two: Row) -> float:
    return (two.area.middle - one.area.middle) / max(one.size, two.size)


def _is_type(one: Row, two: Row) -> bool:
    return bool(one.text and two.text)


def _is_gap(one: Row, two: Row, pitch: float) -> bool:
    return _is_type(one, two) and 0 < GAP * pitch < _step(one, two)


def _edges(part: Part, gaps: Sequence[bool]) -> Iterator[Edges]:
    """Of each row the edges it was set to: its column's, or its passage's own."""
    start = 0
    rows = part.rows
    for at in range(1, len(rows) + 1):
        if at < len(rows) and not gaps[at] and _alike(rows[at - 1], rows[at]):
            continue
        passage = rows[start:at]
        edges = _own(passage, part.edges)
        yield from (edges for _ in passage)
        start = at


def _alike(one: Row, two: Row) -> bool:
    return abs(one.size - two.size) <= ALIKE * max(one.size, two.size)


def _own(rows: Sequence[Row], column: Edges) -> Edges:
    """The edges of a passage: its own if it is set narrower than its column."""
    size = rows[0].size
    own = edges_of(rows)
    right = column.right
    if column.ruled < 2 or right - own.right > NARROWER * size:  # noqa: PLR2004 - rows
        if own.ruled >= OWN and len(rows) > OWN:
            right = own.right
        elif column.ruled < 2:  # noqa: PLR2004 - rows
            return Edges(min(own.left, column.left), own.right, own.ruled)
    if right == column.right:
        return column
    left = own.left if own.left - column.left > NARROWER * size else column.left
    return Edges(left, right, own.ruled)


class _Insets:
    """Tells which rows begin a paragraph by their indent, one row after the other.

    The further lines of a hanging item are indented too: they go on with a full line.
    """

    def __init__(self, body: float) -> None:
        self._body = body
        self._before: Row | None = None
        self._begun = 0.0  # where the paragraph's first line begins
        self._goes_on: float | None = None  # where its further lines do

    def of(self, row: Row, edges: Edges, *, fresh: bool) -> bool:
        """Whether the row is indented as a paragraph's first line.

        Args:
            row: The row below the one that was asked for last.
            edges: Of its column.
            fresh: Whether nothing stands above, or nothing near.
        """
        before, self._before = self._before, row
        same = before is not None and not fresh and _alike(before, row)
        if same and before and is_full(before, edges) and self._continues(before, row):
            self._goes_on = row.area.left
            return False
        self._begun, self._goes_on = row.area.left, None
        return self._is_indented(row, edges)

    def _continues(self, before: Row, row: Row) -> bool:
        left, play = row.area.left, SAME * row.size
        if self._goes_on is not None:
            return abs(left - self._goes_on) <= play
        if left < self._begun - play:
            return True
        hangs = left > self._begun + play and mark_of(before.text) is not None
        return is_open(before.text) and (hangs or abs(left - self._begun) <= play)

    def _is_indented(self, row: Row, edges: Edges) -> bool:
        inset = (row.area.left - edges.left) / row.size
        white = (edges.right - row.area.right) / row.size
        large = row.size > LARGER * self._body
        centred = abs(inset - white) <= CENTRED and (inset > FAR or large)
        return LEAST <= inset <= MOST and not centred
