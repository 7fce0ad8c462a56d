"""How a search was understood, and why a hit was found, as the search page tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from casebase.query import Query
from casebase.results import WHERE, Expansion, Hit, Reason, Results
from web.addresses import search_address, search_for

AT_ONCE = 6  # other wordings of a term, before the rest is folded
_SMALL = 0.005  # a share that is told as less than a hundredth


@dataclass(frozen=True, slots=True)
class Wording:
    """Another wording that was looked for: itself alone, and the search without it."""

    text: str
    alone: str
    without: str


@dataclass(frozen=True, slots=True)
class Widened:
    """What a term was widened to, and why; `rest` is folded."""

    name: str
    first: tuple[Wording, ...]
    rest: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Omitted:
    """A wording that is not looked for as the person asked, and the search with it."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Share:
    """A row of why a hit was found: a term, and its shares by column as people read."""

    term: str
    via: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """What a hit's score is made of: a column for each place, a row for each term."""

    places: tuple[str, ...]
    shares: tuple[Share, ...]


def widened(results: Results) -> list[Widened]:
    """What else was looked for; of which term is told where there are several."""
    several = len({it.term for it in results.expansions}) > 1
    return [_widened(it, results.query, named=several) for it in results.expansions]


def _widened(expansion: Expansion, query: Query, *, named: bool) -> Widened:
    words = tuple(
        Wording(
            text,
            search_for(text, exact=True),
            search_address(replace(query, without=(*query.without, text), offset=0)),
        )
        for text in expansion.also
    )
    name = f"“{expansion.term}”的{expansion.reason}" if named else expansion.reason
    return Widened(name, words[:AT_ONCE], words[AT_ONCE:])


def omitted(query: Query) -> list[Omitted]:
    """The wordings that were switched off one by one, each with the way back."""
    return [
        Omitted(text, search_address(replace(query, without=_less(query, text))))
        for text in query.without
    ]


def _less(query: Query, text: str) -> tuple[str, ...]:
    return tuple(other for other in query.without if other != text)


def as_typed(query: Query) -> str:
    """The search page of just what was typed."""
    return search_address(replace(query, correct=False, offset=0))


def why(hit: Hit) -> Why | None:
    """The table of a hit's reasons; None where nothing was scored."""
    if not hit.why:
        return None
    fields = [name for name in WHERE if any(it.field == name for it in hit.why)]
    return Why(tuple(WHERE[name] for name in fields), tuple(_shares(hit.why, fields)))


def _shares(reasons: Iterable[Reason], fields: list[str]) -> Iterable[Share]:
    found: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for it in reasons:
        found[it.term, it.via][it.field] = it.share
    ranked = sorted(found.items(), key=lambda it: -sum(it[1].values()))
    for (term, via), shares in ranked:
        yield Share(term, via, tuple(_percent(shares.get(it)) for it in fields))


def _percent(share: float | None) -> str:
    if share is None:
        return ""
    return "<1%" if share < _SMALL else f"{share:.0%}"
