"""How an entry is cited: what is known of its source, in the form that is asked for."""

from __future__ import annotations

from casebase.writing.citation.exchange import bibtex, ris
from casebase.writing.citation.gbt7714 import (
    Citation,
    Edition,
    Order,
    cite,
    in_text,
    listed,
)
from casebase.writing.citation.source import Source, Type, source_of

__all__ = [
    "Citation",
    "Edition",
    "Order",
    "Source",
    "Type",
    "bibtex",
    "cite",
    "in_text",
    "listed",
    "ris",
    "source_of",
]
