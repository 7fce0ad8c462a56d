"""What is known of all entries, by field: the lists that the browse pages show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from casebase.entry import PARTS, Entry, Fact, Honour, Policy, Value
from casebase.query import HONOUR, Filter, Query
from casebase.search.tally import Tally, tallied
from casebase.text.pinyin import pinyin_key
from web.library import Shelf

# The pages in the order of their tabs, and the field that each lists.
PAGES: Mapping[str, str] = {
    "honours": "honour", "brands": "brand", "methods": "method", "policies": "policy",
    "topics": "topic", "schools": "school", "places": "province", "years": "year",
}  # fmt: skip
_FACTS = frozenset(
    {
        "school", "province", "city", "year", "topics", "brands", "methods", "honours",
        "policies",
    }
)  # fmt: skip
FILTERS = tuple(name for name in HONOUR if name != "honour")


@lru_cache(maxsize=1)
def entries(shelf: Shelf) -> tuple[Entry, ...]:
    """All entries with their listed facts alone, without texts and evidence."""
    return tuple(_bare(entry) for entry in shelf.catalogue.described())


def _bare(entry: Entry) -> Entry:
    kept = (fact for fact in entry.facts if fact.name in _FACTS)
    facts = tuple(Fact(fact.name, fact.value, ()) for fact in kept)
    return replace(entry, facts=facts, paragraphs=())


@lru_cache(maxsize=16)
def listed(shelf: Shelf, field: str) -> tuple[Tally, ...]:
    """The values of a field from A to Z."""
    return _sorted(tallied(entries(shelf), field))


@lru_cache(maxsize=1)
def policies(shelf: Shelf) -> tuple[tuple[str, Tally], ...]:
    """Policies by title, and by number those without one; each with its field."""
    untitled = tallied(map(_without_titled, entries(shelf)), "docno")
    found = [*(("policy", it) for it in listed(shelf, "policy"))]
    found += [("docno", it) for it in untitled]
    return tuple(sorted(found, key=lambda it: pinyin_key(it[1].value)))


def _without_titled(entry: Entry) -> Entry:
    return _kept(
        entry, lambda it: not isinstance(it.value, Policy) or it.value.title is None
    )


def honours(shelf: Shelf, where: Sequence[Filter], field: str) -> tuple[Tally, ...]:
    """The values of a part of the honours that meet the conditions."""
    return _sorted(tallied(_of_honours(entries(shelf), where), field))


def _of_honours(known: Iterable[Entry], where: Sequence[Filter]) -> Iterator[Entry]:
    for entry in known:
        yield _kept(entry, lambda it: _meets(it.value, where))


def _meets(value: Value, where: Sequence[Filter]) -> bool:
    return not isinstance(value, Honour) or all(
        str(getattr(value, PARTS[it.field][1])) in it.values for it in where
    )


def _kept(entry: Entry, wanted: Callable[[Fact], bool]) -> Entry:
    return replace(entry, facts=tuple(filter(wanted, entry.facts)))


def chosen(query: Query) -> tuple[Filter, ...]:
    """The conditions that the page of honours can be narrowed by."""
    return tuple(it for it in query.where if it.field in FILTERS and not it.exclude)


def _sorted(found: Iterable[Tally]) -> tuple[Tally, ...]:
    return tuple(sorted(found, key=lambda it: pinyin_key(it.value)))
