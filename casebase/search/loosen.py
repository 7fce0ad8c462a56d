"""What to look for when no entry, or hardly any, has all the words.

The words are weighed by how rare and how long they are, and an entry is taken that has
most of the weight: 依法治校 without 推进 is an answer, 推进 without 依法治校 is none.
Of the rarity the root is taken, lest one rare word outweigh all others.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from casebase.matching import Node
from casebase.search.meaning import Meaning, Wanted, all_of, any_of

FEW = 10  # entries, a page; with fewer, it is worth looking for more
HARDLY_ANY = 5  # entries; a word that stands in fewer may be meant in its parts
# Shares of the weight of all words: of two words, the rarer is enough.
MOST, SOME = 0.5, 0.3
LONG = 4  # characters; a longer word tells no more
MAX_WAYS = 24  # combinations of words that are tried
MAX_LOOSE = 10  # words; the rarest are taken


def loosened(
    meaning: Meaning, count: Callable[[Node], int], size: int, share: float
) -> Node | None:
    """Finds what has a `share` of the words, and all that is fixed.

    None if no word is anywhere. `count` tells how many of the `size` entries have a
    word. An entry scores by each combination of words it has, so that those with more
    words come first.
    """
    weighed = _weighed(meaning.words, count, size)
    if not weighed:
        return None
    wanted = share * sum(weight for _, weight in weighed)
    ways = islice(_ways(weighed, wanted), MAX_WAYS)
    most = any_of(all_of(word.node for word in way) for way in ways)
    return all_of([*meaning.fixed, most])


def _weighed(
    words: Iterable[Wanted], count: Callable[[Node], int], size: int
) -> list[tuple[Wanted, float]]:
    """Words that some entry has, the rarest first."""
    found: dict[Wanted, float] = {}
    for word in words:
        for piece in _widened(word, count):
            hits = count(piece.node)
            if hits:
                found[piece] = _weight(piece.text, size / hits)
    ordered = sorted(found.items(), key=lambda item: -item[1])
    return ordered[:MAX_LOOSE]


def _weight(word: str, rarity: float) -> float:
    return math.sqrt(math.log(1 + rarity) * min(len(word), LONG))


def _widened(word: Wanted, count: Callable[[Node], int]) -> tuple[Wanted, ...]:
    """A long word that hardly any entry has may stand in its parts (“一站式”学生社区).

    Where hardly any has them all either, each part is a word of its own.
    """
    if not word.parts or count(word.node) >= HARDLY_ANY:
        return (word,)
    apart = all_of(part.node for part in word.parts)
    wide = Wanted(word.text, any_of([word.node, apart]))
    return (wide,) if count(wide.node) >= HARDLY_ANY else word.parts


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
