"""Whether an SQLite database was changed, asked of a connection that does nothing else.

That takes a hundredth of the time of a query through SQLAlchemy, and every search asks.
See https://www.sqlite.org/pragma.html#pragma_data_version.
"""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

from casebase.catalogue.connection import identity, opened, reading, sqlite_path

Version = tuple[object, int]


class Watch:
    """A database that is watched. It may be used from several threads."""

    def __init__(self, url: str) -> None:
        """Nothing is opened yet."""
        self._path = sqlite_path(url)
        self._lock = threading.Lock()
        self._raw: sqlite3.Connection | None = None
        self._file: object = None

    def version(self) -> Version | None:
        """What is another after every change; None where that cannot be told."""
        if self._path is None or "immutable" in reading(self._path):
            return None
        with self._lock:
            try:
                return self._version(self._path)
            except (sqlite3.Error, OSError):
                self._let_go()
                return None

    def _version(self, path: Path) -> Version | None:
        file = identity(path)
        if self._raw is None or file != self._file:
            self._let_go()
            self._raw, self._file = opened(path), file
        ((number,),) = self._raw.execute("PRAGMA data_version").fetchall()
        return file, number

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        if self._raw is not None:
            self._raw.close()
        self._raw = None
