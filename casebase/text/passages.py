"""Blocks of a document as the paragraphs of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casebase.document import Block, BlockKind, Document
from casebase.entry import Entry, Kind, Paragraph, Role

_ROLES = {
    BlockKind.HEADING: Role.HEADING,
    BlockKind.PARAGRAPH: Role.BODY,
    BlockKind.CAPTION: Role.CAPTION,
    BlockKind.NOTE: Role.NOTE,
    BlockKind.TABLE: Role.ROW,
}


def paragraphs(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """The blocks as paragraphs, a table as one for each row."""
    return tuple(
        Paragraph(
            text,
            _ROLES[block.kind],
            block.level,
            block.page,
            places=block.places,
            recognised=block.recognised,
        )
        for block in blocks
        for text in _texts(block)
        if text.strip()
    )


def _texts(block: Block) -> Iterable[str]:
    if block.kind is BlockKind.TABLE:
        return ("\t".join(cell.strip() for cell in row) for row in block.rows)
    return (block.text,)


def entry(  # noqa: PLR0913 - an entry has that many parts
    document: Document,
    kind: Kind,
    title: str,
    blocks: Sequence[Block],
    *,
    number: int | None = None,
    path: tuple[str, ...] = (),
    heading: Block | None = None,
) -> Entry:
    """An entry of these blocks, without an id as yet.

    Args:
        document: The document they are from.
        kind: What part of it they are.
        title: The entry's title.
        blocks: Its text.
        number: Its own number.
        path: The headings above it.
        heading: The block of the title, when it stands on a page.
    """
    placed = [heading, *blocks] if heading else list(blocks)
    return Entry(
        id="",
        document_id=document.id,
        document=document.name,
        document_title=document.title,
        subtitle="",
        kind=kind,
        number=number,
        title=title,
        path=path,
        pages=_pages(placed),
        paragraphs=paragraphs(blocks),
    )


def _pages(blocks: Iterable[Block]) -> tuple[int, int] | None:
    numbers = [
        number
        for block in blocks
        for number in (block.page, block.last_page)
        if number is not None
    ]
    return (min(numbers), max(numbers)) if numbers else None
