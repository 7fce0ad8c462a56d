"""The read side: documents, entries and problems of the current snapshot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from sqlalchemy import (
    ColumnElement,
    Engine,
    RowMapping,
    Select,
    Table,
    and_,
    bindparam,
    select,
    type_coerce,
)

from casebase.catalogue import citations, elsewhere, passages, schema
from casebase.catalogue.cards import DocumentCard, EntryCard, FileRow, State
from casebase.catalogue.connection import (
    REINDEX,
    batches,
    connect,
    integrity,
    legible,
    reported,
    unreadable,
)
from casebase.catalogue.naming import named
from casebase.catalogue.paths import escaped
from casebase.catalogue.rows import (
    document_card_of,
    document_of,
    entry_card_of,
    entry_of,
    problem_of,
    state_of,
)
from casebase.catalogue.sealed import SealedText
from casebase.catalogue.watching import Version, Watch
from casebase.copies.prints import Prints, compared
from casebase.document import Document
from casebase.entry import LISTED, PARTS, Entry, EntryId
from casebase.errors import (
    IndexDamagedError,
    IndexMissingError,
    NotFoundError,
    Problem,
)
from casebase.results import Copy

COLUMNS = {
    name: schema.entries.c[name]
    for name in ("school", "province", "city", "genre", "kind", "year", "date")
} | {"number": schema.entries.c.number, "document": schema.files.c.name}

# Columns without which a row makes no sense.
ALWAYS = frozenset({"document", "document_id", "digest", "id", "key", "name"})

# Without the texts, which a list does not show.
_CARD = [column for column in schema.readings.c if column.name != "blocks"]
_ENTRY_CARD = [it for it in schema.entries.c if it.name not in schema.LONG]


def _documents(*columns: ColumnElement[Any]) -> Select[Any]:
    main = and_(schema.files.c.reading == schema.readings.c.key, schema.files.c.main)
    return (
        select(*columns, schema.files.c.name.label("document"))
        .select_from(schema.readings)
        .join(schema.files, main)
    )


def _entries(*columns: ColumnElement[Any]) -> Select[Any]:
    """Those columns of entries, or all, with their documents' ids and names."""
    return (
        _documents(*(columns or schema.entries.c), schema.readings.c.document_id)
        .join(schema.entries, schema.entries.c.reading == schema.readings.c.key)
        .order_by(schema.files.c.name, schema.entries.c.ordinal)
    )


# Made once: what SQLAlchemy does to make it takes as long as the database to answer.
_IDS = "ids"
_BY_ID = _entries(
    *(it for it in schema.entries.c if it.name != "facts"),
    type_coerce(schema.entries.c.facts, SealedText).label("facts"),
).where(schema.entries.c.id.in_(bindparam(_IDS, expanding=True)))


class Catalogue:
    """The current snapshot, read only. It may be used from several threads."""

    def __init__(self, engine: Engine, watch: Watch) -> None:
        """Use `open`."""
        self._engine = engine
        self._watch = watch
        self._seen: tuple[Version, State | None] | None = None

    @classmethod
    def open(cls, url: str) -> Self:
        """Open the catalogue at an SQLAlchemy URL.

        Raises:
            IndexMissingError: Nothing has been indexed there yet.
            IndexDamagedError: It cannot be read, or another version wrote it.
        """
        catalogue = cls(connect(url), Watch(url))
        try:
            catalogue._check()
        except BaseException:
            catalogue.close()
            raise
        return catalogue

    def _check(self) -> None:
        found = self._rows(select(schema.version.c.version))
        if [row["version"] for row in found] != [schema.VERSION]:
            raise IndexDamagedError("索引是另一个版本的程序建立的。", REINDEX)
        if self.state() is None:
            raise IndexMissingError("索引还没有建完。", REINDEX)

    def close(self) -> None:
        """Let go of the database."""
        self._watch.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _rows(
        self, statement: Select[Any], given: Mapping[str, Sequence[str]] | None = None
    ) -> Sequence[RowMapping]:
        with reported(self._engine) as connection:
            result = connection.execute(statement, given)
            always = [at for at, key in enumerate(result.keys()) if key in ALWAYS]
            rows = result.all()
        if any(row[at] is None for at in always for row in rows):
            raise unreadable()  # a flipped byte may turn a value into none
        return [row._mapping for row in rows]  # noqa: SLF001 - public, named so for columns

    def state(self) -> State | None:
        """Which snapshot is current; None before the first."""
        version, seen = self._watch.version(), self._seen
        if version is not None and seen is not None and seen[0] == version:
            return seen[1]
        rows = self._rows(select(schema.state))
        found = state_of(rows[0]) if rows else None
        self._seen = None if version is None else (version, found)
        return found

    def integrity(self) -> str:
        """What is wrong with the database, by its own word or by a checksum."""
        self._watch.close()  # so that what lies in SQLite's log is worked in
        said = integrity(self._engine)
        if not said:
            try:
                legible(self._engine, schema.METADATA.sorted_tables)
            except IndexDamagedError:
                return "内容与校验和不符"
        return said

    def files(self) -> list[FileRow]:
        """The files of the snapshot, in order of name."""
        rows = self._rows(select(schema.files))
        found = [FileRow(**row) for row in rows]
        return sorted(found, key=lambda file: file.name)

    def fingerprints(self) -> set[str]:
        """What the readings of the snapshot were read with: one, when all is well."""
        rows = self._rows(_documents(schema.readings.c.fingerprint).distinct())
        return {row["fingerprint"] for row in rows}

    def annotations(self) -> dict[str, str]:
        """What the facts of each document were found with, by its current name."""
        rows = self._rows(
            _documents(schema.readings.c.annotation).where(
                schema.readings.c.lost.is_(False)
            )
        )
        return {row["document"]: row["annotation"] for row in rows}

    def entry_ids(self) -> set[EntryId]:
        """The ids of all entries."""
        return {row["value"] for row in self._rows(_only(schema.entries.c.id))}

    def entry(self, entry_id: EntryId) -> Entry:
        """The entry of that id.

        Raises:
            NotFoundError: There is none.
        """
        found = self.entries([entry_id])
        if not found:
            raise NotFoundError(
                f"没有编号为“{entry_id[:60]}”的条目。",
                "它可能已随文献改动或移走；请重新检索。",
            )
        return found[0]

    def entries(self, ids: Sequence[EntryId]) -> list[Entry]:
        """Those entries in that order; ids that are not there are left out."""
        found: dict[EntryId, Entry] = {}
        # What is no text, no database takes; and no id is it.
        possible = [it for it in ids if it.isascii() and it.isprintable()]
        for batch in batches(possible):
            rows = self._rows(_BY_ID, {_IDS: batch})
            found.update((row["id"], entry_of(row)) for row in rows)
        return [found[entry_id] for entry_id in ids if entry_id in found]

    def copies(self) -> tuple[tuple[EntryId, ...], ...]:
        """The entries with the same text, each group in order of document."""
        return elsewhere.groups(self._rows)

    def shared(self) -> frozenset[str]:
        """The ids of the documents that are at several paths."""
        return elsewhere.shared(self._rows)

    def also_in(self, ids: Sequence[EntryId]) -> dict[EntryId, tuple[Copy, ...]]:
        """Of those entries whose text stands elsewhere too, where."""
        return elsewhere.copies(self._rows, ids)

    def prints(self) -> tuple[list[EntryId], Prints]:
        """The fingerprints of all entries, and whose they are."""
        return passages.prints(self._rows)

    def sources(self, ids: Sequence[EntryId]) -> dict[EntryId, str]:
        """Of those entries, what is compared to find passages."""
        return {entry.id: compared(entry) for entry in self.entries(ids)}

    def policy_documents(self, entry: Entry) -> dict[int, EntryCard]:
        """By their place among the policies that `entry` cites, those that are here."""
        return citations.cited(self._rows, entry)

    def cited_by(self, entry: Entry) -> list[EntryCard]:
        """The entries that cite `entry`, which is a policy; in order of document."""
        return citations.citing(self._rows, entry)

    def all_entries(self, document: str | None = None) -> Iterator[Entry]:
        """Every entry, or every one of a document, in order of name and reading.

        Raises:
            NotFoundError: There is no such document.
        """
        cards = self.documents() if document is None else [self.document(document)]
        for card in cards:
            rows = self._rows(
                _entries().where(schema.readings.c.document_id == card.id)
            )
            yield from map(entry_of, rows)

    def described(self) -> Iterator[Entry]:
        """Every entry without its text, for lists of what is known."""
        columns = [it for it in schema.entries.c if it.name != "paragraphs"]
        for row in self._rows(_entries(*columns)):
            yield entry_of({**row, "paragraphs": ()})

    def titles(self) -> list[str]:
        """The titles of entries, each once."""
        column = schema.entries.c.title
        wanted = _entries(column).distinct().order_by(column)
        return [row["title"] for row in self._rows(wanted)]

    def cards(self, document: str) -> list[EntryCard]:
        """What a list of a document's entries shows.

        Raises:
            NotFoundError: There is no such document.
        """
        wanted = schema.readings.c.document_id == self.document(document).id
        return [
            entry_card_of(row)
            for row in self._rows(_entries(*_ENTRY_CARD).where(wanted))
        ]

    def neighbours(self, entry: Entry) -> tuple[EntryCard | None, EntryCard | None]:
        """The entries before and after it in its document, None where it ends."""
        ordinal = int(entry.id.rpartition("-")[2])
        rows = self._rows(
            _entries(*_ENTRY_CARD).where(
                schema.readings.c.document_id == entry.document_id,
                schema.entries.c.ordinal.in_([ordinal - 1, ordinal + 1]),
            )
        )
        cards = {row["ordinal"]: entry_card_of(row) for row in rows}
        return cards.get(ordinal - 1), cards.get(ordinal + 1)

    def documents(self) -> list[DocumentCard]:
        """Every document, in order of name.

        Raises:
            IndexDamagedError: There are not as many as were written.
        """
        before, cards, after = self.state(), self._document_cards(), self.state()
        if before == after and before and len(cards) != before.documents:
            raise unreadable()
        return cards

    def _document_cards(self, *conditions: ColumnElement[bool]) -> list[DocumentCard]:
        also = self._also()
        rows = self._rows(
            _documents(*_CARD).where(schema.readings.c.lost.is_(False), *conditions)
        )
        cards = [document_card_of(row, also.get(row["key"], ())) for row in rows]
        return sorted(cards, key=lambda card: card.name)

    def _also(self) -> dict[str, tuple[str, ...]]:
        rows = self._rows(select(schema.files).where(schema.files.c.main.is_(False)))
        names = defaultdict(list)
        for row in rows:
            names[row["reading"]].append(row["name"])
        return {key: tuple(sorted(values)) for key, values in names.items()}

    def document(self, name: str) -> DocumentCard:
        """The document of that id, path, file name, stem or title.

        Raises:
            NotFoundError: There is none, or the name fits several.
        """
        exact = self._document_cards(schema.readings.c.document_id == escaped(name))
        if exact:
            return exact[0]
        return named(name, self.documents())

    def text(self, name: str) -> Document:
        """The repaired document of that id, path, file name, stem or title.

        Raises:
            NotFoundError: There is none, or the name fits several.
        """
        card = self.document(name)
        rows = self._rows(
            _documents(*schema.readings.c).where(
                schema.readings.c.document_id == card.id
            )
        )
        if not rows:
            raise NotFoundError(f"“{card.name}”刚刚被移除了。", "请重新查找。")
        return document_of(rows[0])

    def problems(self) -> list[Problem]:
        """What went wrong, in order of name and page."""
        of_readings = (
            select(
                *(c for c in schema.problems.c if c.name != "document"),
                schema.files.c.name.label("document"),
            )
            .select_from(schema.problems)
            .join(schema.files, _main_file_of(schema.problems))
        )
        of_files = select(schema.problems).where(schema.problems.c.reading.is_(None))
        rows = [*self._rows(of_readings), *self._rows(of_files)]
        rows.sort(key=lambda row: (row["document"], row["page"] or 0, row["id"]))
        return [problem_of(row) for row in rows]

    def facet_values(self, field: str) -> list[str]:
        """The distinct values that entries have in a field of `query.FIELDS`."""
        if field in PARTS:
            fact, part = PARTS[field]
            found = {getattr(value, part) for value in self._values(fact)}
        elif field in LISTED:
            found = set(self._values(LISTED[field]))
        else:
            found = {row["value"] for row in self._rows(_only(COLUMNS[field]))}
        return sorted(str(value) for value in found if value is not None)

    def _values(self, fact: str) -> Iterable[object]:
        for entry in self.all_entries():
            yield from entry.values(fact)


def _only(column: ColumnElement[Any]) -> Select[Any]:
    return (
        select(column.label("value"))
        .select_from(schema.entries)
        .join(schema.files, _main_file_of(schema.entries))
        .distinct()
    )


def _main_file_of(table: Table) -> ColumnElement[bool]:
    return and_(schema.files.c.reading == table.c.reading, schema.files.c.main)
