"""Put files into corpus/: whole or not at all, and never over something else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casebase.build.digests import digest
from casebase.build.scan import ignored
from casebase.errors import BadRequestError, CasebaseError, NotFoundError
from casebase.settings import Settings

SHOWN = 3  # names that a message lists


@dataclass(frozen=True, slots=True)
class Added:
    """Where files went, below corpus/: those copied, and those that were there."""

    copied: tuple[str, ...]
    present: tuple[str, ...]


def add(settings: Settings, paths: Sequence[Path], *, replace: bool = False) -> Added:
    """Copy files and folders into the corpus; a folder keeps its name and its inside.

    Nothing is copied if anything is wrong with any of them. Links are not followed out
    of the folders given, and hidden files are left.

    Raises:
        NotFoundError: One of `paths` is not there.
        BadRequestError: One of them is in the corpus, or holds it.
        CasebaseError: A file of that name and other content is in the corpus, and
            `replace` was not asked for; or a file cannot be copied.
    """
    corpus = settings.corpus.resolve()
    wanted: dict[Path, Path] = {}
    for path in paths:
        _check(path, corpus)
        for origin, inside in _files(path):
            _claim(wanted, corpus / inside, origin)
    present = {target for target, origin in wanted.items() if _same(origin, target)}
    taken = [target for target in wanted if target.exists() and target not in present]
    if taken and not replace:
        raise _taken(taken, corpus)
    for target, origin in wanted.items():
        if target not in present:
            _copy(origin, target)
    names = {target: target.relative_to(corpus).as_posix() for target in wanted}
    return Added(
        copied=tuple(name for target, name in names.items() if target not in present),
        present=tuple(name for target, name in names.items() if target in present),
    )


def _check(path: Path, corpus: Path) -> None:
    try:
        whole = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        raise NotFoundError(f"找不到 {path}。", "请检查路径后重试。") from error
    if whole.is_relative_to(corpus):
        raise BadRequestError(
            f"{path} 已经在 corpus 目录里了。", "请直接运行 casebase reindex。"
        )
    if corpus.is_relative_to(whole):
        raise BadRequestError(
            f"{path} 包含 corpus 目录本身。", "请指定要放入的文件或其他目录。"
        )
    if not (whole.is_file() or whole.is_dir()):
        raise BadRequestError(f"{path} 不是文件或目录。", "请指定文件或目录。")


def _files(path: Path) -> Iterator[tuple[Path, Path]]:
    """Each file with the path it is to have below the corpus."""
    if not path.is_dir():
        yield path, Path(path.resolve().name if path.name in {"", ".."} else path.name)
        return
    name = path.name if path.name not in {"", ".."} else path.resolve().name
    root = path.resolve()
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(inner for inner in folders if not ignored(inner))
        for file in sorted(files):
            origin = Path(folder, file)
            if not ignored(file) and _belongs(origin, root):
                yield origin, Path(name, origin.relative_to(path))


def _belongs(origin: Path, root: Path) -> bool:
    try:
        whole = origin.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return whole.is_file() and whole.is_relative_to(root)


def _claim(wanted: dict[Path, Path], target: Path, origin: Path) -> None:
    other = wanted.setdefault(target, origin)
    if other != origin and not _same(origin, other):
        raise BadRequestError(
            f"{other} 和 {origin} 放进 corpus 目录后会同名。",
            "请分别放在不同的目录中再添加。",
        )


def _same(origin: Path, target: Path) -> bool:
    try:
        return target.is_file() and digest(origin) == digest(target)
    except OSError as error:
        raise CasebaseError(
            f"读不出 {origin}（{error.strerror}）。", "请检查文件和权限后重试。"
        ) from error


def _taken(taken: Sequence[Path], corpus: Path) -> CasebaseError:
    names = "、".join(str(path.relative_to(corpus)) for path in taken[:SHOWN])
    more = f"等 {len(taken)} 个文件" if len(taken) > SHOWN else ""
    return CasebaseError(
        f"corpus 目录中已有同名而内容不同的文件：{names}{more}，什么也没有复制。",
        "请给新文件改名，或加上 --replace 用新文件替换。",
    )


def _copy(origin: Path, target: Path) -> None:
    """Copy whole or not at all: first beside the target under a hidden name."""
    unfinished = target.with_name(f".{os.getpid()}.copying")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(origin, unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise CasebaseError(
            f"没能把 {origin} 复制到 {target}（{error.strerror}）。",
            "请检查磁盘空间和权限后重试。",
        ) from error
