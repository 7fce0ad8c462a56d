"""The searcher over generations of an index: going over, threads, damage, loss."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from typing_extensions import override

from casebase.catalogue import State
from casebase.engines.engine import Engine
from casebase.entry import Entry
from casebase.errors import IndexDamagedError, IndexMissingError
from casebase.query import Query
from casebase.search.service import Searcher
from tests.search.invented import (
    ENTRIES,
    BrokenEngine,
    Held,
    Shared,
    Store,
    engine_over,
    lexicon,
    segmenter,
)


def test_a_new_generation_is_noticed_and_the_old_engine_let_go() -> None:
    store = Store(ENTRIES)
    opened: list[int] = []
    old = BrokenEngine()
    with engine_over(ENTRIES) as engine:

        def open_engine(state: State) -> Engine:
            opened.append(state.generation)
            return old if state.generation == 1 else engine

        searcher = Searcher(store, open_engine, lexicon(), segmenter())
        with pytest.raises(IndexDamagedError):
            searcher.search(Query("支部"))
        store.generation = 2
        assert searcher.search(Query("支部")).total == 3
        assert searcher.search(Query("支部")).total == 3
    assert old.closed
    assert opened == [1, 2]


def test_threads_get_the_answers_of_one() -> None:
    store = Store(ENTRIES)
    texts = ["支部", "一支部一品牌", "滨职 实训", "1+3", "心理 元宇宙"] * 8
    with engine_over(ENTRIES) as engine:
        shared = Searcher(store, lambda _: Shared(engine), lexicon(), segmenter())

        def ids(text: str) -> list[str]:
            store.generation = (store.generation or 0) + 1  # a new index every time
            return [hit.entry.id for hit in shared.search(Query(text)).hits]

        alone = list(map(ids, texts))
        with ThreadPoolExecutor(4) as threads:
            assert list(threads.map(ids, texts)) == alone


def test_a_slow_search_keeps_nobody_waiting_and_its_engine_open() -> None:
    store = Store(ENTRIES)
    with engine_over(ENTRIES) as engine:
        slow, quick = Held(engine), Shared(engine)
        opened = iter((slow, quick))
        searcher = Searcher(store, lambda _: next(opened), lexicon(), segmenter())
        with ThreadPoolExecutor(1) as threads:
            waiting = threads.submit(searcher.search, Query("支部"))
            assert slow.entered.wait(10)
            store.generation = 2
            assert searcher.search(Query("支部")).total == 3
            early = slow.closed
            slow.leave.set()
            assert waiting.result(10).total == 3
        assert (early, slow.closed) == (False, True)
        searcher.close()
        assert quick.closed


def test_an_engine_replaced_while_it_was_opened_is_opened_anew() -> None:
    store = Store(ENTRIES)
    with engine_over(ENTRIES) as engine:

        def open_engine(state: State) -> Engine:
            if state.generation == 1:
                store.generation = 2
                raise IndexDamagedError("索引目录不完整。")
            return engine

        searcher = Searcher(store, open_engine, lexicon(), segmenter())
        assert searcher.search(Query("支部")).total == 3


def test_a_damaged_index_is_told() -> None:
    def open_engine(state: State) -> Engine:
        raise IndexDamagedError(f"第 {state.generation} 版索引不完整。")

    searcher = Searcher(Store(ENTRIES), open_engine, lexicon(), segmenter())
    with pytest.raises(IndexDamagedError, match="第 1 版"):
        searcher.search(Query("支部"))


def test_without_an_index_people_are_told_what_to_do() -> None:
    store = Store(())
    store.generation = None
    searcher = Searcher(store, lambda _: BrokenEngine(), lexicon(), segmenter())
    with pytest.raises(IndexMissingError, match="casebase reindex"):
        searcher.search(Query("支部"))


class Switched(Store):
    """A store whose index is another whenever entries are asked for."""

    @override
    def entries(self, ids: Sequence[str]) -> list[Entry]:
        self.generation = (self.generation or 0) + 1
        return super().entries(ids)


def test_an_entry_that_went_away_meanwhile_is_left_out() -> None:
    store = Switched(ENTRIES[1:])
    with engine_over(ENTRIES) as engine:
        searcher = Searcher(store, lambda _: engine, lexicon(), segmenter())
        assert len(searcher.search(Query("支部")).hits) == 2


def test_an_entry_that_the_catalogue_lost_is_told() -> None:
    with engine_over(ENTRIES) as engine:
        store = Store(ENTRIES[1:])
        searcher = Searcher(store, lambda _: engine, lexicon(), segmenter())
        with pytest.raises(IndexDamagedError, match="缺少"):
            searcher.search(Query("支部"))
