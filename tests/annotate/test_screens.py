"""A quick look before a search never hides what the search would find."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.annotate.honours import contests, holders, trimming, years
from casebase.annotate.honours.clauses import _MOST, clauses
from casebase.annotate.quantities.figures import _LAST_OF_NOT_AFTER, _NOT_AFTER
from casebase.lexicon import Lexicon
from casebase.text.numerals import value_of
from tests.annotate.reporting import read

Found = st.SearchStrategy[str]


def any_of(pattern: re.Pattern[str]) -> Found:
    """What the pattern finds at the end of words."""
    return st.from_regex(pattern).filter(lambda words: "\n" not in words)


SCREENED: dict[str, tuple[re.Pattern[str], Callable[[str], object]]] = {
    "count": (
        trimming._COUNT,
        lambda name: name[-1:] in trimming._LAST_OF_COUNT,
    ),
    "tail": (
        trimming._TAIL,
        lambda name: name[-1:] in trimming._LAST_OF_TAIL or "等" in name,
    ),
    "ranked": (trimming._RANKED_TAIL, lambda name: "第" in name),
    "nominee": (
        trimming._NOMINEE,
        lambda name: name[-1:] in trimming._LAST_OF_NOMINEE,
    ),
    "nurtured": (
        trimming._NURTURED,
        lambda name: "培育" in name or "创建" in name,
    ),
    "prize": (contests._PRIZE, contests.prize_in),
    "holder": (holders._TAIL, lambda words: holders._without_tail(words) != words),
    "year": (years._YEAR, years.may_name_time),
    "open": (years._OPEN, years.may_name_time),
    "relative": (years._RELATIVE, years.may_name_time),
    "number": (
        _NOT_AFTER,
        lambda words: words[-1:] in _LAST_OF_NOT_AFTER,
    ),
}


@pytest.mark.parametrize("name", SCREENED)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_is_found_passes_the_look_before(name: str, data: st.DataObject) -> None:
    pattern, passes = SCREENED[name]
    words = data.draw(any_of(pattern))
    if pattern.search(words):
        assert passes(words)


LEADS = (trimming._LEAD, trimming._FIRST_COUNT)


@given(st.sampled_from(LEADS).flatmap(any_of))
def test_what_leads_to_a_name_begins_with_one_of_the_signs(words: str) -> None:
    if any(lead.match(words) for lead in LEADS):
        assert words[:1] in trimming._LEADING or words[:1].isspace()


@given(st.integers(0, 10**11))
def test_a_plain_number_is_worth_what_it_says(number: int) -> None:
    assert value_of(str(number)) == number == value_of(f"{number:,}")


def test_verbs_in_titles_and_quotes_report_nothing(lexicon: Lexicon) -> None:
    assert read("阅读《我校获评全国样板支部的日子》。", lexicon) == []
    assert read("开展“我校获评样板支部怎么办”讨论。", lexicon) == []
    assert len(read("读《入党》后，我校获评全国样板支部。", lexicon)) == 1


def test_of_a_paragraph_a_great_many_verbs_are_read_and_no_more() -> None:
    sentence = "我校入选全国样板支部。"
    assert len(list(clauses(sentence * (_MOST + 50)))) == _MOST
    assert len(list(clauses(sentence * 50))) == 50
