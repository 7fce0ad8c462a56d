"""Over the sample corpus: counts are totals to be, and pages show every hit once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from casebase.annotate import annotate
from casebase.document import Source
from casebase.entry import Entry
from casebase.extract import SUFFIXES, extract
from casebase.query import Filter, Query, Sort
from casebase.repair import repair
from casebase.search.service import Searcher
from casebase.split import split
from tests.search.invented import lexicon, searching

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
# Words that many, few and no entries have together; names, phrases, conditions.
TEXTS = [
    "",
    "支部",
    "一支部一品牌",
    "党建 品牌",
    "党建 品牌 书记 志愿 企业",
    "支部书记 述职 评议 考核",
    "怎么开展主题党日",
    "双带头人 产业学院 元宇宙",
    "党课 实训 旋翼",
    "校企合作 OR 志愿服务",
    "党建 -通知",
    "“党支部” 年份:2023..",
    "标题:党建",
]
QUERIES = [
    *map(Query, TEXTS),
    Query("支部 书记 党员 村", sort=Sort.NEWEST),
    Query("党支部", exact=True),
    Query("一支部一品牌", expand=False),
    Query("党建 品牌 书记 志愿 企业", where=(Filter("kind", ("case",)),)),
    Query("党建 考核 志愿", where=(Filter("genre", ("通知",), exclude=True),)),
]


def _entries() -> Iterator[Entry]:
    for path in sorted(CORPUS.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            name = path.relative_to(CORPUS).as_posix()
            source = Source(name, path, hashlib.sha256(name.encode()).hexdigest())
            document = repair(source, extract(source))
            yield from annotate(document, split(document), lexicon())


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching(list(_entries())) as opened:
        yield opened


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_count_is_the_total_of_the_search_it_leads_to(
    searcher: Searcher, query: Query
) -> None:
    results = searcher.search(query)
    counted = {
        (name, it.value): it.count
        for name, counts in results.facets.items()
        for it in counts
    }
    found = {
        (name, value): searcher.search(
            replace(query, where=(*query.where, Filter(name, (value,))))
        ).total
        for name, value in counted
        if name not in {it.field for it in query.where if not it.exclude}
    }
    assert found
    assert found == {key: counted[key] for key in found}


@pytest.mark.parametrize("limit", [1, 3, 10])
@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("text", TEXTS)
def test_pages_show_every_hit_once(
    searcher: Searcher, text: str, sort: Sort, limit: int
) -> None:
    query = Query(text, sort=sort, limit=200)
    whole = searcher.search(query)
    ids = [hit.entry.id for hit in whole.hits]
    assert len(ids) == whole.total == len(set(ids))
    offsets = range(0, whole.total + limit, limit)
    turned = [
        searcher.search(replace(query, limit=limit, offset=offset))
        for offset in offsets
    ]
    assert [hit.entry.id for page in turned for hit in page.hits] == ids
    assert {page.total for page in turned} == {whole.total}


@pytest.mark.parametrize("text", TEXTS)
def test_newest_first_is_in_order_of_date(searcher: Searcher, text: str) -> None:
    hits = searcher.search(Query(text, sort=Sort.NEWEST, limit=200)).hits
    keys = [(hit.entry.first("date") or "", hit.entry.id) for hit in hits]
    for (date, name), (later_date, later_name) in pairwise(keys):
        assert (date, later_name) > (later_date, name), "ties break by id"
