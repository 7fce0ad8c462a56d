"""Numbers as Word's automatic lists write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CHINESE_MAX = 10_000


def numeral(number: int, form: str) -> str:
    """`number` in the form that a w:numFmt names; in digits where that is not known."""
    write = _FORMS.get(form)
    return write(number) if write is not None and number > 0 else str(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    if number >= _CHINESE_MAX:
        return str(number)
    text, zero = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            zero = bool(text)
            continue
        text += (digits[0].replace("〇", "零") if zero else "") + digits[digit]
        text += units[power - 1] if power else ""
        zero = False
    # 十一, not 一十一
    return text.removeprefix(digits[1]) if text.startswith(digits[1] + "十") else text


def _formal(number: int) -> str:
    return _chinese(number, _FORMAL_DIGITS, "拾佰仟")


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def _letters(number: int) -> str:
    """Word writes a, b, … z, aa, bb, …."""
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _signs(before: int, most: int) -> Callable[[int], str]:
    """Numbers that are characters of their own: ① follows the place `before`."""
    return lambda number: chr(before + number) if number <= most else str(number)


def _cyclic(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalEnclosedCircle": _signs(0x245F, 20),
    "decimalEnclosedCircleChinese": _signs(0x245F, 20),
    "decimalEnclosedParen": _signs(0x2473, 20),  # ⑴
    "decimalEnclosedFullstop": _signs(0x2487, 20),  # ⒈
    "ideographEnclosedCircle": _signs(0x327F, 10),  # ㊀
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "chineseLegalSimplified": _formal,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "ideographTraditional": _cyclic(_STEMS),
    "ideographZodiac": _cyclic(_BRANCHES),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
}
