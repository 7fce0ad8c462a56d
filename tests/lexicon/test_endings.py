"""Whether a name ends in a word: as trying every word would say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.lexicon.endings import Endings

SIGNS = "样板支部奖等一"
words = st.sets(st.text(SIGNS, min_size=1, max_size=4), max_size=6)
names = st.text(SIGNS, max_size=8)


@given(words.map(lambda found: {it for it in found if len(it) > 1}), names)
def test_a_name_ends_in_a_word_or_in_none(found: set[str], name: str) -> None:
    assert Endings(found).end(name) == any(name.endswith(word) for word in found)


@given(words, names)
def test_without_a_tail_in_a_text_no_word_is_in_it(found: set[str], text: str) -> None:
    held = any(word in text for word in found)
    assert Endings(found).tails.search(text) is not None or not held


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("全省高校样板支部", True),
        ("样板支部", True),
        ("样板支部的做法", False),
        ("一等奖", True),
        ("奖", False),
        ("强", True),  # a word of one character is a name by itself
        ("百强", False),
        ("", False),
    ],
)
def test_names_of_honours(name: str, *, ends: bool) -> None:
    assert Endings({"样板支部", "一等奖", "强"}).end(name) is ends
