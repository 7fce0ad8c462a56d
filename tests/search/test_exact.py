"""Exact search against a reading of every entry, one by one, without grams."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casebase.engines import ENGINES
from casebase.query import Query
from casebase.search.needles import Haystack, Needle, marks
from casebase.search.service import Searcher
from casebase.search.snippets import LENGTH, snippets
from casebase.text.fold import fold
from tests.search.invented import entry, searching

FORMULA = re.compile(r"[0-9a-z]+(?:\+[0-9a-z]+)+")
ALPHABET = "一支部，“”()〔〕【 \u3000Aai+13２3N\t·党建％-"
text = st.text(ALPHABET, max_size=14)
BASE = tuple(
    entry(n, title, *paragraphs)
    for n, (title, *paragraphs) in enumerate(
        [
            ("一支部1+3", "支部，AI 1 3 党建", "13〔2３〕”一支"),
            ("AI+建", "1+3+N 支部(2)", "a i 建一 Ai支", "3N+A 1-3"),
            ("支", "一\t支 部·“党 建”", "％ 13 % 1 3"),
            ("", "【一】，，支支支部部 aa a", "13+N+1+3 -"),
        ],
        1,
    )
)


def cuts(folded: str, at: int) -> bool:
    """Whether a boundary at `at` runs through a number, a Latin word or a formula."""
    before, after = folded[:at], folded[at:]
    run = re.search(r"[0-9]$", before) and re.match(r"[0-9]", after)
    word = re.search(r"[a-z]$", before) and re.match(r"[a-z]", after)
    formula = any(m.start() < at < m.end() for m in FORMULA.finditer(folded))
    return bool(run or word or formula)


def holds(paragraph: str, query: str) -> bool:
    folded, wanted = fold(paragraph).text, fold(query).text
    starts = [m.start() for m in re.finditer(f"(?={re.escape(wanted)})", folded)]
    return any(
        not cuts(folded, start) and not cuts(folded, start + len(wanted))
        for start in starts
    )


@pytest.fixture(scope="module", params=ENGINES)
def searcher(request: pytest.FixtureRequest) -> Iterator[Searcher]:
    with searching(BASE, engine=request.param) as opened:
        yield opened


@settings(deadline=None)  # the first search reads tables
@given(data=st.data())
def test_exact_finds_just_the_entries_that_hold_it(
    searcher: Searcher, data: st.DataObject
) -> None:
    passages = [p for held in BASE for p in (held.title, *held.text.split("\n"))]
    passage = data.draw(st.sampled_from(passages))
    start = data.draw(st.integers(0, len(passage)))
    piece = passage[start : start + data.draw(st.integers(1, 9))]
    query = data.draw(st.one_of(st.just(piece), text))
    hits = searcher.search(Query(query, exact=True)).hits
    expected = {
        held.id
        for held in BASE
        if fold(query).text
        and any(holds(p, query) for p in (held.title, *held.text.split("\n")))
    }
    assert {hit.entry.id for hit in hits} == expected
    for hit in hits:
        marked = [
            snippet.text[mark.start : mark.end]
            for snippet in hit.snippets
            for mark in snippet.marks
        ]
        marked += [hit.entry.title[mark.start : mark.end] for mark in hit.title_marks]
        assert marked
        for piece in marked:
            assert fold(piece).text == fold(query).text


@given(paragraph=text, query=text)
@example(paragraph="1+3+N", query="1+3")
@example(paragraph="㈠支部", query="一")
@example(paragraph="19 号", query="19号")
def test_what_is_marked_is_what_was_looked_for(paragraph: str, query: str) -> None:
    wanted = fold(query).text
    (found,) = Haystack(paragraph).find([Needle(wanted)])
    assert bool(found) == (bool(wanted) and holds(paragraph, query))
    for hit in found:
        # ㈠ is one character: a part of it cannot be marked.
        assert wanted in fold(paragraph[hit.start : hit.end]).text


# Accents and vowels that combine, a ligature, and what stands between paragraphs.
ODD = ALPHABET + "\u0301\u1161㈠ﬁ\ue000\ue001\u200b\n"


@given(
    paragraphs=st.lists(st.text(ODD, max_size=12), min_size=1, max_size=5),
    queries=st.lists(st.text(ODD, max_size=3), max_size=4),
)
@example(paragraphs=["一", "\u1161"], queries=["\u1161"])
def test_paragraphs_together_are_searched_as_each_alone(
    paragraphs: list[str], queries: list[str]
) -> None:
    needles = [Needle(fold(query).text) for query in queries]
    alone = [Haystack(text).find(needles)[0] for text in paragraphs]
    assert Haystack(*paragraphs).find(needles) == alone


@given(
    paragraphs=st.lists(st.text(ALPHABET + "。；", max_size=300), max_size=4),
    queries=st.lists(
        st.sampled_from(["支部", "一", "ai", "1+3", "党建", ","]), max_size=3
    ),
)
def test_snippets_stand_word_for_word_in_the_entry(
    paragraphs: list[str], queries: list[str]
) -> None:
    held = entry(1, "题", *paragraphs)
    found = snippets(held, [Needle(query) for query in queries])
    assert len(found) <= 3
    for snippet in found:
        paragraph = paragraphs[snippet.paragraph]
        assert snippet.text in paragraph
        assert snippet.text
        assert len(snippet.text) <= LENGTH
        ends = [0]
        for mark in snippet.marks:
            assert ends[-1] <= mark.start < mark.end <= len(snippet.text)
            ends.append(mark.end)
            marked = fold(snippet.text[mark.start : mark.end]).text
            assert any(query in marked for query in queries)
    any_text = any(p.strip() for p in paragraphs)
    anywhere = any(holds(p, query) for p in paragraphs for query in queries)
    assert bool(found) == any_text
    assert all(snippet.marks for snippet in found) or not anywhere


def test_marks_that_meet_are_one_and_typed_wins_over_expanded() -> None:
    (found,) = Haystack("一支部一品牌").find(
        [Needle("支部一品", via=True), Needle("一支部"), Needle("品牌", via=True)]
    )
    assert [(m.start, m.end, m.via) for m in marks(found, 0, 6)] == [(0, 6, False)]
    (apart,) = Haystack("品牌，支部").find([Needle("品牌", via=True), Needle("支部")])
    assert [(m.start, m.end, m.via) for m in marks(apart, 0, 5)] == [
        (0, 2, True),
        (3, 5, False),
    ]
