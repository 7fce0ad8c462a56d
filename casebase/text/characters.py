"""Which characters count as the same, one by one, and what kind each is.

Source of the traditional characters: OpenCC's TSCharacters table (Apache-2.0), read
from the installed package. Phrases are not looked at, so that folding a part of a text
gives a part of the folded text.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

# Ideographs, kana, bopomofo and the marks that stand among them: each is a word of its
# own. For use inside a regular expression's brackets.
HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096"
    "\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f"
    "\U00020000-\U0003ffff"
)
# Letters and numbers of other scripts: they make up words that white space parts.
LETTERS = rf"[^\W\d_{HAN}]"
WORDLIKE = rf"[^\W_{HAN}]"

# The radicals of the supplement that have the very shape of a character; NFKC leaves
# most of them.
_SUPPLEMENT = dict(
    zip(
        map(ord, "⺟⺠⺢⺩⺮⺼⻁⻄⻅⻆⻉⻋⻒⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"),
        "母民水王竹肉虎西见角贝车镸长门青页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
RADICALS = _SUPPLEMENT | {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}
"""Radicals, which PDF fonts write for characters, by code point, and the characters."""

_BRACKETS = {
    **dict.fromkeys("([〔【〖❲﹝", "("),
    **dict.fromkeys(")]〕】〗❳﹞", ")"),
}
_QUOTES = dict.fromkeys("\"'“”„‟‘’‚‛«»‹›「」『』﹁﹂﹃﹄〝〞〟´", '"')
_KEPT = "乾"  # 乾坤, 乾隆: simplified texts write it too, and it does not mean 干
_LONE_SURROGATE = "\ufffd"  # what no file can hold


@cache
def simplified() -> dict[str, str]:
    """Traditional characters, each with the one it folds to (and that with itself)."""
    table = files("opencc").joinpath("dictionary", "TSCharacters.txt")
    rows = (line.split() for line in table.read_text(encoding="utf-8").splitlines())
    pairs = {row[0]: row[1] for row in rows if len(row) > 1 and row[0] not in _KEPT}
    return {old: pairs.get(new, new) for old, new in pairs.items()}


def is_white(char: str) -> bool:
    """Whether `char` parts words and shows nothing, a line break included."""
    return char.isspace() or unicodedata.category(char) in {"Zs", "Zl", "Zp"}


def joins(char: str) -> bool:
    """Whether `char` may combine with the one before it (accents, Hangul vowels)."""
    first = unicodedata.normalize("NFKC", char)[0]
    hangul = "\u1161" <= first <= "\u1175" or "\u11a8" <= first <= "\u11c2"
    return hangul or unicodedata.category(first)[0] == "M"


def is_dropped(char: str) -> bool:
    """Whether `char` is invisible: zero-width, soft hyphen, direction, control."""
    return unicodedata.category(char) in {"Cc", "Cf"} and not is_white(char)


def same(char: str) -> str:
    """What `char` counts as: often itself, sometimes several characters, or none."""
    folded = _step(char)
    if folded == char:
        return char
    return "".join(map(same, folded))


def _step(char: str) -> str:
    """One step towards the folded form; a fixed point is reached after a few."""
    if is_white(char):
        return " "
    category = unicodedata.category(char)
    if is_dropped(char) or char == "\uffff" or category[0] == "M":
        return ""
    if category == "Cs":
        return _LONE_SURROGATE
    if ord(char) in RADICALS:
        return RADICALS[ord(char)]
    for table in (_BRACKETS, _QUOTES, simplified()):
        if char in table:
            return table[char]
    wide = unicodedata.normalize("NFKC", char).lower()
    # Spacing accents (¨ ¯ ¸) would become a space and an accent: they are signs.
    return char if wide.startswith(" ") else wide
