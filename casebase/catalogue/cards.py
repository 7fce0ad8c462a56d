"""What the catalogue takes and gives, besides entries and documents themselves."""

from __future__ import annotations

from dataclasses import dataclass

from casebase.copies import Sketch
from casebase.document import Document, Metadata, document_id
from casebase.entry import Entry, EntryId, Kind
from casebase.errors import Problem


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What a list of documents shows of one.

    Attributes:
        id: `Document.id`.
        name: Path below corpus/.
        also: Other paths with the same bytes.
        format: As in `Layout`.
        title: Never empty.
        subtitle: May be empty.
        metadata: What the file says of itself.
        page_count: None where there are no pages.
        entry_count: How many entries it was split into.
        added: When its bytes were first read, ISO 8601 with time zone.
    """

    id: str
    name: str
    also: tuple[str, ...]
    format: str
    title: str
    subtitle: str
    metadata: Metadata
    page_count: int | None
    entry_count: int
    added: str


@dataclass(frozen=True, slots=True)
class EntryCard:
    """What a list of entries shows of one."""

    id: EntryId
    document_id: str
    document: str
    kind: Kind
    number: int | None
    title: str
    pages: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class State:
    """Which snapshot is current.

    Attributes:
        generation: Counts the switches, from 1.
        engine: The name of the engine that was built.
        engine_path: Its directory, relative to index/, with forward slashes.
        fingerprint: What the engine's records were made with.
        built_at: When, ISO 8601 with time zone.
        documents: How many documents are in it.
        entries: How many entries are in it.
    """

    generation: int
    engine: str
    engine_path: str
    fingerprint: str
    built_at: str
    documents: int
    entries: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: a document with its entries, or only problems.

    Attributes:
        document_id: `Source.document_id`.
        name: The path it was read under.
        fingerprint: What it was read with.
        document: None where nothing could be made of the file.
        entries: With their facts.
        problems: In the order met.
        sketches: Of each entry, by what its copies are looked for.
        annotation: What its facts were found with, and which corrections they have.
    """

    document_id: str
    name: str
    fingerprint: str
    document: Document | None
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    sketches: tuple[Sketch, ...] = ()
    annotation: str = ""


@dataclass(frozen=True, slots=True)
class ReadingCard:
    """A saved reading, in as much as it matters for planning.

    Attributes:
        key: Names the row; unlike the document's id it changes when read again.
        document_id: `Source.document_id`.
        name: The path it was read under.
        fingerprint: What it was read with.
        title: The document's title; empty where it was lost.
        lost: Whether nothing could be made of the file.
        kinds: How many entries of which kind.
        annotation: What its facts were found with, and which corrections they have.
    """

    key: str
    document_id: str
    name: str
    fingerprint: str
    title: str
    lost: bool
    kinds: dict[str, int]
    annotation: str = ""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of the snapshot and the reading it points at.

    Attributes:
        name: Path below corpus/.
        digest: SHA-256 of its bytes.
        reading: Key of the reading.
        main: Whether the document goes by this name; others with the same bytes
            are its `also`.
    """

    name: str
    digest: str
    reading: str
    main: bool

    @property
    def document_id(self) -> str:
        """The id of the document that it is; see `Source.document_id`."""
        return document_id(self.digest)
