"""Values that hold what was typed, and those that look like it."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from casebase.text.fold import fold
from casebase.text.grams import gram_tokens

MOST = 3
_ALIKE = 0.34  # of the characters and pairs of both
_MOST_TRIED = 20_000


def holding(typed: str, stored: Iterable[str]) -> list[str]:
    """Those whose grams hold the grams of `typed`: 1+3 is no part of 1+3+N."""
    wanted = _spaced(typed)
    return [v for v in stored if wanted.strip("\0") and wanted in _spaced(v)]


@lru_cache(maxsize=_MOST_TRIED)
def _spaced(text: str) -> str:
    return "\0" + "\0".join(gram_tokens(text)) + "\0"


def near(typed: str, stored: Iterable[str]) -> tuple[str, ...]:
    """The values most like `typed`, the most alike first; none where none is.

    Measured by the characters and pairs of characters that both have (Dice).
    """
    wanted = _pieces(typed)
    ranked = (
        (-_alike(wanted, _pieces(value)), value)
        for value, _ in zip(stored, range(_MOST_TRIED), strict=False)
    )
    best = heapq.nsmallest(MOST, (it for it in ranked if it[0] <= -_ALIKE))
    return tuple(value for _, value in best)


def _pieces(text: str) -> set[str]:
    folded = fold(text).text
    return {*folded, *map("".join, pairwise(folded))}


def _alike(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / max(len(one) + len(other), 1)
