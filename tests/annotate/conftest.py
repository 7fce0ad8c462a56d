"""Documents built by hand, as repair and split would give them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from casebase.annotate import annotate
from casebase.document import Block, BlockKind, Document, Metadata, Source
from casebase.entry import Entry, Kind, Paragraph, Role
from casebase.extract import extract
from casebase.lexicon import Lexicon, load_lexicon
from casebase.repair import repair
from casebase.split import split


@dataclass(frozen=True)
class Part:
    """An entry to be: its kind, its title and its paragraphs."""

    title: str
    paragraphs: Sequence[str]
    kind: Kind = Kind.CASE
    number: int | None = None


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@dataclass(frozen=True)
class Desk:
    """Annotates what is put on it, and checks that evidence stands where it says."""

    lexicon: Lexicon

    def article(
        self,
        title: str,
        *paragraphs: str,
        subtitle: str = "",
        metadata: Metadata = Metadata(),  # noqa: B008 - frozen
        kind: Kind = Kind.ARTICLE,
        name: str = "甲/乙.txt",
        format: str = "text",  # noqa: A002 - the field's name
    ) -> Entry:
        lead = (Paragraph(subtitle, Role.SUBTITLE),) if subtitle else ()
        body = tuple(map(Paragraph, paragraphs))
        document = _document(title, paragraphs, subtitle, metadata, name)
        entry = replace(
            _entry(document, 1, kind, title, (*lead, *body)), subtitle=subtitle
        )
        return self.annotated(replace(document, format=format), (entry,))[0]

    def whole(self, title: str, *parts: Part) -> tuple[Entry, ...]:
        paragraphs = [text for part in parts for text in (part.title, *part.paragraphs)]
        document = _document(title, paragraphs, "", Metadata(), "甲.txt")
        entries = tuple(
            replace(
                _entry(
                    document,
                    place,
                    part.kind,
                    part.title,
                    tuple(map(Paragraph, part.paragraphs)),
                ),
                number=part.number,
            )
            for place, part in enumerate(parts, 1)
        )
        return self.annotated(document, entries)

    def annotated(
        self, document: Document, entries: tuple[Entry, ...]
    ) -> tuple[Entry, ...]:
        found = annotate(document, entries, self.lexicon)
        for entry in found:
            check_evidence(entry)
        return found


def check_evidence(entry: Entry) -> None:
    for fact in entry.facts:
        assert fact.evidence, fact
        for words in fact.evidence:
            assert "." in words.rule
            if words.place == "document":
                assert (words.start, words.end) == (0, 0)
                continue
            text = {"title": entry.title, "text": entry.text}[words.place]
            assert text[words.start : words.end] == words.quote
            assert words.quote


@pytest.fixture(scope="session")
def evidence_checked() -> Callable[[Entry], None]:
    return check_evidence


@pytest.fixture
def whole_way(tmp_path: Path, desk: Desk) -> Callable[[str, str], tuple[Entry, ...]]:
    """From a file's name and text to its annotated entries, evidence checked."""

    def run(name: str, text: str) -> tuple[Entry, ...]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        source = Source(name, path, digest)
        document = repair(source, extract(source))
        return desk.annotated(document, split(document))

    return run


@pytest.fixture(scope="session")
def desk(lexicon: Lexicon) -> Desk:
    return Desk(lexicon)


@pytest.fixture(scope="session")
def part() -> type[Part]:
    return Part


def _document(
    title: str, paragraphs: Sequence[str], subtitle: str, metadata: Metadata, name: str
) -> Document:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return Document("0" * 16, name, "text", title, subtitle, blocks, metadata)


def _entry(
    document: Document,
    place: int,
    kind: Kind,
    title: str,
    paragraphs: tuple[Paragraph, ...],
) -> Entry:
    return Entry(
        id=f"{document.id}-{place}",
        document_id=document.id,
        document=document.name,
        document_title=document.title,
        subtitle="",
        kind=kind,
        number=None,
        title=title,
        path=(),
        pages=None,
        paragraphs=paragraphs,
    )
