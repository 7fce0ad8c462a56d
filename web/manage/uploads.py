"""Files that people hand in: named safely, copied whole, never over something else."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from werkzeug.datastructures import FileStorage

from casebase.build import add
from casebase.errors import BadRequestError, CasebaseError
from casebase.extract import SUFFIXES
from casebase.settings import Settings

FOLDER = "上传"  # below corpus/
LARGEST = 100 * 1024 * 1024  # bytes of a file
MOST = 200  # files at once
BODY = 1 << 30  # bytes of all of them
_LONGEST = 120  # characters of a name
# Separators, what Windows refuses in a name, and what acts on a terminal.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed in.

    Attributes:
        shown: The name it came with.
        name: Its path below corpus/; empty where it was refused.
        error: Why it was refused, or nothing.
        known: Whether it lay there already.
    """

    shown: str
    name: str
    error: str = ""
    known: bool = False


def take(settings: Settings, files: Sequence[FileStorage]) -> list[Handed]:
    """Put files into the corpus, each on its own: one that is refused stops no other.

    Raises:
        BadRequestError: None was given, or too many.
    """
    given = [file for file in files if file.filename]
    if not given:
        raise BadRequestError("没有选择文件。", "请选择要上传的文件。")
    if len(given) > MOST:
        raise BadRequestError(f"一次最多上传 {MOST} 个文件。", "请分几次上传。")
    return [_taken(settings, file) for file in given]


def _taken(settings: Settings, file: FileStorage) -> Handed:
    shown = PurePosixPath((file.filename or "").replace("\\", "/")).name[:_LONGEST]
    try:
        name = _safe(shown)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, FOLDER, name)
            path.parent.mkdir()
            _written(file, path)
            added = add(settings, [path.parent])
    except CasebaseError as error:
        return Handed(shown, "", _retold(error))
    finally:
        file.close()
    return Handed(shown, f"{FOLDER}/{name}", known=not added.copied)


def _safe(shown: str) -> str:
    """A name for the file that every system takes.

    Raises:
        BadRequestError: Nobody reads files of that kind, or nothing is left of it.
    """
    name = _UNSAFE.sub("_", shown).strip(" .")
    suffix = PurePosixPath(name).suffix
    if suffix.lower() not in SUFFIXES:
        kinds = "、".join(sorted(it.removeprefix(".").upper() for it in SUFFIXES))
        raise BadRequestError("这种文件还不能读。", f"可以上传：{kinds}。")
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def _written(file: FileStorage, path: Path) -> None:
    left = LARGEST
    with path.open("wb") as target:
        while piece := file.stream.read(1 << 20):
            left -= len(piece)
            if left < 0:
                size = LARGEST // (1024 * 1024)
                raise BadRequestError(f"文件超过了 {size} MB。", "请拆成几份再上传。")
            target.write(piece)


def _retold(error: CasebaseError) -> str:
    """The message, without what only the command line has."""
    if "--replace" in error.advice:
        return "已有同名而内容不同的文件。请给新文件改名后再上传。"
    return f"{error.message}{error.advice}"
