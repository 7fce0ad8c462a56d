"""Where else the text of an entry stands: copies, and files with the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, or_, select

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


def shared(ask: Ask) -> frozenset[str]:
    """The ids of the documents that are at several paths."""
    rows = ask(
        select(schema.readings.c.document_id)
        .join(schema.files, schema.files.c.reading == schema.readings.c.key)
        .where(schema.files.c.main.is_(False))
    )
    return frozenset(row["document_id"] for row in rows)


def copies(ask: Ask, ids: Sequence[EntryId]) -> dict[EntryId, tuple[Copy, ...]]:
    """Of those entries that stand elsewhere too, where, in order of document."""
    found: dict[EntryId, tuple[Copy, ...]] = {}
    for batch in batches(ids):
        rows = sorted(ask(_with_copies(batch)), key=lambda row: row["name"])
        of_text: dict[object, list[RowMapping]] = defaultdict(list)
        texts = {row["id"]: row["text"] or row["id"] for row in rows}
        for row in rows:
            of_text[texts[row["id"]]].append(row)
        for entry_id in texts.keys() & set(batch):
            found[entry_id] = tuple(
                _copy(row)
                for row in of_text[texts[entry_id]]
                if not (row["main"] and row["id"] == entry_id)
            )
    return {entry_id: places for entry_id, places in found.items() if places}


def _with_copies(ids: Sequence[EntryId]) -> Select[Any]:
    """Every path of those entries and of their copies, and the number of the text."""
    asked, other = schema.copies.alias(), schema.copies.alias()
    members = (
        select(other.c.entry)
        .join(asked, other.c.text == asked.c.text)
        .where(asked.c.entry.in_(ids))
    )
    entry = schema.entries.c
    return (
        _paths(
            entry.id,
            entry.document_title,
            entry.title,
            entry.first_page,
            entry.last_page,
            schema.files.c.name,
            schema.files.c.main,
            schema.copies.c.text,
        )
        .join(schema.copies, schema.copies.c.entry == entry.id, isouter=True)
        .where(or_(entry.id.in_(ids), entry.id.in_(members)))
    )


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
