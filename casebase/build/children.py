"""Child processes: they end with their parent, keep quiet and leave Ctrl-C to it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path


def default_jobs() -> int:
    """As many children as there are processors, four at most."""
    return max(1, min(4, os.cpu_count() or 1))


@contextlib.contextmanager
def children_deaf_to_interrupts() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal, but the parent says when to stop.

    What is started meanwhile, threads and processes, keeps the signal blocked.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415 - not on Windows

    resource_tracker.ensure_running()  # the first start of a process would unblock it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin(memory: int) -> None:
    """Set up a child: limits, silence, and an end when its parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Readers complain of every odd file, in Python and below it; what matters of it
    # comes back as problems.
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    _limit_memory(memory)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _limit_memory(most: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(ValueError, OSError):  # macOS refuses
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
