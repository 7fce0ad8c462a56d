"""An entry: a piece of a document, its paragraphs, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from casebase.entry.facts import Fact
from casebase.place import Place

EntryId = str  # a document's id, "-", and the entry's ordinal in it: 3f2a…9c-12


class Kind(StrEnum):
    """What part of a document an entry is."""

    CASE = "case"  # a numbered case of a report
    ARTICLE = "article"  # a document that is one piece
    SECTION = "section"  # a section of a report, its cases taken out
    POLICY = "policy"  # a law, regulation or other ruling text
    ITEM = "item"  # a piece of a compilation


class Role(StrEnum):
    """What a paragraph is to a reader."""

    BODY = "body"
    HEADING = "heading"
    SUBTITLE = "subtitle"
    ROW = "row"  # one row of a table
    CAPTION = "caption"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, heading or table row of an entry.

    Attributes:
        text: Word for word; the cells of a row are joined by tabs.
        role: What it is.
        level: Of a heading, 1 for the highest within the document; else 0.
        page: Where it begins, 1-based, or None.
        anchor: Of a policy, the article that begins here (第三条); else empty.
        places: Where it stands, one for each column or page it runs through; empty
            where that is not known.
        recognised: Whether any of it was read off a picture (OCR), so that it may be
            wrong.
        table: Of a row, which of the entry's tables it belongs to, from 1; else 0.
        head: Whether it is a row of that table's head.
    """

    text: str
    role: Role = Role.BODY
    level: int = 0
    page: int | None = None
    anchor: str = ""
    places: Sequence[Place] = ()
    recognised: bool = False
    table: int = 0
    head: bool = False


@dataclass(frozen=True)
class Entry:
    """What people look for: a case, an article, a section, a policy, an item.

    Attributes:
        id: `EntryId`.
        document_id: The id of its document.
        document: Path of the document below corpus/.
        document_title: The document's title.
        subtitle: The document's subtitle where the entry is the document, else empty.
            It is the first paragraph of the text too, so that it can be searched.
        kind: What part of the document it is.
        number: The case's or article's own number, as 37 of 案例 37.
        title: Without the label (案例 37：).
        path: The headings above it, highest first.
        pages: First and last page, 1-based, or None.
        paragraphs: The text; the title is not in it.
        facts: What is known, in the order found.
        corrected: The names of the facts that a person set, cleared, added or took
            out, and of those that follow from these.
    """

    id: EntryId
    document_id: str
    document: str
    document_title: str
    subtitle: str
    kind: Kind
    number: int | None
    title: str
    path: tuple[str, ...]
    pages: tuple[int, int] | None
    paragraphs: tuple[Paragraph, ...]
    facts: Sequence[Fact] = field(default=())
    corrected: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The paragraphs joined by line breaks."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def recognised(self) -> tuple[int, ...]:
        """Which paragraphs were read off a picture (OCR), 0-based, in order."""
        return tuple(index for index, it in enumerate(self.paragraphs) if it.recognised)

    def values(self, name: str) -> list[Any]:
        """The values of all facts of that name, in the order found."""
        return [fact.value for fact in self.facts if fact.name == name]

    def first(self, name: str) -> Any:  # noqa: ANN401 - a fact's value has many types
        """The value of the first fact of that name, or None."""
        return next(iter(self.values(name)), None)
