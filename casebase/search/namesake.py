"""Names and words by how they sound and look: what letters or a slip may stand for.

All texts lie one after the other in a few long strings, a line each, character beside
sound beside first letter. Looking something up is finding a substring, which is fast
enough for 10,000 titles (about 0.1 ms) and takes some 2 MB for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, islice, pairwise

from casebase.text.fold import fold
from casebase.text.pinyin import (
    all_syllables,
    is_read,
    syllables,
    usual_syllables,
)

_MOST_CHARACTERS = 1_000_000  # of names, then titles; more would be slow to look in
_MOST_FOUND = 2_000  # places that are looked at
_MOST_SEEN = 40  # places whose words are looked at
_MIXED_UP = range(3, 13)  # characters of what may be typed with a slip in it
_PIECE = re.compile(r"[\w+]+")
_HAN = re.compile("[\u4e00-\u9fff]")
_END = "\n"
# A private character for each syllable, so that a sound is as long as its text.
_FIRST_CODE = 0xE000
_FLAT = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"))


def flat(syllable: str) -> str:
    """A syllable without what many speakers do not tell apart: zh/z, n/l, ang/an."""
    for said, like in _FLAT:
        if syllable.startswith(said):
            syllable = like + syllable.removeprefix(said)
            break
    nasal = syllable.endswith(("ang", "eng", "ing"))
    return syllable[:-1] if nasal else syllable


@cache
def _codes() -> Mapping[str, str]:
    """The private character of each syllable."""
    known = sorted(all_syllables())
    return {one: chr(_FIRST_CODE + at) for at, one in enumerate(known)}


@cache
def _flat_codes() -> Mapping[str, str]:
    """As `_codes`, the same for syllables that are not told apart."""
    kinds = sorted({flat(one) for one in all_syllables()})
    places = {kind: chr(_FIRST_CODE + at) for at, kind in enumerate(kinds)}
    return {one: places[flat(one)] for one in all_syllables()}


def _coded(said: Sequence[str], codes: Mapping[str, str]) -> str:
    return "".join([codes.get(one, one) for one in said])


class Namesakes:
    """Names (each whole) and titles, by sound, first letters and characters."""

    def __init__(self, names: Iterable[str], titles: Iterable[str] = ()) -> None:
        """Texts as people write them; 10,000 titles take about 0.2 s."""
        self._keep(dict.fromkeys(_pieces(names)), _pieces(titles))

    @classmethod
    def of_words(cls, words: Iterable[str]) -> Namesakes:
        """Of folded words of nothing but Han characters."""
        made = cls(())
        made._keep(dict.fromkeys(words), ())
        return made

    def _keep(self, names: dict[str, None], titles: Iterable[str]) -> None:
        self._names = names
        lines = _joined(dict.fromkeys(_bounded(chain(names, titles))))
        # What is read by its word is found under its usual reading too (zhongqing).
        again = _joined(_read_otherwise(lines, syllables(lines)))
        self._han = lines + again
        said = [*syllables(lines), *usual_syllables(again)]
        self._sound = _coded(said, _codes())
        self._flat = _coded(said, _flat_codes())
        self._initial = "".join([one[0] for one in said])
        self._pairs = _pairs(lines)

    def __contains__(self, text: str) -> bool:
        """Whether a name or title holds a folded text.

        That its pairs of characters are somewhere is asked first: most are not.
        """
        return self._pairs.issuperset(_pairs(text)) and text in self._han

    def is_name(self, text: str) -> bool:
        """Whether a folded text is the whole of a name."""
        return text in self._names

    def spelt(self, said: Sequence[str]) -> list[str]:
        """What is read as `said`, the most frequent first.

        Each of `said` is a syllable, or a Han character that is to stand there.
        """
        return self._read_as(said, self._sound, _codes())

    def nearly_spelt(self, said: Sequence[str]) -> list[str]:
        """As `spelt`, for those who do not tell zh from z, n from l, ing from in."""
        return self._read_as(said, self._flat, _flat_codes())

    def initialled(self, letters: str) -> list[str]:
        """Whole names, and pieces of titles, whose characters begin with `letters`."""
        found = _places(self._initial, f"{_END}{letters}{_END}")
        lines = (self._han[at + 1 : at + 1 + len(letters)] for at in found)
        return list(dict.fromkeys(line for line in lines if all(map(is_read, line))))

    def holding_initials(self, letters: str) -> Iterator[tuple[str, int]]:
        """Names and pieces of titles in which characters begin so, and where."""
        for at in islice(_places(self._initial, letters), _MOST_SEEN):
            low = self._han.rindex(_END, 0, at + 1) + 1
            high = self._han.index(_END, at)
            if all(map(is_read, self._han[at : at + len(letters)])):
                yield self._han[low:high], at - low

    def anagrams(self, text: str) -> tuple[str, ...]:
        """Whole names of the same characters in another order."""
        found = self._sorted.get("".join(sorted(text)), ())
        return tuple(name for name in found if name != text)

    def but_one(self, text: str) -> Iterator[tuple[str, int]]:
        """Whole names that differ from `text` in one character, and where.

        One half of the name is then as typed, which is how they are found.
        """
        half = len(text) // 2
        begin = self._halves.get((text[:half], len(text), True), ())
        end = self._halves.get((text[half:], len(text), False), ())
        for name in (*begin, *end):
            differ = [at for at, char in enumerate(name) if char != text[at]]
            if len(differ) == 1:
                yield name, differ[0]

    def with_one_more(self, text: str) -> Iterator[str]:
        """Whole names of which `text` leaves out one character."""
        size = len(text) + 1
        half = size // 2
        begin = self._halves.get((text[:half], size, True), ())
        end = self._halves.get((text[half - 1 :], size, False), ())
        for name in dict.fromkeys((*begin, *end)):
            if any(name[:at] + name[at + 1 :] == text for at in range(size)):
                yield name

    @cached_property
    def _short_names(self) -> tuple[str, ...]:
        return tuple(name for name in self._names if len(name) in _MIXED_UP)

    @cached_property
    def _sorted(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name in self._short_names:
            key = "".join(sorted(name))
            found[key] = (*found.get(key, ()), name)
        return found

    @cached_property
    def _halves(self) -> dict[tuple[str, int, bool], list[str]]:
        found: dict[tuple[str, int, bool], list[str]] = {}
        for name in self._short_names:
            half = len(name) // 2
            found.setdefault((name[:half], len(name), True), []).append(name)
            found.setdefault((name[half:], len(name), False), []).append(name)
        return found

    def _read_as(
        self, said: Sequence[str], sounds: str, codes: Mapping[str, str]
    ) -> list[str]:
        """The texts at the places where `sounds` is as `said`."""
        fixed = [at for at, one in enumerate(said) if _HAN.match(one)]
        starts: Iterator[int]
        if fixed:
            signs = ("." if _HAN.match(one) else codes.get(one, one) for one in said)
            wanted = re.compile(f"(?={''.join(signs)})")
            starts = map(re.Match.start, wanted.finditer(sounds))
        else:
            starts = _places(sounds, _coded(said, codes))
        found = Counter(
            self._han[at : at + len(said)] for at in islice(starts, _MOST_FOUND)
        )
        fitting = (text for text, _ in found.most_common())
        return [text for text in fitting if all(text[at] == said[at] for at in fixed)]


def _pieces(texts: Iterable[str]) -> Iterator[str]:
    """What of texts, folded, stands between signs and has Han characters."""
    for text in texts:
        for piece in _PIECE.findall(fold(text).text):
            if _HAN.search(piece):
                yield piece


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text)))


def _read_otherwise(lines: str, said: Sequence[str]) -> Iterator[str]:
    """Those of the joined lines with a character that is not read as usual."""
    last = -1
    for at, (read, usual) in enumerate(zip(said, usual_syllables(lines), strict=True)):
        if read != usual and at > last:
            last = lines.index(_END, at)
            yield lines[lines.rindex(_END, 0, at) + 1 : last]


def _bounded(lines: Iterable[str]) -> Iterator[str]:
    left = _MOST_CHARACTERS
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            return
        yield line


def _joined(lines: Iterable[str]) -> str:
    return _END + _END.join(lines) + _END


def _places(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted) if wanted.strip(_END) else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
