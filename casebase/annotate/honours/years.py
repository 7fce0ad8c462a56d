"""The year in which an honour was given."""

from __future__ import annotations

import re

_YEAR = re.compile(
    r"(?P<year>(?:19|20)(?<![0-9〔\[]..)[0-9]{2})\s?(?:年度|年|学年)(?!级|以?来|前|起"
    r"|规划|计划|至|到|[-—–~～])"
)
_OPEN = re.compile(
    "近年来|近[一二三四五六七八九十两0-9]+年|去年|今年|以来|历年|累计|多年|上年|前年"
    r"|截[至止]\s?(?:19|20)[0-9]{2}|自(?:19|20)[0-9]{2}|[0-9]年?[-—–~～至到]+(?:19"
    r"|20)[0-9]{2}"
)
_SAME = re.compile("同年|当年|同一年")


def year_in(words: str, this_year: int | None = None) -> int | None:
    """The year named last, unless time is left open after it.

    今年, 去年 and 前年 are counted from `this_year` where that is known; a month
    without a year is of it.
    """
    if _WHEN.search(words) is None:
        return None
    last = None
    for match in _YEAR.finditer(words):
        last = match
    relative = _RELATIVE.search(words, last.end() if last else 0)
    if relative:
        return _counted(relative, this_year)
    if last is None or _OPEN.search(words, max(0, last.start() - 4)):
        return None
    return int(last["year"])


_WHEN = re.compile("[年月]|近日|日前")


def _counted(relative: re.Match[str], this_year: int | None) -> int | None:
    if this_year is None:
        return None
    return this_year - _AGO.get(relative.group(), 0)


_AGO = {"去年": 1, "上年": 1, "前年": 2}
_RELATIVE = re.compile(
    r"(?:今年|本年度|去年|上年|前年|近日|日前|上个月|上月|本月)(?!以?来|起|以前)"
    r"|(?<![0-9年年\s])(?:1[0-2]|[1-9])\s?月(?:[0-9]{1,2}\s?日)?(?=，)"
)


def names_time(words: str) -> bool:
    """Whether the words say when, though it may be open."""
    if not may_name_time(words):
        return False
    return bool(_YEAR.search(words) or _OPEN.search(words) or _RELATIVE.search(words))


def may_name_time(words: str) -> bool:
    """A look that saves most searches."""
    return _SIGNS.search(words) is not None


_SIGNS = re.compile("[年月日前来计0-9]")  # one of them is in all that says when


def is_only_time(words: str) -> bool:
    """Whether the words say when and nothing else: 早在2017年, 去年10月."""
    return _TIME.fullmatch(words) is not None


_TIME = re.compile(
    r"\s*(?:早?在|于)?(?:(?:19|20)[0-9]{2}\s?年|今年|去年|前年)"
    r"(?:\s?(?:1[0-2]|[1-9])\s?月(?:[0-9]{1,2}\s?日)?|[初底末])?\s*"
)


def says_same(words: str) -> bool:
    """Whether the words point back to a year: 同年."""
    return _SAME.search(words) is not None


def opens_with_year(words: str) -> bool:
    """Whether a year stands at the head of the words, and so is true of all of them."""
    return _OPENING.match(words) is not None


_OPENING = re.compile(
    r"\s*(?:[一二三四五六七八九十]是)?就?(?:在|于)?(?:(?:19|20)[0-9]{2}\s?年|今年|去年"
    r"|前年|近日|日前|上个月|上月|本月"
    r"|(?:1[0-2]|[1-9])\s?月(?:[0-9]{1,2}\s?日)?，)"
)


def year_of_all(text: str) -> int | None:
    """The year that the paragraph opens with, when it names no other: 2022年，…."""
    found = _SCOPE.match(text)
    if found is None or len(set(_YEAR.findall(text))) > 1:
        return None
    return int(found["year"])


_SCOPE = re.compile(r"\s*(?P<year>(?:19|20)[0-9]{2})\s?年[，,]")
