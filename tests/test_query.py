"""A search in its address, and filters as people type them."""

from __future__ import annotations

from itertools import chain
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.errors import BadRequestError
from casebase.query import (
    FIELDS,
    MAX_LIMIT,
    MAX_VALUE,
    MAX_WITHOUT,
    RANGED,
    TEXT_FIELDS,
    Filter,
    Query,
    Sort,
    parse_filter,
)

# What an address, a filter or a query means something by, and what it does not.
SIGNS = st.sampled_from("|:=：＝.-+%&#?/\\\"'“” \t\n，党建aZ0９")
TEXTS = st.text(SIGNS | st.characters(codec="utf-8"), max_size=20)
NUMBERS = st.integers(0, 9999).map(str)
BOUNDS = st.tuples(NUMBERS | st.none(), NUMBERS | st.none()).filter(any)
NAMED = st.builds(
    Filter,
    st.sampled_from(sorted(FIELDS.keys() - RANGED)),
    TEXTS.filter(str.strip).map(lambda value: (value,)),
    exclude=st.booleans(),
)
NUMBERED = st.builds(
    Filter,
    st.sampled_from(sorted(RANGED)),
    NUMBERS.map(lambda value: (value,)),
    exclude=st.booleans(),
)
RANGES = st.builds(
    lambda field, it, no: Filter(field, low=it[0], high=it[1], exclude=no),
    st.sampled_from(sorted(RANGED)),
    BOUNDS,
    st.booleans(),
)
QUERIES = st.builds(
    Query,
    text=TEXTS,
    exact=st.booleans(),
    where=st.lists(NAMED | NUMBERED | RANGES, max_size=4).map(tuple),
    sort=st.sampled_from(Sort),
    limit=st.integers(1, MAX_LIMIT),
    offset=st.integers(0, 10**9 - 1),
    expand=st.booleans(),
    copies=st.booleans(),
    correct=st.booleans(),
    without=st.lists(TEXTS.filter(bool), max_size=3, unique=True).map(tuple),
    explain=st.booleans(),
)


@given(QUERIES)
def test_an_address_says_everything(query: Query) -> None:
    address = urlencode(query.to_args())
    assert Query.from_args(parse_qs(address, keep_blank_values=True)) == query


@pytest.mark.parametrize(
    ("args", "query"),
    [
        ({"correct": ["0"]}, Query(correct=False)),
        ({"correct": ["off"]}, Query(correct=False)),
        ({"correct": ["maybe"]}, Query()),
        ({"exact": ["maybe"], "explain": ["0"]}, Query()),
        ({"explain": ["1"]}, Query(explain=True)),
        ({"without": ["甲", "", "乙", "甲"]}, Query(without=("甲", "乙"))),
    ],
)
def test_what_is_switched_on_and_off(args: dict[str, list[str]], query: Query) -> None:
    assert Query.from_args(args) == query


def test_too_many_expansions_to_switch_off_are_told() -> None:
    with pytest.raises(BadRequestError):
        Query.from_args({"without": [str(n) for n in range(MAX_WITHOUT + 1)]})


@given(NAMED)
def test_of_several_values_each_is_said(condition: Filter) -> None:
    both = Filter(condition.field, (*condition.values, "乙"), exclude=condition.exclude)
    other = Filter(condition.field, ("乙",), exclude=condition.exclude)
    assert tuple(map(parse_filter, both.to_args())) == (condition, other)


@pytest.mark.parametrize("name", [*FIELDS, *chain(*FIELDS.values())])
@pytest.mark.parametrize("sign", [":", "=", "：", "＝"])
def test_every_name_of_a_field(name: str, sign: str) -> None:
    found = parse_filter(f"{name}{sign}2021")
    assert found.values == ("2021",)
    assert name == found.field or name in FIELDS[found.field]


@pytest.mark.parametrize(
    ("typed", "bounds"),
    [
        ("year:2021..2023", ("2021", "2023")),
        ("年份=2021..", ("2021", None)),
        ("年份=..2023", (None, "2023")),
        ("年份：2021年至2023年", ("2021", "2023")),
        ("年份:2021-2023", ("2021", "2023")),
        ("年份: 2021～2023 ", ("2021", "2023")),
        ("日期:2021-03..2022-01-15", ("2021-03", "2022-01-15")),
        ("编号:3..5", ("3", "5")),
    ],
)
def test_ranges(typed: str, bounds: tuple[str | None, str | None]) -> None:
    found = parse_filter(typed)
    assert (found.low, found.high) == bounds
    assert found.values == ()


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "学校",
        ":山东",
        "颜色:红",
        "学校:",
        "学校:  ",
        "年份:..",
        "年份:去年",
        "日期:昨天",
        "学校:" + "长" * (MAX_VALUE + 1),
        *(f"{name}:支部" for name in TEXT_FIELDS),
    ],
)
def test_what_cannot_be_meant_is_told(typed: str) -> None:
    with pytest.raises(BadRequestError) as told:
        parse_filter(typed)
    assert told.value.message.endswith("。")
    assert told.value.advice.endswith("。")
    assert len(told.value.message) < 100
