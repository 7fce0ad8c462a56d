"""Brands without words that present them.

In lists, a line each, under a head that says 品牌: 2.物流系党支部“链上红”. And, without
quotes, workshops that are called after somebody: 王守成技能大师工作室.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebase.entry import Brand, Entry, Evidence
from casebase.text.naming import is_names

_HEAD = re.compile(
    "(?:品牌|名片)[\u4e00-\u9fff]{0,6}(?:[（(][^（()）\n]{0,30}[)）])?[：:]?$"
)
_ITEM = re.compile(
    r"[（(]?[0-9一二三四五六七八九十]{0,3}[)）]?[.、．,\s]{0,2}"
    "(?P<holder>[\u4e00-\u9fff]{2,24}(?:支部|总支|学院|系|处|部|馆|中心))"
    "[ \u3000—:：]{0,2}[“「](?P<name>[^“”「」\n]{2,20})[”」][。；]?"
)
_CLOSED = ("”", "」", "”。", "」。", "”；", "」；")
_LONGEST_HEAD = 40


# A name of two or three characters, and what kind of workshop it is.
_WORKSHOP = re.compile(
    "(?:^|[^\u4e00-\u9fff]|教师|老师|主任|教授|大师|[的和与及]|获批|建设|成立|建成|设立)"
    "(?P<name>(?P<who>[\u4e00-\u9fff]{2,3})(?:名班主任|班主任|名辅导员|辅导员|技能大师"
    "|工艺大师|大师|名师|劳模创新|劳模|创新|工匠|教学名师|思政名师)工作室)$"
)
_LAST_OF_KINDS = frozenset("任员师新模匠")
_WORD, _REACH = "工作室", 16  # characters up to the end of the word


def workshops(entry: Entry) -> Iterator[tuple[Brand, Evidence]]:
    """Workshops that bear somebody's name without quotes."""
    for place, text in (("title", entry.title), ("text", entry.text)):
        at = text.find(_WORD)
        while at >= 0:
            end = at + len(_WORD)
            named = text[at - 1 : at] in _LAST_OF_KINDS
            found = (
                _WORKSHOP.search(text[max(0, end - _REACH) : end]) if named else None
            )
            if found and is_names(found["who"]):
                start = end - len(found["name"])
                words = Evidence(place, start, end, found["name"], "brand.person")
                yield Brand(found["name"], found["who"], None, "工作室"), words
            at = text.find(_WORD, end)


def listed(entry: Entry) -> Iterator[tuple[Brand, Evidence]]:
    """The brands that the entry's lists name."""
    begin, headed = 0, False
    for paragraph in entry.paragraphs:
        text = paragraph.text
        item = _ITEM.fullmatch(text) if text.endswith(_CLOSED) else None
        if item is None:
            headed = len(text) <= _LONGEST_HEAD and _heads(text)
        elif headed:
            start, end = item.span("name")
            words = Evidence(
                "text", begin + start, begin + end, item["name"], "brand.list"
            )
            yield Brand(item["name"], item["holder"], None, "品牌"), words
        begin += len(text) + 1


def _heads(text: str) -> bool:
    said = "品牌" in text or "名片" in text
    return said and _HEAD.search(text) is not None
