"""An entry as JSON."""

from __future__ import annotations

from dataclasses import asdict, astuple
from typing import Any

from casebase.entry.entries import Entry, Paragraph, Role
from casebase.entry.facts import Evidence, Fact
from casebase.entry.wording import COMPOUND

_SAID = frozenset({"by", "at"})


def entry_json(entry: Entry) -> dict[str, Any]:
    """The shape of `casebase show --json`; unknown is null or empty, never guessed."""
    return {
        "id": entry.id,
        "document": entry.document,
        "document_title": entry.document_title,
        "subtitle": entry.subtitle or None,
        "kind": str(entry.kind),
        "number": entry.number,
        "title": entry.title,
        "path": list(entry.path),
        "pages": list(entry.pages) if entry.pages else None,
        **{name: entry.first(name) for name in ("date", "year", "genre")},
        "topics": entry.values("topics"),
        **{name: entry.first(name) for name in ("school", "province", "city")},
        "aliases": entry.values("alias"),
        **{name: entry.values(name) for name in ("departments", "partners")},
        **{name: [asdict(value) for value in entry.values(name)] for name in COMPOUND},
        "anchors": _anchors(entry),
        "outline": _outline(entry),
        "evidence": [_evidence(fact) for fact in entry.facts],
        "corrected": list(entry.corrected),
        "recognised": list(entry.recognised),
        "places": [_placed(paragraph) for paragraph in entry.paragraphs],
        "text": entry.text,
    }


def _anchors(entry: Entry) -> list[dict[str, Any]]:
    return [
        {"label": paragraph.anchor, "paragraph": index}
        for index, paragraph in enumerate(entry.paragraphs)
        if paragraph.anchor
    ]


def _outline(entry: Entry) -> list[dict[str, Any]]:
    return [
        {"title": paragraph.text, "level": paragraph.level, "paragraph": index}
        for index, paragraph in enumerate(entry.paragraphs)
        if paragraph.role is Role.HEADING
    ]


def _placed(paragraph: Paragraph) -> list[dict[str, Any]]:
    """Where one paragraph of the text stands, in shares of its pages."""
    return [
        {"page": place.page, "box": [round(edge, 4) for edge in astuple(place.box)]}
        for place in paragraph.places
    ]


def _evidence(fact: Fact) -> dict[str, Any]:
    value = fact.value if isinstance(fact.value, str | int) else asdict(fact.value)
    shown: dict[str, Any] = {
        "fact": fact.name,
        "value": value,
        "evidence": [_words(words) for words in fact.evidence],
    }
    if fact.by_person:
        shown["corrected"] = True
    return shown


def _words(words: Evidence) -> dict[str, Any]:
    """Who said it, and when, only where a person did."""
    return {key: it for key, it in asdict(words).items() if it or key not in _SAID}
