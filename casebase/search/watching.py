"""What is new in a saved search since it was last looked at.

What it had found is kept by id. A new entry whose text it had found in another place is
a copy and no news; of several new ones with the same text the first is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlencode

from casebase.entry import Entry, EntryId
from casebase.query import Query
from casebase.results import Copy
from casebase.workspace import SavedSearch, SavedSearches

TOLD = 50  # new entries that are told; the others are counted


class Finding(Protocol):
    """What is needed of a searcher."""

    def all_found(self, query: Query) -> list[EntryId]:
        """The ids of all entries that `query` finds, the newest first."""
        ...


class Holding(Protocol):
    """What is needed of a catalogue."""

    def entries(self, ids: Sequence[EntryId]) -> list[Entry]:
        """Those entries in that order; ids that are not there are left out."""
        ...

    def also_in(self, ids: Sequence[EntryId]) -> Mapping[EntryId, tuple[Copy, ...]]:
        """Of those entries whose text stands elsewhere too, where."""
        ...


@dataclass(frozen=True, slots=True)
class News:
    """What came of looking at a saved search.

    Attributes:
        search: As it was before.
        total: How many entries it finds.
        fresh: How many of them are new.
        entries: The first new ones, the newest first.
    """

    search: SavedSearch
    total: int
    fresh: int
    entries: tuple[Entry, ...]


def begin(finding: Finding, saved: SavedSearches, name: str) -> int:
    """Note what a search finds now, which is no news later; how many entries."""
    found = finding.all_found(saved.named(name).query)
    saved.looked_at(name, found)
    return len(found)


def look(finding: Finding, holding: Holding, saved: SavedSearches, name: str) -> News:
    """What is new in a search; it is looked at by this.

    Raises:
        NotFoundError: There is no such search.
    """
    search = saved.named(name)
    found = finding.all_found(search.query)
    fresh = list(_fresh(found, saved.seen(name), holding))
    entries = holding.entries(fresh[:TOLD])
    saved.looked_at(name, found)
    return News(search, len(found), len(fresh), tuple(entries))


def news_json(news: News) -> dict[str, Any]:
    """The shape of `casebase saved run --json`."""
    return {
        **search_json(news.search),
        "total": news.total,
        "new": news.fresh,
        "entries": [
            {
                "id": entry.id,
                "title": entry.title,
                "school": entry.first("school"),
                "date": entry.first("date"),
                "document": entry.document,
                "pages": list(entry.pages) if entry.pages else None,
            }
            for entry in news.entries
        ],
    }


def search_json(search: SavedSearch) -> dict[str, Any]:
    """The shape of `casebase saved list --json`."""
    return {
        "name": search.name,
        "query": search.query.text,
        "arguments": urlencode(search.query.to_args()),
        "created": search.created,
        "ran": search.ran,
    }


def _fresh(
    found: Sequence[EntryId], seen: frozenset[EntryId], holding: Holding
) -> Iterator[EntryId]:
    new = [entry for entry in found if entry not in seen]
    elsewhere = holding.also_in(new)
    told: set[EntryId] = set()
    for entry in new:
        copies = {copy.id for copy in elsewhere.get(entry, ())}
        if copies.isdisjoint(seen) and copies.isdisjoint(told):
            told.add(entry)
            yield entry
