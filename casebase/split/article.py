"""A document that is one piece: one entry, with its outline and its subtitle."""

from __future__ import annotations

from dataclasses import replace

from casebase.document import Document
from casebase.entry import Entry, Kind, Paragraph, Role
from casebase.text.passages import entry


def split_article(document: Document) -> list[Entry]:
    """The whole document as one entry; nothing where it has no text."""
    made = entry(document, Kind.ARTICLE, document.title, document.blocks)
    if not made.paragraphs:
        return []
    if not document.subtitle:
        return [made]
    page = made.paragraphs[0].page
    subtitle = Paragraph(document.subtitle, Role.SUBTITLE, page=page)
    paragraphs = (subtitle, *made.paragraphs)
    return [replace(made, subtitle=document.subtitle, paragraphs=paragraphs)]
