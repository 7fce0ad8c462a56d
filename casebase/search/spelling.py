"""Pinyin in a query, in full or by initials, as the Han words that are meant.

`dangjian yinling`, `dangjianyinling`, `dang jian yin ling`, `党建yinling`, `shyk`. What
the letters stand for is looked for among names and titles, then among common words,
then with the sounds that many do not tell apart; only what some entry has is taken.
Letters that are in the base themselves (AI, PLC) stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, islice, pairwise

from casebase.search.commonwords import common_words
from casebase.search.namesake import Namesakes
from casebase.search.parse import AllOf, AnyOf, Asked, Instead, Words
from casebase.search.words import Words as Segmenting
from casebase.search.words import longest
from casebase.text.fold import fold
from casebase.text.pinyin import cuts

REASON = "拼音"
MAX_TOKENS = 12  # of letters, one after the other
_MAX_ASKED = 32  # readings of letters that are looked up for a query
MAX_WORDINGS = 3
_TRIED = 8  # wordings whose frequency is asked
_LETTERS = re.compile(r"[a-z][a-z'’]*")
_PLAIN = re.compile(r"[A-Za-züÜ'’]{1,64}")
_INITIALS = range(2, 13)
_WITHIN = 4  # initials at least, where they are not those of a whole name
_LONG = range(6, 40)  # letters of which two may be changed round
_PAIR = 2
_CONTEXT = 4  # Han characters beside the letters that are to stand there
_HAN = re.compile("[\u4e00-\u9fff]")
# So much more frequent than the letters themselves must be what they spell.
_RATHER = 5


@dataclass(frozen=True, slots=True)
class Speller:
    """Reads letters.

    Attributes:
        segmenter: Cuts text into words.
        names: Names and titles of the index.
        frequency: How many entries have a text.
        without: Folded wordings that are not wanted.
        known: What letters were found to stand for so far; it bounds the work.
    """

    segmenter: Segmenting
    names: Callable[[], Namesakes]
    frequency: Callable[[str], int]
    without: frozenset[str] = frozenset()
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def spelt_out(self, tree: Asked) -> Asked:
        """`tree` with what its words spell."""
        match tree:
            case Words():
                return self._word(tree)
            case AllOf(children):
                return replace(tree, children=tuple(self._all(children)))
            case AnyOf(children):
                return replace(tree, children=tuple(map(self.spelt_out, children)))
            case _:
                return tree

    def _all(self, children: Sequence[Asked]) -> Iterator[Asked]:
        for together, group in groupby(children, key=_all_letters):
            for child in self._runs(list(group)) if together else group:
                yield self.spelt_out(child) if isinstance(child, Words) else child

    def _runs(self, letters: list[Asked]) -> Iterator[Asked]:
        """Words of letters, several together where they spell one thing."""
        words = [word for word in letters if isinstance(word, Words)]
        at = 0
        while at < len(words):
            size, found = self._longest(words[at : at + MAX_TOKENS])
            yield found
            at += size

    def _longest(self, words: Sequence[Words]) -> tuple[int, Asked]:
        for size in range(len(words), 1, -1):
            some = words[:size]
            wordings = self._said("'".join(_lower(word.text) for word in some))
            if wordings and len({word.field for word in some}) == 1:
                typed = " ".join(word.text for word in some)
                return size, Instead(typed, wordings, some[0].field, REASON)
        return 1, words[0]

    def _word(self, word: Words) -> Asked:
        """A run that has letters in it."""
        folded = fold(word.text).text
        if not _LETTERS.search(folded) or folded in self.without:
            return word
        found = self._mixed(folded) if _HAN.search(folded) else self._alone(word.text)
        return Instead(word.text, found, word.field, REASON) if found else word

    def _alone(self, typed: str) -> tuple[str, ...]:
        if not _PLAIN.fullmatch(typed):
            return ()
        letters = _lower(typed)
        said = self._said(letters)
        known = self.frequency(letters)
        if said and known and self.frequency(said[0]) < _RATHER * known:
            return ()
        if not said and not known and len(letters) in _INITIALS:
            said = self._used(self.names().initialled(letters))
            said = said or self._used(self._within(letters))
        return (*said, typed) if said and known else said

    def _within(self, letters: str) -> list[str]:
        """Whole words, within names and titles, whose characters begin so."""
        if len(letters) < _WITHIN:
            return []
        found: Counter[str] = Counter()
        for line, at in self.names().holding_initials(letters):
            end = at + len(letters)
            words = longest(self.segmenter.words(line))
            starts = {word.start for word in words}
            if at in starts and end in starts | {len(line)}:
                found[line[at:end]] += 1
        return [text for text, _ in found.most_common()]

    def _mixed(self, text: str) -> tuple[str, ...]:
        """Han and letters in one run: the letters are read as what fits beside them."""
        for match in islice(_LETTERS.finditer(text), MAX_TOKENS):
            before, after = text[: match.start()], text[match.end() :]
            if not _stands_alone(before, after) or self.frequency(text):
                continue
            left, right = _han_end(before), _han_start(after)
            for said in cuts(match[0]):
                fitting = self.names().spelt((*left, *said, *right))
                if fitting:
                    head = before[: len(before) - len(left)]
                    tail = after[len(right) :]
                    return self._used(head + it + tail for it in fitting)
            alone = self._said(match[0])
            if alone and not self.frequency(match[0]):
                return tuple(before + it + after for it in alone)
        return ()

    def _said(self, letters: str) -> tuple[str, ...]:
        """What is spelt by letters (several words of them joined by apostrophes)."""
        if letters not in self.known and len(self.known) < _MAX_ASKED:
            self.known[letters] = self._looked_up(letters)
        return self.known.get(letters, ())

    def _looked_up(self, letters: str) -> tuple[str, ...]:
        """What they are read as, or else would be with two of them changed round."""
        spellings = (
            (letters, *_swapped(letters)) if len(letters) in _LONG else (letters,)
        )
        return next(filter(None, map(self._read, spellings)), ())

    def _read(self, letters: str) -> tuple[str, ...]:
        ways = [way for way in cuts(letters) if len(way) > 1]
        for look in (self.names().spelt, self._common, self.names().nearly_spelt):
            for way in ways:
                found = self._used(self._words(look(way)))
                if found:
                    return found
        return ()

    def _words(self, found: Iterable[str]) -> Iterator[str]:
        """Of pairs of characters only words: a title has many that are none."""
        return (it for it in found if len(it) > _PAIR or self._is_word(it))

    def _is_word(self, text: str) -> bool:
        return self.names().is_name(text) or common_words().is_name(text)

    @staticmethod
    def _common(said: Sequence[str]) -> list[str]:
        words = common_words()
        return [word for word in words.spelt(said) if words.is_name(word)]

    def _used(self, wordings: Iterable[str]) -> tuple[str, ...]:
        """Those that some entry has, the most frequent first."""
        wanted = (it for it in wordings if it not in self.without)
        counted = [(self.frequency(it), it) for it in islice(wanted, _TRIED)]
        found = sorted((it for it in counted if it[0]), key=lambda it: -it[0])
        return tuple(it for _, it in found[:MAX_WORDINGS])


def _all_letters(asked: Asked) -> bool:
    return isinstance(asked, Words) and bool(_PLAIN.fullmatch(asked.text))


def _lower(letters: str) -> str:
    return letters.lower().replace("ü", "v").replace("’", "'").strip("'")


def _swapped(letters: str) -> Iterator[str]:
    """With two neighbours changed round: dangjain is dangjian."""
    for at, (one, other) in enumerate(pairwise(letters)):
        if one != other and "'" not in one + other:
            yield letters[:at] + other + one + letters[at + 2 :]


def _stands_alone(before: str, after: str) -> bool:
    """Whether letters are no part of a formula or a model: 1+x, 5g, k1178."""
    beside = before[-1:] + after[:1]
    return not any(char.isdigit() or char == "+" for char in beside)


def _han_end(text: str) -> str:
    kept = re.search("[\u4e00-\u9fff]*$", text[-_CONTEXT:])
    return kept[0] if kept else ""


def _han_start(text: str) -> str:
    kept = re.match("[\u4e00-\u9fff]*", text[:_CONTEXT])
    return kept[0] if kept else ""
