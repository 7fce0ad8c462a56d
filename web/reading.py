"""An entry as it is read: numbered paragraphs, tables, outline, where it is from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from casebase.entry import Entry, Paragraph, Role
from casebase.results import Mark
from web import wording
from web.marking import Proof, marked
from web.tables import Table, is_caption, table_of

Marks = Mapping[int, Sequence[Mark]]  # by paragraph index
Proved = Mapping[int | None, Sequence[Proof]]

ABOVE = 1  # notes between a caption and its table: 单位：万元


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a row of a table.

    Attributes:
        number: Counts all paragraphs, headings and rows of the entry from 1.
        article: The anchor of the article that begins here (art-3), or empty.
        cells: The text as HTML; several cells for a row of a table.
        recognised: Whether any of it was read off a picture.
    """

    number: int
    article: str
    cells: tuple[Markup, ...]
    recognised: bool = False

    @property
    def html(self) -> Markup:
        """The whole text of what is no row."""
        return self.cells[0]


@dataclass(frozen=True, slots=True)
class Block:
    """Something with its own HTML element.

    Attributes:
        role: What it is.
        unit: The paragraph; of a table, its caption, or its first row.
        depth: Of a heading: 2 for the highest.
        table: The rows, if it is a table.
        above: What stands above a table: its caption, the unit of its figures.
    """

    role: Role
    unit: Unit
    depth: int = 0
    table: Table | None = None
    above: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline: `last` is the number of the last paragraph below it."""

    text: str
    number: int
    last: int
    is_sub: bool


@dataclass(slots=True)
class Typesetter:
    """Sets paragraphs with their marks, and counts the marks as it goes."""

    marks: Marks
    proofs: Proved
    hits: int = field(default=0)

    def unit(self, index: int, paragraph: Paragraph) -> Unit:
        """Paragraph `index` of the entry."""
        texts = (
            paragraph.text.split("\t")
            if paragraph.role is Role.ROW
            else [paragraph.text]
        )
        cells, start = [], 0
        for text in texts:
            cells.append(self._cell(index, text, start))
            start += len(text) + 1
        article = wording.article_anchor(paragraph.anchor)
        return Unit(index + 1, article, tuple(cells), paragraph.recognised)

    def _cell(self, index: int, text: str, start: int) -> Markup:
        end = start + len(text)
        marks = [
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.via)
            for mark in self.marks.get(index, ())
            if mark.start < end and start < mark.end
        ]
        proofs = [
            Proof(proof.start - start, proof.end - start, proof.anchor)
            for proof in self.proofs.get(index, ())
            if start <= proof.start < end
        ]
        html = marked(text, marks, proofs, first_hit=self.hits + 1)
        self.hits += len(marks)
        return html


def typeset(entry: Entry, marks: Marks, proofs: Proved) -> tuple[list[Block], int]:
    """The blocks of an entry in order, and how many marks are in them."""
    setter = Typesetter(marks, proofs)
    return list(_blocks(entry.paragraphs, setter)), setter.hits


def _blocks(paragraphs: Sequence[Paragraph], setter: Typesetter) -> Iterator[Block]:
    highest = _highest(paragraphs)
    above: list[tuple[Paragraph, Unit]] = []
    for table, run in groupby(enumerate(paragraphs), key=lambda it: _table(it[1])):
        units = [(paragraph, setter.unit(index, paragraph)) for index, paragraph in run]
        if table is not None:
            yield _set(units, tuple(unit for _, unit in above))
            above = []
            continue
        units, above = _parted(units)
        for paragraph, unit in units:
            yield Block(paragraph.role, unit, _depth(paragraph, highest))
    for paragraph, unit in above:
        yield Block(paragraph.role, unit)


def _table(paragraph: Paragraph) -> int | None:
    return paragraph.table if paragraph.role is Role.ROW else None


def _parted(
    units: list[tuple[Paragraph, Unit]],
) -> tuple[list[tuple[Paragraph, Unit]], list[tuple[Paragraph, Unit]]]:
    """What stands before a table, and at its end what belongs above the table."""
    at = len(units)
    while at and len(units) - at < ABOVE and units[at - 1][0].role is Role.NOTE:
        at -= 1
    caption = units[at - 1][0] if at else None
    if caption is None or caption.role is not Role.CAPTION or not is_caption(caption):
        return units, []
    return units[: at - 1], units[at - 1 :]


def _set(rows: list[tuple[Paragraph, Unit]], above: tuple[Unit, ...]) -> Block:
    table = table_of([(unit.number, it, unit.cells) for it, unit in rows])
    first = above[0] if above else rows[0][1]
    return Block(Role.ROW, first, table=table, above=above)


def outline(entry: Entry) -> list[Heading]:
    """The headings of an entry, each with the numbers of its paragraphs."""
    highest = _highest(entry.paragraphs)
    found = [
        (number, paragraph)
        for number, paragraph in enumerate(entry.paragraphs, start=1)
        if paragraph.role is Role.HEADING
    ]
    headings = []
    for at, (number, paragraph) in enumerate(found):
        depth = _depth(paragraph, highest)
        following = (
            other for other, it in found[at + 1 :] if _depth(it, highest) <= depth
        )
        last = next(following, len(entry.paragraphs) + 1) - 1
        headings.append(Heading(paragraph.text, number, last, is_sub=depth > 2))  # noqa: PLR2004 - below h2
    return headings


def articles(entry: Entry) -> list[tuple[str, str]]:
    """The articles of a policy: 第三条, and the anchor of its page."""
    return [
        (it.anchor, wording.article_anchor(it.anchor) or f"p{number}")
        for number, it in enumerate(entry.paragraphs, start=1)
        if it.anchor
    ]


def _highest(paragraphs: Sequence[Paragraph]) -> int:
    levels = [it.level for it in paragraphs if it.role is Role.HEADING]
    return min(levels, default=1)


def _depth(paragraph: Paragraph, highest: int) -> int:
    """2 for the entry's highest headings, as its title is 1; at most 4."""
    if paragraph.role is not Role.HEADING:
        return 0
    return min(paragraph.level - highest + 2, 4)
