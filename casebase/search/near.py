"""Values that hold what was typed, and those that look like it."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, pairwise

from casebase.text.fold import fold
from casebase.text.grams import gram_tokens

MOST = 3
_SHARED = 0.4  # of the characters and pairs of characters typed
_MOST_TRIED = 5_000


def holding(typed: str, stored: Iterable[str]) -> list[str]:
    """Those whose grams hold the grams of `typed`: 1+3 is no part of 1+3+N."""
    wanted = _spaced(typed)
    return [v for v in stored if wanted.strip("\0") and wanted in _spaced(v)]


@lru_cache(maxsize=20_000)
def _spaced(text: str) -> str:
    return "\0" + "\0".join(gram_tokens(text)) + "\0"


def near(typed: str, stored: Iterable[str]) -> tuple[str, ...]:
    """The values most like `typed`, the most alike first; none where none is.

    They have a good part of the characters and pairs of characters that were typed,
    and are ranked by what both have (Dice).
    """
    wanted = _pieces(typed)
    ranked = []
    for value in islice(stored, _MOST_TRIED):
        pieces = _pieces(value)
        shared = len(wanted & pieces)
        if shared and shared >= _SHARED * len(wanted):
            ranked.append((-2 * shared / (len(wanted) + len(pieces)), value))
    return tuple(value for _, value in heapq.nsmallest(MOST, ranked))


def _pieces(text: str) -> set[str]:
    folded = fold(text).text
    return {*folded, *map("".join, pairwise(folded))}
