"""Whether characters stand together as they do in words.

A wrong table of characters, or a bad recognition, gives characters that are common one
by one but do not stand next to each other in any language. Of the neighbours in real
Chinese text about half are parts of a common word; of those in enciphered text a few in
a hundred. Measured on 100,000 passages of news, law and reports: no kind of honest text
falls below the floors set here more often than twice in ten thousand pages, and of
pages with 30 % wrong characters and 250 of them or more 95 % do.

Names, of which lists consist, are no words; so only stretches that are longer than a
name are looked at.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from casebase.text.characters import same

_STRETCH = re.compile("[\u4e00-\u9fff]{5,}")
_USUAL = 0.40  # of the neighbours: what even a long text does not fall below
_CHANCE = 1.2  # how much lower a short text may fall, times the root of its length
_MIN_PAIRS = 30  # below which nothing can be said of a page
_MIN_LINE = 5  # of one line among others that are doubtful too
_HARDLY = 0.1  # of a line's neighbours: it is doubtful
_MIN_DOUBTFUL = 40  # neighbours in all doubtful lines of a page
_NONE = 0.05  # of them: then they are no text

# Years alone may be thousands of years ago; those of a date are not.
_YEAR = re.compile(r"(?<![\d.])(\d{4})年(?=\d{1,2}月)")
_MONTH = re.compile(r"(?<![\d.])(\d{1,2})月")
_DAY = re.compile(r"月(\d{1,2})日")
_YEARS, _MONTHS, _DAYS = range(1600, 2071), range(1, 13), range(1, 32)
_MIN_DATES = 3

_SMALL = re.compile("[a-z]")
_USED_MOST = frozenset("etaoinsr")  # two thirds of English, more than half of pinyin
_MIN_USED, _MIN_LETTERS = 0.43, 150


class Neighbours(NamedTuple):
    """How many characters stand next to another, and how many of these as in words."""

    pairs: int
    known: int


@cache
def _known() -> frozenset[str]:
    """The commonest 40,000 pairs within the words of jieba's dictionary (MIT).

    Each line holds a first character and all that follow it.
    """
    table = files(__package__).joinpath("pairs.txt").read_text(encoding="utf-8")
    return frozenset(
        line[0] + second for line in table.splitlines() for second in line[1:]
    )


@cache
def _plain(char: str) -> str:
    """The simplified form of a character, by which pairs are known."""
    simple = same(char)
    return simple if len(simple) == 1 else char


def neighbours(text: str) -> Neighbours:
    """Counts the pairs of neighbours in what is longer than a name."""
    known, pairs, found = _known(), 0, 0
    for match in _STRETCH.finditer("".join(map(_plain, text))):
        stretch = match[0]
        pairs += len(stretch) - 1
        found += sum(stretch[at : at + 2] in known for at in range(len(stretch) - 1))
    return Neighbours(pairs, found)


def is_no_language(text: str) -> bool:
    """Whether a page's characters stand together by chance."""
    return (
        _is_chance(neighbours(text))
        or _has_impossible_dates(text)
        or _is_enciphered_english(text)
    )


def _is_chance(counted: Neighbours) -> bool:
    if counted.pairs < _MIN_PAIRS:
        return False
    floor = _USUAL - _CHANCE / math.sqrt(counted.pairs)
    return counted.known < floor * counted.pairs


def _has_impossible_dates(text: str) -> bool:
    """Whether most dates cannot be: a wrong table for the figures alone."""
    for pattern, possible in ((_YEAR, _YEARS), (_MONTH, _MONTHS), (_DAY, _DAYS)):
        numbers = [int(found) in possible for found in pattern.findall(text)]
        if len(numbers) >= _MIN_DATES and sum(numbers) * 2 <= len(numbers):
            return True
    return False


def _is_enciphered_english(text: str) -> bool:
    text = unicodedata.normalize("NFD", text)  # pinyin's vowels without their tones
    counts = Counter(text)
    letters = {char: count for char, count in counts.items() if _SMALL.match(char)}
    small = sum(letters.values())
    words = sum(count for char, count in counts.items() if char.isalpha())
    if small < max(_MIN_LETTERS, words / 2):
        return False
    used = sum(count for char, count in letters.items() if char in _USED_MOST)
    return used < _MIN_USED * small


def chance_lines(texts: Iterable[str]) -> frozenset[int]:
    """Which lines of a page are no text, by their places in `texts`.

    One line may be a list of unusual names; several together, with hardly a word in
    them, are set in a type whose table of characters is wrong.
    """
    doubtful = {}
    for at, text in enumerate(texts):
        counted = neighbours(text)
        if counted.pairs >= _MIN_LINE and counted.known <= _HARDLY * counted.pairs:
            doubtful[at] = counted
    pairs = sum(counted.pairs for counted in doubtful.values())
    known = sum(counted.known for counted in doubtful.values())
    if pairs < _MIN_DOUBTFUL or known > _NONE * pairs:
        return frozenset()
    return frozenset(doubtful)
