"""What lies in corpus/: the files to read, and those that are passed over and why."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casebase.catalogue import shown
from casebase.document import Source
from casebase.errors import CasebaseError, Problem, Severity, Stage
from casebase.extract import SUFFIXES

# What systems and programs leave behind; nobody put it there to be found.
IGNORED = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
PUT_COPY = "请把原文件复制到 corpus 目录，再运行 casebase reindex。"
RUN_AGAIN = "请处理后重新运行 casebase reindex。"


@dataclass(frozen=True, slots=True)
class Scan:
    """The readable files in order of name, and the problems of the others."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def scan(corpus: Path) -> Scan:
    """Look through `corpus` and digest every file that somebody reads.

    Hidden files and what systems leave behind are passed over in silence; links that
    leave the corpus, unknown types and unreadable files become problems.

    Raises:
        CasebaseError: There is no corpus.
    """
    require(corpus)
    root = corpus.resolve()
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for found in _walk(root):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        outcome = _source(root, found)
        if isinstance(outcome, Source):
            sources[outcome.name] = outcome
            problems.extend(_undecodable(found, outcome.name))
        else:
            problems.append(outcome)
    return Scan(
        tuple(sources[name] for name in sorted(sources)),
        tuple(sorted(problems, key=lambda problem: problem.document)),
    )


def require(corpus: Path) -> None:
    """See that there is a corpus.

    Raises:
        CasebaseError: There is none.
    """
    if not corpus.is_dir():
        raise CasebaseError(
            f"找不到文献目录 {corpus}。",
            "请用 --home 指定正确的目录，或用 casebase add 放入第一份文献。",
        )


def ignored(name: str) -> bool:
    """Whether a file or folder of this name is passed over in silence."""
    return name.startswith((".", "~$")) or name.lower() in IGNORED


def _walk(root: Path) -> Iterator[Path | Problem]:
    """Files and problems below `root`, however deep; no order is promised."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as opened:
                items = [item for item in opened if not ignored(item.name)]
        except OSError as error:
            yield _lost(shown(folder, root), *_why(error, "目录"))
            continue
        for item in items:
            path = Path(item.path)
            if item.is_symlink() or (item.is_dir() and _junction(path)):
                yield from _link(path, root)
            elif item.is_dir():
                waiting.append(path)
            else:
                yield path


def _junction(path: Path) -> bool:
    """Whether a folder is one of the links that Windows does not call so."""
    return os.name == "nt" and path.resolve() != path


def _link(path: Path, root: Path) -> Iterator[Path | Problem]:
    name = shown(path, root)
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: a loop, before Python 3.13
        yield _lost(name, "这个链接指向的文件不存在，或绕回了自己。", PUT_COPY)
        return
    if not target.is_relative_to(root):
        yield _lost(name, "这个链接指向 corpus 目录之外，没有读取。", PUT_COPY)
    elif target.is_dir():
        yield Problem(
            document=name,
            page=None,
            stage=Stage.SCAN,
            severity=Severity.NOTE,
            message="这个链接指向 corpus 目录中的另一处，其中的文件只按原位置收录。",
            advice="不需要处理；也可以删去这个链接。",
        )
    else:
        yield path


def _source(root: Path, path: Path) -> Source | Problem:
    name = shown(path, root)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _lost(name, "这不是普通文件，没有读取。", "请把它移出 corpus 目录。")
        suffix = path.suffix.lower()
        if suffix not in SUFFIXES:
            return _unknown(name, suffix)
        return Source(name=name, path=path, digest=digest(path))
    except OSError as error:
        return _lost(name, *_why(error, "文件"))


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unknown(name: str, suffix: str) -> Problem:
    known = "、".join(sorted(SUFFIXES))
    kind = f"不认识 {suffix} 这种文件" if suffix else "文件名没有后缀，不知道是什么文件"
    return _lost(
        name,
        f"{kind}，没有读取。",
        f"请另存为可读的类型（{known}）后放回 corpus 目录。",
    )


def _undecodable(path: Path, name: str) -> Iterator[Problem]:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        yield Problem(
            document=name,
            page=None,
            stage=Stage.SCAN,
            severity=Severity.NOTE,
            message="文件名不是 UTF-8 编码，显示的名称与实际不同。",
            advice="内容已照常收录；请给文件改名，以便查找原件。",
        )


def _why(error: OSError, what: str) -> tuple[str, str]:
    if isinstance(error, PermissionError):
        return (
            f"没有读取这个{what}的权限。",
            f"请修改{what}的权限后重新运行 casebase reindex。",
        )
    if isinstance(error, FileNotFoundError):
        return f"这个{what}在扫描时被移走了。", RUN_AGAIN
    return (
        f"这个{what}读不出来（{error.strerror or error}）。",
        f"请检查磁盘。{RUN_AGAIN}",
    )


def _lost(name: str, message: str, advice: str) -> Problem:
    return Problem(name, None, Stage.SCAN, Severity.LOST, message, advice)
