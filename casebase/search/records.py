"""An entry as the engine is to hold it: words to rank by, grams to match exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from casebase.engines.engine import Record
from casebase.entry import LISTED, PARTS, Entry, Kind, Role
from casebase.query import HONOUR
from casebase.search.figures import stored_figure
from casebase.search.honours import STORED as HONOURS
from casebase.search.honours import stored_honour
from casebase.text.grams import gram_tokens

# Stands between paragraphs; folding leaves no line break, so no query holds it.
PARAGRAPH_END = "\n"
# Facts whose words tell more than others, by the parts that are words of the text.
_TOLD: Mapping[str, tuple[str, ...]] = {
    "brands": ("name",), "methods": ("name",), "slogans": ("name",),
    "honours": ("name", "status"), "policies": ("title",),
}  # fmt: skip


class Tokens(Protocol):
    """What cuts text into words: `casebase.text.segment.Segmenter`."""

    def tokens(self, text: str) -> list[str]:
        """The words of `text`, folded, in reading order."""
        ...


def record(entry: Entry, segmenter: Tokens) -> Record:
    """The engine's view of `entry`.

    Exact matching sees the title and the text alone. Words also see what a person
    takes for granted: the headings above, the document's title, the school, the genre
    and the label (案例 37), all in the `heading` field. The words of facts tell more
    than others; only those that stand in the title or text count, so that the `fact`
    field finds nothing that these do not.
    """
    grams = gram_tokens(entry.title)
    title = segmenter.tokens(entry.title)
    headings = [p.text for p in entry.paragraphs if p.role is Role.HEADING]
    text = _joined((p.text for p in entry.paragraphs), segmenter)
    standing = {*title, *text}
    facts = _joined(_said(entry), segmenter)
    return Record(
        id=entry.id,
        tokens={
            "title": title,
            "heading": _joined((*_surroundings(entry), *headings), segmenter),
            "fact": [token for token in facts if token in standing],
            "text": text,
            "title_grams": grams,
            "grams": [*grams, *_paragraph_grams(entry)],
        },
        facets=_facets(entry),
        date=entry.first("date") or "",
    )


def _joined(texts: Iterable[str], segmenter: Tokens) -> list[str]:
    return [token for text in texts for token in segmenter.tokens(text)]


def _paragraph_grams(entry: Entry) -> Iterator[str]:
    for paragraph in entry.paragraphs:
        yield PARAGRAPH_END
        yield from gram_tokens(paragraph.text)


def _surroundings(entry: Entry) -> Iterator[str]:
    yield from entry.path
    if entry.document_title != entry.title:
        yield entry.document_title
    if entry.kind is Kind.CASE:
        yield "案例" if entry.number is None else f"案例{entry.number}"
    yield from filter(None, (entry.first("school"), entry.first("genre")))


def _said(entry: Entry) -> Iterator[str]:
    """The names of brands, methods, honours and so on, each once."""
    told = (
        getattr(value, part)
        for name, parts in _TOLD.items()
        for value in entry.values(name)
        for part in parts
    )
    yield from dict.fromkeys(filter(None, told))


def _facets(entry: Entry) -> dict[str, tuple[str, ...]]:
    values: dict[str, Iterable[object]] = {
        "kind": [str(entry.kind)],
        "document": [entry.document],
        "number": [entry.number],
    }
    for name in ("school", "province", "city", "year", "date", "genre"):
        values[name] = [entry.first(name)]
    for name, (fact, part) in PARTS.items():
        if name not in HONOUR:
            values[name] = [getattr(value, part) for value in entry.values(fact)]
    for name, fact in LISTED.items():
        values[name] = entry.values(fact)
    values[HONOURS] = map(stored_honour, entry.values("honours"))
    values["quantity"] = map(stored_figure, entry.values("quantities"))
    kept = {name: _distinct(found) for name, found in values.items()}
    return {name: found for name, found in kept.items() if found}


def _distinct(values: Iterable[object]) -> tuple[str, ...]:
    found = (str(value) for value in values if value not in {None, ""})
    return tuple(dict.fromkeys(found))
