"""Names that begin with what is being typed, from their start or from a word in them.

All characters of all names stand in one array, by their code and by how they are read;
where words start is sorted by the first of them. What is typed narrows the places down,
a character at a time, in arrays: a millisecond over ten thousand titles.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from casebase.search.keystrokes import Piece, Way, ways
from casebase.text.fold import fold
from casebase.text.pinyin import syllables, usual_syllables

LIMIT = 10
MOST = 20
# What counts as much as so many times the entries: a title is one of many.
KINDS: Mapping[str, float] = {
    "query": 3.0, "school": 2.0, "brand": 1.6, "method": 1.6, "slogan": 1.6,
    "topic": 1.4, "honour": 1.4, "policy": 1.0, "term": 1.2, "title": 0.5,
}  # fmt: skip
# What people call the kinds.
KIND_NAMES: Mapping[str, str] = {
    "query": "常查", "school": "学校", "brand": "品牌", "method": "工作法",
    "slogan": "口号", "topic": "主题", "honour": "荣誉", "policy": "政策",
    "term": "词语", "title": "标题",
}  # fmt: skip
TITLES = 4  # at most, where there are other names
_WHOLE, _START = 4.0, 2.5
_LONGEST = 64  # characters of a name that are looked at
_AMONG = 64  # of the best places, to choose from
_POPULAR = 3  # searches that stand before the names
_WAYS = 3  # to read letters, before it is enough to have found much

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name to search for.

    Attributes:
        text: The name.
        kind: One of `KINDS`.
        count: How many entries have it; of a query, how often it was asked.
    """

    text: str
    kind: str
    count: int


class Suggestions:
    """Names to choose from. It does not change."""

    def __init__(
        self,
        names: Iterable[tuple[str, Suggestion]],
        starts: Callable[[str], Iterable[int]],
    ) -> None:
        """By what people type for each: a short name stands for the full one.

        `starts` says where words begin in a folded text.
        """
        distinct = _distinct(names)
        self._names = tuple(distinct.values())
        texts = [key[:_LONGEST] for key in distinct]
        sizes = np.array([len(text) + 1 for text in texts], dtype=np.int64)
        self._begins = np.cumsum(sizes) - sizes
        self._sizes = sizes - 1
        self._owners = np.repeat(np.arange(len(texts)), sizes)
        flat = "\0".join((*texts, "\0" * (_LONGEST + 1)))
        self._codes = np.frombuffer(flat.encode("utf-32-le"), dtype="<u4")
        self._worth = np.array([_worth(name) for name in self._names])
        self._read(flat)
        self._sort(texts, starts)

    def _read(self, flat: str) -> None:
        """How each character is read, by two numbers in the order of their letters."""
        ways = syllables(flat), usual_syllables(flat)
        self._sounds = sorted({sound for way in ways for sound in way})
        numbers = {sound: number for number, sound in enumerate(self._sounds, start=1)}
        self._heard = np.array(
            [[numbers[sound] for sound in way] for way in ways], dtype=np.int32
        )

    def _sort(
        self, texts: Sequence[str], starts: Callable[[str], Iterable[int]]
    ) -> None:
        found = chain.from_iterable(
            [begin + at for at in {0, *starts(text)} if at < len(text)]
            for begin, text in zip(self._begins.tolist(), texts, strict=True)
        )
        places = np.fromiter(found, dtype=np.int64)
        self._by_code = _Sorted(places, self._codes[places])
        both = np.concatenate([places, places])
        heard = np.concatenate([self._heard[0, places], self._heard[1, places]])
        self._by_sound = _Sorted(both, heard)

    def find(self, typed: str, limit: int = LIMIT) -> list[Suggestion]:
        """At most `limit` names that go on from what was typed, the best first."""
        scores: dict[int, float] = {}
        for number, way in enumerate(ways(typed)):
            if number >= _WAYS and len(scores) >= _AMONG:
                break
            for owner, score in self._best(way):
                told = score - 0.3 * number
                scores[owner] = max(told, scores.get(owner, told))
        ranked = sorted(scores, key=lambda it: (-scores[it], self._names[it].text))
        offered = dict.fromkeys(self._names[it] for it in ranked)
        return _mixed(list(offered), min(limit, MOST))

    def _best(self, way: Way) -> list[tuple[int, float]]:
        """The best names for one way to read what was typed, and their worth."""
        places = self._narrowed(way)
        owners = self._owners[places]
        first = places == self._begins[owners]
        whole = first & (self._sizes[owners] == len(way))
        scores = self._worth[owners] + _START * first + _WHOLE * whole
        if len(places) > _AMONG:
            best = np.argpartition(-scores, _AMONG)[:_AMONG]
            owners, scores = owners[best], scores[best]
        return list(zip(owners.tolist(), scores.tolist(), strict=True))

    def _narrowed(self, way: Way) -> Places:
        first, *others = way
        low, high = self._bounds(first)
        places = (self._by_sound if first.sound else self._by_code).between(low, high)
        for offset, piece in enumerate(others, start=1):
            low, high = self._bounds(piece)
            at = places + offset
            if piece.sound:
                one, other = self._heard[0, at], self._heard[1, at]
                fits = (one >= low) & (one < high) | (other >= low) & (other < high)
            else:
                fits = self._codes[at] == low
            places = places[fits]
        return places

    def _bounds(self, piece: Piece) -> tuple[int, int]:
        """The numbers that a piece may have: from the first to before the second."""
        if not piece.sound:
            return ord(piece.text), ord(piece.text) + 1
        low = bisect_left(self._sounds, piece.text)
        end = f"{piece.text}\U0010ffff" if piece.begun else f"{piece.text}\0"
        return low + 1, bisect_left(self._sounds, end) + 1


def merged(
    first: Sequence[Suggestion], others: Sequence[Suggestion], limit: int
) -> list[Suggestion]:
    """A few of `first`, then the others; what is the same to a reader once."""
    kept = {_plain(it.text): it for it in reversed((*first[:_POPULAR], *others))}
    return list(reversed(kept.values()))[:limit]


class _Sorted:
    """Places in the order of a number of theirs."""

    def __init__(self, places: Places, numbers: NDArray[np.generic]) -> None:
        order = np.argsort(numbers, kind="stable")
        self._places, self._numbers = places[order], numbers[order]

    def between(self, low: int, high: int) -> Places:
        """The places whose number is `low` or more, but less than `high`."""
        first, end = np.searchsorted(self._numbers, (low, high))
        return self._places[first:end]


def _mixed(ranked: Sequence[Suggestion], limit: int) -> list[Suggestion]:
    """The first ones, but few titles while there are other names."""
    others = [name for name in ranked if name.kind != "title"]
    titles = [name for name in ranked if name.kind == "title"]
    room = max(limit - len(others), min(TITLES, limit))
    kept = {*others[: limit - min(room, len(titles))], *titles[:room]}
    return [name for name in ranked if name in kept]


def _distinct(names: Iterable[tuple[str, Suggestion]]) -> dict[str, Suggestion]:
    """Of names that are the same to a reader, the kind that comes first."""
    order = list(KINDS)
    found: dict[str, Suggestion] = {}
    for typed, name in names:
        key = _plain(typed)
        known = found.get(key)
        if key and (known is None or order.index(name.kind) < order.index(known.kind)):
            found[key] = name
    return found


def _worth(name: Suggestion) -> float:
    short = 1 / (1 + len(name.text) / 20)
    return KINDS[name.kind] * math.log1p(name.count) + short


def _plain(text: str) -> str:
    """The folded text without what nobody types: spaces and quotation marks."""
    return fold(text).text.translate(_UNTYPED)


_UNTYPED = dict.fromkeys(map(ord, " \"'“”‘’《》\0"))
