"""Letters that stand for Han words, over a small base."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from casebase.query import Query
from casebase.search.service import Searcher
from tests.search.invented import ENTRIES, entry, searching

MUCH = 0.5  # seconds of processor; without a bound it was more

MORE = (
    entry(
        7,
        "麦浪书院的“灯下红”夜读",
        "教师党支部与银行结对，VR 党课走进江湾，邮箱 dangjian@jiangwan.invalid。",
        facts={"school": "重庆江湾职业学院"},
    ),
)


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching((*ENTRIES, *MORE)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dangjian yinling", "党建引领"),
        ("dangjianyinling", "党建引领"),
        ("dang jian yin ling", "党建引领"),
        ("Dangjian Yinling", "党建引领"),
        ("党建yinling", "党建引领"),
        ("dangjian引领", "党建引领"),
        ("djyljhl", "党建引领聚合力"),
        ("xinli fudao", "心理辅导"),
        ("zhibu", "支部"),
        ("yiban gongzuo zhibu", ""),
        ("dengxiahong", "灯下红"),
        ("chongqing jiangwan zhiye xueyuan", "重庆江湾职业学院"),
        ("cqjwzyxy", "重庆江湾职业学院"),
        ("dan jian yin lin", "党建引领"),  # as it is said in the south
        ("jieduì", ""),
        ("dangjain yinling", "党建引领"),  # two letters changed round
        ("jhlx", ""),
        ("jzcyl", "建在产业链"),  # words within a title
        ("zcyl", "在产业链"),
        ("zbjzc", ""),  # 产业 is cut
        ("lingju", ""),  # 引领|聚合力: no word
    ],
)
def test_what_letters_stand_for(searcher: Searcher, typed: str, meant: str) -> None:
    results = searcher.search(Query(typed))
    told = {it.term: it.also for it in results.expansions if it.reason == "拼音"}
    if meant:
        assert told == {typed: (meant,)}
        assert {hit.entry.id for hit in results.hits} >= {
            hit.entry.id for hit in searcher.search(Query(f'"{meant}"')).hits
        }
    else:
        assert typed not in told


@pytest.mark.parametrize("typed", ["AI", "VR", "C++", "1+X", "hello world", "MAIN"])
def test_letters_of_the_base_stay_letters(searcher: Searcher, typed: str) -> None:
    assert searcher.search(Query(typed)).expansions == ()


def test_letters_that_are_rare_are_looked_for_too(searcher: Searcher) -> None:
    """dangjian stands in an address; 党建 is meant all the same."""
    results = searcher.search(Query("zhibu"))
    assert results.total > 1


def test_what_letters_stand_for_is_marked_as_meant(searcher: Searcher) -> None:
    (hit,) = searcher.search(Query("dengxiahong")).hits
    assert [mark.via for mark in hit.title_marks] == [True]
    start, end = hit.title_marks[0].start, hit.title_marks[0].end
    assert hit.entry.title[start:end] == "灯下红"


@pytest.mark.parametrize(
    "query",
    [
        Query("dengxiahong", expand=False),
        Query("dengxiahong", without=("dengxiahong",)),
        Query("dengxiahong", without=("灯下红",)),
        Query('"dengxiahong"'),
        Query("dengxiahong", exact=True),
    ],
    ids=["none", "typed", "meant", "quoted", "exact"],
)
def test_it_can_be_switched_off(searcher: Searcher, query: Query) -> None:
    results = searcher.search(query)
    assert (results.total, results.expansions) == (0, ())


def test_a_field_and_exclusion_are_kept(searcher: Searcher) -> None:
    assert searcher.search(Query("标题:dengxiahong")).total == 1
    assert searcher.search(Query("标题:fudao")).total == 1
    every = searcher.search(Query("党建 OR dengxiahong")).total
    assert every > searcher.search(Query("党建")).total


@pytest.mark.parametrize("typed", ["a " * 250, "ba " * 160, "x" * 500, "ni hao " * 70])
def test_many_letters_are_little_work(searcher: Searcher, typed: str) -> None:
    began = time.process_time()
    searcher.search(Query(typed))
    assert time.process_time() - began < MUCH
