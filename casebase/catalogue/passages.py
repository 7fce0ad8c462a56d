"""What is kept so that passages of entries are found in other texts."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import and_, select

from casebase.catalogue import schema
from casebase.catalogue.elsewhere import Ask
from casebase.catalogue.rows import Columns
from casebase.copies.prints import Prints, printed
from casebase.entry import Entry, EntryId


def print_rows(entries: Iterable[Entry], key: str) -> list[Columns]:
    """The rows of `prints`, of the entries of a reading."""
    return [
        {"reading": key, "entry": entry.id, "numbers": printed(entry)}
        for entry in entries
    ]


def prints(ask: Ask) -> tuple[list[EntryId], Prints]:
    """The fingerprints of the entries of the snapshot, and whose they are."""
    shown = and_(schema.files.c.reading == schema.prints.c.reading, schema.files.c.main)
    found = ask(
        select(schema.prints.c.entry, schema.prints.c.numbers).join(schema.files, shown)
    )
    return [row["entry"] for row in found], Prints.of([row["numbers"] for row in found])
