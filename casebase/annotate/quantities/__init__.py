"""Figures: so much or so many of something, in base units, and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from casebase.annotate.quantities.numerals import (
    ARABIC,
    CHINESE,
    DIGIT,
    SCALE,
    value_of,
)
from casebase.annotate.quantities.subjects import subject_of
from casebase.entry import Entry, Evidence, Quantity, Role

# What is counted by each of these; the longer ones come first.
_UNITS = (
    "平方公里", "平方千米", "平方米", "个百分点", "立方米", "毫安时", "万册", "万字",
    "人次", "人天", "课时", "学时", "学分", "小时", "分钟", "公里", "千米", "公斤",
    "千克", "公顷", "美元", "欧元", "元", "人", "名", "位", "户", "个", "项", "门",
    "本", "部", "篇", "场", "次", "期", "所", "家", "支", "件", "套", "台", "间",
    "处", "座", "亩", "吨", "斤", "份", "册", "种", "批", "条", "幅", "张", "株",
    "头", "只", "辆", "架", "枚", "块", "顶", "类", "对", "组", "岁", "字", "米",
    "㎡", "%", "％", "‰",
)  # fmt: skip
_UNIT = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_BEFORE = {
    "约": "约", "大约": "约", "约为": "约",
    "近": "近", "将近": "近", "接近": "近",
    "超": "超", "超过": "超", "超出": "超", "突破": "超", "逾": "超", "多达": None,
    "不足": "不足", "不到": "不足", "不低于": None,
}  # fmt: skip
_LEAD = "|".join(sorted(_BEFORE, key=len, reverse=True))
_AFTER = {
    "余": "余", "多": "余", "来": "余", "以上": "超", "左右": "约", "上下": "约",
    "以内": "不足",
}  # fmt: skip
_QUANTITY = re.compile(
    rf"(?P<lead>{_LEAD})?[ \u3000]?"
    rf"(?:(?P<arabic>{ARABIC})|(?P<chinese>{CHINESE}))[ \u3000]?"
    rf"(?P<more>[余多来])?[ \u3000]?(?P<scale>{SCALE})?(?P<still>[余多])?[ \u3000]?"
    rf"(?P<unit>{_UNIT})(?P<tail>以上|左右|上下(?![游级联])|以内)?"
)
_PERCENT = re.compile(
    rf"百分之(?P<chinese>{CHINESE})(?P<point>点[一二三四五六七八九零]+)?"
)
# What a number must not follow: 第3届, 2023-2024, V2.0, 1:2000, ISO9001, 表 3.
_NOT_AFTER = re.compile(
    rf"(?:[A-Za-z{DIGIT[1:-1]}.．:：/+＋×*#－—–~～-]|[第届之图表]|案例"
    r"|[零一二三四五六七八九十百千两数几])[ \u3000]?$"
)
# 3名校, 5人制, 2部委: another word begins with what looks like the unit.
_NOT_BEFORE = {
    "名": "校|师工|牌|优|单|录|企|家|额|次",
    "人": "制|才|工智能|民|均|员(?=构)",
    "部": "委|门|队|分",
    "期": "间|刊|末|限|望",
    "个": "体|性|人(?!次)",
    "家": "长|庭|乡|国|校",
    "对": "[一于比接口照外内标]",
    "项": "目(?:式|化)",
    "次": "会议|课程|日",
    "组": "织|长|成|建",
    "类": "型",
    "条": "例|款",
    "本": "科|校|土|地|市|省|年|次",
    "所": "有|在|以|谓|需|属|学",
    "座": "谈",
    "位": "于|置",
    "张": "力",
    "元": "素|旦|宵",
    "米": "粉",
    "台": "账|风|湾",
    "件": "套",
    "门": "户|类",
    "场": "地|所|景|馆",
    "支": "部书记|付|持|撑|教",
    "间": "接|隔",
    "字": "母",
    "种": "植|质|子|业|养",
    "批": "次",
    "份": "额",
    "头": "衔",
    "处": "长|分",
    "户": "外|籍",
    "块": "链",
    "辆": "(?!)",
}
_CLASHES = {unit: re.compile(clash) for unit, clash in _NOT_BEFORE.items()}
_REACH = 200  # characters: no sentence is longer
_LEAST_CHINESE = 10  # 两个方面, 三支队伍 are counts of a speaker, not figures
# A year that opens a clause says when; 结合2021年考核结果 and 较2020年 do not.
_YEAR = re.compile(
    r"(?:^|(?<=[，。；：,;:！？\n（(])|(?<=截至)|(?<=[在到于]))[ \u3000]?"
    r"(?P<year>(?:19|20)[0-9]{2})[ \u3000]?(?:年(?!级)|学年|年度)"
)
_RELATIVE = re.compile(
    "近[一二三四五六七八九十两0-9]+年|[三四五六七八九十]年来|以来|累计|历年|去年|上年|今年|目前|本学期"
)
_SENTENCE = re.compile("[。！？\n]")
_SPAN = re.compile(r"\s?[-—–~～至到]{1,2}\s?$")


def quantities(entry: Entry) -> Iterator[tuple[Quantity, Evidence]]:
    """The figures of the entry's prose, in reading order; the cells of tables are not.

    A figure is of the year named last before it in its sentence; of none where the
    sentence spans years or names none.
    """
    begin = 0
    for paragraph in entry.paragraphs:
        if paragraph.role is not Role.ROW:
            yield from _in_paragraph(paragraph.text, begin)
        begin += len(paragraph.text) + 1


def _in_paragraph(text: str, begin: int) -> Iterator[tuple[Quantity, Evidence]]:
    for match in _QUANTITY.finditer(text):
        found = _read(match, text)
        if found is None:
            continue
        start, end = match.span()
        quote = match.group()
        start += len(quote) - len(quote.lstrip())
        quote = quote.lstrip()
        evidence = Evidence("text", begin + start, begin + end, quote, "quantity.unit")
        yield replace(found, text=quote), evidence
    for match in _PERCENT.finditer(text):
        share = _share(match)
        if share is None:
            continue
        start, end = match.span()
        where = ("text", begin + start, begin + end)
        evidence = Evidence(*where, match.group(), "quantity.share")
        subject = subject_of(text, *match.span(), "%")
        year = _year_before(text, match.start())
        yield Quantity(match.group(), share, "%", None, subject, year), evidence


def _share(match: re.Match[str]) -> float | None:
    whole = value_of(match["chinese"])
    if whole is None:
        return None
    if not match["point"]:
        return whole
    digits = "".join(
        str("零一二三四五六七八九".index(sign)) for sign in match["point"][1:]
    )
    return float(f"{whole:.0f}.{digits}")


def _read(match: re.Match[str], text: str) -> Quantity | None:
    """The figure at `match`; None where it is a date, a number of something, a word."""
    unit = match["unit"]
    first = match.start("arabic") if match["arabic"] else match.start("chinese")
    if not match["lead"] and _NOT_AFTER.search(text, max(0, first - 3), first):
        return None
    clash = _CLASHES.get(unit)
    if clash and not match["tail"] and clash.match(text, match.end("unit")):
        return None
    value = value_of(match["arabic"] or match["chinese"], match["scale"] or "")
    if value is None or not _is_figure(match, value):
        return None
    unit, times = _base(unit)
    return Quantity(
        text=match.group(),
        value=round(value * times, 4),
        unit=unit,
        approximate=_approximate(match),
        subject=subject_of(text, first, match.end(), unit),
        year=_year_before(text, first),
    )


def _is_figure(match: re.Match[str], value: float) -> bool:
    if match["arabic"]:
        return True
    vague = match["lead"] or match["more"] or match["still"]
    return value > _LEAST_CHINESE or (value == _LEAST_CHINESE and bool(vague))


def _base(unit: str) -> tuple[str, float]:
    """The unit without its power of ten."""
    plain = {"％": "%", "㎡": "平方米", "千米": "公里", "千克": "公斤"}.get(unit, unit)
    if plain.startswith("万"):
        return plain[1:], 1e4
    return plain, 1.0


def _approximate(match: re.Match[str]) -> str | None:
    if match["more"] or match["still"]:
        return "余"
    if match["tail"]:
        return _AFTER[match["tail"]]
    return _BEFORE[match["lead"]] if match["lead"] else None


def _year_before(text: str, at: int) -> int | None:
    """The year that the sentence names before `at`, unless it spans several."""
    low = max(0, at - _REACH)
    begin = max((cut.end() for cut in _SENTENCE.finditer(text, low, at)), default=low)
    found = None
    for match in _YEAR.finditer(text, begin, at):
        found = None if _SPAN.search(text, begin, match.start()) else match
    if found is None or _RELATIVE.search(text, found.end(), at):
        return None
    return int(found["year"])
