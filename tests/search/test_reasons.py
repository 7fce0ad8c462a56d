"""Why a hit was found is exactly what its score is made of."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.engines import ENGINES, backend
from casebase.engines.engine import Groups, Record
from casebase.matching import Pattern, Phrase, Prefix, Run, Term
from casebase.query import Query, Sort
from casebase.results import WHERE, Expansion, Hit
from casebase.search.needles import Needle
from casebase.search.reasons import Scored, Wordings, contributions
from casebase.search.service import Searcher
from tests.engines import made
from tests.search.invented import searching


@st.composite
def groupings(draw: st.DrawFn, records: list[Record]) -> Groups:
    names = draw(st.permutations([it.id for it in records]))
    sizes = draw(st.lists(st.integers(1, 3), max_size=4))
    ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    groups = [
        tuple(names[end - size : end]) for size, end in zip(sizes, ends, strict=True)
    ]
    return Groups(tuple(it for it in groups if it))


@settings(deadline=None, max_examples=60)
@given(data=st.data(), records=made.records)
@pytest.mark.parametrize("name", ENGINES)
def test_contributions_add_up_to_the_score(
    name: str, data: st.DataObject, records: list[Record]
) -> None:
    groups = data.draw(groupings(records))
    together = {it: group for group in groups.members for it in group}
    with tempfile.TemporaryDirectory() as folder:
        backend(name).build(Path(folder) / "index", records)
        with closing(backend(name).open(Path(folder) / "index")) as engine:
            for asked in data.draw(st.lists(made.requests, min_size=2, max_size=6)):
                ahead = data.draw(st.none() | made.requests.map(lambda it: it.node))
                request = replace(
                    asked, limit=1000, offset=0, groups=groups, ahead=ahead,
                    sort=Sort.RELEVANCE,
                )  # fmt: skip
                hits = engine.search(request).hits
                scored = Scored(request.node, request.where, ahead, together)
                found = contributions(engine, [it for it, _ in hits], scored)
                assert {it for it, _ in hits} == set(found)
                for entry_id, score in hits:
                    total = sum(part for _, part in found[entry_id])
                    assert total == pytest.approx(score, rel=1e-5, abs=1e-5)


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching() as opened:
        yield opened


QUERIES = (
    "支部", "一支部一品牌", "支部 品牌", "滨职 实训", "案例4 实训",
    "支部 （党课 OR 验收）", "标题:支部", "“1+3”联建模式", "怎么依法治校",
    "1+3+n 体系", "支部 -党课", "党课 天文台", "支部*产业",
)  # fmt: skip


@pytest.mark.parametrize("text", QUERIES)
def test_shares_make_one_and_name_what_stands_there(
    searcher: Searcher, text: str
) -> None:
    results = searcher.search(Query(text, explain=True))
    assert results.hits
    for hit in results.hits:
        assert sum(it.share for it in hit.why) == pytest.approx(1)
        shares = [it.share for it in hit.why]
        assert shares == sorted(shares, reverse=True)
        assert {it.field for it in hit.why} <= set(WHERE)
        assert all(_stands(hit, it.term) for it in hit.why if it.field != "heading")


def _stands(hit: Hit, term: str) -> bool:
    whole = "".join(f"{hit.entry.title}\n{hit.entry.text}".lower().split())
    return all(part in whole for part in term.split("*"))


def test_unless_asked_nothing_is_explained(searcher: Searcher) -> None:
    assert all(not hit.why for hit in searcher.search(Query("支部")).hits)


def test_what_scores_nothing_has_no_reasons(searcher: Searcher) -> None:
    for text in ("", "学校:滨职", "-支部"):
        results = searcher.search(Query(text, explain=True))
        assert results.hits
        assert all(not hit.why for hit in results.hits)


def test_another_wording_says_why_it_was_looked_for(searcher: Searcher) -> None:
    hits = searcher.search(Query("一支部一特色", explain=True)).hits
    told = {(it.term, it.via) for hit in hits for it in hit.why}
    assert told == {("一支部一特色", ""), ("一支部一品牌", "同族写法")}


def test_wordings_are_told_as_people_wrote_them() -> None:
    wordings = Wordings(
        [Needle("一支部一特色"), Needle("党建*引领"), Needle("一系一品", via=True)],
        [Expansion("一支部一特色", ("一系一品", "AI＋党建"), "同族写法")],
    )
    assert wordings.of(Term("text", "一支部一特色")) == ("一支部一特色", "")
    leaf = Phrase("grams", ("ai", "+", "党", "建"))
    assert wordings.of(leaf) == ("AI＋党建", "同族写法")
    assert wordings.of(Phrase("grams", tuple("一系一品"))) == ("一系一品", "同族写法")
    runs = (Run(("党", "建")), Run(("引", "领")))
    assert wordings.of(Pattern("grams", runs, 30)) == ("党建*引领", "")
    assert wordings.of(Pattern("grams", (Run(("1",), "+n"),), 30)) == ("1*+n", "")
    assert wordings.of(Prefix("text", "dang")) == ("dang*", "")
