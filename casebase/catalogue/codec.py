"""Documents and entries to JSON and back, each field in its place.

Paragraphs, blocks and evidence are lists rather than objects: there are thousands, and
their field names would be half of the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from casebase.document import Block, BlockKind, Document, Metadata
from casebase.entry import (
    Brand,
    Evidence,
    Fact,
    HeadingSet,
    Honour,
    Method,
    Paragraph,
    Policy,
    Quantity,
    Role,
    Slogan,
    Value,
)
from casebase.place import Box, Place

DIGITS = 4  # of a place: a tenth of a millimetre on a newspaper page

Json = Any  # what json.loads gives

COMPOUNDS: dict[str, Callable[..., Value]] = {
    kind.__name__: kind
    for kind in (Brand, Method, Slogan, Honour, Policy, Quantity, HeadingSet)
}


def pack_paragraph(paragraph: Paragraph) -> Json:
    """One paragraph as a list."""
    return [
        paragraph.text,
        str(paragraph.role),
        paragraph.level,
        paragraph.page,
        paragraph.anchor,
        [_pack_place(place) for place in paragraph.places],
        paragraph.recognised,
        paragraph.table,
        paragraph.head,
    ]


def unpack_places(data: Json) -> tuple[Place, ...]:
    """The places of a paragraph as `pack_paragraph` has them."""
    return tuple(Place(number, Box(*box)) for number, *box in data)


def unpack_paragraph(
    data: Json, places: Callable[[Json], Sequence[Place]] = unpack_places
) -> Paragraph:
    """The paragraph that `pack_paragraph` made `data` of."""
    text, role, level, page, anchor, placed, recognised, table, head = data
    return Paragraph(
        text=text,
        role=Role(role),
        level=level,
        page=page,
        anchor=anchor,
        places=places(placed) if placed else (),
        recognised=recognised,
        table=table,
        head=head,
    )


def _pack_place(place: Place) -> Json:
    box = place.box
    edges = (box.left, box.top, box.right, box.bottom)
    return [place.page, *(round(edge, DIGITS) for edge in edges)]


def pack_fact(fact: Fact) -> Json:
    """One fact as a list: name, type of the value, value, evidence."""
    value = fact.value
    plain = isinstance(value, str | int)
    return [
        fact.name,
        "" if plain else type(value).__name__,
        value if isinstance(value, str | int) else asdict(value),
        [_pack_evidence(words) for words in fact.evidence],
    ]


def _pack_evidence(words: Evidence) -> Json:
    """As a list; who said it and when stand last, where a person did."""
    packed = [words.place, words.start, words.end, words.quote, words.rule]
    return [*packed, words.by, words.at] if words.by or words.at else packed


def unpack_fact(data: Json) -> Fact:
    """The fact that `pack_fact` made `data` of."""
    name, kind, value, evidence = data
    return Fact(name, _value(kind, value), tuple(Evidence(*row) for row in evidence))


def _value(kind: str, value: Json) -> Value:
    if not kind:
        return value  # type: ignore[no-any-return]  # a str or an int, as packed
    fields = {
        key: tuple(item) if isinstance(item, list) else item
        for key, item in value.items()
    }
    return COMPOUNDS[kind](**fields)


def pack_document(document: Document) -> Json:
    """A document without its id, name and what the cards hold: its blocks."""
    return [
        [b.kind, b.text, b.level, b.page, b.last_page, b.rows, b.header, b.breaks]
        for b in document.blocks
    ]


def unpack_blocks(data: Json) -> tuple[Block, ...]:
    """The blocks that `pack_document` made `data` of."""
    return tuple(
        Block(
            kind=BlockKind(kind),
            text=text,
            level=level,
            page=page,
            last_page=last_page,
            rows=tuple(tuple(row) for row in rows),
            header=header,
            breaks=tuple(breaks),
        )
        for kind, text, level, page, last_page, rows, header, breaks in data
    )


def pack_metadata(metadata: Metadata) -> Json:
    """The fields that say something."""
    return {key: value for key, value in asdict(metadata).items() if value}


def unpack_metadata(data: Json) -> Metadata:
    """The metadata that `pack_metadata` made `data` of."""
    return Metadata(**data)
