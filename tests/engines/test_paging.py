"""Looking at a few hits at a time gives the same page as looking at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.engines import backend
from casebase.engines.engine import Groups, Record, Request
from casebase.engines.tantivy import native, searching
from casebase.matching import Node, Or, Term
from casebase.query import Sort

DATES = ("", "2020-01-01", "2021")


@contextmanager
def few_at_a_time() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_AT_ONCE", 1)
        patch.setattr(native, "_SPARE", 0)
        yield


@st.composite
def many(draw: st.DrawFn) -> list[Record]:
    """Records of a few lengths and documents, so that many are level."""
    counts = draw(st.lists(st.tuples(*[st.integers(0, 3)] * 4), max_size=70))
    return [
        Record(
            id=f"d-{number}",
            tokens={"text": ["甲"] * some + ["乙"] * others + ["丙"]},
            facets={"document": (f"{document}.txt",)} if document else {},
            date=DATES[date % len(DATES)],
        )
        for number, (some, others, document, date) in enumerate(counts)
    ]


NODES: st.SearchStrategy[Node] = st.sampled_from(
    [
        Term("text", "甲"),
        Term("text", "丙"),
        Or((Term("text", "甲"), Term("text", "乙"))),
    ]
)


@st.composite
def wishes(draw: st.DrawFn, records: list[Record]) -> Request:
    names = [it.id for it in records]
    size = draw(st.integers(1, 9))
    members = [tuple(names[at : at + size]) for at in range(0, len(names), size + 2)]
    return Request(
        draw(NODES),
        facets={"document": 3},
        sort=draw(st.sampled_from(Sort)),
        limit=draw(st.integers(0, 12)),
        offset=draw(st.integers(0, 30)),
        ahead=draw(st.none() | NODES),
        groups=draw(st.sampled_from((None, Groups(tuple(members))))),
        spread=draw(st.booleans()),
    )


@settings(deadline=None, max_examples=60)
@given(data=st.data(), records=many())
def test_a_page_does_not_depend_on_how_many_are_looked_at(
    data: st.DataObject, records: list[Record]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        backend("tantivy").build(path, records)
        with closing(backend("tantivy").open(path)) as engine:
            wanted = [data.draw(wishes(records)) for _ in range(12)]
            whole = [engine.search(request) for request in wanted]
            every = [engine.search(replace(it, limit=100, offset=0)) for it in wanted]
            with few_at_a_time():
                assert [engine.search(request) for request in wanted] == whole
    for request, page, all_hits in zip(wanted, whole, every, strict=True):
        assert page.hits == all_hits.hits[request.offset :][: request.limit]
