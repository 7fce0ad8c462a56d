"""A child that is started before it is known what it will read.

It loads what reading needs while its parent loads what the rest of the work needs: one
who adds a document waits for the longer of the two, not for both.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pebble import ProcessPool

from casebase.build.children import begin, children_deaf_to_interrupts

MEMORY = 3 << 30  # bytes of address space per child


def pool(jobs: int, memory: int = MEMORY) -> ProcessPool:
    """So many children, each with so many bytes of address space."""
    return ProcessPool(
        max_workers=jobs,
        initializer=begin,
        initargs=(memory,),
        context=multiprocessing.get_context("spawn"),
    )


@contextmanager
def started(own_lexicons: Path) -> Iterator[ProcessPool]:
    """One child, which loads the stages and the lexicons at once."""
    made = pool(1)
    try:
        with children_deaf_to_interrupts():
            made.schedule(load, [own_lexicons])
        yield made
    finally:
        made.stop()  # type: ignore[no-untyped-call]
        made.join()


def load(own_lexicons: Path) -> None:
    """Import what reading needs; a mistake in a lexicon is told by who reads."""
    from casebase.build.annotating import warm  # noqa: PLC0415 - in the child
    from casebase.build.reading import read  # noqa: F401, PLC0415 - as above

    warm(own_lexicons)
