"""Slips, put right over a small base, and what is no slip."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casebase.query import Query
from casebase.search.service import Searcher
from tests.search.invented import ENTRIES, entry, searching

MORE = (
    entry(
        7,
        "产教融合的麦浪样本",
        "坚持以人为本，建成样板支部，双带头人工作室带动产教融合。",
        facts={"school": "麦浪职业学院"},
    ),
    entry(8, "智慧党建平台上线", "教育数字化赋能支部，孟繁林同志作报告。"),
    entry(9, "孟繁林精神进课堂", "学习孟繁林精神。"),
)


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching((*ENTRIES, *MORE)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("产交融合", "产教融合"),  # by sound
        ("产教容和", "产教融合"),
        ("党健引领 聚合力", "党建引领 聚合力"),
        ("样版支部", "样板支部"),
        ("样扳支部", "样板支部"),  # by shape
        ("双带投人工作室", "双带头人工作室"),
        ("党建因领", "党建引领"),  # in against ing
        ("融产教合", "产教融合"),  # out of order
        ("以本为人", "以人为本"),
        ("产融教合", "产教融合"),
        ("双带头工作室", "双带头人工作室"),  # one left out
        ("产教融融合", "产教融合"),  # twice
        ("心里辅导", "心理辅导"),  # two known words
        ("孟凡林精神", "孟繁林精神"),
        ("產交融合", "產教融合"),
        ("标题:产交融合", "标题:产教融合"),
        ("产交融合 -通知", "产教融合 -通知"),
        ("党健因领", "党建引领"),  # two in one
    ],
)
def test_what_was_meant(searcher: Searcher, typed: str, meant: str) -> None:
    results = searcher.search(Query(typed))
    assert results.corrected == meant
    assert results.total
    assert [hit.entry.id for hit in results.hits] == [
        hit.entry.id for hit in searcher.search(Query(meant)).hits
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "产教融合",
        "支部工作条例学习",
        "书院里怎么设党组织",
        "王强书记",
        "食堂管理",
        "元宇宙",
        "云台工程学院",
        "心理",
        "学校",
        "团体辅导怎么办",
        "工匠大师",
        "“产交融合”",
        "党建 -产交融合",
    ],
)
def test_what_is_no_slip(searcher: Searcher, typed: str) -> None:
    assert searcher.search(Query(typed)).corrected is None


@pytest.mark.parametrize(
    "query",
    [Query("产交融合", correct=False), Query("产交融合", exact=True)],
    ids=["as typed", "exact"],
)
def test_it_can_be_switched_off(searcher: Searcher, query: Query) -> None:
    assert searcher.search(query).corrected is None


def test_what_stands_there_is_not_put_right() -> None:
    """A school may really write it so."""
    own = entry(10, "产交融合周", "产交融合周由交通学院主办。")
    with searching((*ENTRIES, *MORE, own)) as opened:
        results = opened.search(Query("产交融合"))
    assert results.corrected is None
    assert results.hits[0].entry.id == own.id


def test_a_long_run_is_left_as_it_is(searcher: Searcher) -> None:
    typed = "产交融合" * 20
    assert searcher.search(Query(typed)).corrected is None
