"""Whether two texts are one, read or printed twice, or two of one template.

Each difference is taken for what it is. A copy may have passages of its own (furniture,
captions, a lost paragraph), up to a fifth of it; and characters misread, one by one,
scattered over the text, as scans have them. Beside misread ones it may have a few words
put otherwise. Another number is no copy unless so many characters are misread that it
may be one of them; the same words put otherwise twice are a template's. An edition of a
law may differ in nothing but misread characters.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from casebase.copies.alignment import Difference, closer, differences
from casebase.copies.gists import Gist

SHARED = 0.8  # of the longer text
EDITED = 500  # characters in which one word may be put otherwise
PASSAGE = 8  # characters; less is a word more, not a passage
CAPTION, MORE = 30, 20  # characters of a caption at most, of a table at least
PAGE_NUMBER = 4  # digits
WORD = 8  # characters; more put otherwise counts as several words
# Where so many characters are misread, in so long a text, it was read off a picture.
MISREAD, MISREAD_LENGTH = 4, 120
MISREAD_SHARE = (0.002, 0.08)
MISREAD_TOGETHER = 3  # characters that lie side by side
MISREAD_LUMPED = 0.25  # of all misread, those that do
# A table is read differently in every format; yet of its pieces so many are the same.
ROWS_SHARED = 0.5
ROWS_PIECE = 4
ALONE = 200  # characters of prose that tell enough where one text lacks the tables

_NUMERALS = frozenset("0123456789.〇零一二三四五六七八九十百千万亿两")


def same_text(a: Gist, b: Gist) -> bool:
    """Whether `a` and `b` are one text."""
    if a.digest == b.digest:
        return True
    shorter, longer = sorted((len(a.prose), len(b.prose)))
    if a.ruling != b.ruling or shorter < SHARED * longer:
        return False
    if not _same_rows(a, b):
        return False
    found = _found(a, b, round((1 - SHARED) * longer))
    return found is not None and found.are_of_a_copy(shorter, ruling=a.ruling)


def _same_rows(a: Gist, b: Gist) -> bool:
    if not a.rows and not b.rows:
        return True
    if not a.rows or not b.rows:
        return min(len(a.prose), len(b.prose)) >= ALONE
    fewer, more = sorted((_pieces(a.rows), _pieces(b.rows)), key=len)
    return len(fewer & more) >= ROWS_SHARED * len(fewer)


def _pieces(text: str) -> set[str]:
    return {
        text[at : at + ROWS_PIECE] for at in range(max(1, len(text) - ROWS_PIECE + 1))
    }


@dataclass(slots=True)
class _Found:
    """How two texts differ.

    Attributes:
        numerals: How many digits and the like there are in one of them.
        misread: Single characters that differ, by what stands in either.
        numbers: How many numbers differ.
        words: Words put otherwise, by what stands in either.
        passages: How many whole paragraphs one of them has alone.
        breaks: How many times a number or something longer stands amid the same words.
    """

    numerals: int
    misread: Counter[tuple[str, str]] = field(default_factory=Counter)
    numbers: int = 0
    words: Counter[tuple[str, str]] = field(default_factory=Counter)
    passages: int = 0
    breaks: int = 0

    def are_of_a_copy(self, length: int, *, ruling: bool) -> bool:
        """Whether a copy of a text of `length` characters may differ so."""
        if ruling and (self.passages or self.breaks):
            return False
        if any(many > 1 and all(pair) for pair, many in self.words.items()):
            return False
        edits = 0 if ruling else length // EDITED
        misread = self.misread.total()
        if not self._is_scan(misread, length):
            return not self.numbers and misread + self._edits(0) <= edits
        share = misread / length
        return (
            self.numbers <= round(2 * share * self.numerals)
            and self._edits(MISREAD_TOGETHER) <= edits
            and self._together() <= 1 + misread * MISREAD_LUMPED
        )

    def _is_scan(self, misread: int, length: int) -> bool:
        low, high = MISREAD_SHARE
        commonest = max(self.misread.values(), default=0)
        return (
            length >= MISREAD_LENGTH
            and misread >= MISREAD
            and low <= misread / length <= high
            and 2 * commonest < misread
        )

    def _edits(self, longer_than: int) -> int:
        """How many words are put otherwise, those of some characters not counted."""
        sizes = [max(map(len, pair)) for pair in self.words.elements()]
        words = sum(-(-size // WORD) for size in sizes if size > longer_than)
        return words + self.breaks

    def _together(self) -> int:
        sizes = [max(map(len, pair)) for pair in self.words.elements()]
        return sum(size <= MISREAD_TOGETHER for size in sizes)


def _found(a: Gist, b: Gist, most: int) -> _Found | None:
    """How `a` and `b` differ; None where that is in more than `most` characters."""
    found = _Found(numerals=sum(char in _NUMERALS for char in a.prose))
    ours = theirs = 0
    for region in differences(a.prose, b.prose):
        ours += region.a_end - region.a_start
        theirs += region.b_end - region.b_start
        if max(ours, theirs) > 2 * most:
            return None
        if _own_passages(a, b, region):
            found.passages += 2
        else:
            for difference in closer(a.prose, b.prose, region):
                _note(found, a, b, difference)
    return found


def _own_passages(a: Gist, b: Gist, at: Difference) -> bool:
    """Whether each has a passage of its own there, such as a table and a caption.

    Long ones, or two that are like in length, may be the same thing put otherwise.
    """
    ours, theirs = (at.a_start, at.a_end), (at.b_start, at.b_end)
    shorter, longer = sorted((ours[1] - ours[0], theirs[1] - theirs[0]))
    return (
        0 < shorter <= CAPTION
        and longer >= max(MORE, 2 * shorter)
        and a.ends.issuperset(ours)
        and b.ends.issuperset(theirs)
    )


def _note(found: _Found, a: Gist, b: Gist, at: Difference) -> None:
    pair = a.prose[at.a_start : at.a_end], b.prose[at.b_start : at.b_end]
    if all(pair):
        _note_other(found, pair)
    elif pair[0]:
        _note_more(found, pair, a, (at.a_start, at.a_end))
    else:
        _note_more(found, pair, b, (at.b_start, at.b_end))


def _note_other(found: _Found, pair: tuple[str, str]) -> None:
    """Something else stands there."""
    if any(char in _NUMERALS for text in pair for char in text):
        found.numbers += 1
    if max(map(len, pair)) > 1:
        found.words[pair] += 1
    elif not all(text in _NUMERALS for text in pair):
        found.misread[pair] += 1


def _note_more(
    found: _Found, pair: tuple[str, str], within: Gist, span: tuple[int, int]
) -> None:
    """One has something that the other lacks."""
    start, end = span
    text = within.prose[start:end]
    if _lengthens_number(within.prose, start, end):
        found.numbers += 1
    elif all(char in _NUMERALS for char in text) and len(text) <= PAGE_NUMBER:
        # Of a list; or, amid a paragraph, of a page or a note.
        found.breaks += within.ends.isdisjoint(span)
    elif len(text) == 1:
        found.misread[pair] += 1
    elif within.ends.issuperset(span):
        found.passages += 1
    elif len(text) >= PASSAGE:
        found.breaks += 1
    else:
        found.words[pair] += 1


def _lengthens_number(prose: str, start: int, end: int) -> bool:
    """Whether a numeral at an edge of the stretch stands beside one outside of it."""
    before = prose[max(0, start - 1) : start + 1]
    behind = prose[end - 1 : end + 1]
    return any(
        len(two) > 1 and all(char in _NUMERALS for char in two)
        for two in (before, behind)
    )
