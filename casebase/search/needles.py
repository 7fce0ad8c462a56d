"""Where in a text a query matched, to the character.

What matched is found by folding, as the engine found it, so that what is marked is
what was meant: 鲁发[2022]19号 marks 鲁发〔2022〕19 号, and 1+3 marks nothing of 1+3+N.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from casebase.results import Mark
from casebase.text.characters import joins
from casebase.text.fold import fold
from casebase.text.grams import grams

# Stands between paragraphs while they are folded: for private use, so that it stays as
# it is, and what is beside it is folded as at an end.
_BETWEEN = "\ue000"
_Place = tuple[int, int, int]  # a paragraph; a start and an end in it


@dataclass(frozen=True, slots=True)
class Chain:
    """Pieces in order in one paragraph, for what a query leaves open between them.

    Attributes:
        pieces: Each behind the nearest place of the one before.
        gap: How many characters may stand between two of them.
        starts: Whether the first begins the paragraph.
        ends: Whether the last ends it.
    """

    pieces: tuple[re.Pattern[str], ...]
    gap: int
    starts: bool = False
    ends: bool = False

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in lines of text, each behind the other, in linear time."""
        first, *others = self.pieces
        found = [match.span() for match in first.finditer(text)]
        if self.starts:
            found = [
                span
                for span in found
                if text[max(span[0] - 1, 0) : span[0]] in {"", "\n"}
            ]
        for piece in others:
            found = list(self._longer(found, piece, text))
        done = 0
        for start, end in found:
            if start >= done and (text[end : end + 1] in {"", "\n"} or not self.ends):
                yield start, end
                done = end

    def _longer(
        self, before: list[tuple[int, int]], piece: re.Pattern[str], text: str
    ) -> Iterator[tuple[int, int]]:
        """What was found, and a piece behind it."""
        at = 0
        for match in piece.finditer(text):
            while at < len(before) and before[at][1] <= match.start():
                at += 1
            if at:
                start, end = before[at - 1]
                near = match.start() - end <= self.gap
                if near and "\n" not in text[end : match.start()]:
                    yield start, match.end()


@dataclass(frozen=True, slots=True)
class Needle:
    """A text that was looked for, folded; `via` when by expansion, not as typed.

    `weight` says how much it tells of why the entry was found. Where a query
    leaves something open, a `chain` is looked for in the folded text instead.
    """

    text: str
    via: bool = False
    weight: float = 1.0
    title_only: bool = False
    chain: Chain | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A needle at `start` to `end` of the searched text, as it stands there."""

    start: int
    end: int
    needle: Needle


class Haystack:
    """Paragraphs, folded once for all needles; nothing is found across two of them."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]
        self._folded = fold(_BETWEEN.join(texts))
        self._text = self._parted()
        self._edges: dict[int, tuple[frozenset[int], frozenset[int]]] = {}

    def _parted(self) -> str:
        """The folded text with a line break, which no needle has, where one ends."""
        text = self._folded.text
        origins = self._folded.origins[:]  # a copy is looked through faster
        ends = [bisect_left(origins, start - 1) for start in self._starts[1:-1]]
        edges = [-1, *ends, len(text)]
        return "\n".join(text[at + 1 : end] for at, end in pairwise(edges))

    def find(self, needles: Iterable[Needle]) -> list[list[Found]]:
        """Every place of every needle by paragraph, in reading order, longer first."""
        if len(self._texts) > 1 and any(map(_joins_before, self._texts)):
            wanted = list(needles)
            return [Haystack(text).find(wanted)[0] for text in self._texts]
        found: list[list[Found]] = [[] for _ in self._texts]
        for needle in needles:
            for paragraph, hit in self._find(needle):
                found[paragraph].append(hit)
        for hits in found:
            hits.sort(key=lambda hit: (hit.start, -hit.end, hit.needle.via))
        return found

    def _find(self, needle: Needle) -> Iterator[tuple[int, Found]]:
        if needle.chain is None:
            yield from self._find_text(needle)
            return
        for start, end in needle.chain.spans(self._text):
            place = self._place(start, end)
            if self._whole(self._text[start:end], place):
                yield place[0], Found(*place[1:], needle)

    def _find_text(self, needle: Needle) -> Iterator[tuple[int, Found]]:
        text, wanted = self._text, needle.text
        at = text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            place = self._place(at, end)
            if self._whole(wanted, place):
                yield place[0], Found(*place[1:], needle)
                at = text.find(wanted, end)
            else:
                at = text.find(wanted, at + 1)

    def _place(self, start: int, end: int) -> _Place:
        """The paragraph, and where in it that stretch of folded text stands."""
        first, last = self._folded.span(start, end)
        paragraph = bisect_right(self._starts, first) - 1
        before = self._starts[paragraph]
        return paragraph, first - before, last - before

    def _whole(self, wanted: str, place: _Place) -> bool:
        """Whether neither end cuts a gram; Han characters have nothing to cut."""
        if _free(wanted[0]) and _free(wanted[-1]):
            return True
        paragraph, start, end = place
        if paragraph not in self._edges:
            self._edges[paragraph] = _edges(self._texts[paragraph])
        starts, ends = self._edges[paragraph]
        return (_free(wanted[0]) or start in starts) and (
            _free(wanted[-1]) or end in ends
        )


def _joins_before(text: str) -> bool:
    """Whether a paragraph begins with what would join the end of the one before."""
    return bool(text) and not _free(text[0]) and joins(text[0])


def _edges(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Where grams begin and end."""
    pieces = grams(text)
    starts = frozenset(piece.start for piece in pieces)
    return starts, frozenset(piece.end for piece in pieces)


def _free(char: str) -> bool:
    """Whether `char` is always a gram by itself (a common Han character)."""
    return "\u4e00" <= char <= "\u9fff"


def marks(found: Iterable[Found], start: int, end: int) -> tuple[Mark, ...]:
    """The places within `start` to `end`, as marks counted from `start`.

    Places that overlap become one mark; it is `via` only if all of it is.
    """
    merged: list[Mark] = []
    for hit in found:
        if hit.start < start or hit.end > end or hit.start == hit.end:
            continue
        mark = Mark(hit.start - start, hit.end - start, hit.needle.via)
        if merged and mark.start < merged[-1].end:
            merged[-1] = _union(merged[-1], mark)
        else:
            merged.append(mark)
    return tuple(merged)


def _union(one: Mark, other: Mark) -> Mark:
    return Mark(one.start, max(one.end, other.end), one.via and other.via)
