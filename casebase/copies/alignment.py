"""Where two texts differ, in time that grows with their length, not its square.

Pieces that stand once in either text tie them together (as in Cohen's patience diff);
what lies between two ties is looked at closer, on request character by character.
Passages that one text has in another place are found too: their order is no difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

_PIECES = (8, 4)  # characters of a tie, at first and in what lies between
_CLOSE = 120  # characters that are compared one by one


@dataclass(frozen=True, slots=True)
class Difference:
    """`a[a_start:a_end]` stands where the other text has `b[b_start:b_end]`.

    One of the two may be empty.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch that both texts have."""

    a: int
    b: int
    size: int

    @property
    def a_end(self) -> int:
        return self.a + self.size

    @property
    def b_end(self) -> int:
        return self.b + self.size


def differences(a: str, b: str) -> Iterator[Difference]:
    """Where `a` and `b` differ, in stretches that may have something in common.

    `closer` parts them. What is left of moved passages comes last.
    """
    whole = Difference(0, len(a), 0, len(b))
    yield from _between(a, b, whole, _PIECES)


def _between(
    a: str, b: str, region: Difference, pieces: tuple[int, ...]
) -> Iterator[Difference]:
    """The differences within a region."""
    ours, theirs = a[region.a_start : region.a_end], b[region.b_start : region.b_end]
    if ours == theirs:
        return
    lengths = sorted((len(ours), len(theirs)))
    if not lengths[0] or lengths[1] <= _CLOSE or not pieces:
        yield region
    else:
        for inner in _regions(_runs(ours, theirs, pieces[0]), len(ours), len(theirs)):
            yield from _between(a, b, _moved(inner, region), pieces[1:])


def _moved(inner: Difference, outer: Difference) -> Difference:
    return Difference(
        inner.a_start + outer.a_start,
        inner.a_end + outer.a_start,
        inner.b_start + outer.b_start,
        inner.b_end + outer.b_start,
    )


def closer(a: str, b: str, region: Difference) -> Iterator[Difference]:
    """The differences within a region, character by character, unless it is long."""
    ours, theirs = a[region.a_start : region.a_end], b[region.b_start : region.b_end]
    if max(len(ours), len(theirs)) > _CLOSE:
        yield region
        return
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if tag != "equal":
            yield _moved(Difference(a_start, a_end, b_start, b_end), region)


def _runs(a: str, b: str, piece: int) -> list[_Run]:
    """The stretches of both texts around pieces that stand once in either."""
    ours, theirs = _once(a, piece), _once(b, piece)
    runs: list[_Run] = []
    a_end = b_end = 0
    for text, at in ours.items():
        if at < a_end or text not in theirs:
            continue
        there = theirs[text]
        run = _grown(a, b, _Run(at, there, piece), a_end, min(b_end, there))
        runs.append(run)
        a_end, b_end = run.a_end, run.b_end
    return _apart(runs)


def _apart(runs: list[_Run]) -> list[_Run]:
    """`runs` without what two of them take of the second text, given to the first."""
    kept: list[_Run] = []
    end = 0
    for run in sorted(runs, key=lambda run: run.b):
        shared = max(0, end - run.b)
        if shared < run.size:
            kept.append(_Run(run.a + shared, run.b + shared, run.size - shared))
            end = run.b_end
    return sorted(kept, key=lambda run: run.a)


def _once(text: str, piece: int) -> dict[str, int]:
    """The pieces that stand once in `text`, and where, in order."""
    places: dict[str, int] = {}
    twice: set[str] = set()
    for at in range(len(text) - piece + 1):
        found = text[at : at + piece]
        if found in places:
            twice.add(found)
        else:
            places[found] = at
    return {found: at for found, at in places.items() if found not in twice}


def _grown(a: str, b: str, run: _Run, a_floor: int, b_floor: int) -> _Run:
    """`run` with all that agrees before and behind it."""
    at, there = run.a, run.b
    while at > a_floor and there > b_floor and a[at - 1] == b[there - 1]:
        at, there = at - 1, there - 1
    end, b_end = run.a_end, run.b_end
    while end < len(a) and b_end < len(b) and a[end] == b[b_end]:
        end, b_end = end + 1, b_end + 1
    return _Run(at, there, end - at)


def _regions(runs: list[_Run], a_size: int, b_size: int) -> Iterator[Difference]:
    """What lies between runs; where their order differs, what either has alone."""
    edged = [_Run(0, 0, 0), *runs, _Run(a_size, b_size, 0)]
    order = sorted(range(len(edged)), key=lambda at: (edged[at].b, at))
    rank = {at: place for place, at in enumerate(order)}
    taken = [(run.b, run.b_end) for run in edged]
    for at, (before, after) in enumerate(pairwise(edged)):
        follows = rank[at + 1] == rank[at] + 1 and before.b_end <= after.b
        b_end = after.b if follows else before.b_end
        taken.append((before.b_end, b_end))
        yield Difference(before.a_end, after.a, before.b_end, b_end)
    covered = 0
    for start, end in sorted(taken):
        if start > covered:
            yield Difference(a_size, a_size, covered, start)
        covered = max(covered, end)
