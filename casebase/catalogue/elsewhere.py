"""Where else the text of an entry stands: copies, and files with the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, select

from casebase.catalogue import schema
from casebase.catalogue.connection import batches
from casebase.entry import EntryId
from casebase.results import Copy

Ask = Callable[[Select[Any]], Sequence[RowMapping]]


def groups(ask: Ask) -> tuple[tuple[EntryId, ...], ...]:
    """The entries with the same text, each group in order of document and reading."""
    rows = ask(
        _paths(
            schema.copies.c.text,
            schema.entries.c.id,
            schema.entries.c.ordinal,
            schema.files.c.name,
        )
        .join(schema.copies, schema.copies.c.entry == schema.entries.c.id)
        .where(schema.files.c.main)
    )
    found: dict[int, list[EntryId]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row["name"], row["ordinal"])):
        found[row["text"]].append(row["id"])
    return tuple(map(tuple, found.values()))


def copies(ask: Ask, ids: Sequence[EntryId]) -> dict[EntryId, tuple[Copy, ...]]:
    """Of those entries that stand elsewhere too, where, in order of document."""
    members = _members(ask, ids)
    every = sorted({*ids, *(it for group in members.values() for it in group)})
    places = _places(ask, every)
    found = {
        entry_id: [
            place
            for other in members.get(entry_id, (entry_id,))
            for main, place in places.get(other, ())
            if not (main and other == entry_id)
        ]
        for entry_id in ids
    }
    return {
        entry_id: tuple(sorted(kept, key=lambda place: place.document))
        for entry_id, kept in found.items()
        if kept
    }


def _members(ask: Ask, ids: Sequence[EntryId]) -> Mapping[EntryId, Sequence[EntryId]]:
    """By entry the whole group that it is of."""
    asked, other = schema.copies.alias(), schema.copies.alias()
    found: dict[EntryId, list[EntryId]] = defaultdict(list)
    for batch in batches(ids):
        rows = ask(
            select(asked.c.entry.label("asked"), other.c.entry)
            .join(other, other.c.text == asked.c.text)
            .where(asked.c.entry.in_(batch))
            .order_by(other.c.entry)
        )
        for row in rows:
            found[row["asked"]].append(row["entry"])
    return found


def _places(
    ask: Ask, ids: Sequence[EntryId]
) -> Mapping[EntryId, Sequence[tuple[bool, Copy]]]:
    """By entry every path of its document, and whether it goes by that."""
    found: dict[EntryId, list[tuple[bool, Copy]]] = defaultdict(list)
    for batch in batches(ids):
        rows = ask(
            _paths(
                schema.entries.c.id,
                schema.entries.c.document_title,
                schema.entries.c.title,
                schema.entries.c.first_page,
                schema.entries.c.last_page,
                schema.files.c.name,
                schema.files.c.main,
            )
            .where(schema.entries.c.id.in_(batch))
            .order_by(schema.files.c.name)
        )
        for row in rows:
            found[row["id"]].append((row["main"], _copy(row)))
    return found


def _copy(row: RowMapping) -> Copy:
    paged = row["first_page"] is not None
    return Copy(
        id=row["id"],
        document=row["name"],
        document_title=row["document_title"],
        title=row["title"],
        pages=(row["first_page"], row["last_page"]) if paged else None,
    )


def _paths(*columns: ColumnElement[Any]) -> Select[Any]:
    return (
        select(*columns)
        .select_from(schema.entries)
        .join(schema.files, schema.files.c.reading == schema.entries.c.reading)
    )
