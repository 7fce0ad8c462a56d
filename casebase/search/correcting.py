"""Slips in a query, put right where what was typed is nowhere and what was meant is.

Typed by sound (产交融合 for 产教融合), by shape (样扳支部), one character for another
(双带投人), twice (党建建引领), or out of order (融产教合). A place is suspect where the
words that the segmenter sees are single characters or stand in no entry. Something is
changed there alone, and only into a name, a piece of a title or a common word that
entries have, and only if nothing is suspect there any more afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Protocol

from casebase.search.commonwords import common_words
from casebase.search.namesake import Namesakes
from casebase.search.stopwords import STOP_WORDS
from casebase.search.words import Words, longest
from casebase.text.pinyin import syllables
from casebase.text.segment import Word

_RUN = re.compile("[\u4e00-\u9fff]{2,}")
_LONGEST_RUN = 40  # characters; in longer ones nothing is put right
_SUSPECTS = 6  # places of a run
_SLIPS = 3  # in a run
_SURE = 3  # characters that must agree in sound or shape
_WIDEST = 8  # characters that are put right at once
_WHOLE = range(4, _WIDEST + 1)  # of names that are told by most of their characters
_HOPELESS = 50  # times rarer than what it sounds like
_TRIED = 4  # wordings whose frequency is asked


class Known(Protocol):
    """What is needed of the names: `casebase.search.names.Names`."""

    def covered(self, text: str, edges: frozenset[int]) -> frozenset[int]:
        """The places of a folded text where a name stands."""
        ...


@dataclass(frozen=True, slots=True)
class Slip:
    """`wrong` at `at` of a run, and what it should be."""

    at: int
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Corrector:
    """Puts slips right.

    Attributes:
        segmenter: Cuts text into words.
        known: Names, in which nothing is a slip.
        names: Names and titles of the index by sound and shape.
        terms: Folded terms of the lexicons: even two characters are put right to them.
        frequency: How many entries have a text.
        lookalikes: Characters that a character is mistaken for.
    """

    segmenter: Words
    known: Known
    names: Callable[[], Namesakes]
    terms: frozenset[str]
    frequency: Callable[[str], int]
    lookalikes: Mapping[str, str]

    def corrected(self, text: str) -> str:
        """A folded text with its slips put right."""
        return _RUN.sub(lambda run: self._run(run[0]), text)

    def _run(self, run: str) -> str:
        if len(run) > _LONGEST_RUN:
            return run
        for _ in range(_SLIPS):
            slip = next(self._slips(run), None)
            if slip is None:
                break
            run = run[: slip.at] + slip.right + run[slip.at + len(slip.wrong) :]
        return run

    def _slips(self, run: str) -> Iterator[Slip]:
        """What may be slips of a run, the surest first."""
        tops = longest(self.segmenter.words(run))
        edges = frozenset(edge for word in tops for edge in (word.start, word.end))
        named = self.known.covered(run, edges)
        suspects = [
            at
            for word in tops
            if self._is_suspect(word.token)
            for at in range(word.start, word.end)
            if at not in named
        ][:_SUSPECTS]
        for slip in self._candidates(run, tops, named, suspects):
            if self._is_better(slip) and self._heals(run, slip):
                yield slip

    def _candidates(
        self, run: str, tops: Sequence[Word], named: frozenset[int], at: Sequence[int]
    ) -> Iterator[Slip]:
        names = self.names()
        twice = [at for at, (one, two) in enumerate(pairwise(run)) if one == two]
        for span in _spans(run, [place for place in twice if place not in named]):
            yield from self._doubled(run, span)
        if not at:
            yield from self._pairs(run, tops, named)
            return
        for look in (names.spelt, names.nearly_spelt):
            for place in at:
                yield from self._by_sound(run, place, look)
        seen = (
            *(slip for place in at for slip in self._by_shape(run, place)),
            *(slip for span in _spans(run, at) for slip in self._whole(run, span, at)),
            *self._mixed_up(run, tops),
        )
        # What is a word after all was not mistaken for another by its looks.
        for slip in seen:
            if self._is_better(slip) and self._is_no_word(tops, slip, at):
                yield slip

    def _is_suspect(self, word: str) -> bool:
        """Whether a word is a single character, or in no entry."""
        if word in STOP_WORDS:
            return False
        return len(word) == 1 or not (word in self.names() or self.frequency(word))

    @staticmethod
    def _is_no_word(tops: Sequence[Word], slip: Slip, suspects: Sequence[int]) -> bool:
        """Whether nobody would write the suspect words where something is changed."""
        end = slip.at + len(slip.wrong)
        places = [at for at in suspects if slip.at <= at < end]
        seen = (w.token for w in tops if any(w.start <= at < w.end for at in places))
        return all(len(word) == 1 or not common_words().is_name(word) for word in seen)

    def _pairs(
        self, run: str, tops: Sequence[Word], named: frozenset[int]
    ) -> Iterator[Slip]:
        """Two known words that sound as a name does (心里危机)."""
        names = self.names()
        for one, other in pairwise(tops):
            piece = run[one.start : other.end]
            if (
                len(piece) in _WHOLE
                and one.end == other.start
                and named.isdisjoint(range(one.start, other.end))
                and piece not in names
            ):
                for right in names.spelt(syllables(piece))[:_TRIED]:
                    yield Slip(one.start, piece, right)

    def _by_sound(
        self, run: str, at: int, look: Callable[[Sequence[str]], list[str]]
    ) -> Iterator[Slip]:
        """The widest pieces around a place that sound as a name or title does."""
        said = syllables(run)

        def alike(start: int, end: int) -> list[str]:
            heard = look(said[start:end])
            return [] if run[start:end] in heard else heard

        found = [
            grown
            for start, end in _around(at, _SURE, len(run))
            if (grown := _grown(start, end, len(run), alike))
        ]
        for start, end in sorted(found, key=lambda span: span[0] - span[1]):
            for right in alike(start, end)[:_TRIED]:
                yield Slip(start, run[start:end], right)
        for start, end in _around(at, 2, len(run)):
            for right in alike(start, end):
                if right in self.terms:
                    yield Slip(start, run[start:end], right)

    def _by_shape(self, run: str, at: int) -> Iterator[Slip]:
        names = self.names()
        for char in self.lookalikes.get(run[at], ""):
            right = run[:at] + char + run[at + 1 :]
            for start, end in _around(at, _SURE, len(run)):
                if right[start:end] in names:
                    yield Slip(start, run[start:end], right[start:end])
            for start, end in _around(at, 2, len(run)):
                if right[start:end] in self.terms:
                    yield Slip(start, run[start:end], right[start:end])

    def _whole(
        self, run: str, span: tuple[int, int], suspects: Sequence[int]
    ) -> Iterator[Slip]:
        """Whole names of the same characters, or of all but one."""
        start, end = span
        piece = run[start:end]
        for right in self.names().anagrams(piece):
            yield Slip(start, piece, right)
        if len(piece) in _WHOLE:
            for right, at in self.names().but_one(piece):
                if start + at in suspects:
                    yield Slip(start, piece, right)

    def _mixed_up(self, run: str, tops: Sequence[Word]) -> Iterator[Slip]:
        """Common words, where nothing that is seen is a word (以本 为 人)."""
        told = (
            word.token in STOP_WORDS or self._is_suspect(word.token) for word in tops
        )
        if len(run) in _WHOLE and all(told):
            for right in common_words().anagrams(run):
                yield Slip(0, run, right)

    def _doubled(self, run: str, span: tuple[int, int]) -> Iterator[Slip]:
        """Names, of which a character was typed twice."""
        piece = run[slice(*span)]
        for at, (one, other) in enumerate(pairwise(piece)):
            once = piece[:at] + piece[at + 1 :]
            if one == other and len(once) >= _SURE and once in self.names():
                yield Slip(span[0], piece, once)

    def _is_better(self, slip: Slip) -> bool:
        """Whether entries have what was meant, and none, or hardly any, the slip."""
        right = self.frequency(slip.right)
        return right > _HOPELESS * self.frequency(slip.wrong)

    def _heals(self, run: str, slip: Slip) -> bool:
        """Whether the changed characters stand in words that entries have."""
        end = slip.at + len(slip.right)
        healed = run[: slip.at] + slip.right + run[slip.at + len(slip.wrong) :]
        return not any(
            word.start < end and slip.at < word.end and self._is_suspect(word.token)
            for word in longest(self.segmenter.words(healed))
        )


def _grown(
    start: int, end: int, length: int, fits: Callable[[int, int], object]
) -> tuple[int, int] | None:
    """The widest span around a span that fits; None where that itself does not."""
    if not fits(start, end):
        return None
    while end - start < _WIDEST:
        wider = _wider(start, end, length)
        better = next((span for span in wider if fits(*span)), None)
        if better is None:
            break
        start, end = better
    return start, end


def _around(at: int, size: int, length: int) -> Iterator[tuple[int, int]]:
    """The spans of `size` that hold a place."""
    for start in range(max(0, at - size + 1), min(at, length - size) + 1):
        yield start, start + size


def _wider(start: int, end: int, length: int) -> Iterable[tuple[int, int]]:
    if end < length:
        yield start, end + 1
    if start:
        yield start - 1, end


def _spans(run: str, suspects: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The spans of three to eight characters that hold a suspect, longer first."""
    found = {
        span
        for at in suspects
        for size in range(_SURE, _WIDEST + 1)
        for span in _around(at, size, len(run))
    }
    return islice(sorted(found, key=lambda span: (span[0] - span[1], span)), 60)
