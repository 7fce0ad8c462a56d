"""What the pages read: the catalogue and the searcher of the current snapshot."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Protocol

from flask import current_app, g

from casebase.catalogue import Catalogue, DocumentCard, EntryCard, State
from casebase.entry import Entry
from casebase.errors import (
    CasebaseError,
    IndexMissingError,
    NotFoundError,
    Problem,
)
from casebase.query import Query
from casebase.results import Copy, Mark, Results
from casebase.search.service import Searcher, open_searcher
from casebase.search.similar import LIMIT, Similar
from casebase.search.suggest import Suggestion
from casebase.settings import Settings

EXTENSION = "casebase.shelf"
_ID = re.compile(r"[0-9a-f]{16}")


class Searching(Protocol):
    """What the pages need of a searcher."""

    def search(self, query: Query) -> Results:
        """One page of the answer to `query`."""
        ...

    def marks(
        self, query: Query, entry: Entry
    ) -> tuple[tuple[Mark, ...], Sequence[tuple[Mark, ...]]]:
        """What `query` marks in the title and in each paragraph of `entry`."""
        ...

    def suggest(self, typed: str, limit: int) -> list[Suggestion]:
        """Names of which `typed` may be the beginning."""
        ...

    def similar(self, entry: Entry, limit: int = LIMIT) -> list[Similar]:
        """Entries of other texts that are like `entry`."""
        ...


class Holdings(Protocol):
    """What the pages need of a catalogue."""

    def state(self) -> State | None:
        """The current snapshot, or None before the first."""
        ...

    def entry(self, entry_id: str) -> Entry:
        """The entry of that id."""
        ...

    def entries(self, ids: Sequence[str]) -> list[Entry]:
        """Those entries, the missing ones left out."""
        ...

    def also_in(self, ids: Sequence[str]) -> Mapping[str, tuple[Copy, ...]]:
        """Of those entries whose text stands elsewhere too, where."""
        ...

    def all_entries(self, document: str | None = None) -> Iterator[Entry]:
        """The entries of a document in its order."""
        ...

    def described(self) -> Iterator[Entry]:
        """Every entry without its text."""
        ...

    def neighbours(self, entry: Entry) -> tuple[EntryCard | None, EntryCard | None]:
        """The entries before and after it in its document."""
        ...

    def policy_documents(self, entry: Entry) -> Mapping[int, EntryCard]:
        """The entries that are policies it cites, by place among its policies."""
        ...

    def cited_by(self, entry: Entry) -> Sequence[EntryCard]:
        """The entries that cite this one."""
        ...

    def document(self, document: str) -> DocumentCard:
        """The document of that id."""
        ...

    def documents(self) -> list[DocumentCard]:
        """All documents."""
        ...

    def problems(self) -> list[Problem]:
        """What went wrong with which file."""
        ...

    def facet_values(self, field: str) -> list[str]:
        """The values of a field."""
        ...


@dataclass(frozen=True, eq=False)
class Shelf:
    """One snapshot, open for reading."""

    catalogue: Holdings
    searcher: Searching
    state: State


Shelves = Callable[[], Shelf]


class Library:
    """Hands out the current shelf; a new one after every switch of the index.

    The searcher follows the index by itself, but the operator's own lexicons may have
    changed too.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._catalogue: Catalogue | None = None
        self._searcher: Searcher | None = None
        self._shelf: Shelf | None = None

    def __call__(self) -> Shelf:
        """The current snapshot.

        Raises:
            IndexMissingError: Nothing has been indexed yet.
        """
        with self._lock:
            if self._catalogue is None:
                self._catalogue = Catalogue.open(self._settings.database)
            state = self._catalogue.state()
            if state is None:
                raise IndexMissingError("索引还没有建完。", "请运行 casebase reindex。")
            if self._shelf is None or self._shelf.state != state:
                self._let_go()
                self._searcher = open_searcher(self._settings)
                self._shelf = Shelf(self._catalogue, self._searcher, state)
                Thread(target=_warm, args=(self._searcher,), daemon=True).start()
            return self._shelf

    def close(self) -> None:
        """Let go of the files; the next call opens them again."""
        with self._lock:
            self._let_go()
            if self._catalogue is not None:
                self._catalogue.close()
            self._catalogue = None

    def _let_go(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
        self._searcher, self._shelf = None, None


def _warm(searcher: Searcher) -> None:
    """Make the names that are offered, so that nobody who types waits for them."""
    with suppress(CasebaseError):  # who searches is told
        searcher.suggest("党", 1)
    # Dictionaries and columns stay: to look through them for what is no longer used
    # takes a tenth of a second, in the middle of somebody's search.
    gc.collect()
    gc.freeze()


def shelf() -> Shelf:
    """The snapshot that this request reads, the same one from first to last."""
    if "shelf" not in g:
        shelves: Shelves = current_app.extensions[EXTENSION]
        g.shelf = shelves()
    opened: Shelf = g.shelf
    return opened


def find(query: Query) -> Results:
    """The answer to `query`; where nothing is asked, everything there is."""
    return shelf().searcher.search(query)


def document(document_id: str) -> DocumentCard:
    """The card of the document with exactly that id.

    Raises:
        NotFoundError: There is none; in an address, titles and paths are not names.
    """
    if _ID.fullmatch(document_id):
        return shelf().catalogue.document(document_id)
    raise NotFoundError("没有这份文献。", "它可能已从文献目录中移走；请重新检索。")
