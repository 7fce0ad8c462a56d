"""The home page: what is in the base, and searches that find something in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from casebase.catalogue import DocumentCard
from casebase.entry import Entry
from casebase.errors import Severity
from casebase.query import Filter, Query
from casebase.results import Results
from web import wording
from web.addresses import narrowed, search_address
from web.charts import Cell, Columns, Datum, Rows, columns, provinces, rows
from web.library import Shelf, find

YEARS, GENRES, NEWEST = 12, 6, 8


@dataclass(frozen=True, slots=True)
class Example:
    """A search to try, and what it shows."""

    text: str
    address: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that came in lately, with what its first entry says of it."""

    card: DocumentCard
    day: str
    school: str
    genre: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the home page."""

    schools: int
    open_problems: int
    examples: tuple[Example, ...]
    years: Columns
    genres: Rows
    regions: Sequence[tuple[str, int, list[Cell]]]
    newest: tuple[Arrival, ...]


@lru_cache(maxsize=1)
def overview(shelf: Shelf) -> Overview:
    """The home page of a snapshot; needs the application's addresses."""
    everything = find(Query(limit=1))
    problems = [it for it in shelf.catalogue.problems() if it.severity != Severity.NOTE]
    return Overview(
        schools=len(shelf.catalogue.facet_values("school")),
        open_problems=len({problem.document for problem in problems}),
        examples=tuple(_examples(everything)),
        years=_years(everything),
        genres=rows(_data(everything, "genre")[:GENRES]),
        regions=provinces(_data(everything, "province")),
        newest=tuple(_newest(shelf)),
    )


def _years(everything: Results) -> Columns:
    data = sorted(_data(everything, "year"), key=lambda datum: datum.name)
    return columns(data[-YEARS:], 352, 132)


def _data(everything: Results, field: str) -> list[Datum]:
    return [
        Datum(counted.value, counted.count, narrowed(field, counted.value))
        for counted in everything.facets.get(field, ())
    ]


def _examples(everything: Results) -> Iterator[Example]:
    """Searches for what the base has most of; those that find nothing are left out."""
    for query, explanation in _candidates(everything):
        found = find(query)
        if found.total:
            also = [word for it in found.expansions for word in it.also][:2]
            words = "".join(f"“{word}”" for word in also)
            told = f"连同{words}等写法一并找到" if words else explanation
            yield Example(query.text, search_address(query), told)


def _candidates(everything: Results) -> Iterator[tuple[Query, str]]:
    for family in _most(everything, "family"):
        yield Query(family), "各校的不同写法一并找到"
    for method in _methods(everything)[:1]:
        yield Query(method, exact=True), "工作法按原样查，不拆开"
    for number in _most(everything, "docno"):
        yield Query(number), "文号，括号写成哪一种都行"
    for school in _most(everything, "school"):
        yield Query(f"党建 学校:{school}"), "加冒号，限定在一所学校之内"


def _most(everything: Results, field: str) -> list[str]:
    """The most frequent value of a field, if it has any."""
    return [it.value for it in everything.facets.get(field, ())][:1]


def _methods(everything: Results) -> list[str]:
    """Methods, the most telling first: a school's own, formulas, then the frequent."""
    found = [it.value for it in everything.facets.get("method", ())]
    return sorted(found, key=lambda name: (_is_national(name), "+" not in name))


def _is_national(method: str) -> bool:
    """Whether an entry that has it says that it is no school's own."""
    hits = find(Query(where=(Filter("method", (method,)),), limit=1)).hits
    had = [it for hit in hits for it in hit.entry.values("methods")]
    return any(it.national for it in had if it.name == method)


def _newest(shelf: Shelf) -> Iterator[Arrival]:
    cards = sorted(shelf.catalogue.documents(), key=lambda card: card.added)[-NEWEST:]
    firsts = shelf.catalogue.entries([f"{card.id}-1" for card in cards])
    known: dict[str, Entry] = {entry.document_id: entry for entry in firsts}
    for card in reversed(cards):
        first = known.get(card.id)
        school = first.first("school") if first else None
        genre = first.first("genre") if first else None
        day = wording.moment(card.added).partition(" ")[0]
        yield Arrival(card, day, school or "", genre or "")
