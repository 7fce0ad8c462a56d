"""The write side: readings saved as they come, and the switch that shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import (
    Connection,
    Engine,
    Table,
    delete,
    func,
    insert,
    inspect,
    select,
)

from casebase.catalogue import likeness, passages, schema
from casebase.catalogue.cards import FileRow, Reading, ReadingCard, State
from casebase.catalogue.citations import citation_rows
from casebase.catalogue.connection import (
    batches,
    connect,
    reported,
    sqlite_path,
    unreadable,
)
from casebase.catalogue.rows import (
    Columns,
    entry_of,
    entry_row,
    problem_of,
    problem_row,
    reading_row,
    state_of,
)
from casebase.copies import Sketch
from casebase.entry import Entry, EntryId
from casebase.errors import Problem

FEW = 1000  # files of a snapshot that are exchanged one by one


class Ledger:
    """What the build writes with. There is one at a time; its caller holds a lock."""

    def __init__(self, engine: Engine) -> None:
        """Use `open`."""
        self._engine = engine
        self._cards: dict[str, ReadingCard] | None = None
        self._files: frozenset[FileRow] = frozenset()

    @classmethod
    def open(cls, url: str) -> Self:
        """Open the catalogue for writing; made where missing or of another version.

        Raises:
            IndexDamagedError: It cannot be read; `set_aside` makes room for a new one.
        """
        path = sqlite_path(url)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        ledger = cls(connect(url, create=True))
        try:
            ledger._prepare()
        except BaseException:
            ledger.close()
            raise
        return ledger

    def _prepare(self) -> None:
        with reported(self._engine) as connection:
            if _version(connection) == schema.VERSION:
                return
            schema.METADATA.drop_all(connection)
            schema.METADATA.create_all(connection)
            connection.execute(insert(schema.version), [{"version": schema.VERSION}])

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def state(self) -> State | None:
        """Which snapshot is current; None before the first."""
        with reported(self._engine) as connection:
            row = connection.execute(select(schema.state)).mappings().first()
        return state_of(row) if row else None

    def files(self) -> list[FileRow]:
        """The files of the current snapshot."""
        with reported(self._engine) as connection:
            columns = (schema.files.c[it.name] for it in fields(FileRow))
            rows = _whole(connection.execute(select(*columns)).all())
        found = [FileRow(*row) for row in rows]
        self._files = frozenset(found)
        return found

    def file_problems(self) -> list[Problem]:
        """What is told of files of the snapshot besides their readings."""
        statement = select(schema.problems).where(schema.problems.c.reading.is_(None))
        with reported(self._engine) as connection:
            rows = connection.execute(statement.order_by(schema.problems.c.id))
            return [problem_of(row) for row in rows.mappings()]

    def readings(self) -> list[ReadingCard]:
        """Every saved reading, seen or not, the latest last.

        They are read once: only this ledger writes.
        """
        if self._cards is None:
            table = schema.readings.c
            columns = (table[it.name] for it in fields(ReadingCard))
            with reported(self._engine) as connection:
                statement = select(*columns).order_by(table.added, table.key)
                rows = _whole(connection.execute(statement).all())
            self._cards = {row.key: ReadingCard(*row) for row in rows}
        return list(self._cards.values())

    def save(self, reading: Reading, key: str) -> None:
        """Save a reading under a key of its own; nobody sees it before a switch."""
        with reported(self._engine) as connection:
            _forget(connection, [key])
            added = self._added(connection, reading.document_id)
            row = reading_row(reading, key, added)
            connection.execute(insert(schema.readings), [row])
            _add(
                connection,
                schema.entries,
                [
                    entry_row(entry, key, ordinal)
                    for ordinal, entry in enumerate(reading.entries, 1)
                ],
            )
            _add(
                connection,
                schema.problems,
                [problem_row(problem, key) for problem in reading.problems],
            )
            _add(
                connection,
                schema.citations,
                [row for entry in reading.entries for row in citation_rows(entry, key)],
            )
            ids = [entry.id for entry in reading.entries]
            rows = likeness.sketch_rows(reading.sketches, ids, key)
            _add(connection, schema.sketches, rows)
            _add(connection, schema.prints, passages.print_rows(reading.entries, key))
        if self._cards is not None:
            self._cards.pop(key, None)  # the latest is the last
            told = {it.name: row[it.name] for it in fields(ReadingCard)}
            self._cards[key] = ReadingCard(**told)

    @staticmethod
    def _added(connection: Connection, document_id: str) -> str:
        first = connection.execute(
            select(func.min(schema.readings.c.added)).where(
                schema.readings.c.document_id == document_id
            )
        ).scalar()
        return first or _now()

    def sweep(self, keep: Iterable[str]) -> int:
        """Drop the readings that no file of the snapshot and no key of `keep` names."""
        with reported(self._engine) as connection:
            pointed = connection.execute(select(schema.files.c.reading)).scalars().all()
            every = connection.execute(select(schema.readings.c.key)).scalars().all()
            gone = sorted(set(every) - set(pointed) - set(keep))
            _forget(connection, gone)
        if gone:
            self._cards = None
        return len(gone)

    def entry_ids(self, keys: Sequence[str]) -> list[EntryId]:
        """The ids of the entries of those readings."""
        found: list[EntryId] = []
        with reported(self._engine) as connection:
            for batch in batches(keys):
                column = schema.entries.c.reading
                rows = connection.execute(
                    select(schema.entries.c.id).where(column.in_(batch))
                )
                found += rows.scalars().all()
        return found

    def entries(self, names: Mapping[str, str]) -> Iterator[Entry]:
        """The entries of readings, given the path that each goes by now."""
        for key, name in names.items():
            with reported(self._engine) as connection:
                rows = (
                    connection.execute(
                        select(schema.entries, schema.readings.c.document_id)
                        .join(schema.readings)
                        .where(schema.entries.c.reading == key)
                        .order_by(schema.entries.c.ordinal)
                    )
                    .mappings()
                    .all()
                )
            for row in rows:
                yield entry_of({**row, "document": name})

    def sketches(self, keys: Collection[str]) -> dict[EntryId, Sketch]:
        """Of the entries of those readings, by what their copies are looked for."""
        with reported(self._engine) as connection:
            return likeness.sketches(connection, keys)

    def hashes(self, keys: Collection[str]) -> dict[str, bytes]:
        """The MinHashes of the texts of those readings, by the digests of their gists.

        Of texts with the same digest it is one; without a digest there is no text.
        """
        with reported(self._engine) as connection:
            return likeness.hashes(connection, keys)

    def verdicts(self, rules: str) -> dict[tuple[str, str], bool]:
        """By the digests of two gists, whether by `rules` they are the same text."""
        with reported(self._engine) as connection:
            return likeness.verdicts(connection, rules)

    def keep_verdicts(
        self,
        rules: str,
        new: likeness.Verdicts,
        stale: Sequence[tuple[str, str]],
    ) -> None:
        """Keep what `rules` found of two texts; drop what is `stale` or of others."""
        with reported(self._engine) as connection:
            likeness.keep_verdicts(connection, rules, new, stale)

    def compared(self, ids: Sequence[EntryId], keys: Collection[str]) -> list[Entry]:
        """Those entries of those readings, in any order; their document has no name."""
        with reported(self._engine) as connection:
            return list(likeness.entries(connection, ids, keys))

    def switch(
        self,
        state: State,
        files: Sequence[FileRow],
        problems: Sequence[Problem],
        copies: Sequence[Sequence[EntryId]] | None = None,
    ) -> None:
        """Make this the current snapshot, in one transaction.

        `problems` are those of files that were not read; `copies` are the entries with
        the same text, None for those there are.
        """
        with reported(self._engine) as connection:
            connection.execute(delete(schema.state))
            self._point(connection, frozenset(files))
            connection.execute(
                delete(schema.problems).where(schema.problems.c.reading.is_(None))
            )
            _add(
                connection,
                schema.problems,
                [problem_row(problem, None) for problem in problems],
            )
            if copies is not None:
                connection.execute(delete(schema.copies))
                _add(connection, schema.copies, likeness.copies_rows(copies))
            connection.execute(insert(schema.state), [asdict(state)])

    def _point(self, connection: Connection, files: frozenset[FileRow]) -> None:
        """Make the rows of files these; where few change, only those are touched."""
        old = self._files
        gone = [file.name for file in old - files]
        if old and len(gone) <= FEW:
            for batch in batches(gone):
                connection.execute(
                    delete(schema.files).where(schema.files.c.name.in_(batch))
                )
        else:
            connection.execute(delete(schema.files))
            old = frozenset()
        _add(connection, schema.files, [asdict(file) for file in files - old])
        self._files = frozenset()


def _whole(rows: Sequence[Any]) -> Sequence[Any]:
    """Those rows, none of whose columns may be empty.

    Raises:
        IndexDamagedError: One is: a flipped byte may turn a value into none.
    """
    if any(None in row for row in rows):
        raise unreadable()
    return rows


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _version(connection: Connection) -> int | None:
    if not inspect(connection).has_table(schema.version.name):
        return None
    return connection.execute(select(schema.version.c.version)).scalar()


def _add(connection: Connection, table: Table, rows: Sequence[Columns]) -> None:
    if rows:
        connection.execute(insert(table), rows)


_OF_READINGS = (
    schema.problems,
    schema.entries,
    schema.citations,
    schema.sketches,
    schema.prints,
)


def _forget(connection: Connection, keys: Sequence[str]) -> None:
    for batch in batches(keys):
        for table in _OF_READINGS:
            connection.execute(delete(table).where(table.c.reading.in_(batch)))
        connection.execute(
            delete(schema.readings).where(schema.readings.c.key.in_(batch))
        )


def set_aside(url: str) -> Path | None:
    """Move a damaged SQLite catalogue out of the way; where it went, or None.

    None where the database is another one: it is not ours to move.
    """
    path = sqlite_path(url)
    if path is None or not path.exists():
        return None
    aside = path.with_name(path.name + ".damaged")
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.replace(aside)
    return aside
