"""The service: a query in, one page of an answer out."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from casebase.catalogue import Catalogue, State
from casebase.engines import backend
from casebase.engines.engine import Engine
from casebase.entry import Entry, EntryId
from casebase.errors import BadRequestError, IndexDamagedError, IndexMissingError
from casebase.lexicon import Lexicon, load_lexicon
from casebase.query import MAX_LIMIT, MAX_TEXT, Query, Sort
from casebase.results import Mark, Results
from casebase.search import similar, suggest
from casebase.search.asking import NONE_HAS_ALL
from casebase.search.holdings import Holdings, Source
from casebase.search.listing import listed
from casebase.search.needles import Needle
from casebase.search.similar import Similar
from casebase.search.snapshot import EVERY, Snapshot
from casebase.search.snippets import paragraph_marks, title_marks
from casebase.search.suggest import Suggestion
from casebase.search.words import Words
from casebase.settings import Settings
from casebase.text.segment import Segmenter

REINDEX = "请先运行 casebase reindex。"
DOCTOR = "请运行 casebase doctor --repair 修复。"
# What matched in the title, and in each paragraph.
Marked = tuple[tuple[Mark, ...], list[tuple[Mark, ...]]]


class Store(Source, Protocol):
    """What the service needs of the catalogue."""

    def state(self) -> State | None:
        """Which snapshot is current."""
        ...


class Searcher:
    """Answers queries. It may be used from several threads.

    It notices when a new index has been built, and goes over to it with the next query.
    """

    def __init__(
        self,
        store: Store,
        open_engine: Callable[[State], Engine],
        lexicon: Lexicon,
        segmenter: Words,
    ) -> None:
        """`open_engine` opens the engine of a state."""
        self._store = store
        self._open = open_engine
        self._lexicon = lexicon
        self._segmenter = segmenter
        self._lock = threading.Lock()
        self._state: State | None = None
        self._snapshot: Snapshot | None = None
        self._users: Counter[Snapshot] = Counter()

    def close(self) -> None:
        """Let go of the engine's files."""
        with self._lock:
            self._let_go()

    def search(self, query: Query) -> Results:
        """Answer `query`.

        Raises:
            BadRequestError: The text is too long, or the page too large.
            IndexMissingError: Nothing has been indexed yet.
            IndexDamagedError: The index cannot be read.
        """
        _check(query)
        began = time.perf_counter()
        with self._borrowed() as snapshot:
            answer, holdings = snapshot.answer(query), snapshot.holdings
        found = holdings.entries(entry_id for entry_id, _ in answer.response.hits)
        if len(found) < len(answer.response.hits):
            self._require_other_state()
        results = listed(query, answer, found, holdings.also_in(found.values()))
        took = (time.perf_counter() - began) * 1000
        return replace(results, took_ms=took)

    def _require_other_state(self) -> None:
        """See that entries are missing only because the index is another by now.

        Raises:
            IndexDamagedError: It is not.
        """
        if self._store.state() == self._state:
            raise IndexDamagedError("目录库缺少检索到的条目。", DOCTOR)

    def marks(self, query: Query, entry: Entry) -> Marked:
        """What `query` marks in the title and in each paragraph of `entry`.

        Raises:
            IndexMissingError: Nothing has been indexed yet.
        """
        with self._borrowed() as snapshot:
            needles, parts = snapshot.needles(query)
        found = _marked(entry, needles)
        return found if any((found[0], *found[1])) else _marked(entry, parts)

    def suggest(self, typed: str, limit: int = suggest.LIMIT) -> list[Suggestion]:
        """Names to search for, of which `typed` may be the beginning.

        Raises:
            IndexMissingError: Nothing has been indexed yet.
        """
        with self._borrowed() as snapshot:
            return snapshot.suggestions.find(typed[:MAX_TEXT], limit)

    def similar(self, entry: Entry, limit: int = similar.LIMIT) -> list[Similar]:
        """Entries of other texts that are like `entry`, the most alike first.

        Raises:
            IndexMissingError: Nothing has been indexed yet.
        """
        with self._borrowed() as snapshot:
            found = snapshot.alike(entry, min(limit, similar.MOST))
        return similar.gathered(found, self._store.entries)

    def all_found(self, query: Query) -> list[EntryId]:
        """The ids of all entries that `query` finds, the newest first; copies too.

        What has only some of the words is none of them.

        Raises:
            IndexMissingError: Nothing has been indexed yet.
        """
        with self._borrowed() as snapshot:
            answer = snapshot.answer(
                replace(query, offset=0, limit=EVERY, copies=True, sort=Sort.NEWEST)
            )
        if NONE_HAS_ALL in answer.notes:
            return []
        return [entry_id for entry_id, _ in answer.response.hits]

    @contextmanager
    def _borrowed(self) -> Iterator[Snapshot]:
        """The current snapshot, whose engine stays open until nobody uses it.

        Only going over to another is done one at a time: a slow query keeps nobody
        waiting.
        """
        with self._lock:
            snapshot = self._current()
            self._users[snapshot] += 1
        try:
            yield snapshot
        finally:
            with self._lock:
                self._users[snapshot] -= 1
                self._close_unused(snapshot)

    def _current(self) -> Snapshot:
        """The snapshot of the current index, opened if need be."""
        state = self._store.state()
        if state is None:
            raise IndexMissingError("还没有建立索引。", REINDEX)
        if self._snapshot is None or state != self._state:
            self._let_go()
            self._snapshot = Snapshot(
                self._opened(state),
                self._lexicon,
                self._segmenter,
                Holdings(self._store),
            )
            self._state = state
        return self._snapshot

    def _opened(self, state: State) -> Engine:
        """The engine of `state`, or of the one that replaced it this very moment."""
        try:
            return self._open(state)
        except IndexDamagedError:
            newer = self._store.state()
            if newer is None or newer == state:
                raise
            return self._open(newer)

    def _let_go(self) -> None:
        old, self._snapshot = self._snapshot, None
        if old is not None:
            self._close_unused(old)

    def _close_unused(self, snapshot: Snapshot) -> None:
        if snapshot is not self._snapshot and not self._users[snapshot]:
            del self._users[snapshot]
            snapshot.close()


def open_searcher(settings: Settings) -> Searcher:
    """The searcher of a home.

    Raises:
        IndexMissingError: Nothing has been indexed there yet.
    """
    lexicon = load_lexicon(settings.lexicons)

    def open_engine(state: State) -> Engine:
        return backend(state.engine).open(settings.index / state.engine_path)

    return Searcher(
        Catalogue.open(settings.database),
        open_engine,
        lexicon,
        _segmenter(lexicon.terms()),
    )


@lru_cache(maxsize=1)
def _segmenter(terms: tuple[str, ...]) -> Segmenter:
    """Kept over a re-index: loading the dictionary takes half a second."""
    return Segmenter(terms)


def _marked(entry: Entry, needles: Sequence[Needle]) -> Marked:
    return title_marks(entry.title, needles), paragraph_marks(entry, needles)


def _check(query: Query) -> None:
    if len(query.text) > MAX_TEXT:
        raise BadRequestError(
            f"检索词有 {len(query.text)} 字，超过了 {MAX_TEXT} 字。",
            "请缩短后再检索。",
        )
    if not 0 < query.limit <= MAX_LIMIT or query.offset < 0:
        raise BadRequestError(
            f"每页条数应在 1 到 {MAX_LIMIT} 之间，起点不小于 0。", "请改正后重试。"
        )
