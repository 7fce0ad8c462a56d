"""Different documents before many hits of one, and what a score is made of."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.engines import ENGINES, backend
from casebase.engines.engine import Engine, Record, Request, Response
from casebase.matching import And, Has, Node, Or, Phrase, Term
from casebase.query import Filter, Sort
from tests.engines import made

DOCUMENTS = ("甲.pdf", "乙.pdf", "丙.txt")


@contextmanager
def holding(name: str, records: list[Record]) -> Iterator[Engine]:
    """An engine that holds `records`."""
    with tempfile.TemporaryDirectory() as folder:
        backend(name).build(Path(folder) / "index", records)
        with closing(backend(name).open(Path(folder) / "index")) as engine:
            yield engine


@st.composite
def in_documents(draw: st.DrawFn) -> list[Record]:
    """Records of a few documents, and some of none."""
    found = draw(made.records)
    names = st.lists(st.sampled_from(DOCUMENTS), max_size=1)
    return [
        replace(it, facets={**it.facets, "document": tuple(draw(names))})
        for it in found
    ]


def spread(response: Response, documents: dict[str, str]) -> list[tuple[str, float]]:
    """All hits, the n-th best of each document with an n-th of its score."""
    turns: Counter[str] = Counter()
    damped = []
    for name, score in response.hits:
        document = documents.get(name, name)
        turns[document] += 1
        damped.append((name, score / turns[document]))
    return damped


def by_document(records: list[Record]) -> dict[str, str]:
    return {it.id: it.facets["document"][0] for it in records if it.facets["document"]}


@settings(deadline=None, max_examples=60)
@given(data=st.data(), records=in_documents())
@pytest.mark.parametrize("name", ENGINES)
def test_the_nth_hit_of_a_document_counts_an_nth(
    name: str, data: st.DataObject, records: list[Record]
) -> None:
    with holding(name, records) as engine:
        for request in data.draw(st.lists(made.requests, min_size=3, max_size=8)):
            asked = replace(request, sort=Sort.RELEVANCE, spread=True)
            everything = replace(asked, limit=1000, offset=0)
            plain = engine.search(replace(everything, spread=False))
            whole = engine.search(everything)
            page = engine.search(asked)
            wanted = spread(plain, by_document(records))
            assert dict(whole.hits) == pytest.approx(dict(wanted))
            scores = [score for _, score in whole.hits]
            assert scores == sorted(scores, reverse=True)
            assert page.hits == whole.hits[asked.offset :][: asked.limit]
            assert (page.total, page.distinct) == (plain.total, plain.distinct)


@settings(deadline=None, max_examples=60)
@given(data=st.data(), records=in_documents())
@pytest.mark.parametrize("name", ENGINES)
def test_documents_and_siblings_are_counted_over_all_matches(
    name: str, data: st.DataObject, records: list[Record]
) -> None:
    documents = by_document(records)
    with holding(name, records) as engine:
        for request in data.draw(st.lists(made.requests, min_size=3, max_size=8)):
            page = engine.search(request)
            every = engine.search(replace(request, limit=1000, offset=0)).hits
            counts = Counter(documents[it] for it, _ in every if it in documents)
            assert page.documents == len(counts)
            assert page.siblings == tuple(
                counts[documents[it]] if it in documents else 1 for it, _ in page.hits
            )


def many(dates: list[str], document: str = "甲.pdf") -> list[Record]:
    """Records alike but for their dates."""
    return [
        Record(
            id=f"d-{number}",
            tokens={"text": ["支部"]},
            facets={"document": (document,)},
            date=date,
        )
        for number, date in enumerate(dates)
    ]


@pytest.mark.parametrize("name", ENGINES)
def test_of_equals_the_newer_comes_first_then_the_id_counts(name: str) -> None:
    dates = ["2020-01-01", "", "2023-05", "2023-05-02", "2020-01-01"]
    with holding(name, many(dates)) as engine:
        found = engine.search(Request(Term("text", "支部"))).hits
        assert [it for it, _ in found] == ["d-3", "d-2", "d-0", "d-4", "d-1"]
        few = engine.search(Request(Term("text", "支部"), limit=1, offset=1)).hits
        assert [it for it, _ in few] == ["d-2"]


@pytest.mark.parametrize("name", ENGINES)
def test_a_document_with_one_hit_comes_before_the_hundredth_of_another(
    name: str,
) -> None:
    report = [replace(it, tokens={"text": ["支部", "支部"]}) for it in many([""] * 100)]
    alone = Record("e-1", {"text": ["支部", "党建"]}, {"document": ("乙.pdf",)})
    with holding(name, [*report, alone]) as engine:
        request = Request(Term("text", "支部"), limit=3)
        plain, apart = (
            engine.search(replace(request, spread=it)) for it in (False, True)
        )
    assert "e-1" not in [it for it, _ in plain.hits]
    assert "e-1" in [it for it, _ in apart.hits]
    assert apart.siblings == tuple(1 if it == "e-1" else 100 for it, _ in apart.hits)


@pytest.mark.parametrize("name", ENGINES)
def test_what_comes_ahead_stays_ahead(name: str) -> None:
    records = [
        Record(f"d-{n}", {"text": ["支部", "党建"]}, {"document": ("甲.pdf",)})
        for n in range(4)
    ]
    other = Record("e-1", {"text": ["支部"]}, {"document": ("乙.pdf",)})
    with holding(name, [*records, other]) as engine:
        request = Request(Term("text", "支部"), ahead=Term("text", "党建"), spread=True)
        assert [it for it, _ in engine.search(request).hits][-1] == "e-1"


LEAVES: tuple[Node, ...] = (
    Term("text", "支部"),
    Term("title", "党建", 6.0),
    Phrase("grams", ("一", "支"), 2.0),
    Has(Filter("school", ("江洲学院",))),
)


@settings(deadline=None, max_examples=40)
@given(records=made.records)
@pytest.mark.parametrize("name", ENGINES)
def test_the_scores_of_the_leaves_add_up(name: str, records: list[Record]) -> None:
    with holding(name, records) as engine:
        for node in (Or(LEAVES), And(LEAVES[:2]), And((LEAVES[0], LEAVES[3]))):
            hits = engine.search(Request(node, limit=1000)).hits
            *parts, nothing = engine.scores(LEAVES, [*(it for it, _ in hits), "x-9"])
            assert set(nothing) == {None}
            leaves = [LEAVES.index(it) for it in node.children]
            for (_, score), found in zip(hits, parts, strict=True):
                assert score == pytest.approx(
                    sum(found[at] or 0.0 for at in leaves), abs=1e-5
                )
                held = [found[at] is not None for at in leaves]
                assert all(held) if isinstance(node, And) else any(held)
