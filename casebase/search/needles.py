"""Where in a text a query matched, to the character.

What matched is found by folding, as the engine found it, so that what is marked is
what was meant: 鲁发[2022]19号 marks 鲁发〔2022〕19 号, and 1+3 marks nothing of 1+3+N.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from casebase.results import Mark
from casebase.text.fold import fold
from casebase.text.grams import grams


@dataclass(frozen=True, slots=True)
class Needle:
    """A text that was looked for, folded; `via` when by expansion, not as typed.

    `weight` says how much it tells of why the entry was found. A `pattern` is looked
    for in the folded text instead of `text`, where a query leaves something open.
    """

    text: str
    via: bool = False
    weight: float = 1.0
    title_only: bool = False
    pattern: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A needle at `start` to `end` of the searched text, as it stands there."""

    start: int
    end: int
    needle: Needle


class Haystack:
    """A paragraph or title, folded once for all needles."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)

    def find(self, needles: Iterable[Needle]) -> list[Found]:
        """Every place of every needle, in reading order, longer before shorter."""
        found = [hit for needle in needles for hit in self._find(needle)]
        return sorted(found, key=lambda hit: (hit.start, -hit.end, hit.needle.via))

    def _find(self, needle: Needle) -> Iterator[Found]:
        if needle.pattern is None:
            yield from self._find_text(needle)
            return
        for match in needle.pattern.finditer(self._folded.text):
            span = self._folded.span(*match.span())
            if self._whole(match[0], span):
                yield Found(*span, needle)

    def _find_text(self, needle: Needle) -> Iterator[Found]:
        text, wanted = self._folded.text, needle.text
        at = text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            span = self._folded.span(at, end)
            if self._whole(wanted, span):
                yield Found(*span, needle)
                at = text.find(wanted, end)
            else:
                at = text.find(wanted, at + 1)

    def _whole(self, wanted: str, span: tuple[int, int]) -> bool:
        """Whether neither end cuts a gram; Han characters have nothing to cut."""
        start, end = span
        return (_free(wanted[0]) or start in self._edges[0]) and (
            _free(wanted[-1]) or end in self._edges[1]
        )

    @cached_property
    def _edges(self) -> tuple[frozenset[int], frozenset[int]]:
        pieces = grams(self.text)
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
