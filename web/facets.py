"""Facets, chips and switches of the search page: every one a link to another search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from casebase.query import Filter, Query, Sort
from casebase.results import FacetCount, Results
from web import wording
from web.addresses import chosen, dropped, search_address, toggling, without
from web.charts import Columns, Datum, columns

# In the order shown; a field that nobody counts is left out.
SHOWN = (
    "year", "genre", "province", "school", "topic", "honour", "status", "level",
    "batch", "brand", "family", "method", "policy", "department", "kind", "city",
)  # fmt: skip
OPEN = 5  # facets unfolded at first
AT_ONCE = 6  # values shown before the rest is folded
YEARS_AT_ONCE = 7


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: `chart` instead of `first` where the values are years."""

    name: str
    open: bool
    first: tuple[Datum, ...]
    rest: tuple[Datum, ...]
    chart: Columns | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """An active condition and the address of the search without it."""

    name: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few ways to see the same search."""

    text: str
    address: str
    current: bool


def with_alternatives(results: Results, find: Callable[[Query], Results]) -> Results:
    """The same results; a field that is limited counts what its other values hold.

    The counts come from the hits, and those are all within the limits: without this,
    nothing could be added to what is chosen.
    """
    counted = dict(results.facets)
    limited = {it.field for it in results.query.where if not it.exclude}
    for name in limited.intersection(SHOWN):
        others = tuple(it for it in results.query.where if it.field != name)
        free = find(replace(results.query, where=others, limit=1, offset=0))
        counted[name] = free.facets.get(name, ())
    return replace(results, facets=counted)


def facets(results: Results) -> list[Facet]:
    """What the hits can be narrowed to, multiple choice within each field."""
    counted = [name for name in SHOWN if _values(results, name)]
    return [
        _facet(
            results, name, unfolded=index < OPEN or bool(chosen(results.query, name))
        )
        for index, name in enumerate(counted)
    ]


def _facet(results: Results, name: str, *, unfolded: bool) -> Facet:
    data = _data(results, name)
    if name == "year":
        return _years(data, unfolded=unfolded)
    data.sort(key=lambda datum: not datum.chosen)  # what is chosen is never folded
    split = max(AT_ONCE, sum(datum.chosen for datum in data))
    split = len(data) if len(data) <= split + 1 else split
    return Facet(
        wording.field(name), unfolded, tuple(data[:split]), tuple(data[split:])
    )


def _years(data: list[Datum], *, unfolded: bool) -> Facet:
    data.sort(key=lambda datum: datum.name)
    older, recent = data[:-YEARS_AT_ONCE], data[-YEARS_AT_ONCE:]
    chart = columns(recent, 200, 84)
    return Facet(wording.field("year"), unfolded, (), tuple(reversed(older)), chart)


def _values(results: Results, name: str) -> list[FacetCount]:
    """The counts, and what is chosen but no longer among them."""
    counts = list(results.facets.get(name, ()))
    counted = {it.value for it in counts}
    missing = [it for it in chosen(results.query, name) if it not in counted]
    return counts + [FacetCount(value, 0) for value in dict.fromkeys(missing)]


def _data(results: Results, name: str) -> list[Datum]:
    taken = set(chosen(results.query, name))
    address = toggling(results.query, name)
    return [
        Datum(
            name=wording.value(name, counted.value),
            count=counted.count,
            address=address(counted.value),
            chosen=counted.value in taken,
        )
        for counted in _values(results, name)
    ]


def chips(query: Query) -> list[Chip]:
    """The active conditions, each with the address without it."""
    return [chip for condition in query.where for chip in _chips(query, condition)]


def _chips(query: Query, condition: Filter) -> list[Chip]:
    name = wording.field(condition.field)
    if condition.is_range or condition.exclude:
        rest = search_address(dropped(query, condition))
        return [Chip(name, condition_text(condition), rest)]
    return [
        Chip(
            name,
            wording.value(condition.field, value),
            search_address(without(query, condition.field, value)),
        )
        for value in condition.values
    ]


def condition_text(condition: Filter) -> str:
    """A condition's value as people read it: 2021–2023, 2021起, 非通知."""
    if not condition.is_range:
        text = "、".join(wording.value(condition.field, it) for it in condition.values)
    elif condition.low and condition.high:
        text = f"{condition.low}–{condition.high}"
    else:
        text = f"{condition.low}起" if condition.low else f"至{condition.high}"
    return f"非{text}" if condition.exclude else text


def ways(query: Query) -> Mapping[str, Sequence[Choice]]:
    """The choices between ways to match and to sort."""
    return {
        "matching": [
            _choice(query, "智能", exact=False),
            _choice(query, "精确", exact=True),
        ],
        "sorting": [
            _choice(query, "相关", sort=Sort.RELEVANCE),
            _choice(query, "最新", sort=Sort.NEWEST),
        ],
    }


def _choice(query: Query, text: str, **change: bool | Sort) -> Choice:
    other = replace(query, offset=0, **change)  # type: ignore[arg-type]
    return Choice(text, search_address(other), other == replace(query, offset=0))
