"""Entries: what people look for, and what is known of each, with its evidence."""

from __future__ import annotations

from casebase.entry.entries import (
    Entry,
    EntryId,
    Kind,
    Paragraph,
    Role,
)
from casebase.entry.facts import (
    FOLLOWED,
    PERSON,
    Brand,
    Evidence,
    Fact,
    HeadingSet,
    Honour,
    Method,
    Policy,
    Quantity,
    Slogan,
    Value,
)
from casebase.entry.shown import (
    entry_json,
)
from casebase.entry.wording import (
    COMPOUND,
    FACTS,
    GENRES,
    LISTED,
    PART_NAMES,
    PARTS,
)

__all__ = [
    "COMPOUND",
    "FACTS",
    "FOLLOWED",
    "GENRES",
    "LISTED",
    "PARTS",
    "PART_NAMES",
    "PERSON",
    "Brand",
    "Entry",
    "EntryId",
    "Evidence",
    "Fact",
    "HeadingSet",
    "Honour",
    "Kind",
    "Method",
    "Paragraph",
    "Policy",
    "Quantity",
    "Role",
    "Slogan",
    "Value",
    "entry_json",
]
