"""Conditions added to a search and taken away again, in its address."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from casebase.query import Filter, Query, Sort
from web.addresses import (
    chosen,
    dropped,
    entry_address,
    search_address,
    toggled,
    toggling,
    without,
)

values = st.sampled_from(["山东", "浙江", "通知"])
fields = st.sampled_from(["province", "genre"])
conditions = st.one_of(
    st.builds(Filter, fields, values.map(lambda it: (it,))),
    st.builds(
        Filter, fields, values.map(lambda it: (it,)), exclude=st.just(value=True)
    ),
    st.just(Filter("year", low="2021", high="2023")),
)
queries = st.builds(
    Query,
    text=st.sampled_from(["", "党建 & 品牌", "1+3+N", "“#%/?”", "\0"]),
    exact=st.booleans(),
    where=st.lists(conditions, max_size=3, unique=True).map(tuple),
    sort=st.sampled_from(Sort),
    offset=st.sampled_from([0, 10]),
    expand=st.booleans(),
)


@given(queries, fields, values)
def test_what_is_toggled_twice_is_as_before(
    query: Query, field: str, value: str
) -> None:
    once = toggled(query, field, value)
    assert (value in chosen(once, field)) != (value in chosen(query, field))
    assert once.offset == 0
    twice = toggled(once, field, value)
    assert set(chosen(twice, field)) == set(chosen(query, field))


@given(queries, fields, st.one_of(values, st.just("党建 & 品牌\0?")))
def test_addresses_made_together_are_those_made_one_by_one(
    query: Query, field: str, value: str
) -> None:
    app = Flask("web")
    app.add_url_rule("/search", "pages.search")
    with app.test_request_context():
        made = toggling(query, field)(value)
        assert made == search_address(toggled(query, field, value))


@given(queries, fields, values)
def test_only_what_was_chosen_goes(query: Query, field: str, value: str) -> None:
    left = without(query, field, value)
    assert value not in chosen(left, field)
    excluded = [it for it in query.where if it.exclude or it.is_range]
    assert [it for it in left.where if it.exclude or it.is_range] == excluded


@given(queries)
def test_an_address_says_everything(query: Query) -> None:
    app = Flask("web")
    app.add_url_rule("/search", "pages.search")
    with app.test_request_context():
        address = search_address(query)
    arguments = parse_qs(urlsplit(address).query, keep_blank_values=True)
    assert Query.from_args(arguments) == query


def test_a_dropped_condition_leaves_the_others() -> None:
    year, genre = Filter("year", low="2021"), Filter("genre", ("通知",), exclude=True)
    assert dropped(Query(where=(year, genre), offset=10), year) == Query(where=(genre,))


@pytest.mark.parametrize(
    ("query", "address"),
    [
        (None, "/entries/ab-1#p3"),
        (Query(), "/entries/ab-1#p3"),
        (
            Query("a b", exact=True, where=(Filter("year", ("2021",)),), offset=20),
            "/entries/ab-1?q=a+b&exact=1#p3",
        ),
    ],
)
def test_entry_address(app: Flask, query: Query | None, address: str) -> None:
    with app.test_request_context():
        assert entry_address("ab-1", query, "p3") == address
