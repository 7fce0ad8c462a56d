"""Marks stand on exactly the text that matched, on every engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.engines import ENGINES
from casebase.query import Query
from casebase.results import Hit, Mark
from casebase.search.service import Searcher
from casebase.text.fold import fold
from tests.search.invented import ENTRIES, entry, searching
from tests.search.test_exact import BASE, cuts, text

LONG = tuple(
    entry(
        100 + number,
        f"支部一{number}",
        "甲乙丙丁，" * 40 + "党建＋产教融合。" + "戊己庚辛。" * 30 + "党 建，党建。",
        "一支部一品牌、一支部\u3000一品牌" * number,
        "1+3+N 与 1+3，13 与 3。" * 20,
    )
    for number in range(1, 4)
)
ODD = tuple(
    entry(200 + number, held.title, *held.text.split("\n"))
    for number, held in enumerate(BASE)
)
HELD = (*ODD, *ENTRIES, *LONG)
QUERIES = st.one_of(
    text,
    st.sampled_from(
        [
            "支部", "党建", "1+3", "1+3+N", "一支部一品牌", "一支部一特色 党员",
            "滨职 实训", "党建+产教融合", "3", "，", "“共建品牌”", "标题:支部",
            "党健引领", "ydsg", "怎么依法治校",
        ]
    ),
)  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def searcher(request: pytest.FixtureRequest) -> Iterator[Searcher]:
    with searching(HELD, engine=request.param) as opened:
        yield opened


def passages(hit: Hit) -> Iterator[tuple[str, Sequence[Mark]]]:
    """The title and the snippets, with their marks."""
    yield hit.entry.title, hit.title_marks
    for snippet in hit.snippets:
        yield snippet.text, snippet.marks


def standing(folded: str, wanted: str) -> list[int]:
    """Where a folded text stands whole in another, from the left, none over another."""
    found: list[int] = []
    for at in range(len(folded) - len(wanted) + 1):
        end = at + len(wanted)
        free = not found or at >= found[-1] + len(wanted)
        cut = cuts(folded, at) or cuts(folded, end)
        if folded[at:end] == wanted and free and not cut:
            found.append(at)
    return found


@settings(deadline=None, max_examples=60)
@given(query=text)
def test_exact_marks_are_what_was_typed_each_time_it_stands_there(
    searcher: Searcher, query: str
) -> None:
    wanted = fold(query).text
    for hit in searcher.search(Query(query, exact=True, limit=50)).hits:
        for passage, marks in passages(hit):
            marked = [passage[it.start : it.end] for it in marks]
            assert {fold(it).text for it in marked} <= {wanted}
            assert not any(it.via for it in marks)
            folded = fold(passage)
            whole = [folded.span(at, at + 1)[0] for at in standing(folded.text, wanted)]
            inside = [it for it in whole if 0 < it < len(passage) - len(query)]
            assert set(inside) <= {it.start for it in marks} <= set(whole)


@settings(deadline=None, max_examples=80)
@given(query=QUERIES, exact=st.booleans())
def test_passages_and_whole_entries_are_marked_alike(
    searcher: Searcher, query: str, *, exact: bool
) -> None:
    asked = Query(query, exact=exact, limit=50)
    results = searcher.search(asked)
    for hit in results.hits:
        title, paragraphs = searcher.marks(asked, hit.entry)
        assert results.notes or hit.title_marks == title
        for snippet in hit.snippets:
            whole = hit.entry.paragraphs[snippet.paragraph].text
            at = [m.start() for m in re.finditer(re.escape(snippet.text), whole)]
            there = paragraphs[snippet.paragraph]
            assert at
            assert results.notes or any(_same(snippet.marks, there, it) for it in at)
        for passage, marks in passages(hit):
            ends = [0]
            for mark in marks:
                assert ends[-1] <= mark.start < mark.end <= len(passage)
                ends.append(mark.end)


def _same(shown: Sequence[Mark], there: Sequence[Mark], start: int) -> bool:
    """Whether the marks of a passage are in marks of its paragraph, from `start` on."""
    moved = [(it.start - start, it.end - start) for it in there]
    return all(
        any(left <= it.start and it.end <= right for left, right in moved)
        for it in shown
    )
