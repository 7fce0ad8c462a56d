"""A catalogue to write and one to read, on every database there is to test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebase.catalogue import (
    Catalogue,
    Ledger,
    schema,
)
from casebase.catalogue.connection import connect
from casebase.errors import (
    Problem,
    Severity,
    Stage,
)
from tests.catalogue.rows import reading_for, row, show

# A database that may be emptied; without one only SQLite is tested.
POSTGRESQL = os.environ.get("CASEBASE_TEST_POSTGRESQL", "")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / '索 引' / 'c.sqlite'}"


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRESQL else [])])
def any_url(request: pytest.FixtureRequest, url: str) -> str:
    """A database of each kind, empty."""
    if request.param == "sqlite":
        return url
    engine = connect(POSTGRESQL)
    with engine.begin() as connection:
        schema.METADATA.drop_all(connection)
    engine.dispose()
    return POSTGRESQL


@pytest.fixture
def ledger(any_url: str) -> Iterator[Ledger]:
    with Ledger.open(any_url) as opened:
        yield opened


@pytest.fixture
def shown(ledger: Ledger, any_url: str) -> Iterator[Catalogue]:
    """Two documents: one at two paths with a problem, one plain."""
    ledger.save(reading_for("a" * 16), "k1")
    ledger.save(reading_for("b" * 16, 1), "k2")
    lost = Problem("x.exe", None, Stage.SCAN, Severity.LOST, "不认识。", "请另存。")
    show(
        ledger,
        row("一/甲.txt", "k1"),
        row("二/甲抄.txt", "k1", main=False),
        row("乙.md", "k2"),
        problems=(lost,),
    )
    with Catalogue.open(any_url) as opened:
        yield opened
