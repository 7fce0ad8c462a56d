"""The value of a written number: 1,203.5, 3.8万, 十余万, 两千三百."""

from __future__ import annotations

import re

DIGIT = "[0-9０-９]"
_GROUPED = rf"{DIGIT}{{1,3}}(?:(?:[,，]{DIGIT}{{3}}){{1,4}}|(?:[ ]{DIGIT}{{3}}){{1,3}})"
_WHOLE = rf"(?:{_GROUPED}(?!{DIGIT})|{DIGIT}{{1,12}})"
ARABIC = rf"{_WHOLE}(?:[.．]{DIGIT}{{1,4}})?"
_SIGNS = "一二三四五六七八九十百千两零"
CHINESE = f"[{_SIGNS}]{{1,9}}(?:万[{_SIGNS}]{{2,8}})?"
SCALE = "[十百千]?[万亿]亿?|[百千]"

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_POWERS = {"十": 10.0, "百": 100.0, "千": 1000.0, "万": 1e4, "亿": 1e8}
_PLAIN = str.maketrans("０１２３４５６７８９．", "0123456789.", "，, ")
_HUNDREDS = re.compile(
    "(?:(?P<thousands>[一二三四五六七八九两])千)?(?:零?(?P<hundreds>[一二三四五六七八九两])百)?"
    "(?:零?(?P<tens>[一二三四五六七八九])?(?P<ten>十))?(?P<ones>[一二三四五六七八九两])?"
)
# 一千二 is said for 1200 and read as 1002 by nobody; 一千零二 is plain.
_SAID_SHORT = re.compile("[百千][一二三四五六七八九]$")


def value_of(written: str, scale: str = "") -> float | None:
    """What `written` and the scale after it (万, 千万) come to; None if nothing.

    一百二 is no number that people write, and 四五百 says no single one. A lone scale
    is one of it: 万余人.
    """
    if not scale and written.isascii() and written.isdigit():
        return float(written)
    plain = written.translate(_PLAIN)
    number = float(plain) if plain[:1].isdigit() else _chinese(plain)
    if number is None:
        return None
    if not scale:
        return number
    for sign in scale:
        number *= _POWERS[sign]
    return round(number, 4)


def _chinese(written: str) -> float | None:
    high, sign, low = written.partition("万")
    thousands = _below_ten_thousand(low) if sign else 0.0
    number = _below_ten_thousand(high)
    if number is None or thousands is None:
        return None
    return number * _POWERS["万"] + thousands if sign else number


def _below_ten_thousand(written: str) -> float | None:
    """The number; a lone 百 or 千 is one of them (近百, 上千), and so is nothing."""
    if written in {"", "百", "千"}:
        return _POWERS.get(written, 1.0)
    plain = written.replace("零", "")
    match = _HUNDREDS.fullmatch(plain)
    if match is None or (_SAID_SHORT.search(plain) and "零" not in written):
        return None
    ten = _DIGITS[match["tens"] or "一"] * 10 if match["ten"] else 0
    return float(
        _DIGITS[match["thousands"] or "零"] * 1000
        + _DIGITS[match["hundreds"] or "零"] * 100
        + ten
        + _DIGITS[match["ones"] or "零"]
    )
