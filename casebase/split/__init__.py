"""Document → entries: a report's cases and sections, a policy, pieces, one article."""

from __future__ import annotations

from dataclasses import replace

from casebase.document import Document
from casebase.entry import Entry
from casebase.split.article import split_article
from casebase.split.compilation import item_level, split_compilation
from casebase.split.policy import is_policy, split_policy
from casebase.split.report import is_report, split_report


def split(document: Document) -> tuple[Entry, ...]:
    """The entries of a document in reading order, without facts.

    Their ids are the document's and their place, from 1. A document without text has
    none.
    """
    return tuple(
        replace(entry, id=f"{document.id}-{number}")
        for number, entry in enumerate(_entries(document), 1)
    )


def _entries(document: Document) -> list[Entry]:
    if is_report(document):
        return split_report(document)
    level = item_level(document)
    if level is not None:
        return split_compilation(document, level)
    if is_policy(document):
        return split_policy(document)
    return split_article(document)
