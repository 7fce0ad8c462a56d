"""Layout → Document: the text that was set in lines, whole again."""

from __future__ import annotations

from casebase.document import Document, Layout, Source
from casebase.repair.columns import in_order
from casebase.repair.contents import without_contents
from casebase.repair.dateline import with_date
from casebase.repair.footnotes import with_footnotes
from casebase.repair.furniture import without_furniture
from casebase.repair.headings import with_headings
from casebase.repair.headline import headline
from casebase.repair.paragraphs import paragraphs
from casebase.repair.ruled import with_ruled
from casebase.repair.tables import with_gathered_tables, with_tables


def repair(source: Source, layout: Layout) -> Document:
    """The document: lines joined, furniture dropped, title and headings found."""
    pages, heads = without_furniture(with_gathered_tables(with_ruled(layout.pages)))
    pages = in_order(pages)
    pages = without_contents(pages)
    blocks = with_tables(paragraphs(pages, flowing=layout.flowing))
    if not layout.flowing:
        blocks = with_footnotes(blocks)
    head = headline(blocks, layout.metadata, heads, source.name)
    numbers = [page.number for page in layout.pages if page.number is not None]
    return Document(
        id=source.document_id,
        name=source.name,
        format=layout.format,
        title=head.title,
        subtitle=head.subtitle,
        blocks=tuple(with_headings(head.blocks)),
        metadata=with_date(layout.metadata, layout.pages, heads),
        page_count=len(numbers) or None,
    )
