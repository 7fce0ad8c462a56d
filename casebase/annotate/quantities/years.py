"""The year that a figure is of, as its sentence says it."""

from __future__ import annotations

import re

_REACH = 200  # characters: no sentence is longer
# A year that opens a clause says when; 结合2021年考核结果 and 较2020年 do not.
_YEAR = re.compile(
    r"(?:19|20)[0-9]{2}[ \u3000]?(?:年(?![级起])|学年|年度|届(?![和与、至]))"
)
_OPENS = re.compile("(?:^|[，。；：,;:！？\n（(]|截至|其中|[在到于])[ \u3000]?$")
_FOUNDED_AFTER = re.compile(
    r"[^，。；]{0,8}?(?:建校|建院|成立|创[办建立]|组建|设立|开办)"
)
_FOUNDED_BEFORE = re.compile("(?:成立|始建|创[建办]|组建|设立|建)[于在]?$")
_RELATIVE = re.compile(
    "近[一二三四五六七八九十两0-9]+年|[一二三四五六七八九十两]年(?:来|间)|以来|历年|去年|上年|今年"
    "|目前|本学期|如今|至今|迄今|现[有设已]"
)
_SINCE = re.compile("以来")  # of the year that has not ended yet
_TO_SENTENCE = re.compile("(?s:.*)[。！？\n]")
_SPAN = re.compile(r"\s?[-—–~～至到]{1,2}\s?$")
_SAME = re.compile("(?:全年|当年|同年|该年|年内|年底|年末)")
_AGO = {"今年": 0, "本年度": 0, "本年": 0, "去年": 1, "上年": 1, "上一年": 1, "前年": 2}
_SAID = re.compile("|".join(_AGO))
_COMPARING = ("较", "比", "与", "和")  # 较去年增长6项 is of this year
_SUMMED = re.compile("至今|年以来")  # 今年以来 is this year
_RIGHT_BEFORE = re.compile(r"(?P<year>(?:19|20)[0-9]{2})[ ]?年的$")  # 由2019年的12.3%
_IN_BRACKETS = re.compile(
    r"[^，。；（(]{0,12}[（(][ ]?(?P<year>20[0-9]{2})[ ]?年?[）)]"
)


def year_before(text: str, at: int, end: int, anchor: int | None) -> int | None:
    """The year that the sentence names before the figure from `at` to `end`.

    None where it spans several or names none, nor anything that stands for one.
    `anchor` is the year that the document calls 今年, None where nothing says so.
    """
    bracketed = _IN_BRACKETS.match(text, end)
    if bracketed:
        return int(bracketed["year"])
    low = max(0, at - _REACH)
    if text.endswith("年的", low, at):
        right_before = _RIGHT_BEFORE.search(text, max(0, at - 8), at)
        if right_before:
            return int(right_before["year"])
    if text.find("年", low, at) < 0 and text.find("届", low, at) < 0:
        return None
    ended = _TO_SENTENCE.match(text, low, at)
    begin = ended.end() if ended else low
    said = list(_SAID.finditer(text, begin, at))
    found, where = _named(text, begin, at, anchor)
    if said and said[-1].start() >= where:
        return _relative(said[-1], text, at, anchor)
    if found is None and _SAME.match(text, begin, at):
        previous, _ = _named(text, low, begin, anchor)
        return previous
    return found


def _named(
    text: str, begin: int, at: int, anchor: int | None
) -> tuple[int | None, int]:
    """The last year named there and where, None where it is not the figure's."""
    found: re.Match[str] | None = None
    where = begin
    for match in _YEAR.finditer(text, begin, at):
        if _OPENS.search(text, max(0, match.start() - 3), match.start()) is None:
            continue
        span = _SPAN.search(text, begin, match.start())
        found, where = None if span else match, match.end()
    if found is None or _founds(text, found):
        return None, where
    year = int(found[0][:4])
    since = _SINCE.match(text, found.end()) if year == anchor else None
    if _RELATIVE.search(text, since.end() if since else found.end(), at):
        return None, where
    return year, where


def _founds(text: str, year: re.Match[str]) -> bool:
    """Whether something was founded in that year: 1952年建校, 成立于2006年."""
    before = text[max(0, year.start() - 5) : year.start()].rstrip(" \u3000")
    return (
        _FOUNDED_BEFORE.search(before) is not None
        or _FOUNDED_AFTER.match(text, year.end()) is not None
    )


def _relative(
    said: re.Match[str], text: str, at: int, anchor: int | None
) -> int | None:
    """The year that 今年 or 去年 is, where the document's own date says it."""
    compared = text.endswith(_COMPARING, 0, said.start())
    if anchor is None or compared or _SUMMED.search(text, said.end() + 2, at):
        return None
    return anchor - _AGO[said[0]]
