"""Of what level an honour is: who gives it tells."""

from __future__ import annotations

import re

from casebase.annotate.honours.clauses import Clause
from casebase.annotate.honours.items import Item
from casebase.lexicon import Lexicon

_WORDS = (
    (
        "国家级",
        re.compile(
            "国家级|全国|^国家|教育部|中央|中共中央|国务院|^中国|^中华|中国.{2,20}(?:学会|协会|联盟)|世界|国际|金砖|人社部|人力资源和?社会保障部|共青团中央|团中央|妇联评"
        ),
    ),
    (
        "省级",
        re.compile("省级|全省|全区高校|省部级|省教育厅|省委|自治区级|省高校|全自治区"),
    ),
    ("市级", re.compile("市级|全市|市直|市委|市教育局")),
    ("县级", re.compile("县级|区级|全县|[县区]委")),
    (
        "校级",
        re.compile("校级|全校|院级|本校|校内|学校(?:党委|年度)?(?:“|优秀|先进|星级)"),
    ),
)


def level_of(item: Item, clause: Clause, lexicon: Lexicon) -> str | None:
    """The level by the honour's own words, else by who is said to give it."""
    giver = clause.words if "被" in clause.words else ""
    return (
        _level(item.name, lexicon)
        or _level(giver, lexicon)
        or _level(_near(clause), lexicon)
    )


def _near(clause: Clause) -> str:
    """The words 在全省……中 before the verb."""
    at = max(clause.subject.rfind("在"), clause.subject.rfind("经"))
    return clause.subject[at + 1 :] if at >= 0 else ""


def _level(words: str, lexicon: Lexicon) -> str | None:
    if not words:
        return None
    found = _by_place(words, lexicon)
    best: tuple[int, str] | None = None
    for level, pattern in _WORDS:
        match = pattern.search(words)
        if match and (best is None or match.start() < best[0]):
            best = match.start(), level
    if found and (best is None or found[0] < best[0]) and "全国" not in words:
        return found[1]
    return best[1] if best else None


def _by_place(words: str, lexicon: Lexicon) -> tuple[int, str] | None:
    for at in range(min(len(words), 24)):
        place = lexicon.place_at(words, at)
        if place:
            return at, "市级" if place[1].is_city else "省级"
    return None
