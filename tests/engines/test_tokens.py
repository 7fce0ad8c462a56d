"""Any text may be a token, an id or a value."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from casebase.engines import ENGINES, backend
from casebase.engines.engine import Backend, Record, Request
from casebase.matching import All, Has, Phrase, Prefix, Term
from casebase.query import Filter
from tests.engines.held import built


@pytest.fixture(params=ENGINES)
def engine_backend(request: pytest.FixtureRequest) -> Backend:
    return backend(request.param)


ODD = [
    "",
    " ",
    "\n",
    "\u3000",
    "a b",
    "a\u2028b",
    "\x01",
    "\x01\x02",
    "\x02",
    "\x03",
    "\x00",
    "\ufeff",
    "A",
    "é",
    "e\u0301",
    "𠮷",
    "👨‍👩‍👧",
    "x" * 999,
    "x" * 1000,
    "x" * 1001,
    "y" * 70_000,
    "y" * 69_999 + "z",
    "党" * 25_000,
    "/a/b",
    "a:b",
    "*",
]


def test_any_token_is_a_token(engine_backend: Backend) -> None:
    """White space, signs of the engine, and tokens longer than an engine takes."""
    records = [
        Record(
            id=f"d-{place}",
            tokens={"text": [token], "grams": ["甲", token, "乙", token, token]},
            facets={"brand": (token[:4096] or "x",)},
        )
        for place, token in enumerate(it for it in ODD if it)
    ]
    with built(engine_backend, records) as engine:
        for record in records:
            (token,) = record.tokens["text"]
            for node in (
                Term("text", token),
                Term("grams", token),
                Phrase("grams", ("甲", token)),
                Phrase("grams", ("甲", token, "乙")),
                Phrase("grams", (token, "乙", token, token)),
            ):
                hits = engine.search(Request(node, limit=50)).hits
                assert [name for name, _ in hits] == [record.id]
            brand = Filter("brand", record.facets["brand"])
            same = [it.id for it in records if it.facets == record.facets]
            found = engine.search(Request(All(), (brand,), limit=50)).hits
            assert [name for name, _ in found] == sorted(same)
        assert engine.search(Request(Prefix("text", "x" * 999))).total == 3
        assert engine.search(Request(Prefix("text", "yy"))).total == 2
        assert engine.search(Request(Prefix("text", "a"))).total == 3


def test_ids_and_values_are_any_text(engine_backend: Backend, tmp_path: Path) -> None:
    records = [
        Record(f"d {name}", {"text": ["x"]}, {f"f {name}": (name, f"{name}|")})
        for name in ("\x02", "a/b", "甲 乙", "\u3000")
    ]
    engine_backend.build(tmp_path / "one", records)
    again = [Record(it.id, {"text": ["y"]}, it.facets) for it in records[1:]]
    gone = [records[0].id]
    engine_backend.build(tmp_path / "two", again, base=tmp_path / "one", remove=gone)
    with closing(engine_backend.open(tmp_path / "two")) as engine:
        assert engine.search(Request(Term("text", "x"))).total == 0
        assert engine.search(Request(Term("text", "y"))).total == 3
        for record in again:
            ((field, values),) = record.facets.items()
            asked = Request(Has(Filter(field, values[:1])), facets={field: 5})
            found = engine.search(asked)
            assert [name for name, _ in found.hits] == [record.id]
            counted = [count.value for count in found.facets[field]]
            assert counted == sorted(values)
