"""Whether text beside text is set in columns, or in the cells of one row.

Columns are told by what reading across them would do: it would tear sentences. A row
of type that fills its column and breaks off inside a sentence goes on in the row below
it; when something beside stands between the two, reading row by row tears them. Names,
cells and numbered items beside each other are not torn, however well they align.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from casebase.repair.columns.rows import Row
from casebase.text.numbering import case_label, mark_of
from casebase.text.typesetting import ends_sentence

SUPPORT = 0.6  # type sizes: edges no farther apart are one
FULL = 1.6  # type sizes: a full row ends no farther from the edge of its column
OVERHANG = 1.2  # type sizes: so far signs hang over an edge
MORE = 2  # times as many rows share the edge itself
NARROWEST = 4.5  # type sizes: a column of text is no narrower
STEP = 2.6  # type sizes: rows farther apart do not follow each other
ALIKE = 0.12  # sizes that differ less are one
PROSE = 0.2  # of the rows that run on: so many have a sign within
LEVEL = 0.3  # type sizes
INDENT = 1.2  # type sizes
HANGING = 0.5  # type sizes

_SIGN = re.compile(r"[，。；：？！]|[,;.] ")
_LEADERS = re.compile(r"[.．·•…‥]{4,}|(?:[.·…] ){4,}")


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the rows of a column begin and end, in points.

    Attributes:
        left: The leftmost edge that several rows share.
        right: The rightmost such edge.
        ruled: How many rows end at the right edge; with one alone it is a guess.
    """

    left: float
    right: float
    ruled: int


def edges_of(rows: Sequence[Row]) -> Edges:
    """The edges of a column; there must be a row."""
    lefts = sorted((row.area.left, row.size) for row in rows)
    rights = sorted((-row.area.right, row.size) for row in rows)
    left, _ = _shared(lefts)
    right, ruled = _shared(rights)
    return Edges(left, -right, ruled)


def _shared(places: Sequence[tuple[float, float]]) -> tuple[float, int]:
    """The first place that enough of the others are near to, and how many.

    Signs hang over the edge; of two places as far apart as that, the one that many more
    share is the edge.
    """
    few = max(2, len(places) // 12)
    found: tuple[float, int] | None = None
    end = 0
    for start, (place, size) in enumerate(places):
        end = max(end, start)
        while end < len(places) and places[end][0] - place <= SUPPORT * size:
            end += 1
        if found is None and end - start >= few:
            found = place, end - start
        elif found and place - found[0] > OVERHANG * size:
            break
        elif found and end - start >= MORE * found[1]:
            found = place, end - start
    return found or (places[0][0], 1)


def is_full(row: Row, edges: Edges) -> bool:
    """Whether the row reaches the right edge of its column."""
    return row.area.right >= edges.right - FULL * row.size


@lru_cache(maxsize=8192)
def is_open(text: str) -> bool:
    """Whether a row of these words breaks off inside a sentence."""
    return not (ends_sentence(text) or text.endswith(("：", ":")))


def follows(row: Row, below: Row) -> bool:
    """Whether the second row may go on with the first: the same type, right below."""
    step = below.area.middle - row.area.middle
    alike = abs(row.size - below.size) <= ALIKE * max(row.size, below.size)
    return alike and 0 < step <= STEP * row.size and bool(row.text and below.text)


def are_text(rows: Sequence[Row]) -> bool:
    """Whether any row stands right below another, as lines of text do."""
    return any(follows(one, two) for one, two in pairwise(rows))


def tears(rows: Sequence[Row], others: Sequence[Row], *, right: bool) -> int:
    """How many sentences of a column are torn when others are read in between.

    Args:
        rows: Of the column.
        others: What stands beside it.
        right: Whether they stand on its right; what is level with a row is then read
            after it, otherwise before it.
    """
    if not rows:
        return 0
    edges = edges_of(rows)
    if edges.right - edges.left < NARROWEST * rows[0].size:
        return 0
    heights = sorted(row.area.middle for row in others)
    running = signed = torn = 0
    for row, below in pairwise(rows):
        if not _runs_on(row, below, edges):
            continue
        running += 1
        signed += _SIGN.search(row.text) is not None
        play = (-LEVEL if right else LEVEL) * row.size
        first = bisect_right(heights, row.area.middle + play)
        last = bisect_right(heights, below.area.middle + play)
        torn += last > first
    return torn if signed > 0 and signed >= PROSE * running else 0


def _runs_on(row: Row, below: Row, edges: Edges) -> bool:
    if not (follows(row, below) and is_full(row, edges) and is_open(row.text)):
        return False
    if _LEADERS.search(row.text) or is_labelled(below.text):
        return False
    inset = below.area.left - edges.left
    further = below.area.left > row.area.left + HANGING * row.size
    return inset < INDENT * below.size or (further and is_labelled(row.text))


@lru_cache(maxsize=8192)
def is_labelled(text: str) -> bool:
    """Whether a number or label begins the text, as it does items and headings."""
    return mark_of(text) is not None or case_label(text) is not None
