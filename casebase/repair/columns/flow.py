"""Whether text that stands above and below a white band runs down its columns past it.

A picture, a table or a caption over several columns may end a passage, whose columns
are then read before what is below, or text may run past it down every column. Sentences
tell: one that breaks off goes on in a line that is not indented.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from casebase.repair.columns.evidence import (
    ALIKE,
    Edges,
    edges_of,
    is_full,
    is_labelled,
    is_open,
)
from casebase.repair.columns.rows import Row

WHITE = 1.5  # type sizes: a lower white is no band
INDENT = 1.2  # type sizes
SURE = 0.5  # by so much the unusual reading must be the better one


def white_bands(columns: Iterable[Sequence[Row]], size: float) -> list[float]:
    """The heights at which no column has anything, between what is above and below."""
    areas = sorted((row.area.top, row.area.bottom) for rows in columns for row in rows)
    found: list[float] = []
    end = areas[0][0] if areas else 0.0
    for top, bottom in areas:
        if top - end >= WHITE * size:
            found.append((top + end) / 2)
        end = max(end, bottom)
    return found


def runs_past(columns: Sequence[Sequence[Row]], height: float, *, usual: bool) -> bool:
    """Whether the text runs down its columns past a band at that height.

    Args:
        columns: Their rows, from left to right.
        height: Of the band.
        usual: Whether it is taken to do so unless its sentences say otherwise.
    """
    edges = [edges_of(rows) for rows in columns if rows]
    halves = [
        (
            [row for row in rows if row.area.middle < height],
            [row for row in rows if row.area.middle >= height],
        )
        for rows in columns
        if rows
    ]
    numbered = list(range(len(halves)))
    down = [(number, part) for number in numbered for part in (0, 1)]
    across = [(number, part) for part in (0, 1) for number in numbered]
    scores = [
        sum(
            _joint(halves[n][p][-1], halves[m][q][0], edges[n], edges[m])
            for (n, p), (m, q) in pairwise([(n, p) for n, p in order if halves[n][p]])
        )
        for order in (down, across)
    ]
    better = scores[0] - scores[1]
    return better > -SURE if usual else better > SURE


def _joint(row: Row, following: Row, edges: Edges, others: Edges) -> float:
    """How well a row is followed by another, which may begin another column."""
    alike = abs(row.size - following.size) <= ALIKE * max(row.size, following.size)
    inset = following.area.left - others.left >= INDENT * following.size
    begins = inset or not alike or is_labelled(following.text)
    if is_full(row, edges) and is_open(row.text):
        return -1.0 if begins else 1.0
    return 0.5 if begins else -0.5
