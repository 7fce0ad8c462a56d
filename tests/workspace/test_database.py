"""The file of the workspace: made, brought up to date, and its errors told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from casebase.errors import CasebaseError
from casebase.query import Query
from casebase.workspace import SavedSearches, Workspace
from casebase.workspace.database import FILE
from casebase.workspace.migrating import newest
from casebase.workspace.schema import HEAD, METADATA


def test_the_tables_are_those_of_the_newest_migration(tmp_path: Path) -> None:
    assert newest() == HEAD
    with Workspace.open(tmp_path).work() as connection:
        found = inspect(connection)
        tables = set(found.get_table_names()) - {"alembic_version"}
        assert tables == set(METADATA.tables)
        for name, table in METADATA.tables.items():
            columns = {
                it["name"]: (str(it["type"]), it["nullable"])
                for it in found.get_columns(name)
            }
            assert columns == {
                it.name: (str(it.type), it.nullable) for it in table.columns
            }


def test_what_was_written_is_there_again(tmp_path: Path) -> None:
    SavedSearches(Workspace.open(tmp_path / "a%b 空间")).add("甲", Query("党建"))
    again = SavedSearches(Workspace.open(tmp_path / "a%b 空间"))
    assert again.named("甲").query == Query("党建")


def test_an_empty_file_is_brought_up_to_date(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    assert SavedSearches(Workspace.open(tmp_path)).all() == []


def test_several_make_it_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        opened = list(pool.map(Workspace.open, [tmp_path] * 16))
    SavedSearches(opened[0]).add("甲", Query("党建"))
    assert len(SavedSearches(opened[3]).all()) == 1


def _newer(path: Path) -> None:
    with Workspace.open(path.parent).work() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))


def _junk(path: Path) -> None:
    path.write_bytes(b"\x00no database at all" * 100)


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("harm", "told"), [(_newer, "更新版本"), (_junk, "已损坏"), (_folder, "写不进去")]
)
def test_what_cannot_be_used_is_told_and_left(
    tmp_path: Path, harm: Callable[[Path], None], told: str
) -> None:
    path = tmp_path / FILE
    harm(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(CasebaseError, match=told) as error:
        Workspace.open(tmp_path)
    assert error.value.advice.endswith("。")
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CasebaseError, match="建不出来"):
        Workspace.open(tmp_path / "file")


def test_a_file_that_another_holds_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casebase.workspace.database.BUSY_SECONDS", 0.05)
    workspace = Workspace.open(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CasebaseError, match="占用"):
            SavedSearches(workspace).all()
        other.execute("ROLLBACK")
    assert SavedSearches(workspace).all() == []


def test_work_that_fails_leaves_nothing(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path)
    with pytest.raises(ZeroDivisionError):
        _fail(workspace)
    with workspace.work() as connection:
        assert connection.execute(text("SELECT count(*) FROM asked")).scalar() == 0


def _fail(workspace: Workspace) -> None:
    with workspace.work() as connection:
        connection.execute(
            text("INSERT INTO asked VALUES ('2026-01-01', '甲', '甲', 1, 1)")
        )
        raise ZeroDivisionError
