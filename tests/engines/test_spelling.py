"""How tokens are spelt in a tantivy index."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casebase.engines.tantivy.spelling import meant, pairs, spelt, spelt_one

LETTERS = "ab党 \n\t\u3000\x01\x02\x03Ā"
tokens = st.one_of(
    st.text(LETTERS, max_size=4),
    st.text(max_size=6).filter(lambda it: it.isprintable()),
    st.integers(990, 1010).map("长".__mul__),
)


@given(st.lists(tokens, max_size=8))
def test_a_text_of_spelt_tokens_has_just_these(given_tokens: list[str]) -> None:
    made = spelt(given_tokens)
    assert made == [spelt_one(token) for token in given_tokens]
    assert " ".join(made).split() == made
    assert all(0 < len(token.encode()) < 65_530 // 2 for token in made)


@given(tokens, tokens)
def test_others_are_spelt_otherwise_and_beginnings_alike(one: str, other: str) -> None:
    assert (spelt_one(one) == spelt_one(other)) == (one == other)
    if one and len(one + other) <= 1000:
        assert spelt_one(one + other).startswith(spelt_one(one))


@given(
    st.lists(tokens, min_size=2, max_size=2), st.lists(tokens, min_size=2, max_size=2)
)
def test_pairs_are_of_their_tokens_alone(one: list[str], other: list[str]) -> None:
    assert (pairs(spelt(one)) == pairs(spelt(other))) == (one == other)


@given(st.lists(st.text(LETTERS, max_size=4), max_size=8))
def test_what_is_meant_is_read_back(given_tokens: list[str]) -> None:
    assert meant(spelt(given_tokens)) == given_tokens
