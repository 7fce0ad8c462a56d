"""Queries that are meant to cost much: each is read, bounded, answered or refused."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.matching import And, Node, Not, Or, Pattern
from casebase.query import MAX_TEXT, Query
from casebase.search.keystrokes import ways
from casebase.search.meaning import leaves
from casebase.search.parse import MAX_WILD, parse
from casebase.search.service import Searcher
from casebase.search.understand import MAX_LEAVES
from tests.search.invented import searching

PATIENCE = 2.0  # seconds
HOSTILE = [
    "?????? OR t*",
    " OR ".join("支部" for _ in range(120))[:MAX_TEXT],
    " OR ".join(f"{n}" for n in range(200))[:MAX_TEXT],
    " OR ".join(["t*"] * 100)[:MAX_TEXT],
    " ".join(["党*建*引*领"] * 100)[:MAX_TEXT],
    "党*" * 250,
    "*" * MAX_TEXT,
    "*党" * 250,
    "(" * 250 + "党建" + ")" * 248,
    "（" * MAX_TEXT,
    "-" * MAX_TEXT,
    "NOT " * 125,
    "“" * MAX_TEXT,
    '"党" ' * 125,
    "+" * MAX_TEXT,
    "1+" * 250,
    "1+*+" * 125,
    "标题:" * 160,
    "标题:*的* 标题:*一* " * 30,
    "年份:1..9 " * 60,
    "学校:*院 " * 80,
    "学校:" + "|".join("院" for _ in range(240)),
    "的" * MAX_TEXT,
    "支部党建引领品牌" * 62,
    "𠮷" * MAX_TEXT,
    "a*" * 250,
    "a " * 250,
    "dangjianyinling" * 33,
    "\x00\ufffe\u200b" * 160,
    "或 " * 250,
    "党建 或 " * 80,
]


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching() as opened:
        opened.search(Query("党建"))  # dictionaries are loaded
        yield opened


def patterns(node: Node) -> int:
    match node:
        case And(children) | Or(children):
            return sum(map(patterns, children))
        case Not(child):
            return patterns(child)
        case Pattern():
            return 1
        case _:
            return 0


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("exact", [False, True])
def test_every_query_ends_in_time(
    searcher: Searcher, text: str, *, exact: bool
) -> None:
    began = time.process_time()
    results = searcher.search(Query(text[:MAX_TEXT], exact=exact))
    searcher.suggest(text[:MAX_TEXT])
    assert time.process_time() - began < PATIENCE
    assert results.total >= len(results.hits)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_asked_of_the_engine_is_bounded(searcher: Searcher, text: str) -> None:
    query = Query(text[:MAX_TEXT])
    with searcher._borrowed() as snapshot:
        interpreter = snapshot._vocabulary.interpreter(query, lambda _: 1)
        meaning, _ = interpreter.understand(query.text)
    if meaning is not None:
        assert leaves(meaning.node) <= MAX_LEAVES
        # Open and as it stands, in texts and in titles.
        assert patterns(meaning.node) <= 4 * MAX_WILD


SIGNS = ["*", "党", "建", "AND", " OR ", "NOT ", "-", "(", "）", "“", '"', "标题:", "a"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([*SIGNS, "年份:", "1+", "..", "?", " "]), max_size=90))
def test_any_heap_of_signs_is_answered(searcher: Searcher, signs: list[str]) -> None:
    text = "".join(signs)[:MAX_TEXT]
    began = time.process_time()
    parse(text)
    ways(text)
    assert time.process_time() - began < PATIENCE / 10
    searcher.search(Query(text))
    assert time.process_time() - began < PATIENCE
