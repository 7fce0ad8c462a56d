"""A search as answered: one page of hits, their snippets, and what was counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from casebase.entry import Entry, EntryId
from casebase.query import Query

# Where words are found, and what people call it. `heading` is the headings, and what
# a person takes for granted (`casebase.search.records`); `literal` are the characters
# one after the other, wherever in title and text.
WHERE: Mapping[str, str] = {
    "title": "标题", "heading": "小标题与出处", "fact": "事实", "text": "正文",
    "literal": "字面",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expansion:
    """What was looked for besides what was typed: `term` also as each of `also`.

    `reason` is what people read: 同族写法, 学校简称.
    """

    term: str
    also: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a snippet that matched; `via` when by expansion, not as typed."""

    start: int
    end: int
    via: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an entry, word for word.

    Attributes:
        text: The passage.
        marks: In order, not overlapping, in characters of `text`.
        paragraph: Which paragraph of the entry it is from, 0-based.
        page: The page of that paragraph, or None.
        before: Whether the paragraph goes on before the passage.
        after: Whether the paragraph goes on after it.
        recognised: Whether any of the paragraph was read off a picture (OCR), so that
            it may be wrong.
    """

    text: str
    marks: tuple[Mark, ...]
    paragraph: int
    page: int | None
    before: bool = False
    after: bool = False
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """The same text in another place.

    Attributes:
        id: The entry there; of a file with the same bytes, the same entry.
        document: Path of the document below corpus/.
        document_title: The document's title.
        title: The entry's title there, which may be another headline.
        pages: First and last page there, or None.
    """

    id: EntryId
    document: str
    document_title: str
    title: str
    pages: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A share of a hit's score.

    Attributes:
        term: What was found, as people read it: a word, or the run of words typed.
        field: Where: one of `WHERE`.
        share: How much of the score comes of it, 0 to 1; those of a hit make 1.
        via: Why it was looked for where it was not typed (同族写法); else empty.
    """

    term: str
    field: str
    share: float
    via: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, why it is shown here, and where the title matched.

    Attributes:
        entry: The entry.
        score: How well it answers; of one answer, to be compared.
        snippets: Passages that show what matched.
        title_marks: What of the title matched.
        also_in: Where else the same text stands, found or not, in order of document.
        why: What the score is made of, most first; only where that was asked for.
        more: How many more hits there are in the same document, not on this page.
    """

    entry: Entry
    score: float
    snippets: tuple[Snippet, ...]
    title_marks: tuple[Mark, ...] = ()
    also_in: tuple[Copy, ...] = ()
    why: tuple[Reason, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of all hits have `value`."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """One page of an answer.

    Attributes:
        query: As asked.
        total: All entries that match, exactly.
        hits: Those of this page.
        facets: By field, most frequent first.
        expansions: What else was looked for.
        notes: What a person should know of how the query was understood (read as
            words because it did not parse; loosened because nothing had all words).
        corrected: The query that was answered instead, if another; else None.
        took_ms: Time of the whole search, in milliseconds.
        documents: How many documents the hits come from.
        distinct: All hits, exactly: entries with the same text are one, unless copies
            were asked for, or the text itself (exact).
        incomplete: Whether work was cut at the time limit, so that there may be more.
    """

    query: Query
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]]
    expansions: tuple[Expansion, ...] = ()
    notes: tuple[str, ...] = ()
    corrected: str | None = None
    took_ms: float = 0.0
    documents: int = 0
    distinct: int = 0
    incomplete: bool = False


def results_json(results: Results) -> dict[str, Any]:
    """The shape of `casebase search --json` and of /api/search."""
    return {
        "total": results.total,
        "distinct": results.distinct,
        "incomplete": results.incomplete,
        "took_ms": round(results.took_ms, 1),
        "query": {
            "text": results.query.text,
            "expansions": [asdict(expansion) for expansion in results.expansions],
            "corrected": results.corrected,
            "notes": list(results.notes),
        },
        "hits": [_hit_json(hit) for hit in results.hits],
        "facets": {
            name: [{"value": it.value, "count": it.count} for it in counts]
            for name, counts in results.facets.items()
        },
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    entry = hit.entry
    return {
        "id": entry.id,
        "title": entry.title,
        "document": entry.document,
        "document_title": entry.document_title,
        "kind": str(entry.kind),
        "number": entry.number,
        "school": entry.first("school"),
        "date": entry.first("date"),
        "pages": list(entry.pages) if entry.pages else None,
        "score": round(hit.score, 4),
        "snippets": [
            {
                "text": snippet.text,
                "marks": [[mark.start, mark.end] for mark in snippet.marks],
                "paragraph": snippet.paragraph,
                "page": snippet.page,
                "recognised": snippet.recognised,
            }
            for snippet in hit.snippets
        ],
        "also_in": copies_json(hit.also_in),
        "more": hit.more,
        "why": [_reason_json(reason) for reason in hit.why],
    }


def _reason_json(reason: Reason) -> dict[str, Any]:
    return asdict(reason) | {"share": round(reason.share, 4)}


def copies_json(copies: Iterable[Copy]) -> list[dict[str, Any]]:
    """The shape of `also_in`, of a hit and of an entry."""
    return [
        {**asdict(copy), "pages": list(copy.pages) if copy.pages else None}
        for copy in copies
    ]
