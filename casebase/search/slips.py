"""What a piece of a query may be a slip of: by sound, by shape, out of order, doubled.

These are guesses; `casebase.search.correcting` decides whether one is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from casebase.search.commonwords import common_words
from casebase.search.namesake import Namesakes
from casebase.text.pinyin import syllables
from casebase.text.segment import Word

_SURE = 3  # characters that must agree in sound or shape
_WIDEST = 8  # characters that are put right at once
WHOLE = range(4, _WIDEST + 1)  # of names that are told by most of their characters
_TRIED = 4  # of what sounds so
_MOST_SPANS = 60
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Slip:
    """`wrong` at `at` of a run, and what it should be.

    `seen` where the sound of several characters does not vouch for it: then it matters
    whether what was typed is a word after all.
    """

    at: int
    wrong: str
    right: str
    seen: bool = False

    def healed(self, run: str) -> str:
        """The run with it put right."""
        return run[: self.at] + self.right + run[self.at + len(self.wrong) :]

    @property
    def changed(self) -> Span:
        """Where the healed run differs; a place more where something is left out."""
        pairs = list(zip(self.wrong, self.right, strict=False))
        low = next((at for at, (a, b) in enumerate(pairs) if a != b), len(pairs))
        tails = enumerate(zip(reversed(self.wrong), reversed(self.right), strict=False))
        tail = next((at for at, (a, b) in tails if a != b), len(pairs))
        high = max(low + 1, len(self.right) - tail)
        return self.at + low, self.at + high


@dataclass(frozen=True, slots=True)
class Guesser:
    """Guesses what was meant.

    Attributes:
        names: Names and titles of the index.
        terms: Folded terms of the lexicons: even two characters may be meant as one.
        lookalikes: Characters that a character is mistaken for.
    """

    names: Namesakes
    terms: frozenset[str]
    lookalikes: Mapping[str, str]

    def guesses(
        self, run: str, tops: Sequence[Word], at: Sequence[int]
    ) -> Iterator[Slip]:
        """What may be meant at the suspect places `at` of a run, the surest first.

        `tops` are the longest words that are seen in it.
        """
        for look in (self.names.spelt, self.names.nearly_spelt):
            for place in at:
                yield from self._by_sound(run, place, look)
        yield from self._two(run, tops, at)
        for place in at:
            yield from self._by_shape(run, place)
            yield from self._swapped(run, place)
        for span in _spans(run, at):
            yield from self._whole(run, span, at)

    def pair(self, run: str, one: Word, other: Word) -> Iterator[Slip]:
        """Names that two known words sound as (心里危机)."""
        piece = run[one.start : other.end]
        together = len(piece) in WHOLE and one.end == other.start
        if together and piece not in self.names:
            for right in self.names.spelt(syllables(piece))[:_TRIED]:
                yield Slip(one.start, piece, right)

    def doubled(self, run: str) -> Iterator[Slip]:
        """Names of which a character was typed twice."""
        twice = [at for at, (one, other) in enumerate(pairwise(run)) if one == other]
        for start, end in _spans(run, twice):
            piece = run[start:end]
            for at, (one, other) in enumerate(pairwise(piece)):
                once = piece[:at] + piece[at + 1 :]
                if one == other and len(once) >= _SURE and once in self.names:
                    yield Slip(start, piece, once)

    @staticmethod
    def mixed_up(run: str) -> Iterator[Slip]:
        """Common words of the same characters (以本为人)."""
        if len(run) in WHOLE:
            for right in common_words().anagrams(run):
                yield Slip(0, run, right, seen=True)

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
        for start, end in sorted(set(found), key=lambda span: span[0] - span[1]):
            for right in alike(start, end)[:_TRIED]:
                yield Slip(start, run[start:end], right)

    def _two(self, run: str, tops: Sequence[Word], at: Sequence[int]) -> Iterator[Slip]:
        """Terms of two characters, where two are seen to stand by themselves."""
        edges = {edge for word in tops for edge in (word.start, word.end)}
        pairs = {span for place in at for span in _around(place, 2, len(run))}
        for start, end in sorted(pairs):
            if {start, end} <= edges:
                said = syllables(run[start:end])
                for right in self.names.spelt(said):
                    if right in self.terms:
                        yield Slip(start, run[start:end], right, seen=True)

    def _by_shape(self, run: str, at: int) -> Iterator[Slip]:
        for char in self.lookalikes.get(run[at], ""):
            right = run[:at] + char + run[at + 1 :]
            for start, end in _around(at, _SURE, len(run)):
                if right[start:end] in self.names:
                    yield Slip(start, run[start:end], right[start:end], seen=True)
            for start, end in _around(at, 2, len(run)):
                if right[start:end] in self.terms:
                    yield Slip(start, run[start:end], right[start:end], seen=True)

    def _swapped(self, run: str, at: int) -> Iterator[Slip]:
        """A place and its neighbour changed round (劳教动育)."""
        for low in (at - 1, at):
            if not 0 <= low < len(run) - 1 or run[low] == run[low + 1]:
                continue
            right = run[:low] + run[low + 1] + run[low] + run[low + 2 :]
            for start, end in _around(low, WHOLE[0], len(run)):
                if low + 2 <= end and right[start:end] in self.names:
                    yield Slip(start, run[start:end], right[start:end], seen=True)

    def _whole(self, run: str, span: Span, at: Sequence[int]) -> Iterator[Slip]:
        """Whole names of the same characters, of all but one, or of one more."""
        start, end = span
        piece = run[start:end]
        for right in self.names.anagrams(piece):
            yield Slip(start, piece, right, seen=True)
        if len(piece) in WHOLE:
            for right, place in self.names.but_one(piece):
                if start + place in at:
                    yield Slip(start, piece, right, seen=True)
            for right in self.names.with_one_more(piece):
                yield Slip(start, piece, right, seen=True)


def _grown(
    start: int, end: int, length: int, fits: Callable[[int, int], object]
) -> Span | None:
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


def _around(at: int, size: int, length: int) -> Iterator[Span]:
    """The spans of `size` that hold a place."""
    for start in range(max(0, at - size + 1), min(at, length - size) + 1):
        yield start, start + size


def _wider(start: int, end: int, length: int) -> Iterable[Span]:
    if end < length:
        yield start, end + 1
    if start:
        yield start - 1, end


def _spans(run: str, places: Sequence[int]) -> Iterator[Span]:
    """The spans of three to eight characters that hold one of them, longer first."""
    found = {
        span
        for at in places
        for size in range(_SURE, _WIDEST + 1)
        for span in _around(at, size, len(run))
    }
    ordered = sorted(found, key=lambda span: (span[0] - span[1], span))
    return islice(ordered, _MOST_SPANS)
