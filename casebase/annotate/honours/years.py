"""The year in which an honour was given."""

from __future__ import annotations

import re

_YEAR = re.compile(
    r"(?<![0-9〔\[])(?P<year>(?:19|20)[0-9]{2})\s?(?:年度|年|学年)(?!级|以?来|前|起|规划|计划|至|到|[-—–~～])"
)
_OPEN = re.compile(
    "近年来|近[一二三四五六七八九十两0-9]+年|去年|今年|以来|历年|累计|多年|上年|前年"
    r"|截[至止]\s?(?:19|20)[0-9]{2}|自(?:19|20)[0-9]{2}|[0-9]年?[-—–~～至到]+(?:19|20)[0-9]{2}"
)
_SAME = re.compile("同年|当年|同一年")


def year_in(words: str) -> int | None:
    """The year named last, unless time is left open after it."""
    last = None
    for match in _YEAR.finditer(words):
        last = match
    if last is None or _OPEN.search(words, max(0, last.start() - 4)):
        return None
    return int(last["year"])


def names_time(words: str) -> bool:
    """Whether the words say when, though it may be open."""
    return _YEAR.search(words) is not None or _OPEN.search(words) is not None


def says_same(words: str) -> bool:
    """Whether the words point back to a year: 同年."""
    return _SAME.search(words) is not None


def opens_with_year(words: str) -> bool:
    """Whether a year stands at the head of the words, and so is true of all of them."""
    return _OPENING.match(words) is not None


_OPENING = re.compile(
    r"\s*(?:[一二三四五六七八九十]是)?(?:在|于)?(?:19|20)[0-9]{2}\s?年"
)


def year_of_all(text: str) -> int | None:
    """The year that the paragraph opens with, when it names no other: 2022年，…."""
    found = _SCOPE.match(text)
    if found is None or len(set(_YEAR.findall(text))) > 1:
        return None
    return int(found["year"])


_SCOPE = re.compile(r"\s*(?P<year>(?:19|20)[0-9]{2})\s?年[，,]")
