"""How fast many files are read by the product's own workers."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from bench.readings import NOWHERE
from casebase.build.reading import read
from casebase.build.workers import Task, read_all
from casebase.document import Source

LONG = 50  # pages; a report of that length is timed by itself
FILES = 100
JOBS = 2


@dataclass(frozen=True)
class Taken:
    """How many pages were read in how many seconds, and in how much processor time."""

    pages: int
    seconds: float
    work: float


def mixed(paths: Sequence[Path], pages: Mapping[Path, int]) -> Taken:
    """Reads 100 files, these over and over; the start of the workers counts.

    Args:
        paths: Files that need no OCR.
        pages: How many pages each has; 1 where the format has none.
    """
    many = list(islice(cycle(paths), FILES))
    sources = [
        Source(f"{number}/{path.name}", path, _digest(path))
        for number, path in enumerate(many)
    ]
    began, before = time.perf_counter(), os.times()
    done = sum(1 for _ in read_all(sources, Task("", NOWHERE, JOBS, read)))
    seconds, after = time.perf_counter() - began, os.times()
    if done != FILES:
        raise RuntimeError(f"{done} of {FILES} files were read")
    user = after.children_user - before.children_user
    system = after.children_system - before.children_system
    return Taken(sum(pages[path] for path in many), seconds, user + system)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
