"""One file read as the product reads it, in a child of its own, and what came of it."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from casebase.build.reading import read
from casebase.document import Document, Source
from casebase.entry import Entry, Kind
from casebase.errors import Problem
from casebase.lexicon import load_lexicon

ROOT = Path(__file__).resolve().parents[1]
NOWHERE = Path("/nonexistent")  # no lexicons of the operator's own


@dataclass(frozen=True)
class Read:
    """What the product made of a file.

    Attributes:
        text: As `casebase text` gives it, without the marks of headings.
        title: The document's.
        date: Of the first entry that has one, ISO 8601.
        cases: Number, title and pages of every case.
        tables: Every table, row by row.
        anchors: The labels of articles (第三条).
        items: The titles of all entries.
        pages: How many there are; 1 where the format has none.
        problems: What was told of the file.
        seconds: From bytes to annotated entries, dictionaries loaded.
        work: The same in processor time, which a busy machine does not stretch.
        memory: The most that the child ever held, in MB.
    """

    text: str
    title: str
    date: str
    cases: list[tuple[int, str, list[int]]]
    tables: list[list[list[str]]]
    anchors: list[str]
    items: list[str]
    pages: int
    problems: list[str]
    seconds: float = 0.0
    work: float = 0.0
    memory: float = 0.0


def in_child(path: Path) -> Read:
    """Read a file in a fresh process, so that its memory is its own."""
    command = [sys.executable, "-m", "bench.readings", str(path)]
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise RuntimeError(f"{path.name}: {done.stderr.strip()[-2000:]}")
    return Read(**json.loads(done.stdout.splitlines()[-1]))


def here(path: Path) -> Read:
    """Read a file in this process."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source = Source(path.name, path, digest)
    began, before = time.perf_counter(), time.process_time()
    reading = read(source, "", NOWHERE)
    taken = time.perf_counter() - began, time.process_time() - before
    found = what_was_read(reading.document, reading.entries, reading.problems)
    return replace(found, seconds=taken[0], work=taken[1], memory=_memory())


def what_was_read(
    document: Document | None, entries: Sequence[Entry], problems: Sequence[Problem]
) -> Read:
    """The same of what is read already; its time and memory are 0."""
    blocks = document.blocks if document else ()
    return Read(
        text="\n".join(lines(document)) if document else "",
        title=document.title if document else "",
        date=next(filter(None, (it.first("date") for it in entries)), ""),
        cases=[
            (it.number or 0, it.title, list(it.pages or ()))
            for it in entries
            if it.kind is Kind.CASE
        ],
        tables=[[list(row) for row in block.rows] for block in blocks if block.rows],
        anchors=[p.anchor for it in entries for p in it.paragraphs if p.anchor],
        items=[it.title for it in entries],
        pages=(document.page_count if document else None) or 1,
        problems=[f"{it.page or ''} {it.message}" for it in problems],
    )


def lines(document: Document) -> Iterator[str]:
    """The document's text, a paragraph or a row a line."""
    yield document.title
    yield f"——{document.subtitle}" if document.subtitle else ""
    for block in document.blocks:
        if block.rows:
            yield from ("\t".join(row) for row in block.rows)
        else:
            yield block.text


def _memory() -> float:
    """Linux's own word: getrusage would count what the parent held before the fork."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    peak = next(it for it in status.read_text().splitlines() if it.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def _warm() -> None:
    """Load what a worker loads once for all its files."""
    load_lexicon(NOWHERE)


def _told(read_: Read) -> dict[str, Any]:
    return asdict(read_)


if __name__ == "__main__":
    _warm()
    print(json.dumps(_told(here(Path(sys.argv[1]))), ensure_ascii=False))
