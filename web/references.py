"""How an entry is cited, in the form that a person chose."""

from __future__ import annotations

from datetime import UTC, datetime

from casebase.catalogue import DocumentCard
from casebase.entry import Entry
from casebase.writing.citation import (
    Citation,
    Edition,
    bibtex,
    cite,
    ris,
    source_of,
)
from web.preferences import preferred


def citation(entry: Entry, card: DocumentCard) -> Citation:
    """The reference to `entry`, and what is missing in it."""
    source = source_of(entry, card)
    form = preferred("cite")
    if form == "bibtex":
        return Citation(bibtex(source, f"casebase-{entry.id}"), ())
    if form == "ris":
        return Citation(ris(source).replace("\r\n", "\n"), ())
    return cite(source, datetime.now(tz=UTC).astimezone().date(), Edition(form))
