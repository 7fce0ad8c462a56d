"""Gutters no wider than a gap in a line may be: told by the lines above and below.

One such gap may be anything. Several above each other, with no type across them, part
two columns, or the cells of a table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from casebase.extract.pdf.glyphs import Glyph


class White(NamedTuple):
    """White between two glyphs of a line, or the glyph itself, in points."""

    base: float
    left: float
    right: float


# In type sizes.
_NARROW = 0.4  # no gutter is narrower
_SIGHTS = (7.0, 11.0)  # how far others are looked for: four lines set close, or wide
_COMMON = 0.3  # what the gaps of a gutter have in common
_SUPPORT = 3  # other gaps that show a gutter
# Signs that hang into gutters by the empty half of their square.
_OPENING = frozenset("“‘（《〈「『【〔〖")
_CLOSING = frozenset("，。、；：”’）》〉」』】〕〗")
_HALF = 0.5
_SQUARE = 0.8  # a sign as wide as that fills a half of its square
_STRIP = 16.0  # points
_PATIENCE = 200  # others looked at for one gap


class Corridors:
    """Tells which gaps in lines of type are parts of a gutter."""

    def __init__(self, chains: Sequence[Sequence[Glyph]]) -> None:
        self._chains = chains
        self._gaps = _strips(
            White(one.base, one.right, other.left)
            for chain in chains
            for one, other in pairwise(chain)
            if other.left - one.right >= _NARROW * one.size
        )

    @cached_property
    def _type(self) -> dict[int, list[White]]:
        """All glyphs; few pages have gaps for which they need be looked at."""
        return _strips(
            White(one.base, _begin(one), _end(one))
            for chain in self._chains
            for one in chain
        )

    def has(self, one: Glyph, other: Glyph) -> bool:
        """Whether the white between two neighbours is a part of a gutter."""
        gap = White(one.base, one.right, other.left)
        size = min(one.size, other.size)
        return gap.right - gap.left >= _NARROW * size and any(
            self._is_seen(gap, size, gap.base - sight * size, gap.base)
            or self._is_seen(gap, size, gap.base, gap.base + sight * size)
            for sight in _SIGHTS
        )

    def _is_seen(self, gap: White, size: float, top: float, bottom: float) -> bool:
        """Whether the lines on one side of a gap show the same gutter."""
        left, right, support = gap.left, gap.right, 0
        for near in _between(self._gaps, (gap.left + gap.right) / 2, top, bottom):
            common = min(right, near.right) - max(left, near.left)
            if near != gap and common >= _COMMON * size:
                left, right = max(left, near.left), min(right, near.right)
                support += 1
        if support < _SUPPORT:
            return False
        middle = (left + right) / 2
        return not any(
            one.left < middle < one.right
            for one in _between(self._type, middle, top, bottom)
        )


def _begin(one: Glyph) -> float:
    """Where it is seen to begin."""
    wide = one.right - one.left >= _SQUARE * one.size
    return one.left + _HALF * one.size if wide and one.text in _OPENING else one.left


def _end(one: Glyph) -> float:
    """Where it is seen to end."""
    wide = one.right - one.left >= _SQUARE * one.size
    return one.right - _HALF * one.size if wide and one.text in _CLOSING else one.right


def _strips(all_of: Iterable[White]) -> dict[int, list[White]]:
    """What lies in each upright strip of the page, from the top."""
    strips: dict[int, list[White]] = defaultdict(list)
    for one in sorted(all_of):
        for at in range(int(one.left // _STRIP), int(one.right // _STRIP) + 1):
            strips[at].append(one)
    return strips


def _between(
    strips: dict[int, list[White]], x: float, top: float, bottom: float
) -> Iterator[White]:
    """What lies at `x` between two heights, both included, from the top."""
    strip = strips.get(int(x // _STRIP), [])
    start = bisect_left(strip, (top,))
    for one in islice(strip, start, start + _PATIENCE):
        if one.base > bottom:
            return
        yield one
