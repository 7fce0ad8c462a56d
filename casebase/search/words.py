"""A run of query text to what it means: names, words, and the run as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Protocol

from casebase.matching import Has, Node, Term
from casebase.results import Expansion
from casebase.search.meaning import (
    FACT,
    GRAMS,
    HEADING,
    NAME,
    OTHER_WORD,
    OTHER_WORDING,
    SCHOOL,
    TEXT,
    TITLE,
    WHOLE,
    WHOLE_TITLE,
    Meaning,
    Wanted,
    all_of,
    any_of,
    run_of,
)
from casebase.search.names import FIGURE, Name, Names
from casebase.search.needles import Needle
from casebase.search.stopwords import QUESTION_WORDS, STOP_WORDS, is_weak
from casebase.text.fold import fold
from casebase.text.grams import gram_tokens
from casebase.text.segment import Word

MAX_WORDS = 24
TOO_LONG = f"检索词较多，只按前 {MAX_WORDS} 个词检索。"


class Words(Protocol):
    """What cuts text into words: `casebase.text.segment.Segmenter`."""

    def words(self, text: str) -> list[Word]:
        """The words of `text`, a long word after the shorter words in it."""
        ...


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads runs of text.

    Attributes:
        segmenter: Cuts text into words.
        names: The names that are known.
        frequency: How many entries have a text in them; a wording that nobody used is
            not worth looking for, or telling.
        expand: Whether names are looked for under their other names too.
        without: Folded wordings, typed or others, that are not to be expanded.
    """

    segmenter: Words
    names: Names
    frequency: Callable[[str], int]
    expand: bool = True
    without: frozenset[str] = frozenset()

    def read(
        self, typed: str, field: str = "", *, keep: bool = False
    ) -> Meaning | None:
        """What `typed` means, searched everywhere or in `field` (title, text) alone.

        None where it holds nothing but signs and stop words; `keep` takes the latter.
        """
        folded = fold(typed)
        cut = self.segmenter.words(folded.text)
        whole = longest(cut)
        ends = {0, len(folded.text)}
        names = self.names.find(folded.text, _edges(cut, ends), _edges(whole, ends))
        tops = [w for w in whole if not any(_meet(w, name) for name in names)]
        tops = [word for word in tops if keep or word.token not in STOP_WORDS]
        asks = any(word.token in QUESTION_WORDS for word in whole)
        telling = [word for word in tops if not is_weak(word.token, asks=asks)]
        weak = not telling and not names
        tops = tops if weak else telling
        if not names and all(_is_letter(word.token) for word in tops):
            return phrase(typed, field) if tops else None  # C++, 5%
        known = [
            self._name(name, typed[slice(*folded.span(name.start, name.end))], field)
            for name in names
            if not name.loose
        ]
        known += [
            self._word(name, folded.text, cut, field) for name in names if name.loose
        ]
        wanted = tuple(self._wanted(word, cut, field) for word in tops[:MAX_WORDS])
        meaning = _together(folded.text, field, known, wanted)
        notes = (TOO_LONG,) if tops[MAX_WORDS:] else ()
        return replace(meaning, notes=notes, weak=weak, asks=asks)

    def _wanted(self, word: Word, cut: Sequence[Word], field: str) -> Wanted:
        parts = self._parts(word, cut)
        return Wanted(
            text=word.token,
            node=_word_node(word.token, field),
            parts=tuple(Wanted(part, _word_node(part, field)) for part in parts),
        )

    def _parts(self, word: Word, cut: Sequence[Word]) -> list[str]:
        """What a long word is made of: 双带头人工作室 of 双带头人 and 工作室.

        Where the words in it overlap, it is cut in two where that leaves the fewest.
        """
        inner = _within(word, cut)
        if any(one.end > other.start for one, other in pairwise(inner)):
            halves = (
                longest(self.segmenter.words(word.token[:at]))
                + longest(self.segmenter.words(word.token[at:]))
                for at in range(2, len(word.token) - 1)
            )
            best = min(halves, key=len, default=[])
            kept = [part.token for part in best if part.token not in STOP_WORDS]
        else:
            kept = _left_out(word, inner)
        return kept if len(kept) > 1 else []

    def _name(self, name: Name, typed: str, field: str) -> Meaning:
        also = self._also(name, typed)
        is_school = name.where is not None and name.where.field == "school"
        nodes = _runs(typed, field, SCHOOL if is_school else NAME)
        for other in also:
            weight = SCHOOL if is_school else OTHER_WORDING * _alike(typed, other)
            nodes += _runs(other, field, weight)
        # A label such as 案例37 stands in no text: its number is all there is. What
        # bears a name is not wanted where one of its wordings is not.
        if name.where is not None and not field and not self._limited(name, typed):
            nodes.append(Has(name.where))
        via = (_needle(other, field, weight=2, via=True) for other in also)
        return Meaning(
            node=any_of(nodes),
            needles=(_needle(typed, field, weight=3), *via),
            expansions=(Expansion(typed, also, name.reason),) if also else (),
        )

    def _word(self, name: Name, text: str, cut: Sequence[Word], field: str) -> Meaning:
        """A word, or several, with the others that mean the same."""
        typed = text[name.start : name.end]
        also = self._also(name, typed)
        inner = [w for w in cut if name.start <= w.start and w.end <= name.end]
        own = [self._wanted(word, inner, field) for word in longest(inner)]
        if name.reason == FIGURE:
            nodes = _runs(typed, field, TEXT)
        else:
            nodes = [all_of(word.node for word in own)]
        for other in also:
            nodes += _runs(other, field, OTHER_WORD)
        wanted = Wanted(typed, any_of(nodes), own[0].parts if len(own) == 1 else ())
        return Meaning(
            node=wanted.node,
            needles=(
                *(_needle(word.text, field) for word in own),
                *(_needle(other, field, via=True) for other in also),
            ),
            expansions=(Expansion(typed, also, name.reason),) if also else (),
            words=(wanted,),
        )

    def _limited(self, name: Name, typed: str) -> bool:
        """Whether not all the wordings of a name are wanted."""
        wordings = {fold(wording).text for wording in (typed, *name.also)}
        unwanted = not self.expand or not self.without.isdisjoint(wordings)
        return bool(name.reason) and unwanted

    def _also(self, name: Name, typed: str) -> tuple[str, ...]:
        """The other names that some entry has; of a school, the full one always.

        What only adds to what was typed is found by that.
        """
        if not self.expand or fold(typed).text in self.without:
            return ()
        full: tuple[str, ...] = ()
        if name.where is not None and name.where.field == "school":
            full = name.where.values
        wordings = (typed, *name.also)
        return tuple(
            other
            for other in name.also
            if fold(other).text not in self.without
            and not (name.loose and typed in fold(other).text)
            and (other in full or self._used(other, wordings))
        )

    def _used(self, wording: str, wordings: Iterable[str]) -> bool:
        """Whether an entry has it by itself, not only as a part of a longer one."""
        longer = (other for other in wordings if wording in other and wording != other)
        return self.frequency(wording) > max(map(self.frequency, longer), default=0)


def _alike(one: str, other: str) -> float:
    """From 0.1 to 1: wordings that begin alike speak of the same thing (一支部…)."""
    pairs = zip(one, other, strict=False)
    common = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return 0.1 + 0.9 * (common / max(len(one), len(other))) ** 2


def phrase(typed: str, field: str = "") -> Meaning | None:
    """`typed` as it stands, and nothing else; None where it folds to nothing.

    The text has no grams without the title's: the field 正文 finds in titles too.
    """
    if not gram_tokens(typed):
        return None
    needle = _needle(typed, field, weight=3)
    return Meaning(node=any_of(_runs(typed, field, TEXT)), needles=(needle,))


def _together(
    text: str, field: str, names: Sequence[Meaning], others: tuple[Wanted, ...]
) -> Meaning:
    fixed = tuple(meaning.node for meaning in names if not meaning.words)
    wanted = (*(word for meaning in names for word in meaning.words), *others)
    needles = [needle for meaning in names for needle in meaning.needles]
    needles += [_needle(word.text, field) for word in others]
    node = all_of([*fixed, *(word.node for word in wanted)])
    if [needle.text for needle in needles if not needle.via] != [text]:
        # Where the run stands as typed, its words stand too: it only adds to the score.
        node = any_of([node, *_runs(text, field, WHOLE)])
        needles.append(_needle(text, field, weight=3))
    return Meaning(
        node=node,
        needles=tuple(needles),
        expansions=tuple(found for meaning in names for found in meaning.expansions),
        fixed=fixed,
        words=wanted,
    )


def _runs(typed: str, field: str, boost: float) -> list[Node]:
    tokens = gram_tokens(typed)
    in_title = run_of("title_grams", tokens, boost * WHOLE_TITLE)
    return (
        [in_title] if field == "title" else [run_of("grams", tokens, boost), in_title]
    )


def _needle(
    typed: str, field: str, *, weight: float = 1.0, via: bool = False
) -> Needle:
    return Needle(fold(typed).text, via, weight, title_only=field == "title")


def longest(words: Sequence[Word]) -> list[Word]:
    """The longest words, that no other word holds."""
    tops: list[Word] = []
    for word in sorted(words, key=lambda w: (w.start, -w.end)):
        if not tops or word.end > tops[-1].end:
            tops.append(word)
    return tops


def _edges(words: Iterable[Word], ends: Iterable[int]) -> frozenset[int]:
    return frozenset(ends).union(*((word.start, word.end) for word in words))


def _meet(word: Word, name: Name) -> bool:
    return word.start < name.end and name.start < word.end


def _is_letter(token: str) -> bool:
    """Whether it is a single letter or digit, which tells nothing without its signs."""
    return len(token) == 1 and token.isascii()


def _within(word: Word, cut: Sequence[Word]) -> list[Word]:
    """The longest of the words within a word."""
    return longest(
        [w for w in cut if word.start <= w.start and w.end <= word.end and w != word]
    )


def _left_out(word: Word, inner: Sequence[Word]) -> list[str]:
    """Words within a word, and what of it stands between them.

    Not the binding characters: 党委领导下的校长负责制 is 党委 领导 校长 负责制.
    """
    parts: list[str] = []
    at = word.start
    for part in inner:
        parts += [word.token[at - word.start : part.start - word.start], part.token]
        at = part.end
    parts.append(word.token[at - word.start :])
    return [part for part in parts if not STOP_WORDS.issuperset(part)]


def _word_node(word: str, field: str) -> Node:
    """A word in any field, by its weight there, and wherever its characters stand."""
    tokens = gram_tokens(word)
    if field == "title":
        return any_of(
            [Term("title", word, TITLE), run_of("title_grams", tokens, GRAMS)]
        )
    nodes = [Term("text", word, TEXT), run_of("grams", tokens, GRAMS)]
    if not field:
        nodes += [Term("title", word, TITLE), Term("heading", word, HEADING)]
        nodes.append(Term("fact", word, FACT))
    return any_of(nodes)
