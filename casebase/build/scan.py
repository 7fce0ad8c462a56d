"""What lies in corpus/: the files to read, and those that are passed over and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from casebase.build.stamps import Stamps
from casebase.catalogue.paths import escaped
from casebase.document import Source
from casebase.errors import CasebaseError, Problem, Severity, Stage
from casebase.suffixes import SUFFIXES

# What systems and programs leave behind; nobody put it there to be found.
IGNORED = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
PUT_COPY = "请把原文件复制到 corpus 目录，再运行 casebase reindex。"
RUN_AGAIN = "请处理后重新运行 casebase reindex。"


@dataclass(frozen=True, slots=True)
class Scan:
    """The readable files in order of name, and the problems of the others."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A file: where it lies, its shown name, and what the system says of it."""

    path: Path
    name: str
    stat: os.stat_result


def scan(corpus: Path, stamps: Stamps | None = None) -> Scan:
    """Look through `corpus` and digest every file that somebody reads.

    With `stamps`, those are not digested that are as they were.

    Hidden files and what systems leave behind are passed over in silence; links that
    leave the corpus, unknown types and unreadable files become problems.

    Raises:
        CasebaseError: There is no corpus.
    """
    require(corpus)
    root = corpus.resolve()
    known = Stamps() if stamps is None else stamps
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for found in _walk(root):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        outcome = _source(found, known)
        if isinstance(outcome, Source):
            sources[outcome.name] = outcome
            problems.extend(_undecodable(found))
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


def _walk(root: Path) -> Iterator[_Found | Problem]:
    """Files and problems below `root`, however deep; no order is promised."""
    waiting = [(root, "")]
    while waiting:
        folder, above = waiting.pop()
        try:
            with os.scandir(folder) as opened:
                items = [item for item in opened if not ignored(item.name)]
        except OSError as error:
            yield _lost(above.rstrip("/"), *_why(error, "目录"))
            continue
        for item in items:
            path, name = Path(item.path), above + escaped(item.name)
            if item.is_symlink() or (item.is_dir() and _junction(path)):
                yield from _link(path, name, root)
            elif item.is_dir():
                waiting.append((path, f"{name}/"))
            else:
                yield _seen(path, name, item.stat)


def _seen(
    path: Path, name: str, look: Callable[[], os.stat_result]
) -> _Found | Problem:
    try:
        return _Found(path, name, look())
    except OSError as error:
        return _lost(name, *_why(error, "文件"))


def _junction(path: Path) -> bool:
    """Whether a folder is one of the links that Windows does not call so."""
    return os.name == "nt" and path.resolve() != path


def _link(path: Path, name: str, root: Path) -> Iterator[_Found | Problem]:
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
        yield _seen(path, name, path.stat)


def _source(found: _Found, stamps: Stamps) -> Source | Problem:
    path, name = found.path, found.name
    try:
        if not stat.S_ISREG(found.stat.st_mode):
            return _lost(name, "这不是普通文件，没有读取。", "请把它移出 corpus 目录。")
        suffix = path.suffix.lower()
        if suffix not in SUFFIXES:
            return _unknown(name, suffix)
        digest = stamps.digest(name, path, found.stat)
        return Source(name=name, path=path, digest=digest)
    except OSError as error:
        return _lost(name, *_why(error, "文件"))


def _unknown(name: str, suffix: str) -> Problem:
    known = "、".join(sorted(SUFFIXES))
    kind = f"不认识 {suffix} 这种文件" if suffix else "文件名没有后缀，不知道是什么文件"
    return _lost(
        name,
        f"{kind}，没有读取。",
        f"请另存为可读的类型（{known}）后放回 corpus 目录。",
    )


def _undecodable(found: _Found) -> Iterator[Problem]:
    try:
        str(found.path).encode()
    except UnicodeEncodeError:
        yield Problem(
            document=found.name,
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
