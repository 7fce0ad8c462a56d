"""What to look for when no entry, or hardly any, has all the words.

The words are weighed by how rare they are, and an entry is taken that has most of the
weight: 依法治校 without 推进 is an answer, 推进 without 依法治校 is none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from casebase.matching import Node
from casebase.search.meaning import Meaning, Wanted, all_of, any_of

ENOUGH = 0.6  # of the weight of all words
MAX_WAYS = 24  # combinations of words that are tried
MAX_LOOSE = 10  # words; the rarest are taken


def loosened(meaning: Meaning, count: Callable[[Node], int], size: int) -> Node | None:
    """Finds what has most of the words and all that is fixed; None if nothing can be.

    `count` tells how many of the `size` entries have a word. An entry scores by each
    combination of words it has, so that those with more words come first.
    """
    weighed = _weighed(meaning.words, count, size)
    if not weighed:
        return None
    wanted = ENOUGH * sum(weight for _, weight in weighed)
    ways = islice(_ways(weighed, wanted), MAX_WAYS)
    most = any_of(all_of(word.node for word in way) for way in ways)
    return all_of([*meaning.fixed, most])


def _weighed(
    words: Iterable[Wanted], count: Callable[[Node], int], size: int
) -> list[tuple[Wanted, float]]:
    """Words that some entry has, the rarest first; of other words, their parts."""
    found: dict[Wanted, float] = {}
    for word in words:
        for piece in [word] if count(word.node) else word.parts:
            hits = count(piece.node)
            if hits:
                found[piece] = math.log(1 + size / hits)
    ordered = sorted(found.items(), key=lambda item: -item[1])
    return ordered[:MAX_LOOSE]


def _ways(
    weighed: Sequence[tuple[Wanted, float]], wanted: float
) -> Iterator[tuple[Wanted, ...]]:
    """The smallest sets of words that weigh `wanted`, those with rarer words first."""
    if not weighed:
        return
    (word, weight), *rest = weighed
    if weight >= wanted:
        yield (word,)
    else:
        for way in _ways(rest, wanted - weight):
            yield (word, *way)
    if sum(w for _, w in rest) >= wanted:
        yield from _ways(rest, wanted)
