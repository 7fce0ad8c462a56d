"""How the pages say dates, places in a text, kinds and numbers, in Chinese."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime

from casebase.entry import Entry, Kind
from casebase.query import FIELDS, KINDS

FORMATS: Mapping[str, str] = {
    "pdf": "PDF",
    "html": "网页",
    "docx": "Word",
    "text": "文本",
    "markdown": "Markdown",
    "picture": "图片",
}
MINUTE = 60
_UNITS = "年月日"
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2,
}  # fmt: skip
_TENS = {"十": 10, "百": 100, "千": 1000}
_ARTICLE = re.compile(r"第([零〇一二三四五六七八九十百千两]+|\d+)条(?:之(\w+))?")


def day(iso: str) -> str:
    """`2024-12-03` as 2024年12月3日; a month or a year alone likewise."""
    parts = iso.split("-")
    if not all(part.isdigit() for part in parts):
        return iso
    return "".join(
        f"{int(part)}{unit}" for part, unit in zip(parts, _UNITS, strict=False)
    )


def moment(iso: str) -> str:
    """An ISO time as 2026年11月20日 07:40, in the server's own time zone."""
    try:
        at = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"


def count(number: int) -> str:
    """10432 as 10,432."""
    return f"{number:,}"


def seconds(milliseconds: float) -> str:
    """18.2 milliseconds as 0.018秒."""
    return f"{max(milliseconds, 1) / 1000:.3f}秒"


def span(seconds: float) -> str:
    """90 seconds as 2分钟, rounded up; below a minute in seconds."""
    if seconds < MINUTE:
        return f"{max(math.ceil(seconds), 1)}秒"
    minutes = math.ceil(seconds / MINUTE)
    if minutes < MINUTE:
        return f"{minutes}分钟"
    return f"{minutes // MINUTE}小时{minutes % MINUTE}分钟"


def pages(span: tuple[int, int] | None) -> str:
    """(11, 13) as 第11–13页; empty where there are no pages."""
    if span is None:
        return ""
    first, last = span
    return f"第{first}页" if first == last else f"第{first}–{last}页"


def label(entry: Entry) -> str:
    """What an entry is within its document: 案例3, 章节; empty for a whole one."""
    if entry.kind in {Kind.ARTICLE, Kind.POLICY} and entry.number is None:
        return ""
    if entry.number is None:
        return KINDS[entry.kind][0]
    name = "第" if entry.kind is Kind.ITEM else KINDS[entry.kind][0]
    return f"{name}{entry.number}{'篇' if entry.kind is Kind.ITEM else ''}"


def field(name: str) -> str:
    """What people call a facet field: 学校 for school."""
    return FIELDS[name][0]


def value(name: str, given: str) -> str:
    """A facet value as people read it."""
    return KINDS[Kind(given)][0] if name == "kind" and given in set(Kind) else given


def article_anchor(name: str) -> str:
    """The anchor of an article: art-3 of 第三条, art-20-1 of 第二十条之一, or empty."""
    found = _ARTICLE.match(name)
    if not found:
        return ""
    number, insertion = found.groups()
    parts = [_whole(part) for part in (number, insertion) if part]
    return "-".join(["art", *map(str, parts)]) if all(parts) else ""


def _whole(numeral: str) -> int:
    """三百二十一 as 321; 0 for what is no numeral."""
    if numeral.isdecimal():
        return int(numeral)
    total, digit = 0, 0
    for sign in numeral:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            return 0
    return total + digit
