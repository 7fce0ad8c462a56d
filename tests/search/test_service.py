"""Queries as people type them over a small base: what is found, and what is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casebase.errors import BadRequestError
from casebase.query import Filter, Query, Sort, parse_filter
from casebase.results import Expansion, Results
from casebase.search.asking import NONE_HAS_ALL
from casebase.search.meaning import leaves
from casebase.search.parse import INCOMPLETE, NOTHING
from casebase.search.service import Searcher
from tests.search.invented import (
    ENTRIES,
    REPORT,
    Shared,
    Store,
    engine_over,
    entry,
    lexicon,
    searching,
    segmenter,
)

MOST_ASKED = 100  # times that one query may ask the engine
MOST_LEAVES = 240  # of the tree of each


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching() as opened:
        yield opened


def found(results: Results) -> set[int]:
    """The numbers that end the ids of the hits."""
    assert results.total == len(results.hits)
    return {int(hit.entry.id.rpartition("-")[2]) for hit in results.hits}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("一支部一品牌", {1, 2}),
        ("一支部一特色 党员", {2}),
        ("1+3", {2}),
        ("1+3+N", {1}),
        ("1+3+n 体系", {1}),
        ("支部", {1, 2, 3}),
        ("依法治校", {6}),
        ("怎么依法治校", {6}),
        ("有没有哪些关于依法治校的这些那些", {6}),
        ("没有", set()),
        ("在", {2}),
        ("鲁测发[2022]19号", {3}),
        ("鲁测发（２０２２）１９号", {3}),
        ("“1+3”联建模式", {2}),
        ("滨湖职业技术学院", {4, 5, 6}),
        ("滨职", {4, 5, 6}),
        ("滨职 实训", {4}),
        ("滨湖职院", {4, 5, 6}),
        ("质量年报", {4, 5, 6}),
        ("案例4", {4}),
        ("案例 4 实训", {4}),
        ("依据鲁测发〔2022〕 19 号", {3}),
        ("通知", {3}),
        ("C++", {4}),
        ("AI", {4}),
        ("hello world", {4}),
        ("“hello world”", {4}),
        ("“world hello”", set()),
        ("共", {1, 4}),
        ("“共建品牌”", {1}),
        ("的", set()),
        ("支部 -党课", {1, 2}),
        ("-支部", {4, 5, 6}),
        ("支部 NOT 标题:支部", {1}),
        ("标题:支部", {2, 3}),
        ("标题:“支部建在”", {2}),
        ("正文:辅导", {5}),
        ("党课 OR 党建", {1, 3}),
        ("支部 （党课 OR 验收）", {1, 3}),
        ("学校:滨职", {4, 5, 6}),
        ("学校：滨职 学校:青峦职业大学", set()),
        ("学校:滨职|青峦职业大学", {1, 4, 5, 6}),
        ("年份:2021..2022", {1, 2, 3}),
        ("年份:2023年 -类型:案例", {6}),
        ("文号:鲁测发[2022]19号", {3}),
        ("文号:19号", {3}),
        ("方法:1+3", {2}),
        ("方法:1+3+N", {1}),
        ("省份:福建省", {1}),
        ("政策:支部工作", {3}),
        ("文件:年报", {4, 5, 6}),
    ],
)
def test_what_is_found(searcher: Searcher, text: str, numbers: set[int]) -> None:
    assert found(searcher.search(Query(text))) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("支部", {1, 2, 3}),
        ("一支部一品牌", {1}),
        ("1+3", {2}),
        ("1+", set()),
        ("22", {2}),
        ("AI", {4}),
        ("MAIN", {6}),
        ("”创建，共建", {1}),
        ("”创建， 共建", {1}),
        ("共建品牌12个", {1}),
        ("〔2022〕19号", {3}),
        ("建、\n学", set()),
        ("hello  world", {4}),
        ("党建 AND 育人", set()),
        ("质量年报", set()),
        ("滨湖职业技术学院", set()),
        ("，", {1, 2, 3, 4, 5}),
    ],
)
def test_exact_finds_the_text_itself(
    searcher: Searcher, text: str, numbers: set[int]
) -> None:
    assert found(searcher.search(Query(text, exact=True))) == numbers


def test_the_wording_as_typed_comes_first_and_the_others_are_told(
    searcher: Searcher,
) -> None:
    results = searcher.search(Query("一支部一特色"))
    assert [hit.entry.id[-1] for hit in results.hits] == ["2", "1"]
    assert results.expansions == (
        Expansion("一支部一特色", ("一支部一品牌",), "同族写法"),
    )
    via = [mark.via for hit in results.hits for s in hit.snippets for mark in s.marks]
    assert via == [False, True]


def test_expansion_can_be_switched_off(searcher: Searcher) -> None:
    results = searcher.search(Query("一支部一特色", expand=False))
    assert found(results) == {2}
    assert results.expansions == ()
    assert found(searcher.search(Query("滨职", expand=False))) == set()


def test_a_short_name_is_told_with_its_school(searcher: Searcher) -> None:
    results = searcher.search(Query("滨职"))
    assert results.expansions == (Expansion("滨职", ("滨湖职业技术学院",), "学校名称"),)


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_asked_is_everything_there_is(searcher: Searcher, text: str) -> None:
    results = searcher.search(Query(text))
    assert results.total == len(results.hits) > 2
    assert results.notes == ()


@pytest.mark.parametrize("text", ["AND OR", "-", "“”"])
def test_nothing_to_search(searcher: Searcher, text: str) -> None:
    results = searcher.search(Query(text))
    assert results.total == 0
    assert results.hits == ()


def test_nothing_to_search_is_said(searcher: Searcher) -> None:
    assert searcher.search(Query("AND")).notes == (NOTHING,)
    assert searcher.search(Query(" ", exact=True)).notes == (NOTHING,)


def test_what_does_not_parse_is_searched_as_words(searcher: Searcher) -> None:
    results = searcher.search(Query("（党课 AND"))
    assert found(results) == {3}
    assert results.notes == (INCOMPLETE,)


def test_filters_alone_show_all_that_meets_them(searcher: Searcher) -> None:
    results = searcher.search(Query(where=(Filter("school", ("滨职",)),)))
    assert found(results) == {4, 5, 6}
    assert results.documents == 1


@pytest.mark.parametrize(
    ("conditions", "numbers"),
    [
        (["学校:滨职", "类型=案例"], {4, 5}),
        (["year:2021", "year:2022"], {1, 2, 3}),
        (["年份:2021..2022", "年份:2023", "类型:案例"], {4, 5}),
        (["-学校:滨职", "-年份:2021"], {2, 3}),
        (["口号族:一支部一品牌"], {1, 2}),
        ([f"文献:{REPORT}", "编号:4"], {4}),
        (["省份:山东", "省份:福建"], {1, 2}),
    ],
)
def test_filters(searcher: Searcher, conditions: list[str], numbers: set[int]) -> None:
    where = tuple(map(parse_filter, conditions))
    assert found(searcher.search(Query(where=where))) == numbers


def test_an_unknown_value_finds_nothing_and_says_so(searcher: Searcher) -> None:
    results = searcher.search(Query("支部", where=(Filter("school", ("无此校",)),)))
    assert results.total == 0
    assert results.notes == ("没有“学校：无此校”的条目。",)
    assert searcher.search(Query("学校:无此校")).notes == results.notes


def test_facets_count_all_hits(searcher: Searcher) -> None:
    results = searcher.search(Query("支部", limit=1))
    years = {count.value: count.count for count in results.facets["year"]}
    assert (results.total, len(results.hits), years) == (3, 1, {"2021": 1, "2022": 2})
    assert results.documents == 3


def test_without_all_words_most_words_are_enough_and_it_is_said(
    searcher: Searcher,
) -> None:
    results = searcher.search(Query("心理危机 团体辅导 元宇宙 实训基地"))
    assert results.notes == (NONE_HAS_ALL,)
    assert results.hits[0].entry.id.endswith("-5")


def test_few_hits_with_all_words_come_before_those_with_most(
    searcher: Searcher,
) -> None:
    results = searcher.search(Query("支部 党课"))
    assert results.hits[0].entry.id.endswith("-3")
    pages = [
        searcher.search(Query("支部 书记 党员", limit=1, offset=n)) for n in (0, 1)
    ]
    assert [page.hits[0].entry.id[-1] for page in pages] == ["3", "2"]
    assert pages[0].total == pages[1].total
    assert pages[0].notes == ("含全部词的有 1 条，其余只含其中一部分。",)


@pytest.mark.parametrize("text", ["支部 AND 元宇宙", "“支部” 元宇宙旋翼", "1+3+N 1+3"])
def test_what_was_stated_is_not_loosened(searcher: Searcher, text: str) -> None:
    results = searcher.search(Query(text))
    assert found(results) <= {1, 2, 3}
    if "AND" in text or "+" in text:
        assert results.total == 0


def test_newest_first_is_not_loosened_behind_hits(searcher: Searcher) -> None:
    results = searcher.search(Query("支部 书记 党员", sort=Sort.NEWEST))
    assert found(results) == {3}


def test_marks_of_a_whole_entry(searcher: Searcher) -> None:
    title, paragraphs = searcher.marks(
        Query("支部"), entry(9, "支部", "无", "党支部与支部")
    )
    assert [(mark.start, mark.end) for mark in title] == [(0, 2)]
    assert [[(mark.start, mark.end) for mark in marks] for marks in paragraphs] == [
        [],
        [(1, 3), (4, 6)],
    ]


@pytest.mark.parametrize(
    "query",
    [
        Query("长" * 501),
        Query("支部", limit=0),
        Query("支部", limit=201),
        Query("支部", offset=-1),
    ],
)
def test_bounds(searcher: Searcher, query: Query) -> None:
    with pytest.raises(BadRequestError):
        searcher.search(query)


@pytest.mark.parametrize(
    "text",
    [
        "支部 " * 166,
        "?" * 500,
        "(" * 500,
        "年份:2021.. " * 41,
        "标题:支部 OR " * 50,
        "\0\ud800\uffff",
        "支部建在产业链上的经验与做法" * 35,
        "1+" * 250,
    ],
)
def test_any_query_is_answered_with_little_work(text: str) -> None:
    with engine_over(ENTRIES) as engine:
        asked = Shared(engine)
        searcher = Searcher(Store(ENTRIES), lambda _: asked, lexicon(), segmenter())
        assert searcher.search(Query(text)).query.text == text
        assert len(asked.asked) < MOST_ASKED
        assert max(leaves(request.node) for request in asked.asked) <= MOST_LEAVES
