"""Which of many texts fit a pattern: the sequences of tokens, searched as arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from casebase.engines.patterns import PARAGRAPH_END
from casebase.engines.whoosh.sequences import BETWEEN, EDGE, FIRST, LAST, Units, phrase
from casebase.matching import Pattern, Run

Places = NDArray[np.int64]
Found = NDArray[np.bool_]
_BREAK = ord(PARAGRAPH_END)


def places(units: Units, pattern: Pattern) -> Places:
    """Where in `units`, texts each with an edge before it, a place has its last unit.

    Each run is looked for behind the nearest end of the one before: see
    `casebase.engines.patterns.fits`.
    """
    breaks = _breaks(units) if len(pattern.runs) > 1 else np.empty(0, np.int64)
    before: Places | None = None
    ends = np.empty(0, np.int64)
    for run in pattern.runs:
        starts, ends = _run(units, run)
        if before is None:
            kept = _at_break(units, starts - 1) if pattern.starts else np.s_[:]
        else:
            kept = _near(before, starts, breaks, pattern.gap)
        ends = before = ends[kept]
    return (ends[_at_break(units, ends)] if pattern.ends else ends) - 1


def _breaks(units: Units) -> Places:
    return np.flatnonzero((units == _BREAK) | (units == EDGE))


def _at_break(units: Units, at: Places) -> Found:
    """Whether a text or paragraph begins or ends at those places."""
    inside = np.minimum(at, max(len(units) - 1, 0))
    found: Found = (units[inside] == _BREAK) | (units[inside] == EDGE)
    return found | (at >= len(units))


def _near(before: Places, starts: Places, breaks: Places, gap: int) -> Found:
    """Which of `starts` stand within the gap behind one of `before`, unbroken."""
    if not len(before):
        return np.zeros(len(starts), dtype=bool)
    nearest = np.searchsorted(before, starts, side="right") - 1
    end = before[np.maximum(nearest, 0)]
    whole = np.searchsorted(breaks, starts) == np.searchsorted(breaks, end)
    kept: Found = (nearest >= 0) & (starts - end <= gap) & whole
    return kept


def _run(units: Units, run: Run) -> tuple[Places, Places]:
    """Where a run starts and ends, ascending."""
    if run.tail is None:
        wanted = phrase(run.tokens)
        starts = _following(units, _all(units, wanted[:1]), wanted[1:], 1)
        return starts, starts + len(wanted)
    closed = phrase(run.tokens[:-1]) if run.tokens[:-1] else units[:0]
    return _open(units, closed, run.tokens[-1], run.tail)


def _open(units: Units, closed: Units, head: str, tail: str) -> tuple[Places, Places]:
    """The same of a run whose last token begins with `head` and ends with `tail`."""
    size = len(closed)
    first = ord(head[0])
    if size:
        starts = _following(units, _all(units, closed[:1]), closed[1:], 1)
        starts = _at(units, starts, size, (first, first + FIRST))
    else:
        starts = _all(units, np.array([first, first + FIRST], units.dtype))
    for offset, char in enumerate(head[1:-1], start=size + 1):
        starts = _at(units, starts, offset, (ord(char) + BETWEEN,))
    if head[1:]:
        last = ord(head[-1])
        offset = size + len(head) - 1
        starts = _at(units, starts, offset, (last + BETWEEN, last + LAST))
    return _closed(units, starts, size, head, tail)


def _closed(
    units: Units, starts: Places, size: int, head: str, tail: str
) -> tuple[Places, Places]:
    """Those of `starts` whose token, `size` behind, is long enough and has the tail."""
    closing = np.flatnonzero((units >= LAST) & (units < EDGE))
    single = units[starts + size] < FIRST
    ends = np.where(single, starts + size, _next(closing, starts + size)) + 1
    fits = ends - starts - size >= len(head) + len(tail)
    for back, char in enumerate(reversed(tail)):
        code = ord(char) + (BETWEEN if back else LAST)
        fits &= units[np.maximum(ends - 1 - back, 0)] == code
    return starts[fits], ends[fits]


def _next(places: Places, at: Places) -> Places:
    """The first of `places` from each of `at` on."""
    if not len(places):
        return at
    found = np.searchsorted(places, at)
    return places[np.minimum(found, len(places) - 1)]


def _all(units: Units, any_of: Units) -> Places:
    """Where one of a few units stands."""
    found = np.zeros(len(units), dtype=bool)
    for unit in any_of:
        found |= units == unit
    return np.flatnonzero(found)


def _following(units: Units, starts: Places, wanted: Units, first: int) -> Places:
    for offset, unit in enumerate(wanted.tolist(), start=first):
        starts = _at(units, starts, offset, (unit,))
    return starts


def _at(units: Units, starts: Places, offset: int, any_of: tuple[int, ...]) -> Places:
    """Those of `starts` with one of the units `offset` behind them."""
    starts = starts[starts + offset < len(units)]
    there = units[starts + offset]
    found = np.zeros(len(starts), dtype=bool)
    for unit in any_of:
        found |= there == unit
    return starts[found]
