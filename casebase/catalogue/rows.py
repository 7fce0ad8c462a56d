"""Rows of the tables to the project's own types, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from casebase.catalogue import unopened
from casebase.catalogue.cards import DocumentCard, EntryCard, Reading, State
from casebase.catalogue.codec import (
    pack_document,
    pack_fact,
    pack_metadata,
    pack_paragraph,
    unpack_blocks,
    unpack_fact,
    unpack_metadata,
    unpack_paragraph,
)
from casebase.document import Document
from casebase.entry import Entry, Fact, Kind
from casebase.errors import Problem, Severity, Stage

Columns = dict[str, Any]
Row = Mapping[Any, Any]  # keyed by column name


def reading_row(reading: Reading, key: str, added: str) -> Columns:
    """The row of `readings`; a lost file has an empty document."""
    document = reading.document
    kinds: dict[str, int] = {}
    for entry in reading.entries:
        kinds[str(entry.kind)] = kinds.get(str(entry.kind), 0) + 1
    return {
        "key": key,
        "document_id": reading.document_id,
        "name": reading.name,
        "fingerprint": reading.fingerprint,
        "annotation": reading.annotation,
        "lost": document is None,
        "format": document.format if document else "",
        "title": document.title if document else "",
        "subtitle": document.subtitle if document else "",
        "metadata": pack_metadata(document.metadata) if document else {},
        "page_count": document.page_count if document else None,
        "entry_count": len(reading.entries),
        "kinds": kinds,
        "added": added,
        "blocks": pack_document(document) if document else [],
    }


def entry_row(entry: Entry, key: str, ordinal: int) -> Columns:
    """The row of `entries`."""
    first, last = entry.pages or (None, None)
    return {
        "reading": key,
        "ordinal": ordinal,
        "id": entry.id,
        "document_title": entry.document_title,
        "subtitle": entry.subtitle,
        "kind": str(entry.kind),
        "number": entry.number,
        "title": entry.title,
        "path": list(entry.path),
        "first_page": first,
        "last_page": last,
        **{name: entry.first(name) for name in ("school", "province", "city")},
        **{name: entry.first(name) for name in ("genre", "date", "year")},
        "paragraphs": [pack_paragraph(paragraph) for paragraph in entry.paragraphs],
        "facts": [pack_fact(fact) for fact in entry.facts],
        "corrected": list(entry.corrected),
    }


def problem_row(problem: Problem, key: str | None) -> Columns:
    """The row of `problems`."""
    return {**problem.to_json(), "reading": key}


def entry_of(row: Row) -> Entry:
    """The entry of a row that also has `document_id` and the current `document`."""
    return Entry(
        id=row["id"],
        document_id=row["document_id"],
        document=row["document"],
        document_title=row["document_title"],
        subtitle=row["subtitle"],
        kind=Kind(row["kind"]),
        number=row["number"],
        title=row["title"],
        path=tuple(row["path"]),
        pages=_pages(row),
        paragraphs=tuple(
            unpack_paragraph(data, unopened.places) for data in row["paragraphs"]
        ),
        facts=_facts(row["facts"]),
        corrected=tuple(row["corrected"]),
    )


def _facts(held: str | list[Any]) -> Sequence[Fact]:
    """Unopened where they were asked for as text."""
    if isinstance(held, str):
        return unopened.facts(held)
    return tuple(map(unpack_fact, held))


def entry_card_of(row: Row) -> EntryCard:
    """The card of such a row."""
    return EntryCard(
        id=row["id"],
        document_id=row["document_id"],
        document=row["document"],
        kind=Kind(row["kind"]),
        number=row["number"],
        title=row["title"],
        pages=_pages(row),
    )


def _pages(row: Row) -> tuple[int, int] | None:
    if row["first_page"] is None:
        return None
    return row["first_page"], row["last_page"]


def document_card_of(row: Row, also: tuple[str, ...]) -> DocumentCard:
    """The card of a row of `readings` that also has the current `document`."""
    return DocumentCard(
        id=row["document_id"],
        name=row["document"],
        also=also,
        format=row["format"],
        title=row["title"],
        subtitle=row["subtitle"],
        metadata=unpack_metadata(row["metadata"]),
        page_count=row["page_count"],
        entry_count=row["entry_count"],
        added=row["added"],
    )


def document_of(row: Row) -> Document:
    """The repaired document of such a row."""
    return Document(
        id=row["document_id"],
        name=row["document"],
        format=row["format"],
        title=row["title"],
        subtitle=row["subtitle"],
        blocks=unpack_blocks(row["blocks"]),
        metadata=unpack_metadata(row["metadata"]),
        page_count=row["page_count"],
    )


def problem_of(row: Row) -> Problem:
    """The problem of a row of `problems`, under the file's current name."""
    return Problem(
        document=row["document"],
        page=row["page"],
        stage=Stage(row["stage"]),
        severity=Severity(row["severity"]),
        message=row["message"],
        advice=row["advice"],
    )


def state_of(row: Row) -> State:
    """The state of its row."""
    return State(**row)
