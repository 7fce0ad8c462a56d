"""How Chinese is read: syllables without tones, and the order from A to Z.

A character that is read in several ways (长 in 长沙 and 校长) is read by the word it
stands in, as pypinyin's list of words has it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from casebase.text.fold import fold

OTHERS = "#"  # what begins with neither a letter nor a character that is read
_HAN = range(0x4E00, 0xA000)
_ZERO = 0x3007  # 〇
_TONES = dict.fromkeys(map(ord, "\u0304\u0301\u030c\u0300"))
_LONGEST_WORD = 4  # characters of the words that are looked at
_LONGEST = 6  # letters of a syllable: zhuang
MAX_CUTS = 8
MAX_LETTERS = 64


def pinyin_key(text: str) -> tuple[str, str]:
    """What sorts `text` among others: its syllables, then itself.

    Quotation marks and other signs before the first character do not count.
    """
    return " ".join(lazy_pinyin(_bare(fold(text).text))), text


def initial(text: str) -> str:
    """The letter under which `text` is listed: A to Z, or `OTHERS`."""
    first = pinyin_key(text)[0][:1].upper()
    return first if "A" <= first <= "Z" else OTHERS


def _bare(text: str) -> str:
    at = next((at for at, sign in enumerate(text) if sign.isalnum()), 0)
    return text[at:]


@dataclass(frozen=True, slots=True)
class _Readings:
    """How characters are read, and the words in which they are read otherwise."""

    usual: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    heads: frozenset[str]


def syllables(text: str) -> list[str]:
    """How each character of `text` is read; one that is not Han stands for itself.

    重庆 is chong, qing; ü is written v. 10,000 titles take a quarter of a second.
    """
    table = _readings()
    usual, heads = table.usual, table.heads
    read = [usual.get(char, char) for char in text]
    done = 0
    for at in range(len(text) - 1):
        if text[at : at + 2] in heads and at >= done:
            done = at + _read_word(text, at, read, table)
    return read


def usual_syllables(text: str) -> list[str]:
    """As `syllables`, each character by itself: 重庆 is zhong, qing."""
    usual = _readings().usual
    return [usual.get(char, char) for char in text]


def readings(text: str) -> list[tuple[str, ...]]:
    """The ways each character of `text` may be read, the likeliest first."""
    pairs = zip(syllables(text), usual_syllables(text), strict=True)
    return [tuple(dict.fromkeys(pair)) for pair in pairs]


def is_read(char: str) -> bool:
    """Whether it is a Han character that has a reading."""
    return char in _readings().usual


def cuts(letters: str) -> Iterator[tuple[str, ...]]:
    """The ways `letters` (a to z) can be syllables, those with the fewest first.

    xian is xian or xi an; an apostrophe settles it. At most `MAX_CUTS` ways.
    """
    pieces = letters.replace("’", "'").split("'")
    if len(letters) > MAX_LETTERS or not all(pieces):
        return iter(())
    ways: list[tuple[str, ...]] = [()]
    for piece in pieces:
        ways = [(*way, *cut) for way in ways for cut in _cut(piece)][:MAX_CUTS]
    return iter(sorted(ways, key=len))


def _cut(piece: str) -> list[tuple[str, ...]]:
    """The ways to cut a piece, by how its rest can be cut."""
    known = all_syllables()
    rest: list[list[tuple[str, ...]]] = [[] for _ in piece] + [[()]]
    for at in reversed(range(len(piece))):
        for end in range(min(len(piece), at + _LONGEST), at, -1):
            if piece[at:end] in known:
                rest[at] += [(piece[at:end], *way) for way in rest[end]]
        rest[at] = sorted(rest[at], key=len)[:MAX_CUTS]
    return rest[0]


@cache
def all_syllables() -> frozenset[str]:
    """Every syllable there is (about 400), not the bare consonants of interjections."""
    found = frozenset(_readings().usual.values())
    return frozenset(one for one in found if set(one) & set("aeiouv"))


def _read_word(text: str, at: int, read: list[str], table: _Readings) -> int:
    """Read the longest known word at `at` as it is read; its length, or 1."""
    for length in range(_LONGEST_WORD, 1, -1):
        word = table.words.get(text[at : at + length])
        if word is not None:
            read[at : at + length] = word
            return length
    return 1


@cache
def _readings() -> _Readings:
    """Made of pypinyin's tables, in about 0.2 s; some 3,400 words are exceptions."""
    usual = {
        chr(code): _toneless(read.split(",")[0])
        for code, read in PINYIN_DICT.items()
        if code in _HAN or code == _ZERO
    }
    words: dict[str, tuple[str, ...]] = {}
    for word, read in PHRASES_DICT.items():
        if len(word) > _LONGEST_WORD or len(read) != len(word):
            continue
        told = tuple(_toneless(ways[0]) for ways in read)
        if any(usual.get(char) != one for char, one in zip(word, told, strict=True)):
            words[word] = told
    return _Readings(usual, words, frozenset(word[:2] for word in words))


@cache
def _toneless(syllable: str) -> str:
    apart = unicodedata.normalize("NFD", syllable).translate(_TONES)
    return unicodedata.normalize("NFC", apart).replace("ü", "v").replace("ê", "e")
