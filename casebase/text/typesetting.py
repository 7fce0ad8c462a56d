"""How text was set in lines: widths in full-width characters, where a line may break.

Chinese is set on a grid: a Han character or sign is one unit wide, a Latin letter, a
digit or a space half a unit. A line that ends short of the measure although the next
word would have fitted is the last of its paragraph.
"""

from __future__ import annotations

import re
import unicodedata

OPENING = "“‘（《〈「『【〔〖([{"
CLOSING = "，。、；：？！”’）》〉」』】〕〗…—·,.;:?!)]}%％"
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,+\-/%&'’]*")
_HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003134f〇]")
_SENTENCE_END = re.compile(r"(?:[。！？!?…]|\.(?<![0-9]\.))[”’」』）)》\]】]*$")
_THIN_SPACE = re.compile(
    r"(?<=[^\x00-\xff]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[^\x00-\xff])"
)
_LONGEST_WORD = 8.0  # a longer one is broken anywhere
_SPREAD = 0.85  # of the pairs of characters: the line is set with spaces
_STRETCHED = 0.55  # the same in running text, which justification stretches


def is_han(character: str) -> bool:
    """Whether it is a Chinese character."""
    return _HAN.match(character) is not None


def han_share(text: str) -> float:
    """The share of Chinese characters among those that are not white space."""
    solid = [character for character in text if not character.isspace()]
    return sum(map(is_han, solid)) / len(solid) if solid else 0.0


def width(text: str) -> float:
    """The width in full-width characters; runs of spaces count as one.

    The space that word processors set between Chinese and digits is half as wide as
    one that was typed.
    """
    tight = re.sub(r"[ \t\xa0]+", " ", text.strip(" \t\xa0\n\r"))
    thin = len(_THIN_SPACE.findall(tight))
    return -0.25 * thin + sum(
        1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5
        for character in tight
    )


def unbreakable(text: str) -> float:
    """The width of what has to stand together at the beginning of a line.

    That is a Latin word or number, or one Han character, with the opening brackets
    before and the closing signs after it.
    """
    position = 0
    while position < len(text) and text[position] in OPENING:
        position += 1
    word = _WORD.match(text, position)
    position = word.end() if word else position + 1
    while position < len(text) and text[position] in CLOSING:
        position += 1
    return min(width(text[:position]), _LONGEST_WORD)


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a full stop or the like, quotes and brackets aside."""
    return _SENTENCE_END.search(text.rstrip()) is not None


def close_spread(text: str) -> str:
    """A line set with a space between all its characters, without those spaces.

    OCR layers and letter-spaced headings write 新 时 代; single gaps between words of a
    headline stay.
    """
    pairs = re.findall(r"(?<=[㐀-鿿])(\s?)(?=[㐀-鿿])", text)
    few = 4
    share = _STRETCHED if re.search("[，。；]", text) else _SPREAD
    if len(pairs) < few or sum(map(bool, pairs)) < share * len(pairs):
        return text
    wide = r"[㐀-鿿“”《》（），。、；：]"
    return re.sub(rf"(?<={wide})[ \u3000](?={wide})", "", text)
