"""The few settings there are: the home directory and what casebase.toml says."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from casebase.errors import BadRequestError

KNOWN = frozenset({"database", "engine", "reading"})
READING = ("open", "closed")
DATABASE = "sqlite:///index/catalogue.sqlite"
KINDS = frozenset({"sqlite", "postgresql"})
DATABASES = (
    "请写成 postgresql+psycopg://用户:密码@主机/库名 或 sqlite:///文件名，"
    "或删去这一项，使用默认的 SQLite。"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and which engine searches.

    Attributes:
        home: Holds corpus/, index/, workspace/ and perhaps casebase.toml.
        database: SQLAlchemy URL of the catalogue; SQLite below index/ by default.
        engine: The name of the search engine that is asked for; empty for the one that
            there is, which is Whoosh unless another was chosen.
        reading: Whether the web is `open` to all who reach it, or `closed` to those who
            do not sign in.
    """

    home: Path
    database: str
    engine: str = ""
    reading: str = "open"

    @property
    def corpus(self) -> Path:
        """The documents as received."""
        return self.home / "corpus"

    @property
    def index(self) -> Path:
        """Catalogue and engine files; may be deleted and rebuilt at any time."""
        return self.home / "index"

    @property
    def workspace(self) -> Path:
        """What people wrote, corrections among it; never derived."""
        return self.home / "workspace"

    @property
    def lexicons(self) -> Path:
        """The operator's own lexicons."""
        return self.home / "lexicons"


def load_settings(home: str | Path | None = None) -> Settings:
    """Settings of `home`, else of $CASEBASE_HOME, else of the current directory.

    Raises:
        BadRequestError: The home does not exist, or casebase.toml is not understood.
    """
    root = Path(home or os.environ.get("CASEBASE_HOME") or ".").resolve()
    if not root.is_dir():
        raise BadRequestError(
            f"找不到目录 {root}。", "请用 --home 指定已有的目录，或先新建它。"
        )
    given = _read(root / "casebase.toml")
    return Settings(
        home=root,
        database=_database(given.get("database") or DATABASE, root),
        engine=given.get("engine") or "",
        reading=_reading(given.get("reading") or READING[0]),
    )


def _reading(chosen: str) -> str:
    if chosen not in READING:
        raise BadRequestError(
            f"casebase.toml 中的 reading 不能是“{chosen[:20]}”。",
            "请写 open（不登录也能读）或 closed（登录后才能读）。",
        )
    return chosen


def _database(url: str, root: Path) -> str:
    """`url`, the file of an SQLite one taken from `root`."""
    kind = url.partition("://")[0].partition("+")[0]
    if kind not in KINDS or "://" not in url:
        raise BadRequestError(
            "casebase.toml 中的 database 不是可用的数据库地址。", DATABASES
        )
    if kind != "sqlite":
        return url
    path = url.removeprefix("sqlite:///")
    if path in {"", ":memory:", url}:
        raise BadRequestError("casebase.toml 中的 database 没有写文件名。", DATABASES)
    return f"sqlite:///{(root / path).as_posix()}"


def _read(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRequestError(
            f"casebase.toml 写法有误：{error}。", "请改正后重试。"
        ) from error
    unknown = set(given) - KNOWN
    if unknown:
        raise BadRequestError(
            f"casebase.toml 中没有“{min(unknown)}”这一项。",
            f"可用的有：{'、'.join(sorted(KNOWN))}。",
        )
    for name, value in given.items():
        if not isinstance(value, str):
            raise BadRequestError(
                f"casebase.toml 中的 {name} 应是文字。",
                f'请写成 {name} = "…"，两边加引号。',
            )
    return given
