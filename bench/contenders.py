"""One contender in a process of its own: building, or serving, and what that took."""

from __future__ import annotations

import json
import pickle
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles

from bench import homes
from bench.asked import Asked, asked, hostile, others
from bench.cases import cases
from bench.passages import EACH, Passage, groups, passages
from bench.rivals import Fts5, Given, Rival, StockWhoosh, Tantivy
from casebase.build.children import default_jobs
from casebase.build.records import Work
from casebase.build.report import Silent
from casebase.entry import Entry
from casebase.query import Query
from casebase.search.service import open_searcher
from casebase.text.segment import Segmenter

RIVALS = {"stock Whoosh": StockWhoosh, "SQLite FTS5": Fts5, "tantivy": Tantivy}
SERVICES = {"casebase": "whoosh", "casebase [fast]": "tantivy"}
_MEGA = 1e6


@dataclass(frozen=True, slots=True)
class Job:
    """What a child process is to do.

    Attributes:
        name: Of the contender.
        folder: Where its files are, or are to be.
        count: Cases.
        texts: The file of passages, or None.
        queries: The file of queries, or None.
    """

    name: str
    folder: Path
    count: int
    texts: Path | None
    queries: Path | None

    def passages(self) -> list[Passage]:
        """The passages that the cases are made of; those of a large file, all."""
        return passages(self.texts, min(self.count * EACH, 100_000))

    def entries(self) -> Iterator[Entry]:
        """The cases."""
        return cases(groups(self.passages(), self.count))


@dataclass(frozen=True, slots=True)
class Built:
    """What building took: seconds, of which for the catalogue; and megabytes."""

    seconds: float
    catalogue: float
    peak: float
    size: float


@dataclass(frozen=True, slots=True)
class Served:
    """What serving took: milliseconds of the clock and of the processor, megabytes.

    Of times, the median and the 95th percentile. `worst` are the slowest queries of
    those that are meant to hurt; of a rival there are none.
    """

    first: tuple[float, float]
    again: tuple[float, float]
    first_work: tuple[float, float]
    again_work: tuple[float, float]
    memory: float
    after_many: float
    hits: float
    worst: list[tuple[str, float]]


def build(job: Job) -> Built:
    """Build what is not there yet."""
    began, catalogue = time.perf_counter(), 0.0
    if job.name in SERVICES:
        settings = homes.opened(job.folder)
        homes.save(settings, job.entries())
        catalogue = time.perf_counter() - began
        homes.build(settings, SERVICES[job.name], Work(default_jobs(), Silent()))
    else:
        rival = RIVALS[job.name](job.folder / "index")
        given = list(_given(job.entries(), rival))
        began = time.perf_counter()
        rival.build(given)
    built = Built(
        time.perf_counter() - began, catalogue, _peak(), _size(job.folder / "index")
    )
    questions(job)
    return built


def _given(entries: Iterator[Entry], rival: Rival) -> Iterator[Given]:
    """The cases; that they are cut for some is not counted."""
    segmenter = Segmenter()
    for entry in entries:
        if rival.cuts:
            yield Given(entry)
        else:
            title, text = map(segmenter.tokens, (entry.title, entry.text))
            yield Given(entry, " ".join(title), " ".join(text))


def _peak() -> float:
    """The most memory that this process had, and its children, in megabytes."""
    kilobytes = [
        resource.getrusage(who).ru_maxrss * times
        for who, times in (
            (resource.RUSAGE_SELF, 1),
            (resource.RUSAGE_CHILDREN, default_jobs()),  # of the largest
        )
    ]
    return sum(kilobytes) * 1024 / _MEGA


def _size(folder: Path) -> float:
    return sum(it.stat().st_size for it in folder.rglob("*") if it.is_file()) / _MEGA


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked: the queries, many others, and those that are meant to hurt."""

    queries: list[Asked]
    others: list[str]
    harm: list[tuple[str, Query]]


def questions(job: Job) -> Questions:
    """Made once, and kept: the texts would count as memory of those who serve."""
    kept = job.folder / "asked.pickle"
    if not kept.exists():
        found = job.passages()
        made = Questions(asked(job.queries, found), others(found), hostile(found))
        kept.write_bytes(pickle.dumps(made))
    return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]  # noqa: S301 - our own


def serve(job: Job) -> Served:
    """Ask everything once, and again."""
    asked = questions(job)
    search = _service(job) if job.name in SERVICES else _rival(job)
    first, again = _timed(search, asked.queries), _timed(search, asked.queries)
    memory = _resident()
    for text in asked.others:
        search(Asked("and", text, (text,)))
    after_many = _resident()
    return Served(
        first=_percentiles([it.clock for it in first]),
        again=_percentiles([it.clock for it in again]),
        first_work=_percentiles([it.work for it in first]),
        again_work=_percentiles([it.work for it in again]),
        memory=memory,
        after_many=after_many,
        hits=sum(it.total for it in first) / len(first),
        worst=_worst(job, asked.harm) if job.name in SERVICES else [],
    )


def _service(job: Job) -> Callable[[Asked], int]:
    """The whole way: page, facets and snippets; after one query, which loads things."""
    from web.app import create_app  # noqa: F401, PLC0415 - as much as a server loads

    searcher = open_searcher(homes.opened(job.folder))
    searcher.search(Query(text="示例"))
    return lambda it: searcher.search(it.query()).total


def _rival(job: Job) -> Callable[[Asked], int]:
    rival = RIVALS[job.name](job.folder / "index")
    rival.open()
    rival.search(Asked("rare", "示例", ("示例",)))
    return rival.search


@dataclass(frozen=True, slots=True)
class _Taken:
    """Milliseconds of the clock and of the processor, and how much was found."""

    clock: float
    work: float
    total: int


def _timed(search: Callable[[Asked], int], queries: Sequence[Asked]) -> list[_Taken]:
    found = []
    for query in queries:
        clock, work = time.perf_counter(), time.process_time()
        total = search(query)
        work = time.process_time() - work
        clock = time.perf_counter() - clock
        found.append(_Taken(clock * 1000, work * 1000, total))
    return found


def _worst(job: Job, harm: Sequence[tuple[str, Query]]) -> list[tuple[str, float]]:
    """How long each query takes that is meant to hurt, in milliseconds."""
    searcher = open_searcher(homes.opened(job.folder))
    searcher.search(Query(text="示例"))
    found = []
    for name, query in harm:
        began = time.perf_counter()
        results = searcher.search(query)
        taken = (time.perf_counter() - began) * 1000
        cut = ", cut" if results.incomplete else ""
        found.append((f"{name} ({results.total} found{cut})", taken))
    return sorted(found, key=lambda one: -one[1])


def _percentiles(times: Sequence[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=20)
    return cuts[9], cuts[18]


def _resident() -> float:
    """The memory of this process in megabytes, as Linux tells it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return float(line.split()[1]) * 1024 / _MEGA
    return 0.0


def run(what: str, job: Job) -> None:
    """Do it, and print the result for the parent, on the last line."""
    result = build(job) if what == "build" else serve(job)
    json.dump(asdict(result), sys.stdout)
