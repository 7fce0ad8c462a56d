"""The numbers that a browser sets before the items of a list."""

from __future__ import annotations

import re

from bs4 import Tag

from casebase.text.numbering import mark_of

_NO_NUMBER = re.compile(r"list-style(?:-type)?\s*:[^;]*\b(?:none|disc|circle|square)\b")
_CHINESE = re.compile(r"list-style(?:-type)?\s*:[^;]*\b(?:cjk|simp-chinese|trad-chin)")
_DIGITS = "零一二三四五六七八九"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN = 39
_LETTERS = 26
_TEN, _HUNDRED = 10, 100
_BEGINNING = 60  # characters of an item in which a number of its own would stand


def labels(tag: Tag) -> dict[int, str]:
    """For each item of an `ol`, by its element's id, the number shown before it.

    None where the page shows none, or the item begins with a number of its own.
    """
    style = str(tag.get("style") or "").lower()
    if tag.name != "ol" or _NO_NUMBER.search(style):
        return {}
    form = "cjk" if _CHINESE.search(style) else str(tag.get("type") or "1")
    items = [it for it in tag.contents if isinstance(it, Tag) and it.name == "li"]
    step = -1 if tag.has_attr("reversed") else 1
    number = _integer(tag.get("start"), len(items) if step < 0 else 1)
    found: dict[int, str] = {}
    for item in items:
        number = _integer(item.get("value"), number)
        if _is_numbered_by_page(item):
            found[id(item)] = _label(number, form)
        number += step
    return found


def _is_numbered_by_page(item: Tag) -> bool:
    if _NO_NUMBER.search(str(item.get("style") or "").lower()):
        return False
    first = next((text for text in item.stripped_strings), "")
    return mark_of(first[:_BEGINNING]) is None


def _integer(value: object, otherwise: int) -> int:
    text = str(value or "").strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else otherwise


def _label(number: int, form: str) -> str:
    if form in {"a", "A"} and 1 <= number <= _LETTERS:
        return f"{chr(ord(form) + number - 1)}. "
    if form in {"i", "I"} and 1 <= number <= _MOST_ROMAN:
        roman = _roman(number)
        return f"{roman.upper() if form == 'I' else roman}. "
    if form == "cjk" and 1 <= number < _HUNDRED:
        return f"{_chinese(number)}、"
    return f"{number}. "


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _chinese(number: int) -> str:
    tens, ones = divmod(number, _TEN)
    if not tens:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")
