"""An index in a folder that takes no files: on a disc, or somebody else's."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from casebase.catalogue import Catalogue, Ledger
from casebase.catalogue.connection import sqlite_path
from casebase.errors import CasebaseError, IndexMissingError
from tests.catalogue.rows import reading_for, row, show


@pytest.fixture
def path(url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with one document; nobody may write to its folder."""
    with Ledger.open(url) as ledger:
        ledger.save(reading_for("a" * 16), "k1")
        show(ledger, row("甲.txt", "k1"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = sqlite_path(url)
    assert found is not None
    return found


def names(url: str) -> list[str]:
    with Catalogue.open(url) as catalogue:
        return [card.name for card in catalogue.documents()]


def test_it_is_read_and_nothing_is_written(path: Path, url: str) -> None:
    with Catalogue.open(url) as catalogue:
        with catalogue._engine.connect() as connection:
            connection.exec_driver_sql("SELECT * FROM files").all()
            assert [it.name for it in path.parent.iterdir()] == [path.name]
        assert catalogue.integrity() == ""
    assert names(url) == ["甲.txt"]


def test_what_a_writer_has_not_worked_in_is_read_too(path: Path, url: str) -> None:
    writer = sqlite3.connect(path, isolation_level=None)
    try:
        writer.execute("UPDATE files SET name = '乙.txt'")
        assert path.with_name(path.name + "-wal").stat().st_size
        assert names(url) == ["乙.txt"]
    finally:
        writer.close()


def test_none_is_still_none(path: Path, url: str) -> None:
    path.unlink()
    with pytest.raises(IndexMissingError):
        Catalogue.open(url)


def test_one_that_may_not_be_opened_is_not_called_missing(
    path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    assert path.exists()
    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(CasebaseError, match="权限") as caught:
        Catalogue.open(url)
    assert not isinstance(caught.value, IndexMissingError)
