"""The tables, in SQL that SQLite and PostgreSQL both speak."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from casebase.catalogue.sealed import (
    SealedBytes,
    SealedInteger,
    SealedJson,
    SealedText,
)

# Raise it with every change below: a catalogue of another version is built anew.
VERSION = 7

METADATA = MetaData()

version = Table("casebase_version", METADATA, Column("version", Integer))

# One row for what came of reading one file's bytes with one set of rules.
readings = Table(
    "readings",
    METADATA,
    Column("key", String(40), primary_key=True),
    Column("document_id", String(16), nullable=False, index=True),
    Column("name", SealedText, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("annotation", Text, nullable=False),
    Column("lost", Boolean, nullable=False),
    Column("format", SealedText, nullable=False),
    Column("title", SealedText, nullable=False),
    Column("subtitle", SealedText, nullable=False),
    Column("metadata", SealedJson, nullable=False),
    Column("page_count", SealedInteger),
    Column("entry_count", SealedInteger, nullable=False),
    Column("kinds", SealedJson, nullable=False),
    Column("added", String(40), nullable=False),
    Column("blocks", SealedJson, nullable=False),
)


def _reading(*, nullable: bool = False) -> Column[str]:
    return Column(
        "reading",
        String(40),
        ForeignKey("readings.key", ondelete="CASCADE"),
        nullable=nullable,
        index=True,
    )


entries = Table(
    "entries",
    METADATA,
    _reading(),
    Column("ordinal", Integer, nullable=False),
    Column("id", String(40), nullable=False, index=True),
    Column("document_title", SealedText, nullable=False),
    Column("subtitle", SealedText, nullable=False),
    Column("kind", SealedText, nullable=False),
    Column("number", SealedInteger),
    Column("title", SealedText, nullable=False),
    Column("path", SealedJson, nullable=False),
    Column("first_page", SealedInteger),
    Column("last_page", SealedInteger),
    Column("school", SealedText),
    Column("province", SealedText),
    Column("city", SealedText),
    Column("genre", SealedText),
    Column("date", SealedText),
    Column("year", SealedInteger),
    Column("paragraphs", SealedJson, nullable=False),
    Column("facts", SealedJson, nullable=False),
    Column("corrected", SealedJson, nullable=False),
)

# Columns that a list of entries does not show.
LONG = frozenset({"paragraphs", "facts", "corrected"})

# A problem without a reading concerns a file of the snapshot that was not read.
problems = Table(
    "problems",
    METADATA,
    Column("id", Integer, primary_key=True),
    _reading(nullable=True),
    Column("document", SealedText, nullable=False),
    Column("page", SealedInteger),
    Column("stage", SealedText, nullable=False),
    Column("severity", SealedText, nullable=False),
    Column("message", SealedText, nullable=False),
    Column("advice", SealedText, nullable=False),
)

# The policies that an entry cites, and those that it is, each by its number and title
# in the forms by which they are compared; see casebase.catalogue.citations.
citations = Table(
    "citations",
    METADATA,
    _reading(),
    Column("entry", String(40), nullable=False, index=True),
    Column("own", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Column("title", Text, index=True),
    Column("number", Text, index=True),
)

# By what the copies of each entry are looked for; see casebase.copies.
sketches = Table(
    "sketches",
    METADATA,
    _reading(),
    Column("entry", String(40), nullable=False, index=True),
    Column("digest", SealedText, nullable=False),
    Column("length", SealedInteger, nullable=False),
    Column("hashes", SealedBytes, nullable=False),
)

# By what passages of each entry are found in other texts; see casebase.copies.prints.
prints = Table(
    "prints",
    METADATA,
    _reading(),
    Column("entry", String(40), nullable=False, index=True),
    Column("numbers", SealedBytes, nullable=False),
)

# Whether two texts are the same, by the digests of their gists, kept from run to run.
verdicts = Table(
    "verdicts",
    METADATA,
    Column("first", String(32), primary_key=True),
    Column("second", String(32), primary_key=True),
    Column("rules", String(64), nullable=False),
    Column("same", Boolean, nullable=False),
)

# Of the snapshot: entries with the same text are of one group.
copies = Table(
    "copies",
    METADATA,
    Column("entry", String(40), primary_key=True),
    Column("text", Integer, nullable=False, index=True),
)

# The snapshot: which files there are, what they point at, and where the engine is.
files = Table(
    "files",
    METADATA,
    # A path may be 4096 bytes; PostgreSQL keys take 2700, which names of up to 250
    # bytes in ten folders meet.
    Column("name", Text, primary_key=True),
    Column("digest", String(64), nullable=False),
    _reading(),
    Column("main", Boolean, nullable=False),
)

state = Table(
    "state",
    METADATA,
    Column("generation", Integer, primary_key=True),
    Column("engine", String(40), nullable=False),
    Column("engine_path", SealedText, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("built_at", String(40), nullable=False),
    Column("documents", SealedInteger, nullable=False),
    Column("entries", SealedInteger, nullable=False),
)
