"""The workspace's SQLite file: opened, brought up to date, and its errors told.

A connection is made for every piece of work and given back: the file may be copied or
replaced by an operator at any time, and no thread needs one of its own.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from casebase.errors import CasebaseError
from casebase.workspace.schema import HEAD

FILE = "workspace.sqlite"
BUSY_SECONDS = 10.0


class Workspace:
    """The database of a home's `workspace/`. It may be used from several threads."""

    def __init__(self, path: Path, engine: Engine) -> None:
        """Use `open`."""
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the database in `folder`, made or brought up to date where need be.

        Raises:
            CasebaseError: It cannot be read or written, or a newer program wrote it.
        """
        path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CasebaseError(
                f"目录 {folder} 建不出来（{error.strerror}）。",
                "请检查权限和磁盘空间后重试。",
            ) from error
        engine = create_engine(
            "sqlite://", creator=partial(_opened, path), poolclass=NullPool
        )
        event.listen(engine, "begin", _begin)
        opened = cls(path, engine)
        opened._bring_up_to_date()
        return opened

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether anything was ever written in `folder`."""
        return (folder / FILE).exists()

    @contextmanager
    def work(self) -> Iterator[Connection]:
        """A transaction; all of it is kept or nothing.

        Raises:
            CasebaseError: The file is busy, damaged, or cannot be written.
        """
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise _meaning(self.path, error) from error

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _bring_up_to_date(self) -> None:
        with self.work() as connection:
            revision = _revision(connection)
            if revision != HEAD:
                _migrate(self.path, connection, revision)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version"))
    return found.scalar()


def _migrate(path: Path, connection: Connection, revision: str | None) -> None:
    # Alembic takes a fifth of a second to load: only who needs it waits.
    from casebase.workspace.migrating import known, upgrade  # noqa: PLC0415

    if revision is not None and not known(revision):
        raise CasebaseError(
            f"{path} 是更新版本的程序写的。",
            "请升级 casebase 后再用；不要用旧程序改动它。",
        )
    upgrade(connection)


def _opened(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        _keep_a_log(raw)
        for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
            raw.execute(f"PRAGMA {pragma}").close()
    except sqlite3.Error:
        raw.close()
        raise
    return raw


def _keep_a_log(raw: sqlite3.Connection) -> None:
    """Write-ahead logging; SQLite does not wait by itself where that is just begun."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            raw.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _begin(connection: Connection) -> None:
    # At once for writing: two that read before they write would wait for each other.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _meaning(path: Path, error: DBAPIError) -> CasebaseError:
    said = str(error.orig).lower()
    if "locked" in said or "busy" in said:
        return CasebaseError(f"{path} 正被另一个程序占用。", "请稍后重试。")
    if "unable to open" in said or "readonly" in said or "full" in said:
        return CasebaseError(
            f"{path} 写不进去（磁盘已满或没有权限）。",
            "请检查 workspace 目录的权限和磁盘空间后重试。",
        )
    return CasebaseError(
        f"{path} 已损坏，读不出来。",
        "请从备份恢复；没有备份时可把它改名，程序会新建一个空的。",
    )
