"""The title of an annual quality report that does not name itself."""

from __future__ import annotations

import re
from collections import Counter

FEWEST = 3  # set chapters or data tables that tell such a report
RECURS = 0.6  # of the most frequent name's count: then it is the same name
LONGEST_NAME = 8  # characters before 职业技术学院

_SCHOOL = re.compile(
    r"职业技术大学|职业技术学院|职业大学|职业学院|高等专科学校|技师学院"
    r"|中等专业学校|职业中等专业学校|大学|学院"
)
_QUALITY = re.compile(
    r"(?:高等|中等)?职业教育质量(?:年度)?报告|教育质量(?:年度)?报告|质量年报"
)
_CHAPTERS = (
    "人才培养", "学生发展", "服务贡献", "政策落实", "文化传承", "国际合作",
    "产教融合", "发展保障", "面临挑战",
)  # fmt: skip
_TABLES = (
    "计分卡", "教学资源表", "国际影响表", "服务贡献表", "落实政策表", "满意度调查表",
)  # fmt: skip


def annual_report(text: str) -> str:
    """学校 + 质量报告 + year, of a text with an annual quality report's set parts.

    The chapters and data tables are those that the ministry prescribes for the annual
    quality reports of vocational education; nothing else has them. Empty where the
    text is none.
    """
    chapters = sum(
        bool(re.search(rf"^[一二三四五六七八九]、\s*{word}", text, re.MULTILINE))
        for word in _CHAPTERS
    )
    tables = sum(word in text for word in _TABLES)
    owner = _owner(text)
    if not owner or max(chapters, tables) < FEWEST:
        return ""
    named = _QUALITY.search(text)
    higher = "高等" if re.search(r"大学|学院|高等专科", owner) else ""
    kind = named[0] if named else f"{higher}职业教育质量报告"
    years = Counter(re.findall(r"(20\d\d)\s*年", text)).most_common(1)
    return f"{owner}{kind}（{years[0][0]}年度）" if years else f"{owner}{kind}"


def _owner(text: str) -> str:
    """The school that the text names most, with as much of its name as recurs."""
    tally: Counter[str] = Counter()
    for found in _SCHOOL.finditer(text):
        before = text[max(found.start() - LONGEST_NAME, 0) : found.start()]
        place = re.search(r"[\u4e00-\u9fff]{2,}$", before)
        if place:
            named = place[0]
            tally.update(named[-size:] + found[0] for size in range(2, len(named) + 1))
    if not tally:
        return ""
    most = max(tally.values())
    return max((name for name in tally if tally[name] >= RECURS * most), key=len)
