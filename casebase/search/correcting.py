"""Slips in a query, put right where what was typed is nowhere and what was meant is.

Typed by sound (产交融合 for 产教融合), by shape (样扳支部), one character for another
(双带投人), twice (党建建引领), left out (交运输部) or out of order (融产教合).

A place is suspect where the words that the segmenter sees are single characters or
stand in no entry. Something is changed there alone, and only into a name, a piece of a
title or a common word that entries have, and only if nothing there is suspect then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import itemgetter
from typing import Protocol

from casebase.search.commonwords import common_words
from casebase.search.namesake import Namesakes
from casebase.search.slips import Guesser, Slip
from casebase.search.stopwords import STOP_WORDS
from casebase.search.words import Words, longest
from casebase.text.segment import Word

_RUN = re.compile("[\u4e00-\u9fff]{2,}")
_LONGEST_RUN = 40  # characters; in longer ones nothing is put right
_SUSPECTS = 6  # places of a run
_SLIPS = 3  # in a run
_GUESSES = 40  # that are looked at
_GOOD = 4  # of which the best is taken
_HOPELESS = 50  # times rarer than what it sounds like


class Known(Protocol):
    """What is needed of the names: `casebase.search.names.Names`."""

    def covered(self, text: str, edges: frozenset[int]) -> frozenset[int]:
        """The places of a folded text where a name stands."""
        ...


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
        for _ in range(_SLIPS if len(run) <= _LONGEST_RUN else 0):
            slip = self._surest(run)
            if slip is None:
                break
            run = slip.healed(run)
        return run

    def _surest(self, run: str) -> Slip | None:
        """Of the good guesses the first that leaves least to wonder about."""
        tops = longest(self.segmenter.words(run))
        edges = frozenset(edge for word in tops for edge in (word.start, word.end))
        named = self.known.covered(run, edges)
        suspects = [at for at in self._suspects(tops) if at not in named]
        good: list[tuple[int, Slip]] = []
        for slip in islice(_once(self._guesses(run, tops, named, suspects)), _GUESSES):
            if self._is_good(run, tops, slip):
                left = self._left(run, slip)
                if not left:
                    return slip
                good.append((left, slip))
            if len(good) == _GOOD:
                break
        return min(good, key=itemgetter(0))[1] if good else None

    def _guesses(
        self, run: str, tops: Sequence[Word], named: frozenset[int], at: Sequence[int]
    ) -> Iterator[Slip]:
        guesser = Guesser(self.names(), self.terms, self.lookalikes)
        yield from guesser.doubled(run)
        yield from guesser.guesses(run, tops, at[:_SUSPECTS])
        if not at:
            for one, other in pairwise(tops):
                if named.isdisjoint(range(one.start, other.end)):
                    yield from guesser.pair(run, one, other)
        elif all(self._tells_nothing(word.token) for word in tops):
            yield from guesser.mixed_up(run)

    def _suspects(self, tops: Sequence[Word]) -> Iterator[int]:
        for word in tops:
            if self._is_suspect(word.token):
                yield from range(word.start, word.end)

    def _is_suspect(self, word: str) -> bool:
        """Whether a word is a single character, or in no entry."""
        if word in STOP_WORDS:
            return False
        return len(word) == 1 or not (word in self.names() or self.frequency(word))

    def _tells_nothing(self, word: str) -> bool:
        return word in STOP_WORDS or self._is_suspect(word)

    def _is_good(self, run: str, tops: Sequence[Word], slip: Slip) -> bool:
        """Whether entries have what was meant, and none, or hardly any, the slip."""
        right = self.frequency(slip.right)
        return (
            right > _HOPELESS * self.frequency(slip.wrong)
            and self._heals(run, slip)
            and not (slip.seen and self._was_a_word(tops, slip))
        )

    def _heals(self, run: str, slip: Slip) -> bool:
        """Whether the changed characters stand in words that entries have."""
        start, end = slip.changed
        return not any(
            word.start < end and start < word.end and self._is_suspect(word.token)
            for word in longest(self.segmenter.words(slip.healed(run)))
        )

    def _was_a_word(self, tops: Sequence[Word], slip: Slip) -> bool:
        """Whether somebody may have meant a suspect word that would be changed."""
        start, end = slip.changed
        changed = (w.token for w in tops if w.start < end and start < w.end)
        return any(
            len(word) > 1 and self._is_suspect(word) and common_words().is_name(word)
            for word in changed
        )

    def _left(self, run: str, slip: Slip) -> int:
        """How many places of a run are suspect still, once a slip is put right."""
        tops = longest(self.segmenter.words(slip.healed(run)))
        return sum(1 for _ in self._suspects(tops))


def _once(slips: Iterator[Slip]) -> Iterator[Slip]:
    seen: set[Slip] = set()
    for slip in slips:
        if slip not in seen:
            seen.add(slip)
            yield slip
