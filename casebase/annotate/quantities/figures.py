"""Numbers with a unit: which of them say how much or how many."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from string import ascii_letters
from typing import NamedTuple

from casebase.text.numerals import (
    ARABIC,
    CHINESE,
    DIGIT,
    SCALE,
    value_of,
)
from casebase.text.units import FEW, UNIT, UNIT_SIGNS, clashes, plain_unit

# A bound that is none of the contract's words (不少于, 至多) leaves the value as it is.
_BEFORE = {
    "约": "约", "大约": "约", "约为": "约", "大概": "约", "近": "近", "将近": "近",
    "接近": "近", "超": "超", "超过": "超", "超出": "超", "突破": "超", "逾": "超",
    "上": "超", "过": "超", "超过了": "超", "突破了": "超", "不足": "不足",
    "不到": "不足", "不超过": None, "不得超过": None, "不高于": None, "不多于": None,
    "至多": None, "最多": None, "不低于": None, "不得低于": None, "不少于": None,
    "不得少于": None, "不下": None, "不下于": None, "至少": None, "最少": None,
    "多达": None,
}  # fmt: skip
_LEAD = "|".join(sorted(_BEFORE, key=len, reverse=True))
_ONLY_LARGE = frozenset({"上", "过"})  # 上千, 过百; 报名过3次 is none
_AFTER = {
    "余": "余", "多": "余", "来": "余", "以上": "超", "之多": None, "左右": "约",
    "上下": "约", "以内": None, "之内": None, "以下": None,
}  # fmt: skip
_SPACE = "[ \u3000]?"
_TAIL = "以上|之多|左右|上下(?![游级联])|以[内下]|之内"
_LEADS = re.compile(rf"(?:{_LEAD}){_SPACE}$")
# A number, and whether what stands behind it may be its unit; what begins with a set
# of signs is found fast.
_NUMBER = re.compile(
    "[0-9０-９一二三四五六七八九十百千两零万亿]"
    "(?:(?<=[0-9０-９])[0-9０-９,，.．]*+|(?<![0-9０-９])[一二三四五六七八九十百千两零万亿]*+)"
    f"(?P<counts>(?=[ \u3000余多来十百千万亿{UNIT_SIGNS}]))?"
)
_QUANTITY = re.compile(
    rf"(?:(?P<arabic>{ARABIC})|(?P<chinese>{CHINESE})|(?P<bare>(?=[万亿])))"
    rf"{_SPACE}(?P<more>[余多来])?{_SPACE}(?P<scale>{SCALE})?(?P<still>[余多])?{_SPACE}"
    rf"(?P<unit>{UNIT})(?P<tail>{_TAIL})?"
)
_SHARE = re.compile(
    rf"(?P<lead>{_LEAD})?百分之(?P<chinese>{CHINESE})"
    rf"(?:点(?P<point>[一二三四五六七八九零]{{1,4}}))?(?P<more>多)?(?P<tail>{_TAIL})?"
)
# What a number must not follow: 第3届, 2023-2024, V2.0, 1:2000, ISO9001, 表 3, 3至5名.
_NOT_AFTER = re.compile(
    rf"(?:[A-Za-z+＋×*#/]|{DIGIT}[.．:：]|{DIGIT}[ ]?[年月日]?[-—–~～至到]"
    "|[第之图每时]|[0-9零一二三四五六七八九]点|(?<!代)表|编号|[零一二三四五六七八九十百千万亿两]"
    ")[ \u3000]?$"
)
# The last signs of these: a look at one character saves most searches.
_LAST_OF_NOT_AFTER = frozenset(
    f"{ascii_letters}+＋×*#/.．:：-—–~～至到第之图每时点表号零一二三四五六七八九十百千万亿两"
    " \u3000"
)
_RANKS = tuple(sign + space for sign in "前后" for space in ("", " ", "\u3000"))
_GOES_TO = re.compile(
    rf"{_SPACE}[-—–~～至到]{_SPACE}(?:{ARABIC}|{CHINESE}){_SPACE}[万亿]?{_SPACE}(?:{UNIT})"
)
_FROM = re.compile("[由从](?:[^，。；、]{0,12})$")
_THESE = re.compile("[这那某每另其各前后上下头花]$")
_TOLD_BY_A_FEW = re.compile("[，。；、！（）()]|$")
_COUNTED = re.compile(
    "(?:奖|称号|课题|项目|专利|教材|论文|著作|专著|课程|成果|案例|标准|奖项|荣誉|基地"
    "|平台|团队|工作室)[ ]?$"
)
_PART_OF_NAME = re.compile("《[^《》]{1,80}》|“[^“”，。；：！？]{1,16}”")
_AVERAGE = ("平均年龄", "平均年龄为", "平均年龄仅")  # of anybody else 岁 is an age
_ROUND_THE_CLOCK = 24
_SUMMED = re.compile("(?:累计|共计|合计|不少于|达到?|满)[ ]?$")
_LEAST_CHINESE, _LOOK_BACK, _LONGEST_LEAD = 10, 8, 6
_BLANK = " \u3000"


class Figure(NamedTuple):
    """A figure at `start` to `end` of a paragraph; its value is in base units."""

    value: float
    unit: str
    approximate: str | None
    start: int
    end: int
    quote: str
    rule: str


def figures(text: str, *, heading: bool = False) -> Iterator[Figure]:
    """The figures of a paragraph in reading order.

    Numbers within titles and quoted names (《…10条》, “百名博士进企业”) are none,
    and neither are the ends of a range (2000字至5000字). In a `heading` a number that
    begins it is its own.
    """
    read = (_read(match, text, heading=heading) for match in _candidates(text))
    found = [figure for figure in read if figure]
    if "百分之" in text:
        found += filter(None, map(_share, _SHARE.finditer(text)))
        found.sort(key=lambda figure: figure.start)
    named = [span.span() for span in _PART_OF_NAME.finditer(text)] if found else []
    ends = -1
    for figure in found:
        ranged = _GOES_TO.match(text, figure.end) and not _changes(text, figure)
        if ranged or figure.start <= ends:
            ends = max(ends, figure.end + 1 if ranged else ends)
        elif not _within(figure, named):
            yield figure


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """The numbers with a unit after them."""
    end = 0
    for number in _NUMBER.finditer(text):
        start = number.start()
        if number.lastgroup and start >= end:
            match = _QUANTITY.match(text, start)
            if match:
                end = match.end()
                yield match


def _within(figure: Figure, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans, which are in order, has the figure inside."""
    at = bisect_left(spans, (figure.start, 0)) - 1
    return at >= 0 and figure.end < spans[at][1]


def _changes(text: str, figure: Figure) -> bool:
    """由十二个增加到四十个 are two figures."""
    return _FROM.search(text, max(0, figure.start - 14), figure.start) is not None


def _share(match: re.Match[str]) -> Figure | None:
    whole = value_of(match["chinese"])
    if whole is None:
        return None
    digits = [str("零一二三四五六七八九".index(sign)) for sign in match["point"] or ""]
    value = float(f"{whole:.0f}.{''.join(digits) or 0}")
    approximate = _approximate(match["more"], match["tail"], match["lead"] or "")
    start, end = match.span()
    return Figure(value, "%", approximate, start, end, match.group(), "share")


def _read(match: re.Match[str], text: str, *, heading: bool) -> Figure | None:
    """The figure at `match`; None where it is a date, a number of something, a word."""
    if _is_word(match, text):
        return None
    first = match.start()
    lead = _LEADS.search(text, max(0, first - _LONGEST_LEAD), first)
    led = lead is not None and _leads(lead, match, text)
    if not led and _follows(match, text, first):
        return None
    value = value_of(match["arabic"] or match["chinese"] or "", match["scale"] or "")
    if value is None or _is_none(match, text, value, led=led):
        return None
    numbered = first == 0 and " " in text[: match.start("unit")]
    if (heading and numbered) or "\u3000" in match.group():
        return None
    start = lead.start() if lead and led else first
    quote = text[start : match.end()]
    unit = plain_unit(match["unit"])
    said = lead.group().rstrip(_BLANK) if lead and led else ""
    approximate = _approximate(match["more"] or match["still"], match["tail"], said)
    return Figure(value, unit, approximate, start, match.end(), quote, "unit")


def _is_word(match: re.Match[str], text: str) -> bool:
    """Whether the unit begins a word, or says somebody's age."""
    if match["unit"] == "岁":
        return not text.endswith(_AVERAGE, 0, match.start())
    plain = not match["tail"] or match["unit"] == "分"
    return plain and clashes(match["unit"], text, match.end("unit"))


def _leads(lead: re.Match[str], match: re.Match[str], text: str) -> bool:
    """Whether what stands before the number bounds it: 上千, not 线上3."""
    said = lead.group().rstrip(_BLANK)
    if said in _ONLY_LARGE:
        bare = "" if match["arabic"] else "万"
        return (match["chinese"] or bare) in {"百", "千", "万", "百万", "千万"}
    return not (said == "近" and text.endswith(("最", "附", "临"), 0, lead.start()))


def _follows(match: re.Match[str], text: str, first: int) -> bool:
    low = max(0, first - _LOOK_BACK)
    last = text[first - 1 : first]
    if last in _LAST_OF_NOT_AFTER and _NOT_AFTER.search(text, low, first):
        return True
    if not match["arabic"] and text.endswith(("数", "几"), 0, first):
        return True
    ranked = match["unit"] in {"名", "位", "%", "家", "所", "个"}
    return ranked and text.endswith(_RANKS, low, first)


def _is_none(match: re.Match[str], text: str, value: float, *, led: bool) -> bool:
    """Whether the number is a way of speaking rather than a figure."""
    start, end = match.start(), match.end()
    vague = led or match["more"] or match["still"]
    if value == _ROUND_THE_CLOCK and match["unit"] == "小时" and not led:
        return _SUMMED.search(text, max(0, start - 4), start) is None
    if match["arabic"]:
        return text.endswith("共印", 0, start)
    if match["bare"] is not None or match["chinese"] in {"百", "千"}:
        return not vague
    if value > _LEAST_CHINESE or (value == _LEAST_CHINESE and vague):
        return False
    few = match["unit"] in FEW and value > 1 and not match["tail"]
    if few and not _THESE.search(text, max(0, start - 2), start):
        return False
    return not _ends_a_count(text, start, end)


def _ends_a_count(text: str, start: int, end: int) -> bool:
    """Whether it counts what stands before it and ends the clause: 二等奖一项。."""
    counted = _COUNTED.search(text, max(0, start - _LOOK_BACK), start)
    return counted is not None and _TOLD_BY_A_FEW.match(text, end) is not None


def _approximate(more: str | None, tail: str | None, lead: str) -> str | None:
    if more:
        return "余"
    return (tail and _AFTER[tail]) or _BEFORE.get(lead)
