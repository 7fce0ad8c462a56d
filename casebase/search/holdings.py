"""Entries to show, read from the catalogue as seldom as may be.

It belongs to one snapshot: what is remembered is as it was then.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from casebase.engines.engine import Groups
from casebase.entry import Entry, EntryId
from casebase.results import Copy

MOST = 1500  # entries that are remembered; 10 KB each where they are of usual length
MOST_TEXT = 4_000_000  # characters of them all
MOST_PLACED = 5_000  # entries of which it is remembered where they stand too


class Source(Protocol):
    """What is needed of the catalogue."""

    def entries(self, ids: Sequence[EntryId]) -> list[Entry]:
        """Those entries in that order; ids that are not there are left out."""
        ...

    def also_in(self, ids: Sequence[EntryId]) -> Mapping[EntryId, tuple[Copy, ...]]:
        """Of those entries whose text stands elsewhere too, where."""
        ...

    def copies(self) -> tuple[tuple[EntryId, ...], ...]:
        """The entries with the same text, each group in order of document."""
        ...

    def shared(self) -> frozenset[str]:
        """The ids of the documents that are at several paths."""
        ...

    def titles(self) -> Sequence[str]:
        """The titles of entries, each once."""
        ...


class Holdings:
    """The entries of a snapshot. It may be used from several threads.

    Attributes:
        copies: The entries with the same text.
    """

    def __init__(self, source: Source) -> None:
        """Copies are read at once, the rest when it is needed."""
        self.copies = Groups(source.copies())
        self._source = source
        self._shared = source.shared()
        self._held: OrderedDict[EntryId, Entry] = OrderedDict()
        self._length = 0
        self._places: dict[EntryId, tuple[Copy, ...]] = {}
        self._lock = threading.Lock()

    def titles(self) -> Sequence[str]:
        """The titles of entries, each once."""
        return self._source.titles()

    @cached_property
    def together(self) -> Mapping[EntryId, tuple[EntryId, ...]]:
        """By entry, those with the same text."""
        return {name: group for group in self.copies.members for name in group}

    def entries(self, ids: Iterable[EntryId]) -> dict[EntryId, Entry]:
        """Those entries; ids that are not there are left out."""
        wanted = list(ids)
        with self._lock:
            found = {name: self._held[name] for name in wanted if name in self._held}
            for name in found:
                self._held.move_to_end(name)
        read = self._source.entries([name for name in wanted if name not in found])
        self._remember(read)
        return found | {entry.id: entry for entry in read}

    def _remember(self, entries: Iterable[Entry]) -> None:
        with self._lock:
            for entry in entries:
                if entry.id not in self._held:
                    self._held[entry.id] = entry
                    self._length += _length(entry)
            while len(self._held) > MOST or self._length > MOST_TEXT:
                self._length -= _length(self._held.popitem(last=False)[1])

    def also_in(self, entries: Iterable[Entry]) -> Mapping[EntryId, tuple[Copy, ...]]:
        """Of those entries whose text stands elsewhere too, where."""
        asked = [
            it.id
            for it in entries
            if it.id in self.together or it.document_id in self._shared
        ]
        with self._lock:
            found = {name: self._places[name] for name in asked if name in self._places}
        lacking = [name for name in asked if name not in found]
        if not lacking:
            return found
        read = self._source.also_in(lacking)
        with self._lock:
            if len(self._places) > MOST_PLACED:
                self._places.clear()
            self._places.update(read)
        return found | dict(read)


def _length(entry: Entry) -> int:
    return sum(len(paragraph.text) for paragraph in entry.paragraphs)
