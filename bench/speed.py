"""How fast many files are read by the product's own workers."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

from bench.readings import NOWHERE
from casebase.build.workers import Task, read_all
from casebase.document import Source

LONG = 50  # pages; a report of that length is timed by itself
FILES = 100
JOBS = 2


def mixed(paths: Sequence[Path], pages: Mapping[Path, int]) -> tuple[int, float]:
    """Pages and seconds of 100 files, these over and over, start of workers included.

    Args:
        paths: Files that need no OCR.
        pages: How many pages each has; 1 where the format has none.
    """
    many = list(islice(cycle(paths), FILES))
    sources = [
        Source(f"{number}/{path.name}", path, _digest(path))
        for number, path in enumerate(many)
    ]
    began = time.perf_counter()
    done = sum(1 for _ in read_all(sources, Task("", NOWHERE, JOBS)))
    seconds = time.perf_counter() - began
    if done != FILES:
        raise RuntimeError(f"{done} of {FILES} files were read")
    return sum(pages[path] for path in many), seconds


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
