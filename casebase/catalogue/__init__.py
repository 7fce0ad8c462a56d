"""The catalogue: what is known of documents and entries, in SQL.

`Catalogue` reads the current snapshot; `Ledger` is what the build writes with. Rows of
readings are keyed by content and become visible only when a switch points at them, so
that a reader sees the old snapshot or the new one, never half.

What needs the database is imported when it is asked for: a child that reads a file
knows the cards alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from casebase.catalogue.cards import (
    DocumentCard,
    EntryCard,
    FileRow,
    Reading,
    ReadingCard,
    State,
)
from casebase.catalogue.paths import located, shown

if TYPE_CHECKING:
    from casebase.catalogue.catalogue import Catalogue
    from casebase.catalogue.citations import links_json
    from casebase.catalogue.ledger import Ledger, set_aside

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
]

_HOMES = {
    "Catalogue": "catalogue",
    "Ledger": "ledger",
    "links_json": "citations",
    "set_aside": "ledger",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"casebase.catalogue.{_HOMES[name]}"), name)
