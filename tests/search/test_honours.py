"""Conditions hold for one and the same honour: the service beside brute force."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebase.entry import PARTS, Entry, Evidence, Fact, Honour, Quantity
from casebase.query import HONOUR, Filter, Query
from casebase.search.service import Searcher
from tests.search.invented import entry, searching

NAMES = ("样板支部", "全省样板支部", "标杆院系")
VALUES = {
    "honour": NAMES,
    "level": ("国家级", "省级"),
    "batch": ("首批", "第三批"),
    "status": ("培育创建", "通过验收"),
    "awarded": ("2021", "2023"),
}
CALLED = {
    "honour": "荣誉", "level": "级别", "batch": "批次", "status": "状态",
    "awarded": "荣誉年份",
}  # fmt: skip
EVERY = [
    Honour(name, level, batch, status, None, year)
    for name, level, batch, status, year in product(
        NAMES, ("国家级", "省级", None), ("首批", "第三批", None),
        ("培育创建", "通过验收"), (2021, 2023, None),
    )
]  # fmt: skip


def _entries() -> list[Entry]:
    dice = random.Random(7)  # noqa: S311 - the same base every time
    made = []
    for number in range(60):
        honours = dice.sample(EVERY, dice.randint(0, 3))
        facts = tuple(Fact("honours", it, ()) for it in honours)
        made.append(replace(entry(number, f"题{number}", "正文"), facts=facts))
    return made


ENTRIES = _entries()


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching(ENTRIES) as opened:
        yield opened


def _part(honour: Honour, field: str) -> str:
    return str(getattr(honour, PARTS[field][1]))


def _fits(honour: Honour, wanted: dict[str, str], *, parts: bool) -> bool:
    return all(
        (typed in _part(honour, field) and parts and field == "honour")
        or typed == _part(honour, field)
        for field, typed in wanted.items()
    )


def _holding(wanted: dict[str, str], *, parts: bool) -> int:
    return sum(
        any(_fits(it, wanted, parts=parts) for it in held.values("honours"))
        for held in ENTRIES
    )


conditions = st.fixed_dictionaries(
    {}, optional={field: st.sampled_from(VALUES[field]) for field in HONOUR}
).filter(bool)
held_by_a_module = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@held_by_a_module
@given(wanted=conditions, order=st.randoms())
def test_what_is_typed(
    searcher: Searcher, wanted: dict[str, str], order: random.Random
) -> None:
    parts = [f"{CALLED[field]}:{value}" for field, value in wanted.items()]
    order.shuffle(parts)
    found = searcher.search(Query(" ".join(parts)))
    assert found.total == _holding(wanted, parts=True)
    assert bool(found.notes) == (not found.total)


@held_by_a_module
@given(wanted=conditions)
def test_what_is_chosen(searcher: Searcher, wanted: dict[str, str]) -> None:
    where = tuple(Filter(field, (value,)) for field, value in wanted.items())
    found = searcher.search(Query(where=where))
    assert found.total == _holding(wanted, parts=False)


@held_by_a_module
@given(typed=conditions, chosen=conditions)
def test_what_is_typed_and_chosen_is_one_honour(
    searcher: Searcher, typed: dict[str, str], chosen: dict[str, str]
) -> None:
    text = " ".join(f"{CALLED[field]}:{value}" for field, value in typed.items())
    where = tuple(Filter(field, (value,)) for field, value in chosen.items())
    expected = sum(
        any(
            _fits(it, typed, parts=True) and _fits(it, chosen, parts=False)
            for it in held.values("honours")
        )
        for held in ENTRIES
    )
    assert searcher.search(Query(text, where=where)).total == expected


@held_by_a_module
@given(wanted=conditions, text=st.sampled_from(["", "级别:省级", "荣誉:样板支部"]))
def test_a_count_is_the_total_it_leads_to(
    searcher: Searcher, wanted: dict[str, str], text: str
) -> None:
    where = tuple(Filter(field, (value,)) for field, value in wanted.items())
    facets = searcher.search(Query(text, where=where)).facets
    for field in set(HONOUR) - set(wanted):
        for it in facets[field]:
            more = (*where, Filter(field, (it.value,)))
            assert searcher.search(Query(text, where=more)).total == it.count


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("批次:第一批", "批次:首批"),
        ("批次:3", "批次:第三批"),
        ("批次:第3批", "批次:第三批"),
        ("级别:全国", "级别:国家级"),
        ("级别:省", "级别:省级"),
        ("状态:通过", "状态:通过验收"),
        ("荣誉年份:2023年", "荣誉年份:2023"),
        ("honour:样板支部 status:通过验收", "荣誉:样板支部 状态:通过验收"),
    ],
)
def test_other_ways_to_say_it(searcher: Searcher, text: str, same: str) -> None:
    total = searcher.search(Query(same)).total
    assert total
    assert searcher.search(Query(text)).total == total


def test_quoted_is_the_whole_name(searcher: Searcher) -> None:
    whole = searcher.search(Query("荣誉:“样板支部”")).total
    assert whole == _holding({"honour": "样板支部"}, parts=False)
    assert whole < searcher.search(Query("荣誉:样板支部")).total


def test_what_is_excluded_is_excluded_of_any_honour(searcher: Searcher) -> None:
    for query in (
        Query("-状态:通过验收"),
        Query(where=(Filter("status", ("通过验收",), exclude=True),)),
    ):
        found = searcher.search(query).total
        assert found == len(ENTRIES) - _holding({"status": "通过验收"}, parts=False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "荣誉:样板支步",
            "没有“荣誉：样板支步”的条目，相近的有：样板支部、全省样板支部。",
        ),
        ("级别:宇宙级", "没有“级别：宇宙级”的条目，有的是：省级、国家级。"),
        ("状态:拿奖", "没有“状态：拿奖”的条目，有的是：培育创建、通过验收。"),
        ("品牌:无", "没有“品牌：无”的条目。"),
    ],
)
def test_a_value_nobody_has_is_told(searcher: Searcher, text: str, told: str) -> None:
    found = searcher.search(Query(text))
    assert found.total == 0
    assert set(_sorted_note(told)) == set(_sorted_note(found.notes[0]))


def _sorted_note(note: str) -> Sequence[str]:
    """Which of several come first depends on the counts."""
    lead, _, values = note.rstrip("。").partition("：")
    return sorted([lead, *values.replace("：", "、").split("、")])


def test_conditions_that_no_single_honour_meets_are_told() -> None:
    first = Fact("honours", Honour("样板支部", None, "首批", "获评"), ())
    other = Fact("honours", Honour("标杆院系", None, "第三批", "入选"), ())
    held = replace(entry(1, "题", "正文"), facts=(first, other))
    with searching([held]) as opened:
        found = opened.search(Query("荣誉:样板支部 批次:第三批"))
        assert found.total == 0
        told = "没有哪一项荣誉同时符合“荣誉：样板支部、批次：第三批”。"
        assert found.notes == (told,)
        assert opened.search(Query("荣誉:样板支部 荣誉:标杆院系 批次:第三批")).total


TEXT = "二〇二三年，支部通过省级验收。技术服务到款 620 万元，其中外地 40 万元。"


def _proved(name: str, value: Honour | Quantity, quote: str) -> Fact:
    start = TEXT.index(quote)
    end = start + len(quote)
    return Fact(name, value, (Evidence("text", start, end, quote, "test"),))


def test_a_hit_shows_the_words_that_prove_it() -> None:
    facts = (
        _proved("honours", Honour("样板支部", status="通过验收"), "通过省级验收"),
        _proved(
            "quantities", Quantity("620 万元", 6.2e6, "元", None, "到款"), "620 万元"
        ),
        _proved("quantities", Quantity("40 万元", 4e5, "元", None, "到款"), "40 万元"),
    )
    held = replace(entry(1, "题", TEXT), facts=facts)
    with searching([held]) as opened:
        for text, words in [
            ("荣誉:样板支部", ["通过省级验收"]),
            ("数量:到款>=500万", ["620 万元"]),
            ("数量:到款>=10万 状态:通过", ["通过省级验收", "620 万元", "40 万元"]),
            ("-数量:到款>=9000万", []),
        ]:
            (hit,) = opened.search(Query(text)).hits
            shown = [
                snippet.text[mark.start : mark.end]
                for snippet in hit.snippets
                for mark in snippet.marks
            ]
            assert shown == words
