"""Brands in lists: 2.物流系党支部“链上红”, a line each, under a head that says 品牌."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebase.entry import Brand, Entry, Evidence

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
