"""Groups of entries as one hit, and what is to come first: against all single hits."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.engines import ENGINES, backend
from casebase.engines.engine import Groups, Record, Response
from casebase.query import Sort
from tests.engines import made, oracle

Hits = list[tuple[str, float]]


def folded(hits: Hits, groups: Groups, found: set[str]) -> Hits:
    """One hit of each group: where the best is, named by the first that matches."""
    leads = {
        name: next(it for it in group if it in found)
        for group in groups.members
        for name in group
        if name in found
    }
    best: dict[str, float] = {}
    for name, score in hits:
        best.setdefault(leads.get(name, name), score)
    return list(best.items())


def as_sets(hits: Hits) -> list[tuple[float, set[str]]]:
    """Hits by score; those with the same one in any order."""
    scores = sorted({score for _, score in hits}, reverse=True)
    return [(it, {name for name, score in hits if score == it}) for it in scores]


@st.composite
def groupings(draw: st.DrawFn, records: list[Record]) -> Groups:
    names = draw(st.permutations(sorted({it.id for it in records} | {"nobody"})))
    sizes = draw(st.lists(st.integers(1, 4), max_size=6))
    members = []
    for size in sizes:
        group, names = names[:size], names[size:]
        members.append(tuple(group))
    return Groups(tuple(it for it in members if it))


@settings(deadline=None, max_examples=60)
@given(data=st.data(), records=made.records)
@pytest.mark.parametrize("name", ENGINES)
def test_a_group_is_one_hit(
    name: str, data: st.DataObject, records: list[Record]
) -> None:
    groups = data.draw(groupings(records))
    with tempfile.TemporaryDirectory() as folder:
        backend(name).build(Path(folder) / "index", records)
        with closing(backend(name).open(Path(folder) / "index")) as engine:
            for request in data.draw(st.lists(made.requests, min_size=3, max_size=8)):
                single = engine.search(replace(request, limit=1000, offset=0))
                one = replace(request, groups=groups)
                whole = engine.search(replace(one, limit=1000, offset=0))
                page = engine.search(one)
                _agrees(single, whole, groups, request.sort)
                assert page.hits == whole.hits[one.offset : one.offset + one.limit]
                assert page.distinct == len(whole.hits)
                assert (page.total, page.facets) == (single.total, single.facets)


def _agrees(single: Response, whole: Response, groups: Groups, sort: Sort) -> None:
    found = {name for name, _ in single.hits}
    wanted = folded(list(single.hits), groups, found)
    assert single.distinct == single.total
    assert {name for name, _ in whole.hits} == {name for name, _ in wanted}
    if sort is Sort.RELEVANCE:
        assert as_sets(list(whole.hits)) == as_sets(wanted)


@settings(deadline=None, max_examples=60)
@given(data=st.data(), records=made.records)
@pytest.mark.parametrize("name", ENGINES)
def test_what_is_to_come_first_does(
    name: str, data: st.DataObject, records: list[Record]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        backend(name).build(Path(folder) / "index", records)
        with closing(backend(name).open(Path(folder) / "index")) as engine:
            request = data.draw(made.requests)
            ahead = data.draw(made.nodes)
            alone = engine.search(replace(request, node=ahead, limit=1000, offset=0))
            plain = engine.search(replace(request, limit=1000, offset=0))
            both = replace(request, ahead=ahead)
            whole = engine.search(replace(both, limit=1000, offset=0))
            matching = {it.id for it in oracle.matching(records, request)}
            first = [it for it in alone.hits if it[0] in matching]
            names = {it for it, _ in first}
            assert list(whole.hits[: len(first)]) == first
            rest = [it for it in plain.hits if it[0] not in names]
            assert list(whole.hits[len(first) :]) == rest
            page = engine.search(both).hits
            assert page == whole.hits[both.offset : both.offset + both.limit]
            assert whole.total == plain.total
