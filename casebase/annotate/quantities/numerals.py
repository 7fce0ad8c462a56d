"""The value of a written number: 1,203.5, 3.8万, 十余万, 两千三百."""

from __future__ import annotations

import re

DIGIT = "[0-9０-９]"
_WHOLE = rf"(?:{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}}){{1,4}}|{DIGIT}{{1,12}})"
ARABIC = rf"{_WHOLE}(?:[.．]{DIGIT}{{1,4}})?"
CHINESE = "[一二三四五六七八九十百千两]{1,9}"
SCALE = "[十百千]?[万亿]亿?|[百千]"

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_POWERS = {"十": 10.0, "百": 100.0, "千": 1000.0, "万": 1e4, "亿": 1e8}
_PLAIN = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def value_of(written: str, scale: str = "") -> float | None:
    """What `written` and the scale after it (万, 千万) come to; None if nothing.

    一百二 is no number that people write, and 四五百 says no single one.
    """
    plain = written.translate(_PLAIN).replace(",", "")
    number = float(plain) if plain[0].isdigit() else _chinese(plain)
    if number is None:
        return None
    for sign in scale:
        number *= _POWERS[sign]
    return round(number, 4)


_HUNDREDS = re.compile(
    "(?:(?P<thousands>[一二三四五六七八九两])千)?(?:(?P<hundreds>[一二三四五六七八九两])百)?"
    "(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十))?(?P<ones>[一二三四五六七八九两])?"
)


def _chinese(written: str) -> float | None:
    """Of a number below ten thousand; a lone 百 or 千 is one of them (近百, 上千)."""
    if written in {"百", "千"}:
        return _POWERS[written]
    match = _HUNDREDS.fullmatch(written)
    if match is None:
        return None
    ten = _DIGITS[match["tens"] or "一"] * 10 if match["ten"] else 0
    return float(
        _DIGITS[match["thousands"] or "零"] * 1000
        + _DIGITS[match["hundreds"] or "零"] * 100
        + ten
        + _DIGITS[match["ones"] or "零"]
    )
