"""The right to write the index: one process at a time, and one that may."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from casebase.errors import CasebaseError, IndexBusyError
from casebase.settings import Settings

LOCK = "writing.lock"
REFUSED = {
    errno.EACCES: "没有写权限",
    errno.EPERM: "没有写权限",
    errno.EROFS: "是只读的",
    errno.ENOSPC: "所在的磁盘已满",
    errno.EDQUOT: "所在的磁盘配额已用完",
}


@contextmanager
def writing(settings: Settings) -> Iterator[None]:
    """Hold the right to write the index.

    Raises:
        IndexBusyError: Another process holds it.
        CasebaseError: The index cannot be written to.
    """
    try:
        settings.index.mkdir(parents=True, exist_ok=True)
        with FileLock(settings.index / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise IndexBusyError(
            "另一个 casebase 正在更新这个索引。", "请等它结束后重试。"
        ) from error
    except OSError as error:
        if error.errno not in REFUSED:
            raise
        raise CasebaseError(
            f"index 目录{REFUSED[error.errno]}，索引没有更新。",
            f"请检查 {error.filename or settings.index} 的权限和磁盘空间后重试。",
        ) from error
