from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.text.fold import fold
from casebase.text.grams import gram_tokens, grams

CUTS = [
    ("党建", "党 建"),
    ("2022年", "2022 年"),
    ("AI赋能", "ai 赋 能"),
    ("A1", "a 1"),
    ("1+3+N工作法", "1+3+n 工 作 法"),
    ("１ ＋ ３", "1+3"),
    ("1+3", "1+3"),
    ("党建+", "党 建 +"),
    ("党建+育人", "党 建 + 育 人"),
    ("+1", "+ 1"),
    ("C++", "c + +"),
    ("1++3", "1 + + 3"),
    ("50%以上", "50 % 以 上"),
    ("3.5", "3 . 5"),
    ("鲁发〔2022〕19号", "鲁 发 ( 2022 ) 19 号"),
    ("GB/T 9704", "gb / t _ 9704"),
    ("snake_case", "snake * case"),
    ("𠮷野家", "𠮷 野 家"),
    ("カメラ〇々", "カ メ ラ 〇 々"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "tokens"), CUTS)
def test_what_a_gram_is(text: str, tokens: str) -> None:
    wanted = [token.replace("_", " ").replace("*", "_") for token in tokens.split()]
    assert [gram.token for gram in grams(text)] == wanted
    assert gram_tokens(text) == wanted


def test_grams_stand_where_they_stood() -> None:
    text = "推行 １＋３＋Ｎ 工作法㈠"
    places = {gram.token: text[gram.start : gram.end] for gram in grams(text)}
    assert places["1+3+n"] == "１＋３＋Ｎ"
    assert places["工"] == "工"
    assert places["一"] == "㈠"


FOUND = [
    ("1+3", "实施“1+3”模式", True),
    ("1+3", "实施1+3+N模式", False),
    ("3+N", "实施1+3+N模式", False),
    ("1+3+N", "实施1 + 3 + n模式", True),
    ("22", "2022年", False),
    ("2022", "2022年", True),
    ("AI", "MAIN", False),
    ("AI", "用AI赋能", True),
    ("鲁发[2022]19号", "见鲁发〔2022〕19 号", True),
    ("支部", "一支部一品牌", True),
    ("部", "一支部一品牌", True),
    ("+", "党建+育人", True),
    ("+", "1+3", False),
    ("Party building", "the Party\tbuilding work", True),
    ("Party build", "the Party building work", False),
]


@pytest.mark.parametrize(("query", "text", "found"), FOUND)
def test_exact_means_what_a_person_means(query: str, text: str, found: bool) -> None:  # noqa: FBT001 - a table's column
    assert _has(gram_tokens(text), gram_tokens(query)) is found
    assert _contains(fold(text).text, fold(query).text) is found


CHARS = "一支部部品１2 23abAＢ++＋((（[ \u3000\t，%"
texts = st.text(st.sampled_from(CHARS), max_size=14)


@given(texts, texts)
def test_grams_agree_with_the_definition(text: str, query: str) -> None:
    _agree(text, query)


@given(texts, st.integers(0, 14), st.integers(1, 6))
def test_parts_of_a_text_agree_with_the_definition(
    text: str, start: int, length: int
) -> None:
    _agree(text, text[start : start + length])


def _agree(text: str, query: str) -> None:
    if fold(query).text:
        found = _has(gram_tokens(text), gram_tokens(query))
        assert found is _contains(fold(text).text, fold(query).text)


def _has(tokens: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    return any(tokens[at : at + size] == wanted for at in range(len(tokens)))


def _contains(text: str, query: str) -> bool:
    """DESIGN's definition, letter by letter: no end cuts a word, number or formula."""
    runs = [
        match.span()
        for kind in (r"[0-9]+", r"[a-z]+", r"[0-9a-z]+(?:\+[0-9a-z]+)+")
        for match in re.finditer(kind, text)
    ]
    cut = {at for start, end in runs for at in range(start + 1, end)}
    places = (match.start() for match in re.finditer(f"(?={re.escape(query)})", text))
    return any(not {at, at + len(query)} & cut for at in places)
