"""Numbers in a query under the other way of writing them: 第3批 is 第三批, 20大 二十大.

Numbers that count (三个) or make a formula (五个三, 1+3+N) stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebase.text.numerals import value_of

_ARABIC = r"[0-9]{1,3}"
_CHINESE = "[一二三四五六七八九十百零]{1,6}"
_ORDINAL = re.compile(
    rf"第({_ARABIC}|{_CHINESE})([批届章条次期轮季名节款项编部分卷号]|巡视组)"
)
_CONGRESS = re.compile(
    r"(?<![0-9第])([12][0-9])(大|届)|([一二]?十[一二三四五六七八九]?)(大(?!育人)|届)"
)
_PLENUM = re.compile("([1-9]|[一二三四五六七八九])(中全会)")
_YEAR = re.compile("((?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})(年)")
LABEL = re.compile(
    rf"案例第?([0-9]{{1,4}}|{_CHINESE})号?(?![0-9一二三四五六七八九十百])"
)
_FIRST = ("第一批", "第1批")
_SIGNS = "零一二三四五六七八九"
_TEN = 10
_HUNDRED = 100
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


@dataclass(frozen=True, slots=True)
class Written:
    """A number at `start` to `end` of a text, and how else it is written."""

    start: int
    end: int
    also: tuple[str, ...]


def other_figures(text: str) -> Iterator[Written]:
    """The numbers of a folded text that people write in two ways."""
    for match in _ORDINAL.finditer(text):
        other = _other(match[1])
        if other:
            first = ("首批",) if match[0] in _FIRST else ()
            yield Written(*match.span(), (f"第{other}{match[2]}", *first))
    for match in re.finditer("首批", text):
        yield Written(*match.span(), _FIRST)
    for match in _CONGRESS.finditer(text):
        number, kind = match[1] or match[3], match[2] or match[4]
        yield Written(*match.span(), (f"{_other(number)}{kind}",))
    for match in _PLENUM.finditer(text):
        yield Written(*match.span(), (f"{_other(match[1])}{match[2]}",))
    for match in _YEAR.finditer(text):
        to = _HAN_DIGITS if match[1].isascii() else _DIGITS
        yield Written(*match.span(), (f"{match[1].translate(to)}{match[2]}",))


def label_number(written: str) -> str | None:
    """The digits of a label's number: 三十七 is 37."""
    return written if written.isascii() else _arabic(written)


def _other(number: str) -> str | None:
    return _chinese(int(number)) if number.isascii() else _arabic(number)


def _arabic(written: str) -> str | None:
    value = value_of(written)
    return str(int(value)) if value is not None else None


def _chinese(number: int) -> str | None:
    """Below a thousand, as people write it: 十, 二十一, 一百零三."""
    hundreds, rest = divmod(number, _HUNDRED)
    tens, ones = divmod(rest, _TEN)
    if not number:
        return None
    written = f"{_SIGNS[hundreds]}百" if hundreds else ""
    if tens:
        written += ("" if tens == 1 and not hundreds else _SIGNS[tens]) + "十"
    elif hundreds and ones:
        written += "零"
    return written + (_SIGNS[ones] if ones else "")
