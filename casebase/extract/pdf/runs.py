"""Glyphs to runs: what stands on one base line without a wide gap.

Places alone decide: the order in which a page is drawn tells nothing that can be relied
on. Every glyph looks for its neighbour on the right; the chains are then cut at drawn
lines and at gaps that are wider than the spacing of their type.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from casebase.extract.pdf.corridors import Corridors
from casebase.extract.pdf.glyphs import Glyph
from casebase.extract.pdf.spacing import Around, Run, Spaces, joined, parts_of, stacked
from casebase.extract.pdf.stacks import stacks_of
from casebase.extract.pdf.walls import Wall, Walls

# In type sizes, unless it says otherwise.
_SAME_BASE = 0.3  # base lines so near are one
_ALIKE = 0.55  # the ratio of two sizes of type that may stand in one line as equals
_MARK = 0.8  # the ratio below which one may be a note mark of the other
_MARK_LEAST = 0.4  # but not far below: large type is then a drop capital or lies under
_RAISED, _LOWERED = 0.7, 0.3  # how far a note mark stands from the line's base line
_SET_OFF = 0.1  # the least that a note mark is raised or lowered
_MARK_GAP = 0.4
_REACH = 2.6  # no two neighbours in a line are farther apart
_TIGHT = 0.05  # glyphs so near have nothing between them
_STEP = 0.05  # a neighbour on the right begins at least so far on
_DOUBLE = 0.15  # fake bold is drawn twice, no farther apart
_OVERLAP = 0.4  # of its width: nor so that two narrow letters would be one
_PATIENCE = 60  # candidates looked at for one glyph, so that heaps of type cost little


def runs_of(glyphs: Iterable[Glyph], walls: Sequence[Wall] = ()) -> list[Run]:
    """The runs of a page, whatever the order of its glyphs.

    Args:
        glyphs: All of them upright, with the spaces that the file has.
        walls: Drawn vertical lines: no run goes through one.
    """
    white: list[Glyph] = []
    inked: list[Glyph] = []
    for one in glyphs:
        (white if one.text.isspace() else inked).append(one)
    chains = _chains(_once(inked))
    stacks = stacks_of(chains)
    taken = {glyph for stack in stacks for glyph in stack}
    if taken:
        chains = _chains([one for chain in chains for one in chain if one not in taken])
    around = Around(Spaces(white), Walls(walls), Corridors(chains))
    return [stacked(stack) for stack in stacks] + [
        joined(part, around.spaces)
        for chain in chains
        for part in parts_of(chain, around)
    ]


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """`glyphs` without those that are drawn a second time on the same spot."""
    kept: list[Glyph] = []
    ordered = sorted(glyphs, key=lambda one: (one.text, one.left, one.base, one.size))
    for _, same in groupby(ordered, key=lambda one: one.text):
        seen: list[Glyph] = []
        for one in same:
            if not any(_is_double(one, other) for other in _near(seen, one)):
                seen.append(one)
        kept += seen
    return kept


def _near(seen: list[Glyph], one: Glyph) -> Iterator[Glyph]:
    """Those that begin hardly to the left of `one`; `seen` is ordered by that."""
    for other in islice(reversed(seen), _PATIENCE):
        if one.left - other.left > _DOUBLE * one.size:
            return
        yield other


def _is_double(one: Glyph, other: Glyph) -> bool:
    near = min(_DOUBLE * one.size, _OVERLAP * max(one.right - one.left, 0.0))
    return abs(one.left - other.left) <= near and abs(one.base - other.base) <= near


def _chains(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs linked to their neighbours on the right, as far as they have any."""
    shelves = _Shelves(glyphs)
    claims: dict[int, tuple[float, float, int]] = {}
    for at, one in enumerate(shelves.glyphs):
        right = shelves.neighbour(at)
        if right is None:
            continue
        other = shelves.glyphs[right]
        claim = (abs(other.base - one.base), other.left - one.right, at)
        claims[right] = min(claims.get(right, claim), claim)
    follows = {claim[2]: right for right, claim in claims.items()}
    chains = []
    for at in range(len(shelves.glyphs)):
        if at in claims:
            continue
        chain, end = [], at
        while True:
            chain.append(shelves.glyphs[end])
            if end not in follows:
                break
            end = follows[end]
        chains.append(chain)
    return chains


class _Shelves:
    """Glyphs by their base lines, each shelf from left to right."""

    HEIGHT = 8.0  # points

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self.glyphs = sorted(glyphs, key=lambda one: (one.ink, one.base, one))
        self._shelves: dict[int, list[int]] = defaultdict(list)
        self._lefts: dict[int, list[float]] = defaultdict(list)
        for at, one in enumerate(self.glyphs):
            shelf = int(one.base // self.HEIGHT)
            self._shelves[shelf].append(at)
            self._lefts[shelf].append(one.ink)

    def neighbour(self, at: int) -> int | None:
        """The glyph that stands next on the right in the same line."""
        one = self.glyphs[at]
        own = int(one.base // self.HEIGHT)
        best = self._first(own, one)
        if best is not None and self.glyphs[best].ink <= one.right + _TIGHT * one.size:
            return best  # there is no room for a mark between them
        top, bottom = one.base - one.size, one.base + one.size
        for shelf in range(int(top // self.HEIGHT), int(bottom // self.HEIGHT) + 1):
            found = self._first(shelf, one) if shelf != own else best
            if found is not None and (best is None or found < best):
                best = found
        return best

    def _first(self, shelf: int, one: Glyph) -> int | None:
        """The leftmost of a shelf that may follow `one`."""
        lefts = self._lefts.get(shelf)
        if lefts is None:
            return None
        start = bisect_left(lefts, one.ink + _STEP * one.size)
        for index in islice(self._shelves[shelf], start, start + _PATIENCE):
            other = self.glyphs[index]
            if other.left - one.right > _REACH * max(one.size, other.size):
                return None
            if _in_line(one, other):
                return index
        return None


def _in_line(one: Glyph, other: Glyph) -> bool:
    """Whether `other` may stand next to `one` on the right."""
    small, large = sorted((one, other), key=lambda glyph: glyph.size)
    apart = abs(one.base - other.base)
    if small.size >= _ALIKE * large.size and apart <= _SAME_BASE * small.size:
        return True
    raised = large.base - small.base
    return (
        _MARK_LEAST * large.size <= small.size <= _MARK * large.size
        and (abs(raised) >= _SET_OFF * large.size or small.size >= _ALIKE * large.size)
        and -_LOWERED * large.size <= raised <= _RAISED * large.size
        and other.left - one.right <= _MARK_GAP * large.size
    )
