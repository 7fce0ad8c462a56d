"""Connections to the catalogue, and what a database's errors mean to people.

Connections are kept: to open one takes as long as a search, and to close the last one
works SQLite's log in and waits for the disk. But the index may be deleted and rebuilt
under a running server, and a kept connection would go on reading the deleted file: it
is used again only while the file is the same.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, create_engine, event, select
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    DisconnectionError,
    SQLAlchemyError,
)
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from casebase.catalogue.sealed import UnsealedError
from casebase.errors import (
    BadRequestError,
    CasebaseError,
    IndexBusyError,
    IndexDamagedError,
    IndexMissingError,
)

SQLITE = "sqlite:///"
BUSY_SECONDS = 20.0
BATCH = 500  # what any SQLite takes in one IN list, with room to spare
REINDEX = "请运行 casebase reindex。"
_FILE = "file"  # what a connection is noted to have open

_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def sqlite_path(url: str) -> Path | None:
    """The file of an SQLite URL, or None for another database.

    The rest of the URL is taken as it stands: a home may have a ? or a % in its name.
    """
    return Path(url.removeprefix(SQLITE)) if url.startswith(SQLITE) else None


def connect(url: str, *, create: bool = False) -> Engine:
    """An engine for `url`; with `create`, a missing SQLite file is made.

    Raises:
        BadRequestError: The URL is not one, or its driver is not installed.
    """
    path = sqlite_path(url)
    try:
        if path is not None:
            return _sqlite(path, create=create)
        return create_engine(
            url, json_serializer=_dumps, isolation_level="REPEATABLE READ"
        )
    except ModuleNotFoundError as error:
        raise BadRequestError(
            f"连接数据库需要的 {error.name} 没有安装。",
            "请运行 pip install 'casebase[postgresql]'，并把地址写成 postgresql+psycopg://…。",
        ) from error
    except (ArgumentError, SQLAlchemyError) as error:
        raise BadRequestError(
            "casebase.toml 中的 database 不是可用的数据库地址。",
            "请写成 postgresql+psycopg://用户:密码@主机/库名，"
            "或删去这一项，使用默认的 SQLite。",
        ) from error


def _sqlite(path: Path, *, create: bool) -> Engine:
    creator = partial(opened, path, create=create)
    engine = create_engine(
        "sqlite://",
        creator=creator,
        poolclass=QueuePool,
        max_overflow=-1,  # nobody waits for another's connection
        json_serializer=_dumps,
    )

    def note(_: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info[_FILE] = identity(path)

    def check(_: object, record: ConnectionPoolEntry, __: object) -> None:
        if record.info[_FILE] != identity(path):
            raise DisconnectionError  # SQLAlchemy opens another one

    event.listen(engine, "begin", _begin)
    event.listen(engine, "connect", note)
    event.listen(engine, "checkout", check)
    return engine


def identity(path: Path) -> tuple[int, int] | None:
    """Tells a file from every other that lies, or lay, at `path` while it is open."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def opened(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """A connection to the database at `path`, for one thread after the other."""
    how = "mode=rwc" if create else reading(path)
    address = f"{path.absolute().as_uri()}?{how}"
    try:
        raw = sqlite3.connect(
            address,
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,  # each is used by one thread after the other
        )
        try:
            _prepare(raw)
        except sqlite3.Error:
            raw.close()
            raise
    except sqlite3.OperationalError as error:
        if "unable to open" in str(error) and (create or os.path.lexists(path)):
            raise CasebaseError(
                f"目录库 {path} 打不开，可能没有权限。",
                "请检查 index 目录的权限后重试。",
            ) from error
        raise
    return raw


def reading(path: Path) -> str:
    """How to open for reading, which usually makes small files beside the database.

    Where the folder takes none, SQLite must know that nobody writes, unless a log
    of a writer lies there, which it then reads too.
    See https://www.sqlite.org/wal.html#read_only_databases.
    """
    if os.access(path.parent, os.W_OK) or not path.exists():
        return "mode=rw"
    log = path.with_name(path.name + "-wal")
    return "mode=ro" if log.exists() else "mode=ro&immutable=1"


def _prepare(raw: sqlite3.Connection) -> None:
    pragmas = ["synchronous=NORMAL", "foreign_keys=ON"]
    if raw.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        pragmas.insert(0, "journal_mode=WAL")
    for pragma in pragmas:
        raw.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    # The driver itself would begin only before the first write, so that two reads of
    # one piece of work could see two snapshots.
    connection.exec_driver_sql("BEGIN")


@contextmanager
def reported(engine: Engine) -> Iterator[Connection]:
    """A transaction whose errors are those that people understand.

    Raises:
        IndexMissingError: There is no catalogue, or it has no tables.
        IndexBusyError: Another process held it for too long.
        IndexDamagedError: It cannot be read.
    """
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        raise _meaning(error) from error
    except (json.JSONDecodeError, UnsealedError) as error:
        raise unreadable() from error


def unreadable() -> IndexDamagedError:
    """What to raise when what the catalogue holds makes no sense."""
    return IndexDamagedError("目录库已损坏，读不出来。", REINDEX)


def batches(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """`values` in pieces that fit an IN list."""
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]


def integrity(engine: Engine) -> str:
    """What SQLite finds wrong with its file; empty where it is whole or another."""
    if engine.dialect.name != "sqlite":
        return ""
    engine.dispose()  # a kept connection would look at what it remembers of the file
    with reported(engine) as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    return "" if said == "ok" else str(said)


def legible(engine: Engine, tables: Iterable[Table]) -> None:
    """Read every row, so that every value is compared with its checksum.

    Raises:
        IndexDamagedError: One does not fit.
    """
    with reported(engine) as connection:
        for table in tables:
            found = connection.execution_options(yield_per=BATCH).execute(select(table))
            for _ in found:
                pass


def _meaning(error: DBAPIError) -> CasebaseError:
    said = str(error.orig).lower()
    if "unable to open" in said or "no such table" in said or "undefinedtable" in said:
        return IndexMissingError("这里还没有可用的索引。", REINDEX)
    if "does not exist" in said and "relation" in said:
        return IndexMissingError("这里还没有可用的索引。", REINDEX)
    if "locked" in said or "busy" in said:
        return IndexBusyError("目录库正被另一个程序占用。", "请稍后重试。")
    if "readonly" in said or "full" in said:
        return CasebaseError(
            "目录库写不进去（磁盘已满或没有写权限）。", "请检查 index 目录后重试。"
        )
    if isinstance(error.orig, sqlite3.Error):
        return unreadable()
    return CasebaseError(
        f"数据库出错：{said.splitlines()[0] if said else '原因不明'}。",
        "请检查 casebase.toml 中的 database 和数据库服务后重试。",
    )
