"""A saved reading as a whole, so that it can be annotated again without its file."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, Table, select

from casebase.catalogue import schema
from casebase.catalogue.cards import Reading
from casebase.catalogue.connection import connect, reported
from casebase.catalogue.rows import document_of, entry_of, problem_of
from casebase.copies import Sketch
from casebase.errors import NotFoundError


def stored(url: str, key: str, name: str) -> Reading:
    """The reading of that key, its file now going by `name`.

    Of its document's blocks it has what the catalogue keeps.

    Raises:
        NotFoundError: There is none.
        IndexDamagedError: It cannot be read.
    """
    engine = connect(url)
    try:
        with reported(engine) as connection:
            return _reading(connection, key, name)
    finally:
        engine.dispose()


def _reading(connection: Connection, key: str, name: str) -> Reading:
    table = schema.readings
    row = connection.execute(select(table).where(table.c.key == key)).mappings().first()
    if row is None:
        raise NotFoundError("这份文献的读取结果不见了。", "请运行 casebase reindex。")
    whole = {**row, "document": name}
    entries = [
        entry_of({**it, "document": name, "document_id": row["document_id"]})
        for it in _of(connection, schema.entries, key, "ordinal")
    ]
    sketches = {
        it["entry"]: Sketch(it["digest"], it["length"], it["hashes"])
        for it in _of(connection, schema.sketches, key, "entry")
    }
    return Reading(
        document_id=row["document_id"],
        name=row["name"],
        fingerprint=row["fingerprint"],
        document=None if row["lost"] else document_of(whole),
        entries=tuple(entries),
        problems=tuple(
            problem_of(it) for it in _of(connection, schema.problems, key, "id")
        ),
        sketches=tuple(sketches[entry.id] for entry in entries if entry.id in sketches),
        annotation=row["annotation"],
    )


def _of(
    connection: Connection, table: Table, key: str, order: str
) -> Sequence[RowMapping]:
    rows = select(table).where(table.c.reading == key).order_by(table.c[order])
    return connection.execute(rows).mappings().all()
