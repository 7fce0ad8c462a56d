"""Columns that do not run through a whole part of a page: where they begin and end.

Columns begin at a common left edge. The white beside such an edge is followed upwards
and downwards as far as nothing crosses it: a headline, a caption, a table, a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from casebase.repair.columns.gutters import NARROWEST, Rules, cuts_of
from casebase.repair.columns.pieces import Piece

SUPPORT = 0.4  # type sizes: left edges no farther apart are one
FEWEST = 3  # pieces that begin at an edge
MOST_EDGES = 12
MOST_SPANS = 8  # looked at closely
WIDTHS = (NARROWEST, 1.0, 1.6)  # type sizes: a headline may end within a gutter
LARGER = 1.15  # times the body's size: a headline's type
CROSSES = 0.15  # type sizes: what reaches so far over both sides of a white crosses it


@dataclass(frozen=True, slots=True)
class Span:
    """A band of a page that columns fill, with the sentences that they keep whole."""

    top: float
    bottom: float
    kept: int


def spans_of(pieces: Sequence[Piece], size: float, rules: Rules) -> list[Span]:
    """The bands of columns within a part of a page, the highest first."""
    chosen: dict[tuple[float, float], int] = {}
    for edge, wide in product(_edges(pieces, size), WIDTHS):
        white = (edge - wide * size, edge)
        for top, bottom, begins in _free(pieces, white, size, rules):
            chosen[top, bottom] = max(begins, chosen.get((top, bottom), 0))
    likely = sorted(chosen, key=lambda span: (-chosen[span], span))[:MOST_SPANS]
    found: list[Span] = []
    for top, bottom in likely:
        within = [piece for piece in pieces if top < piece.area.middle < bottom]
        if len(within) == len(pieces):
            continue
        kept = sum(cut.kept for cut in cuts_of(within, size, rules))
        if kept:
            found.append(Span(top, bottom, kept))
    # Cutting out the highest cuts through no other gutter.
    found.sort(key=lambda span: (span.top - span.bottom, -span.kept))
    return [_bared(span, found, pieces, size) for span in found]


def _bared(
    span: Span, others: Sequence[Span], pieces: Sequence[Piece], size: float
) -> Span:
    """A span without the headline below it that hides some of its gutters.

    A headline no wider than some of the columns belongs to what stands below it.
    """
    large = LARGER * size
    inner = [
        other
        for other in others
        if other.kept > span.kept
        and span.top <= other.top
        and other.bottom <= span.bottom
        and all(
            piece.size >= large and piece.area.middle >= other.bottom
            for piece in pieces
            if span.top < piece.area.middle < span.bottom
            and not other.top < piece.area.middle < other.bottom
        )
    ]
    return max(inner, key=lambda other: other.kept, default=span)


def _edges(pieces: Sequence[Piece], size: float) -> list[float]:
    """Left edges that several pieces share, the most frequent first."""
    lefts = sorted(piece.area.left for piece in pieces)
    found: list[tuple[int, float]] = []
    start = 0
    for at in range(1, len(lefts) + 1):
        if at == len(lefts) or lefts[at] - lefts[at - 1] > SUPPORT * size:
            if at - start >= FEWEST and start:
                found.append((at - start, lefts[start]))
            start = at
    return [edge for _, edge in sorted(found, key=lambda one: (-one[0], one[1]))][
        :MOST_EDGES
    ]


def _free(
    pieces: Sequence[Piece], white: tuple[float, float], size: float, rules: Rules
) -> Iterator[tuple[float, float, int]]:
    """Top and bottom of each stretch of white beside an edge, and what begins there."""
    play = CROSSES * size
    left, right = white[0] + play, white[1] - play
    heights = [*_heights(pieces, white[1], (left, right), size)]
    heights += [
        (rule.middle, 1, rule.middle)
        for rule in rules.level
        if rule.left < left - size and rule.right > right + size
    ]
    top, begins = min(piece.area.top for piece in pieces) - size, 0
    for height, crosses, bottom in sorted(heights):
        if crosses:
            if begins >= FEWEST:
                yield top, height, begins
            top, begins = max(top, bottom), 0
        elif height > top:
            begins += 1
    if begins >= FEWEST:
        yield top, max(piece.area.bottom for piece in pieces) + size, begins


def _heights(
    pieces: Sequence[Piece], edge: float, white: tuple[float, float], size: float
) -> Iterator[tuple[float, int, float]]:
    """Where pieces cross a white (1), or begin at its right edge (0), and end."""
    left, right = white
    for piece in pieces:
        area = piece.area
        begins, ends = piece.ink
        if begins < right and ends > left:
            yield area.top, 1, area.bottom
        elif abs(area.left - edge) <= SUPPORT * size:
            yield area.middle, 0, area.middle
