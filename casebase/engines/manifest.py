"""The list of an index's files, by which a whole index is told from a damaged one.

It is written last: a directory without it was never finished. Engines themselves notice
little (64 zeroed bytes in a Whoosh segment go through without complaint), so every file
is listed with its size, its time and its BLAKE2b checksum.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casebase.errors import IndexDamagedError

MANIFEST = "manifest.json"
# How much may be read at every start to be sure (0.05 s). Of larger indexes only what
# was written since is read, by the time of the file; `verify` reads everything.
QUICK_BYTES = 32 * 1024 * 1024
_ADVICE = "请运行 casebase reindex --full 重建索引。"


def take_over(base: Path, path: Path, engine: str) -> None:
    """Begin the index `path`, an empty directory, with the files of the index `base`.

    They are linked where the file system can do that, else copied; engines write new
    files and never change one, so that `base` stays as it is.

    Raises:
        IndexDamagedError: `base` is not a whole index of that engine.
    """
    check(base, engine)
    for name in _read(base)["files"]:
        _link(base / name, path / name)


def seal(path: Path, engine: str, base: Path | None = None) -> None:
    """Declare the index at `path` finished.

    Files taken over from `base` keep the checksums they have there. Those of that name
    that an engine wrote anew are other files.
    """
    known = _read(base)["files"] if base else {}
    names = sorted(file.name for file in path.iterdir() if file.is_file())
    files = {
        name: known[name]
        if base and name in known and _is_same(base / name, path / name)
        else _entry(path / name)
        for name in names
    }
    unfinished = path / f"{MANIFEST}.tmp"
    with unfinished.open("w", encoding="utf-8") as file:
        json.dump({"engine": engine, "files": files}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path / MANIFEST)


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:  # another file system, or one without links
        shutil.copy2(old, new)


def _is_same(old: Path, new: Path) -> bool:
    """Whether `new` is `old`, linked or copied with its time."""
    one, other = old.stat(), new.stat()
    return os.path.samestat(one, other) or (
        (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)
    )


def check(path: Path, engine: str, *, thorough: bool = False) -> None:
    """Make sure that the index is there and whole.

    Names and sizes are always compared; checksums where it is `thorough`, or the index
    is small enough for nobody to notice, or a file is not of the time it was made.

    Raises:
        IndexDamagedError: It is not.
    """
    manifest = _read(path)
    if manifest["engine"] != engine:
        raise _damaged(f"索引 {path.name} 不是 {engine} 引擎建立的。")
    files: Mapping[str, Mapping[str, Any]] = manifest["files"]
    for name, entry in files.items():
        _check_size(path / name, entry["size"])
    is_small = sum(entry["size"] for entry in files.values()) <= QUICK_BYTES
    if thorough or is_small:
        _check_sums(path, files)
    else:
        _check_sums(path, _touched(path, files))


def damaged(path: Path) -> IndexDamagedError:
    """What to raise when an engine stumbles over the index at `path`."""
    return _damaged(f"索引 {path.name} 已损坏，无法读取。")


def _damaged(message: str) -> IndexDamagedError:
    return IndexDamagedError(message, _ADVICE)


def _read(path: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        return {"engine": str(manifest["engine"]), "files": dict(manifest["files"])}
    except FileNotFoundError as error:
        raise _damaged(f"索引 {path.name} 不存在或没有建完。") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(f"索引 {path.name} 的文件清单已损坏。") from error


def _entry(file: Path) -> dict[str, Any]:
    made = file.stat()
    return {
        "size": made.st_size,
        "time": made.st_mtime_ns,
        "blake2b": _checksum(file),
    }


def _touched(
    path: Path, files: Mapping[str, Mapping[str, Any]]
) -> dict[str, Mapping[str, Any]]:
    """Those that are of another time than when they were made, such as copies."""
    return {
        name: entry
        for name, entry in files.items()
        if (path / name).stat().st_mtime_ns != entry["time"]
    }


def _checksum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(
            stream, lambda: hashlib.blake2b(digest_size=16)
        ).hexdigest()


def _check_size(file: Path, size: int) -> None:
    try:
        found = file.stat().st_size
    except OSError as error:
        raise _damaged(f"索引缺少文件 {file.name}。") from error
    if found != size:
        raise _damaged(f"索引文件 {file.name} 应有 {size} 字节，现有 {found} 字节。")


def _check_sums(path: Path, files: Mapping[str, Mapping[str, Any]]) -> None:
    for name, entry in files.items():
        try:
            whole = _checksum(path / name) == entry["blake2b"]
        except OSError as error:
            raise _damaged(f"索引文件 {name} 无法读取。") from error
        if not whole:
            raise _damaged(f"索引文件 {name} 的内容已损坏。")
