"""What is kept so that entries with the same text are found: sketches and verdicts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection, and_, delete, insert, or_, select

from casebase.catalogue import schema
from casebase.catalogue.connection import BATCH, batches
from casebase.catalogue.rows import Columns, entry_of
from casebase.copies import Sketch
from casebase.entry import Entry, EntryId

Verdicts = Mapping[tuple[str, str], bool]  # by the digests of two gists
_PAIRS = 200  # in one statement


def sketch_rows(
    sketches: Sequence[Sketch], ids: Sequence[EntryId], key: str
) -> list[Columns]:
    """The rows of `sketches`, of the entries of a reading."""
    return [
        {
            "reading": key,
            "entry": entry_id,
            "digest": made.digest,
            "length": made.length,
            "hashes": made.hashes,
        }
        for entry_id, made in zip(ids, sketches, strict=False)
    ]


def sketches(connection: Connection, keys: Collection[str]) -> dict[EntryId, Sketch]:
    """The sketches of the entries of those readings."""
    table = schema.sketches.c
    asked = select(table.reading, table.entry, table.digest, table.length, table.hashes)
    if len(keys) <= BATCH:
        asked = asked.where(table.reading.in_(keys))
    rows = connection.execute(asked)
    return {
        entry: Sketch(digest, length, hashes)
        for reading, entry, digest, length, hashes in rows
        if reading in keys
    }


def hashes(connection: Connection, keys: Collection[str]) -> dict[str, bytes]:
    """By the digests of their gists, the hashes of the texts of those readings."""
    table = schema.sketches.c
    rows = connection.execute(select(table.reading, table.digest, table.hashes))
    return {digest: made for reading, digest, made in rows if reading in keys}


def verdicts(connection: Connection, rules: str) -> dict[tuple[str, str], bool]:
    """What was found of two texts before, by the same rules."""
    table = schema.verdicts.c
    rows = connection.execute(
        select(table.first, table.second, table.same).where(table.rules == rules)
    )
    return {(first, second): same for first, second, same in rows}


def keep_verdicts(
    connection: Connection,
    rules: str,
    new: Verdicts,
    stale: Sequence[tuple[str, str]],
) -> None:
    """Keep what was found, and drop what nobody asks for any more."""
    table = schema.verdicts
    connection.execute(delete(table).where(table.c.rules != rules))
    for start in range(0, len(stale), _PAIRS):
        among = [
            and_(table.c.first == first, table.c.second == second)
            for first, second in stale[start : start + _PAIRS]
        ]
        connection.execute(delete(table).where(or_(*among)))
    if new:
        connection.execute(
            insert(table),
            [
                {"first": first, "second": second, "rules": rules, "same": same}
                for (first, second), same in new.items()
            ],
        )


def entries(
    connection: Connection, ids: Sequence[EntryId], keys: Collection[str]
) -> Iterator[Entry]:
    """Those entries of those readings, in any order and without the document's name."""
    for batch in batches(ids):
        rows = connection.execute(
            select(schema.entries, schema.readings.c.document_id)
            .join(schema.readings)
            .where(schema.entries.c.id.in_(batch))
        ).mappings()
        yield from (
            entry_of({**row, "document": ""}) for row in rows if row["reading"] in keys
        )


def copies_rows(groups: Sequence[Sequence[EntryId]]) -> list[Columns]:
    """The rows of `copies`."""
    return [
        {"entry": entry_id, "text": number}
        for number, group in enumerate(groups, 1)
        for entry_id in group
    ]
