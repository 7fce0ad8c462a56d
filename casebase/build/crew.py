"""Children that make entries into records, several batches at a time, in order.

Only a few batches are under way, so that memory stays flat however many there are.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from casebase.build.children import begin, children_deaf_to_interrupts
from casebase.engines.engine import Record
from casebase.entry import Entry
from casebase.search.records import record
from casebase.text.segment import Segmenter

BATCH = 16  # entries that go to a child at once
AHEAD = 3  # batches that wait for each child, so that none is ever idle
MEMORY = 2 << 30  # bytes of address space per child


def in_children(
    entries: Iterable[Entry], terms: Sequence[str], jobs: int
) -> Iterator[Record]:
    """The records of `entries`, in their order, made by `jobs` children."""
    pool = _Pool(terms, jobs)
    waiting: deque[tuple[list[Entry], Future[list[Record]] | None]] = deque()
    try:
        for batch in _batches(entries):
            waiting.append((batch, pool.sent(batch)))
            if len(waiting) > AHEAD * jobs:
                yield from pool.done(*waiting.popleft())
        while waiting:
            yield from pool.done(*waiting.popleft())
    finally:
        pool.close()


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    rest = iter(entries)
    while batch := list(islice(rest, BATCH)):
        yield batch


class _Pool:
    """Children that cut, and what is done when one of them is killed: it is cut here.

    That the system is short of memory must not lose hours of reading.
    """

    def __init__(self, terms: Sequence[str], jobs: int) -> None:
        self._segmenter = Segmenter(terms)  # it loads nothing before it is used
        self._pool = ProcessPoolExecutor(
            jobs, multiprocessing.get_context("spawn"), _begin, (MEMORY, terms)
        )

    def sent(self, batch: list[Entry]) -> Future[list[Record]] | None:
        """What is to become of a batch; None where there are no children any more."""
        try:
            with children_deaf_to_interrupts():
                return self._pool.submit(_cut, batch)
        except (BrokenProcessPool, OSError):
            return None

    def done(
        self, batch: list[Entry], sent: Future[list[Record]] | None
    ) -> list[Record]:
        try:
            if sent is not None:
                return sent.result()
        except BrokenProcessPool:
            pass
        return [record(entry, self._segmenter) for entry in batch]

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)


# --- in the child -----------------------------------------------------------------

_SEGMENTERS: list[Segmenter] = []  # the child's own


def _begin(memory: int, terms: Sequence[str]) -> None:
    begin(memory)
    _SEGMENTERS.append(Segmenter(terms))


def _cut(batch: list[Entry]) -> list[Record]:
    return [record(entry, _SEGMENTERS[0]) for entry in batch]
