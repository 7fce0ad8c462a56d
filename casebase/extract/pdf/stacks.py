"""Type set from top to bottom: 竖排, as in headlines, side heads and narrow cells.

Such glyphs stand closer to those above and below than to those at their sides.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from casebase.extract.pdf.glyphs import Glyph

# In type sizes.
_ALONE = 0.2  # the least gap at either side
_CLOSER = 0.1  # the gap below is smaller than those at the sides by that
_PITCH = 1.4  # from one base line to the next
_EVEN = 0.12  # how much two steps of a stack differ
_AXIS = 0.2  # how far the middles of two glyphs are from each other
_SAME_SIZE = 0.15
_LEAST = 3  # glyphs
_SHELF = 4.0  # points
_NUMERALS = frozenset("一二三四五六七八九十百〇")


def stacks_of(chains: Iterable[Sequence[Glyph]]) -> list[list[Glyph]]:
    """The stacks among glyphs that are linked from left to right, each from the top.

    Args:
        chains: Lines of glyphs with gaps of any width.
    """
    alone = {glyph: gap for chain in chains for glyph, gap in _alone(chain)}
    below = _links(alone)
    heads = alone.keys() - set(below.values())
    stacks = []
    for head in sorted(heads):
        stack = [head]
        while stack[-1] in below:
            stack.append(below[stack[-1]])
        stacks += [part for part in _even(stack) if _is_type(part)]
    return stacks


def _alone(chain: Sequence[Glyph]) -> Iterator[tuple[Glyph, float]]:
    """Glyphs of full width with white at both sides, and how much of it."""
    gaps = [(b.left - a.right) / max(a.size, b.size) for a, b in pairwise(chain)]
    around = [_PITCH, *gaps, _PITCH]
    for at, glyph in enumerate(chain):
        gap = min(around[at], around[at + 1])
        if gap >= _ALONE and unicodedata.east_asian_width(glyph.text) in "WFA":
            yield glyph, gap


def _links(alone: dict[Glyph, float]) -> dict[Glyph, Glyph]:
    """From each glyph to the one right below it, where that is close enough."""
    shelves: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in sorted(alone, key=lambda one: one.base):
        shelves[int(_middle(glyph) // _SHELF)].append(glyph)
    bases = {at: [one.base for one in shelf] for at, shelf in shelves.items()}
    links: dict[Glyph, Glyph] = {}
    for glyph in alone:
        at, wanted = int(_middle(glyph) // _SHELF), glyph.base + glyph.size / 2
        found = []
        for near in range(at - 1, at + 2):
            shelf = shelves.get(near, [])
            first = bisect_right(bases.get(near, []), wanted)
            found += [one for one in shelf[first : first + 1] if _is_below(glyph, one)]
        below = min(found, key=lambda one: one.base, default=None)
        if below is not None and _is_closer(glyph, below, alone):
            links[glyph] = below
    return links


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _is_below(glyph: Glyph, other: Glyph) -> bool:
    return (
        other.base - glyph.base <= _PITCH * glyph.size
        and abs(_middle(other) - _middle(glyph)) <= _AXIS * glyph.size
        and abs(other.size - glyph.size) <= _SAME_SIZE * glyph.size
    )


def _is_closer(glyph: Glyph, other: Glyph, alone: dict[Glyph, float]) -> bool:
    gap = (other.base - glyph.base) / glyph.size - 1.0
    return gap + _CLOSER <= min(alone[glyph], alone[other])


def _even(stack: list[Glyph]) -> Iterator[list[Glyph]]:
    """`stack` cut where its step changes."""
    start = 0
    steps = [(b.base - a.base) / a.size for a, b in pairwise(stack)]
    for at in range(1, len(steps)):
        if at > start and abs(steps[at] - steps[at - 1]) > _EVEN:
            yield stack[start : at + 1]
            start = at + 1
    yield stack[start:]


def _is_type(stack: list[Glyph]) -> bool:
    """Whether it is text, not a column of numbers or of marks."""
    words = sum(one.text.isalpha() and one.text not in _NUMERALS for one in stack)
    return len(stack) >= _LEAST and words * 2 > len(stack)
