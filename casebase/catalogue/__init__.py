"""The catalogue: what is known of documents and entries, in SQL.

`Catalogue` reads the current snapshot; `Ledger` is what the build writes with. Rows of
readings are keyed by content and become visible only when a switch points at them, so
that a reader sees the old snapshot or the new one, never half.
"""

from __future__ import annotations

from casebase.catalogue.cards import (
    DocumentCard,
    EntryCard,
    FileRow,
    Reading,
    ReadingCard,
    State,
)
from casebase.catalogue.catalogue import Catalogue
from casebase.catalogue.citations import links_json
from casebase.catalogue.ledger import Ledger, set_aside
from casebase.catalogue.paths import located, shown
from casebase.catalogue.stored import stored

__all__ = [
    "Catalogue",
    "DocumentCard",
    "EntryCard",
    "FileRow",
    "Ledger",
    "Reading",
    "ReadingCard",
    "State",
    "links_json",
    "located",
    "set_aside",
    "shown",
    "stored",
]
