"""Blocks of a document as the paragraphs of an entry."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

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
    tables = count(1)
    return tuple(
        paragraph
        for block in blocks
        for paragraph in (
            _rows(block, next(tables))
            if block.kind is BlockKind.TABLE
            else [_paragraph(block, block.text)]
        )
        if paragraph.text.strip()
    )


def _rows(block: Block, table: int) -> Iterator[Paragraph]:
    """Each row of a table, its cells joined by tabs, on the page where it begins."""
    for at, row in enumerate(block.rows):
        turned = bisect_right(block.breaks, at)
        page = block.page + turned if block.page is not None else None
        yield replace(
            _paragraph(block, "\t".join(cell.strip() for cell in row)),
            page=page,
            places=tuple(it for it in block.places if it.page == page),
            table=table,
            head=at < block.header,
        )


def _paragraph(block: Block, text: str) -> Paragraph:
    return Paragraph(
        text,
        _ROLES[block.kind],
        block.level,
        block.page,
        places=block.places,
        recognised=block.recognised,
    )


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
