"""Places found in texts: as looking at every form at every place would find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.lexicon import Place
from casebase.lexicon.places import PlaceFinder

PLACES = (
    Place("云泽省", "云泽", "云泽", is_city=False, full_only=False),
    Place("云泽市", "云泽", "云泽", is_city=True, full_only=False),
    Place("青石市", "青石", "云泽", is_city=True, full_only=True),
    Place("青石口市", "青石口", "云泽", is_city=True, full_only=False),
    Place("泽云自治州", "泽云", "云泽", is_city=True, full_only=False),
)
FINDER = PlaceFinder(PLACES)
texts = st.text("云泽省市青石口自治州在的", max_size=14)


def slowly(text: str, low: int, high: int) -> tuple[int, str] | None:
    for at in range(low, high):
        forms = [form for form in FINDER.forms if text.startswith(form, at)]
        if forms:
            return at, max(forms, key=len)
    return None


@given(texts, st.integers(0, 14), st.integers(0, 14))
def test_the_first_place_is_the_longest_form_that_begins_first(
    text: str, low: int, high: int
) -> None:
    low, high = min(low, len(text)), min(high, len(text))
    found = FINDER.first(text, low, high)
    assert (found and found[:2]) == slowly(text, low, high)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("地处云泽省青石市", (2, "云泽省", "云泽省")),
        ("云泽的学校", (0, "云泽", "云泽省")),  # the province's, not the city's
        ("云泽市的学校", (0, "云泽市", "云泽市")),
        ("青石路上", None),  # the short form alone is a road too
        ("青石口的桥", (0, "青石口", "青石口市")),
        ("泽云州的山", (0, "泽云州", "泽云自治州")),
        ("云", None),
        ("", None),
    ],
)
def test_a_place_is_found_by_any_form_that_proves_it(
    text: str, found: tuple[int, str, str] | None
) -> None:
    place = FINDER.first(text)
    assert (place and (*place[:2], place[2].name)) == found


def test_a_place_may_end_behind_where_it_has_to_begin() -> None:
    assert FINDER.first("在云泽省", 0, 2) == (1, "云泽省", PLACES[0])
    assert FINDER.first("在云泽省", 0, 1) is None
    assert FINDER.first("云泽省", 1) is None


def test_without_places_none_is_found() -> None:
    assert PlaceFinder(()).first("云泽省") is None


def test_every_form_is_told_once() -> None:
    assert sorted(FINDER.forms) == sorted(
        (
            *("云泽省", "云泽", "云泽市", "青石市", "青石口市", "青石口"),
            *("泽云自治州", "泽云", "泽云州"),
        )
    )
