"""The file of corrections: `workspace/corrections.jsonl`, a line of JSON for each.

Lines are added and never changed; taking one back is a line too. So people can read
it, compare it and keep it under version control. A line is written to a copy that then
takes the file's place, so that a process that is killed leaves it whole.
"""

from __future__ import annotations

import json
import os
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from casebase.corrections.record import Correction, Json, Wish, from_json, to_json
from casebase.entry import Entry
from casebase.errors import BadRequestError, CasebaseError, IndexBusyError

FILE = "corrections.jsonl"
LOCK = ".corrections.lock"
PATIENCE = 10.0  # seconds; a line is written in milliseconds
_ADVICE = "请用文本编辑器改正这一行，或从备份恢复这个文件。"


@dataclass(frozen=True, slots=True)
class _Book:
    """All lines: corrections by number, and the numbers of those taken back."""

    made: Mapping[int, Correction]
    undone: frozenset[int]
    last: int


def load(workspace: Path) -> tuple[Correction, ...]:
    """The corrections in force, in the order made.

    Raises:
        BadRequestError: A line is not understood; the message names it.
    """
    book = _read(workspace / FILE)
    return tuple(
        it for number, it in sorted(book.made.items()) if number not in book.undone
    )


def record(workspace: Path, entry: Entry, wish: Wish, by: str) -> Correction:
    """Add a correction of `entry`.

    Raises:
        BadRequestError: A line of the file is not understood.
        CasebaseError: The file cannot be written.
    """
    return from_json(
        _append(
            workspace,
            lambda number: to_json(
                Correction(
                    number=number,
                    at=_now(),
                    by=by,
                    document=entry.document,
                    document_id=entry.document_id,
                    ordinal=int(entry.id.rpartition("-")[2]),
                    title=entry.title,
                    wish=wish,
                )
            ),
        )
    )


def take_back(workspace: Path, number: int, by: str) -> None:
    """Let a correction hold no more.

    Raises:
        BadRequestError: A line of the file is not understood.
        CasebaseError: The file cannot be written.
    """
    _append(
        workspace,
        lambda last: {
            "number": last,
            "at": _now(),
            "by": by,
            "action": "undo",
            "undoes": number,
        },
    )


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _append(workspace: Path, line: Callable[[int], Json]) -> Json:
    path = workspace / FILE
    with _writing(workspace):
        content = path.read_bytes() if path.exists() else b""
        if content and not content.endswith(b"\n"):
            content += b"\n"
        added = line(_read(path).last + 1)
        unfinished = path.with_name(f".{FILE}.{os.getpid()}")
        try:
            with unfinished.open("wb") as file:
                file.write(content + json.dumps(added, ensure_ascii=False).encode())
                file.write(b"\n")
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    return added


@contextmanager
def _writing(workspace: Path) -> Iterator[None]:
    try:
        workspace.mkdir(parents=True, exist_ok=True)
        with FileLock(workspace / LOCK, timeout=PATIENCE):
            yield
    except Timeout as error:
        raise IndexBusyError("另一个程序正在写更正记录。", "请稍后重试。") from error
    except OSError as error:
        raise CasebaseError(
            f"更正记录 {workspace / FILE} 写不进去（{error.strerror}）。",
            "请检查 workspace 目录的权限和磁盘空间后重试。",
        ) from error


def _read(path: Path) -> _Book:
    made: dict[int, Correction] = {}
    undone: set[int] = set()
    last = 0
    for at, data in _lines(path):
        number = _number(path, at, data, "number", last + 1)
        last = max(last, number)
        if data.get("action") == "undo":
            undone.add(_number(path, at, data, "undoes", 1))
            continue
        try:
            made[number] = from_json(data)
        except (KeyError, TypeError, ValueError) as error:
            raise _bad(path, at, "不是一条更正") from error
    return _Book(made, frozenset(undone), last)


def _number(path: Path, at: int, data: Mapping[str, Any], name: str, least: int) -> int:
    given = data.get(name)
    if not isinstance(given, int) or given < least:
        raise _bad(path, at, f"的 {name} 不对")
    return given


def _lines(path: Path) -> Iterator[tuple[int, Json]]:
    """The objects of the file, with the numbers of their lines."""
    try:
        content = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise CasebaseError(
            f"更正记录 {path} 读不出来（{error.strerror}）。", "请检查权限后重试。"
        ) from error
    for at, line in enumerate(content.removeprefix(BOM_UTF8).split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line.decode("utf-8"))
        except ValueError as error:
            raise _bad(path, at, "不是 JSON") from error
        if not isinstance(data, dict):
            raise _bad(path, at, "不是 JSON 对象")
        yield at, data


def _bad(path: Path, at: int, what: str) -> BadRequestError:
    return BadRequestError(f"更正记录 {path} 第 {at} 行{what}。", _ADVICE)
