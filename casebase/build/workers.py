"""Reading in child processes: what a file does to its reader stays there.

A parser may crash, hang or eat all memory on one file out of thousands. Each is read in
a child with a time and a memory limit; what happens to the child becomes that file's
problem. Children end with their parent, however that ends.

Pages that must be read off their pictures take a hundred times as long as others. The
files that have such are told by a first, quick reading, and read after all others with
as much time as their pages need.
"""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Generic, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from casebase.build.ahead import MEMORY
from casebase.build.ahead import pool as new_pool
from casebase.build.children import children_deaf_to_interrupts
from casebase.build.mishaps import CONVERT, SPLIT_UP, FileChangedError
from casebase.catalogue.cards import Reading
from casebase.errors import CasebaseError, Problem, Severity, Stage
from casebase.extract import RecognitionNeededError

SECONDS = 120  # per file; the slowest of the test material takes a few
RECOGNISING = 30  # seconds more for each page that is read off its picture
ATTEMPTS = 2  # when the pool itself breaks, which is no file's fault
STUCK = 60  # seconds beyond a file's own in which a pool must have something to tell
# By these somebody else ends a child: the system short of memory, or an operator.
OUTSIDE = frozenset({-9, -15})
AGAIN = "请稍后重新运行 casebase reindex。"


class Item(Protocol):
    """What is read: a file, or what is kept of one."""

    @property
    def name(self) -> str:
        """The path below corpus/ by which it goes."""
        ...

    @property
    def document_id(self) -> str:
        """The id of the document it is."""
        ...


ItemT = TypeVar("ItemT", bound=Item)
ItemT_contra = TypeVar("ItemT_contra", bound=Item, contravariant=True)


class Reader(Protocol[ItemT_contra]):
    """Reads one file, in a child."""

    def __call__(
        self,
        source: ItemT_contra,
        fingerprint: str,
        own_lexicons: Path,
        /,
        *,
        recognise: bool,
    ) -> Reading:
        """What came of it; RecognitionNeededError where it is not to `recognise`."""
        ...


@dataclass(frozen=True, slots=True)
class Task(Generic[ItemT]):
    """How to read.

    Attributes:
        fingerprint: What readings are marked with.
        own_lexicons: The operator's own lexicons.
        jobs: How many files to read at once.
        reader: Reads one file, in a child.
        seconds: How long one file may take, besides what it takes to recognise pages.
        memory: How much address space a child may have, in bytes.
        pool: The children, where some were started before; they are left running.
    """

    fingerprint: str
    own_lexicons: Path
    jobs: int
    reader: Reader[ItemT]
    seconds: float = SECONDS
    memory: int = MEMORY
    pool: ProcessPool | None = None

    def patience(self, pages: int) -> float:
        """How long a file may take of which so many pages are to be recognised."""
        return self.seconds + RECOGNISING * pages


Outcome = tuple[ItemT, Reading | Problem]


def read_all(
    sources: Sequence[ItemT], task: Task[ItemT]
) -> Generator[Outcome[ItemT], None, None]:
    """Read files, in any order, as they are done.

    A `Reading` says what came of the file, for good. A `Problem` says that it could not
    be read this time: the next run tries again. A file whose child died is read once
    more before anything is said of it.

    Raises:
        CasebaseError: No children can be started.
    """
    waiting = {source.name: source for source in sources}
    died: set[str] = set()
    pages: dict[str, int] = {}  # of the files that have such: how many to recognise
    failures = 0
    while waiting:
        moved = False
        for source, outcome in _pooled(list(waiting.values()), task, pages):
            moved = True
            if isinstance(outcome, RecognitionNeededError):
                pages[source.name] = outcome.pages
                continue
            if isinstance(outcome, ProcessExpired) and source.name not in died:
                died.add(source.name)
                continue
            del waiting[source.name]
            yield source, _told(source, outcome, task, pages.get(source.name, 0))
        failures = 0 if moved else failures + 1
        if failures == ATTEMPTS:
            raise CasebaseError(
                "读取文献的子进程启动不了，或一再被系统终止；现有索引没有变化。",
                "请检查内存和进程数的限制后重新运行 casebase reindex。",
            )


def _pooled(
    sources: Sequence[ItemT], task: Task[ItemT], pages: Mapping[str, int]
) -> Iterator[tuple[ItemT, Reading | Exception]]:
    """What one pool gets done; when it breaks, the rest is left out."""
    counts = {source.name: pages.get(source.name, 0) for source in sources}
    longest = task.patience(max(counts.values()))
    pool = task.pool or new_pool(min(task.jobs, len(sources)), task.memory)
    futures: dict[Future[Reading], ItemT] = {}
    done: SimpleQueue[Future[Reading]] = SimpleQueue()
    try:
        # RuntimeError: the pool broke while it was being filled.
        with children_deaf_to_interrupts(), contextlib.suppress(RuntimeError, OSError):
            told = replace(task, pool=None)
            for source in sources:
                count = counts[source.name]
                asked = (source, told, count)
                begun = pool.schedule(_timed, asked, timeout=task.patience(count))
                futures[begun] = source
                begun.add_done_callback(done.put)
        for future in _finished(pool, done, len(futures), longest + STUCK):
            error = future.exception()
            if isinstance(error, BrokenProcessPool):
                continue
            if error is not None and not isinstance(error, Exception):
                raise error
            yield futures[future], error or future.result()
    finally:
        if pool is not task.pool:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


def _finished(
    pool: ProcessPool, done: SimpleQueue[Future[Reading]], count: int, patience: float
) -> Iterator[Future[Reading]]:
    """The futures as they are done, until the pool is broken or stuck.

    A broken pool forgets some of its futures, and a child that is killed while it
    holds the pool's lock leaves the others waiting for ever.
    """
    heard = time.monotonic()
    while count:
        try:
            yield done.get(timeout=1)
        except Empty:
            if not pool.active or time.monotonic() - heard > patience:
                return
        else:
            heard = time.monotonic()
            count -= 1


def _told(
    source: ItemT, outcome: Reading | Exception, task: Task[ItemT], pages: int
) -> Reading | Problem:
    match outcome:
        case Reading():
            return outcome
        case FileChangedError():
            return _passing(source, "读取时文件被改动或移走了。", AGAIN)
        case TimeoutError():
            said = f"读了 {task.patience(pages):.0f} 秒还没有读完，已放弃。"
            return _passing(source, said, f"{AGAIN}如果仍是这样，{SPLIT_UP}")
        case ProcessExpired() if outcome.exitcode in OUTSIDE:
            return _passing(source, "读取这个文件的子进程被系统终止了。", AGAIN)
        case ProcessExpired():
            said = f"读取程序在这个文件上崩溃了（退出码 {outcome.exitcode}）。"
            return _failed(source, task, said, CONVERT)
        case _:  # what the child sent instead of a result
            said = f"读取结果传不回来（{type(outcome).__name__}）。"
            return _failed(source, task, said, SPLIT_UP)


def _failed(source: ItemT, task: Task[ItemT], message: str, advice: str) -> Reading:
    again = "若当时机器太忙，可用 casebase reindex --full 重读。"
    problem = Problem(
        document=source.name,
        page=None,
        stage=Stage.EXTRACT,
        severity=Severity.LOST,
        message=message,
        advice=advice + again,
    )
    return Reading(
        document_id=source.document_id,
        name=source.name,
        fingerprint=task.fingerprint,
        document=None,
        entries=(),
        problems=(problem,),
    )


def _passing(source: Item, message: str, advice: str) -> Problem:
    return Problem(source.name, None, Stage.EXTRACT, Severity.LOST, message, advice)


# --- in the child -----------------------------------------------------------------


def _watch(seconds: float) -> None:
    """Let the system end this child if a file holds it for much too long.

    The pool does it in time; but a child that lost its parent while a regular
    expression holds the interpreter cannot end itself.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 2 * seconds)


def _timed(source: ItemT, task: Task[ItemT], pages: int) -> Reading:
    _watch(task.patience(pages))
    try:
        return task.reader(
            source, task.fingerprint, task.own_lexicons, recognise=pages > 0
        )
    finally:
        _watch(0)
