"""Words of the same meaning and numbers written otherwise: shown, and switched off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casebase.entry import Kind
from casebase.query import Query
from casebase.results import Expansion
from casebase.search.service import Searcher
from tests.search.invented import ENTRIES, entry, searching

MORE = (
    entry(7, "思想政治理论课的新讲台", "把课堂搬到田埂上。"),
    entry(8, "思政课上的老照片", "麦浪学院第三批样板支部，学习二十大精神。"),
    entry(9, "高职的夜校", "青年夜校开班，首批学员 22 人，二〇二三年结业。"),
    entry(10, "高等职业院校夜校", "高等职业院校的夜校。", kind=Kind.CASE),
)


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching((*ENTRIES, *MORE)) as opened:
        yield opened


def titles(searcher: Searcher, query: Query) -> set[str]:
    """Of the hits that have all that was asked for."""
    results = searcher.search(query)
    every = 1 if results.notes else results.total
    return {hit.entry.title for hit in results.hits[:every]}


@pytest.mark.parametrize(
    ("typed", "told", "found"),
    [
        (
            "思政课",
            Expansion("思政课", ("思想政治理论课",), "同义词"),
            {"思想政治理论课的新讲台", "思政课上的老照片"},
        ),
        (
            "思想政治理论课",
            Expansion("思想政治理论课", ("思政课",), "同义词"),
            {"思想政治理论课的新讲台", "思政课上的老照片"},
        ),
        (
            "高职夜校",
            Expansion("高职", ("高等职业院校",), "同义词"),
            {"高职的夜校", "高等职业院校夜校"},
        ),
        ("第3批", Expansion("第3批", ("第三批",), "数字写法"), {"思政课上的老照片"}),
        ("20大", Expansion("20大", ("二十大",), "数字写法"), {"思政课上的老照片"}),
        ("第一批", Expansion("第一批", ("首批",), "数字写法"), {"高职的夜校"}),
        ("2023年", Expansion("2023年", ("二〇二三年",), "数字写法"), {"高职的夜校"}),
    ],
)
def test_what_means_the_same_is_found_and_told(
    searcher: Searcher, typed: str, told: Expansion, found: set[str]
) -> None:
    results = searcher.search(Query(typed))
    assert results.expansions == (told,)
    assert {hit.entry.title for hit in results.hits} >= found
    ((other,), term) = told.also, told.term
    for without in (term, other):
        limited = searcher.search(Query(typed, without=(without,)))
        assert limited.expansions == ()
    assert searcher.search(Query(typed, expand=False)).expansions == ()


def test_one_wording_of_several_can_be_left_out(searcher: Searcher) -> None:
    every = searcher.search(Query("一支部一品牌"))
    assert every.expansions[0].also == ("一支部一特色",)
    limited = searcher.search(Query("一支部一品牌", without=("一支部一特色",)))
    assert limited.expansions == ()
    assert limited.total < every.total
    assert all("一支部一品牌" in hit.entry.text for hit in limited.hits)


def test_a_label_is_its_number_in_either_writing(searcher: Searcher) -> None:
    arabic = searcher.search(Query("案例5"))
    chinese = searcher.search(Query("案例五"))
    assert [hit.entry.id for hit in arabic.hits] == [
        hit.entry.id for hit in chinese.hits
    ]
    assert [hit.entry.number for hit in arabic.hits] == [5]


@pytest.mark.parametrize("typed", ["五个三", "三会一课", "高职院校们", "1+3+N", "支部"])
def test_what_stays_as_it_is(searcher: Searcher, typed: str) -> None:
    told = searcher.search(Query(typed)).expansions
    assert not [it for it in told if it.reason == "数字写法"]


def test_marks_say_what_was_typed_and_what_was_meant(searcher: Searcher) -> None:
    hits = {hit.entry.title: hit for hit in searcher.search(Query("思政课")).hits}
    assert [mark.via for mark in hits["思政课上的老照片"].title_marks] == [False]
    assert [mark.via for mark in hits["思想政治理论课的新讲台"].title_marks] == [True]


def test_questions_are_asked_of_what_they_are_about(searcher: Searcher) -> None:
    asked = titles(searcher, Query("心理危机学生怎么办才好，有什么办法"))
    assert "心理辅导进班级" in asked
    assert titles(searcher, Query("心理危机 做法")) == {"心理辅导进班级"}
    assert searcher.search(Query("做法")).total == 0
