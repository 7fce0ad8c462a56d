"""The numbers in front of headings, cases, captions and articles.

一、 （一） 1. 1.1 第一章 第三条 案例 5： 图 3: what kind of label a line begins with,
which number it bears, and what follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2} | {str(value): value for value in range(10)}
_DIGITS |= {chr(0xFF10 + value): value for value in range(10)}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_CHINESE = r"[零〇一二三四五六七八九十百千两]"
_NUMBER = rf"(?:{_CHINESE}+|[0-9０-９]+)"


class Style(IntEnum):
    """Styles of heading numbers, the outermost lowest."""

    PART = 0  # 第一编
    CHAPTER = 1  # 第一章, 第一部分
    SECTION = 2  # 第一节
    CHINESE = 3  # 一、
    BRACKETED = 4  # （一）
    ARABIC = 5  # 1.
    DECIMAL = 6  # 1.1
    DECIMAL_3 = 7  # 1.1.1
    ARABIC_BRACKETED = 8  # （1）
    CIRCLED = 9  # ①


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading's number.

    Attributes:
        style: How it is written.
        number: The last part of it, as 2 of 1.2.
        rest: The text after it.
    """

    style: Style
    number: int
    rest: str


@dataclass(frozen=True, slots=True)
class Label:
    """案例 3：, 图 2, 第五条: the number and the text after it."""

    number: int
    rest: str


_UNIT = (  # 28 门课程 begins no heading
    r"(?:[名个门次项人年月日家所支场期件篇部本届级万余多位种类条元亿千百岁天只台套间张辆处栋户村镇"
    r"对组批轮堂号度楼班份亩吨]|小时|分钟|学时)"
)
_PATTERNS = {
    Style.PART: rf"第\s*({_NUMBER})\s*编[\s、：:]*",
    Style.CHAPTER: rf"第\s*({_NUMBER})\s*(?:章|篇|部分)[\s、：:]*",
    Style.SECTION: rf"第\s*({_NUMBER})\s*节[\s、：:]*",
    Style.CHINESE: rf"({_CHINESE}+)\s*[、．.]\s*",
    Style.BRACKETED: rf"[（(]\s*({_CHINESE}+)\s*[）)]\s*",
    Style.DECIMAL_3: r"[0-9]{1,2}\.[0-9]{1,2}\.([0-9]{1,2})(?![0-9.])[\s、]*(?=\D)",
    Style.DECIMAL: r"[0-9]{1,2}\.([0-9]{1,2})(?![0-9.])[\s、]*(?=[^\d%％])",
    Style.ARABIC: (
        rf"([0-9]{{1,2}})(?:\s*[、．]\s*|\s*\.\s*|\u3000|\s+(?!{_UNIT}))(?=[^\d+%％])"
    ),
    Style.ARABIC_BRACKETED: r"[（(]?\s*([0-9]{1,2})\s*[）)]\s*",
}
_MARKS = {style: re.compile(pattern) for style, pattern in _PATTERNS.items()}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CASE_OF = (  # 典型案例, 优秀党建案例; but 入选案例, 见案例 are no labels
    r"[◆●■★▲◇○□▶►※☆▍❖]?\s*+(?P<open>[【\[〔（(]?)\s*+"
    r"(?:(?:典型|特色|优秀|精品|经典|精选|示范|创新|实践|教学|育人|工作|党建|思政|校企|合作|支部|学校|院校|企业"
    r"|品牌|应用|建设|服务|改革|管理){0,2}案\s*例|专\s*栏)"
)
_TITLE = r"(?P<sign>\s*+[:：、.．—\-|｜]++\s*+|\s*+)(?P<rest>.*)"
_CHAPTER = r"[0-9]{1,2}\s*[-－.．]\s*(?=[0-9]{1,2}(?![0-9]))"  # the 2 of 案例 2-1
_CASE = re.compile(
    rf"{_CASE_OF}\s*+(?:之|[（(])?\s*+(?:{_CHAPTER})?({_NUMBER})\s*+[）)】\]〕]?{_TITLE}"
)
_UNNUMBERED_CASE = re.compile(rf"{_CASE_OF}\s*+(?P<close>[】\]〕）)]?){_TITLE}")
_NOT_A_TITLE = re.compile(  # 案例 8 个, 案例 3 中的做法
    r"(?:余|多)?[个项篇件则名次家条](?:[，。、；,;）)\s]|$|入选|获|荣获|被|均|以上)"
    r"|[中里](?:[，,]|的|所)|的|所示|所述|表明|说明|[和与至到]\s*案?例?\s*\d"
)
_OTHER_CASES = re.compile(r"案例|[0-9]{1,2}\s*(?:的|、|和|$)")  # 案例3、案例4; 案例 1—3
_CAPTION = re.compile(
    rf"(?:附?[图表]|图表|数据表|Figure|Fig\.|Table)\s*({_NUMBER})(?:[-－—–.．]\d+)*"
    r"\s*[：:.、]?\s*(?P<rest>.*)"
)
_NOT_A_CAPTION = re.compile(  # 图 3 所示
    r"(?:所示|中[，,可所的]|可知|可以|可见|显示|列出|为例|[、，。；)）]|[和与至到]\s*[图表])"
)
_ARTICLE = re.compile(
    rf"第\s*({_NUMBER})\s*条(?:之{_CHINESE})?(?P<sign>[\s\u3000：:]*)(?P<rest>.*)"
)
_NAMED = re.compile(
    r"(?:编\s*前|编者的话|编选说明|编写说明|前\s*言|引\s*言|绪\s*论|导\s*言|导\s*语|结\s*语|结束语|结\s*论|后\s*记|附\s*则|总\s*则|致\s*谢"
    r"|附\s*[录件表]\s*[一二三四五六七八九十\d]{0,3}|参\s*考\s*文\s*献|编\s*者\s*按|目\s*[录次]"
    r"|摘\s*要|关\s*键\s*词|Abstract|Key\s?words|References)[：:]?",
    re.IGNORECASE,
)


def is_named(text: str) -> bool:
    """Whether it is one of the headings that need no number: 前言, 摘要, 参考文献."""
    return _NAMED.fullmatch(text.strip()) is not None


def number_of(written: str) -> int:
    """The value of 12, １２, 十二 or 一百零三."""
    if not any(character in _UNITS for character in written):
        return int("".join(str(_DIGITS[character]) for character in written))
    total = current = 0
    for character in written:
        if character in _UNITS:
            total += (current or 1) * _UNITS[character]
            current = 0
        else:
            current = _DIGITS[character]
    return total + current


def mark_of(text: str) -> Mark | None:
    """The heading number at the beginning of the text, if there is one."""
    for style, pattern in _MARKS.items():
        found = pattern.match(text)
        if found:
            return Mark(style, number_of(found[1]), text[found.end() :].strip())
    if text[:1] and text[0] in _CIRCLED:
        return Mark(Style.CIRCLED, _CIRCLED.index(text[0]) + 1, text[1:].strip())
    return None


def is_bare(text: str) -> bool:
    """Whether it is but a case's or chapter's number, and its title is to follow."""
    label = case_label(text)
    if label is not None:
        return not label.rest
    mark = mark_of(text)
    return mark is not None and mark.style <= Style.SECTION and not mark.rest


def case_label(text: str) -> Label | None:
    """案例 3：…, 典型案例五 …, 【案例2-1】…, 【案例】…: a case's number and title.

    The number of a case without one is 0.
    """
    found = _CASE.match(text)
    if not found:
        return _unnumbered_case(text)
    unsigned = not found["sign"].strip()
    if (unsigned and _NOT_A_TITLE.match(found["rest"])) or _OTHER_CASES.match(
        found["rest"]
    ):
        return None
    return Label(number_of(found[2]), found["rest"].strip())


def _unnumbered_case(text: str) -> Label | None:
    """【典型案例】… and 典型案例：…; without a sign it may be any sentence."""
    found = _UNNUMBERED_CASE.match(text)
    if not found or bool(found["open"]) != bool(found["close"]):
        return None
    titled = ":" in found["sign"] or "：" in found["sign"]
    if not (found["open"] in "【[〔" if found["open"] else titled and found["rest"]):
        return None
    return Label(0, found["rest"].strip())


def caption_label(text: str) -> Label | None:
    """图 3 …, 表一 …: a caption's number and words."""
    found = _CAPTION.match(text)
    if not found or _NOT_A_CAPTION.match(found["rest"]):
        return None
    return Label(number_of(found[1]), found["rest"].strip())


def article_label(text: str) -> Label | None:
    """第五条 …: an article's number and its text."""
    found = _ARTICLE.match(text)
    return Label(number_of(found[1]), found["rest"].strip()) if found else None
