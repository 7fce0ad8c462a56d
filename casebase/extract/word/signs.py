"""Signs of symbol fonts, which store a place in the font instead of a character."""

from __future__ import annotations

import re

_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x9E: "·", 0x9F: "•", 0xA1: "○",
    0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x80 + number: chr(0x245F + number) for number in range(1, 11)},  # ①
    **{0x8B + number: chr(0x2775 + number) for number in range(1, 11)},  # ❶
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "●",
    0x97: "●", 0xA2: "■", 0xA3: "□", 0xAE: "◆",
}  # fmt: skip
_GREEK = dict(zip(b"abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_SYMBOL = _GREEK | {
    **dict(zip(b"DFGLPQSWXY", "ΔΦΓΛΠΘΣΩΞΨ", strict=True)),
    0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "·", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD6: "√", 0xE5: "∑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE = range(0xF000, 0xF100)  # where Word puts the signs of such fonts

_PRIVATE_SIGNS = re.compile("[\uf000-\uf0ff]")
_CHARACTERS = range(0x20, 0xD800)


def sign(font: str, code: str) -> str:
    """The character of a w:sym; empty where it is only a picture.

    Args:
        font: Its w:font.
        code: Its w:char, in hexadecimal digits.
    """
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    table = _FONTS.get(font.lower())
    if table is not None or place in _PRIVATE:
        return (table or {}).get(place & 0xFF, "")
    return chr(place) if place in _CHARACTERS else ""


def shown(text: str, font: str) -> str:
    """A run's text with the signs of its symbol font as characters."""
    if not _PRIVATE_SIGNS.search(text):
        return text
    table = _FONTS.get(font.lower(), _WINGDINGS)
    return "".join(
        table.get(ord(character) & 0xFF, "")
        if ord(character) in _PRIVATE
        else character
        for character in text
    )
