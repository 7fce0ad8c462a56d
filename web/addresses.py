"""Addresses of the pages. The address of a search is its whole state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote_plus, urlencode

from flask import request, url_for

from casebase.errors import BadRequestError
from casebase.query import Filter, Query

MOST_CONDITIONS = 60


def asked() -> Query:
    """The search that the address of this request is.

    Raises:
        BadRequestError: A value that cannot be meant, or more conditions than a page
            of links about them could hold.
    """
    query = Query.from_args(request.args.to_dict(flat=False))
    conditions = sum(max(len(it.values), 1) for it in query.where)
    if conditions > MOST_CONDITIONS:
        raise BadRequestError(
            f"筛选条件有 {conditions} 个，超过了 {MOST_CONDITIONS} 个。",
            "请减少一些后再检索。",
        )
    return query


def search_address(query: Query) -> str:
    """The search page of `query`."""
    return _with_arguments(url_for("pages.search"), query)


def export_address(query: Query, form: str) -> str:
    """The hits of a search to take away: csv, xlsx, md; atom for a feed."""
    path = url_for("exports.exported", form=form)
    return _with_arguments(path, replace(query, offset=0))


def api_address(query: Query) -> str:
    """The same search as JSON."""
    return _with_arguments(url_for("api.search"), query)


def entry_address(entry_id: str, query: Query | None = None, anchor: str = "") -> str:
    """The page of an entry; with `query`, what matched is marked there."""
    path = url_for("pages.entry", entry_id=entry_id)
    address = _with_arguments(path, _words(query)) if query and query.text else path
    return f"{address}#{anchor}" if anchor else address


def _words(query: Query) -> Query:
    """What of a search decides which words are marked."""
    return Query(
        query.text,
        exact=query.exact,
        expand=query.expand,
        correct=query.correct,
        without=query.without,
    )


def narrowed(field: str, value: str) -> str:
    """The search page of everything that has `value` in `field`."""
    return search_address(Query(where=(Filter(field, (value,)),)))


def search_for(text: str, *, exact: bool = False) -> str:
    """The search page of `text`."""
    return search_address(Query(text, exact=exact))


def chosen(query: Query, field: str) -> list[str]:
    """The values of `field` that the query is limited to, as given."""
    conditions = [it for it in query.where if it.field == field and not it.exclude]
    return [value for condition in conditions for value in condition.values]


def toggled(query: Query, field: str, value: str) -> Query:
    """The query limited to `value` too, or no longer, from its first page on."""
    if value in chosen(query, field):
        return without(query, field, value)
    return replace(query, where=(*query.where, Filter(field, (value,))), offset=0)


def toggling(query: Query, field: str) -> Callable[[str], str]:
    """Makes of a value the address of `toggled`; of many values in less time."""
    taken = set(chosen(query, field))
    mark = "\0"  # no value has it
    made = search_address(toggled(query, field, mark))
    before, _, after = made.rpartition(quote_plus(mark))

    def address(value: str) -> str:
        if value in taken:
            return search_address(toggled(query, field, value))
        return before + quote_plus(value) + after

    return address


def without(query: Query, field: str, value: str) -> Query:
    """The query without the condition that `field` may be `value`."""
    kept = []
    for condition in query.where:
        if condition.field != field or condition.exclude:
            kept.append(condition)
            continue
        rest = tuple(other for other in condition.values if other != value)
        if rest or condition.is_range:
            kept.append(replace(condition, values=rest))
    return replace(query, where=tuple(kept), offset=0)


def dropped(query: Query, condition: Filter) -> Query:
    """The query without that whole condition."""
    kept = tuple(other for other in query.where if other != condition)
    return replace(query, where=kept, offset=0)


def _with_arguments(path: str, query: Query) -> str:
    arguments = urlencode(query.to_args())
    return f"{path}?{arguments}" if arguments else path
