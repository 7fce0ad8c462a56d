"""Entries with the same text: one hit, and nothing lost, whatever the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.query import Filter, Query, Sort
from casebase.results import Results
from casebase.search.service import Searcher
from tests.search.invented import ENTRIES, entry, searching

BODY = "各系实施“一支部一品牌”创建，推行车间党课，党员教师与学生同修一台机床。"
SCAN = BODY.replace("车间党课", "车问党课")
COPIES = (
    entry(11, "党课开在机床旁", BODY, document="丙/原.pdf"),
    entry(12, "党课开在机床旁", SCAN, document="乙/扫.pdf", facts={"date": "2024-05"}),
    entry(13, "换个题目再登", BODY, document="甲/转.html", facts={"date": "2021-02"}),
    entry(21, "党课两则", "车间党课的做法值得推广。", document="丁.txt"),
    entry(22, "党课两则", "车间党课的做法值得推广。", document="戊.txt"),
)  # fmt: skip
BASE = (*ENTRIES, *COPIES)
# As the catalogue gives them: each in order of document.
GROUPS = (
    tuple(it.id for it in (COPIES[2], COPIES[1], COPIES[0])),
    tuple(it.id for it in COPIES[3:]),
)
TEXTS = ["", "党课", "车间党课", "一支部一品牌", "党课 机床 元宇宙", "党课 验收"]
WHERE = [(), (Filter("document", ("乙/扫.pdf",)),), (Filter("kind", ("article",)),)]
LEADS = {name: group for group in GROUPS for name in group}


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching(BASE, GROUPS) as opened:
        yield opened


def ids(results: Results) -> list[str]:
    return [hit.entry.id for hit in results.hits]


def one_of_each(found: Sequence[str]) -> set[str]:
    """Of each group the first that was found, and all that are in none."""
    firsts = {
        group: next(it for it in group if it in found)
        for group in GROUPS
        if set(group) & set(found)
    }
    return {firsts[LEADS[it]] if it in LEADS else it for it in found}


@settings(deadline=None)
@given(
    text=st.sampled_from(TEXTS),
    where=st.sampled_from(WHERE),
    sort=st.sampled_from(Sort),
    limit=st.integers(1, 5),
)
def test_pages_hold_each_text_once(
    searcher: Searcher, text: str, where: tuple[Filter, ...], sort: Sort, limit: int
) -> None:
    query = Query(text, where=where, sort=sort, limit=200)
    single = searcher.search(replace(query, copies=True))
    whole = searcher.search(query)
    assert single.total == single.distinct == len(single.hits)
    assert whole.total == single.total
    assert whole.facets == single.facets
    assert set(ids(whole)) == one_of_each(ids(single))
    assert whole.distinct == len(whole.hits)
    offsets = range(0, whole.distinct + limit, limit)
    turned = [
        searcher.search(replace(query, limit=limit, offset=offset))
        for offset in offsets
    ]
    assert [it for page in turned for it in ids(page)] == ids(whole)


def test_the_first_in_order_of_document_stands_for_all(searcher: Searcher) -> None:
    results = searcher.search(Query("机床"))
    (hit,) = results.hits
    assert (results.total, results.distinct) == (3, 1)
    assert hit.entry.document == "甲/转.html"
    assert [it.document for it in hit.also_in] == ["乙/扫.pdf", "丙/原.pdf"]
    assert {it.title for it in hit.also_in} == {"党课开在机床旁"}


def test_its_score_is_the_best_of_all(searcher: Searcher) -> None:
    single = searcher.search(Query("党课 机床", copies=True))
    scores = [hit.score for hit in single.hits if hit.entry.id in GROUPS[0]]
    hit, *_ = searcher.search(Query("党课 机床")).hits
    assert hit.score == max(scores)


def test_the_copy_that_matches_is_the_hit(searcher: Searcher) -> None:
    """The scan has the words wrong: it is told of, but it is no match."""
    results = searcher.search(Query("“车间党课” 一支部一品牌"))
    assert results.total == 2
    assert results.hits[0].entry.document == "甲/转.html"
    assert "乙/扫.pdf" in [it.document for it in results.hits[0].also_in]
    limited = Query("一支部一品牌", where=(Filter("document", ("丙/原.pdf",)),))
    (hit,) = searcher.search(limited).hits
    assert hit.entry.document == "丙/原.pdf"


def test_newest_first_goes_by_the_newest_copy(searcher: Searcher) -> None:
    hits = searcher.search(Query("机床", sort=Sort.NEWEST, copies=True)).hits
    assert hits[0].entry.document == "乙/扫.pdf"
    (hit,) = searcher.search(Query("机床", sort=Sort.NEWEST)).hits
    assert hit.entry.document == "甲/转.html"


@pytest.mark.parametrize(
    "asked", [Query("一支部一品牌", exact=True), Query("一支部一品牌", copies=True)]
)
def test_asked_for_the_text_itself_or_for_all_each_is_a_hit(
    searcher: Searcher, asked: Query
) -> None:
    results = searcher.search(asked)
    assert {hit.entry.id for hit in results.hits} >= set(GROUPS[0])
    assert results.distinct == results.total == len(results.hits)
    held = {hit.entry.id: hit.also_in for hit in results.hits}
    assert [len(held[name]) for name in GROUPS[0]] == [2, 2, 2]


def test_copies_of_one_text_do_not_keep_others_away() -> None:
    """Six entries have all the words, but that is one text: more is looked for."""
    text = "创建车间工作室，机床通过验收。"
    six = [entry(at, "车间", text, document=f"{at}.txt") for at in range(31, 37)]
    with searching((*ENTRIES, *six), [tuple(it.id for it in six)]) as searcher:
        query = Query("创建 验收 机床")
        results = searcher.search(query)
        assert ids(results) == [six[0].id, ENTRIES[0].id]
        assert (results.total, results.distinct) == (7, 2)
        assert "含全部词的有 1 条" in results.notes[0]
        assert searcher.search(replace(query, copies=True)).total == 7


def test_a_text_that_is_nowhere_else_says_so(searcher: Searcher) -> None:
    (hit,) = searcher.search(Query("依法治校")).hits
    assert hit.also_in == ()
