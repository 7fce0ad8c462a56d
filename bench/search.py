"""How long it takes to index and to search many cases, beside what others take.

    python bench/search.py [PASSAGES.jsonl.xz] [--queries QUERIES.json]
                           [--count 10000] [--only NAME]... [--keep FOLDER]
                           [--sizes 1000 10000 100000] [--plot FILE.svg]

Ten passages make a case of about two thousand characters; without a file the texts are
made. Each contender is built and asked in processes of its own, one after the other:
stock Whoosh, SQLite FTS5 and tantivy directly, for the ten best, the total and six
facets; and the service with either engine, for all that a page of results shows. `work`
is the time of the processor, which a busy machine disturbs less. --sizes asks the
service alone, at each size, and --plot draws what a query costs against it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # run as a script, only this folder would be looked through
HIDDEN = "BENCH_WITHOUT"
for name in os.environ.get(HIDDEN, "").split():  # in the children of children too
    sys.modules[name] = None  # type: ignore[assignment]

from bench.contenders import RIVALS, SERVICES, Built, Job, Served, run  # noqa: E402
from bench.plot import drawn  # noqa: E402

SHARED = ROOT.parent / "shared" / "bench"
TEXTS, QUERIES = SHARED / "passages-100k.jsonl.xz", SHARED / "queries.json"
NAMES = [*RIVALS, *SERVICES]
STOCK = "stock Whoosh"
LARGE, FOR_LARGE = 20_000, {"casebase [fast]"}


def main() -> None:
    """Build, search, print."""
    options = _options()
    if options.child:
        run(options.child, _job(options.only[0], options.keep, options.count, options))
        return
    if options.sizes:
        _sizes(options)
    else:
        _compared(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    texts = TEXTS if TEXTS.exists() else None
    parser.add_argument("texts", type=Path, nargs="?", default=texts)
    queries = QUERIES if QUERIES.exists() else None
    parser.add_argument("--queries", type=Path, default=queries)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--only", action="append", choices=NAMES, default=[])
    parser.add_argument("--keep", type=Path, help="where built ones stay, and are")
    parser.add_argument("--sizes", type=int, nargs="*", default=[])
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--child", choices=["build", "serve"], help=argparse.SUPPRESS)
    return parser.parse_args()


def _job(name: str, folder: Path, count: int, options: argparse.Namespace) -> Job:
    return Job(name, folder, count, options.texts, options.queries)


def _compared(options: argparse.Namespace) -> None:
    served: dict[str, Served] = {}
    print(
        f"{options.count} cases     build s  of it catalogue  peak MB  index MB"
        "   first p50/p95 ms   again p50/p95    work first     work again"
        "   MB  after many   hits  stock/this"
    )
    with _folder(options.keep) as folder:
        for name in options.only or NAMES:
            job = _job(name, folder / f"{name} {options.count}", options.count, options)
            built, served[name] = _measured(job)
            print(_line(name, built, served), flush=True)
    for name, found in served.items():
        for what, taken in found.worst[:5]:
            print(f"{name}, meant to hurt: {taken:8.1f} ms  {what}")


def _measured(job: Job) -> tuple[Built, Served]:
    note = job.folder / "built.json"
    if not note.exists():
        job.folder.mkdir(parents=True)
        note.write_text(json.dumps(_child("build", job)), encoding="utf-8")
    built = Built(**json.loads(note.read_text(encoding="utf-8")))
    return built, Served(**_child("serve", job))


def _child(what: str, job: Job) -> dict[str, Any]:
    """What a process of its own found; the default one has nothing of [fast]."""
    without = "rjieba tantivy" if job.name in {"casebase", STOCK} else ""
    given = ["--child", what, "--only", job.name, "--keep", str(job.folder)]
    given += ["--count", str(job.count)]
    given += ["--queries", str(job.queries)] if job.queries else []
    given += [str(job.texts)] if job.texts else []
    done = subprocess.run(  # noqa: S603 - this very file
        [sys.executable, __file__, *given],
        env={**os.environ, HIDDEN: without},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _line(name: str, built: Built, served: dict[str, Served]) -> str:
    found = served[name]
    line = (
        f"{name:16}{built.seconds:9.1f}{built.catalogue:17.1f}{built.peak:9.0f}"
        f"{built.size:10.0f}   {_pair(found.first)}  {_pair(found.again)}"
        f" {_pair(found.first_work)} {_pair(found.again_work)}"
        f"{found.memory:5.0f}{found.after_many:12.0f}{found.hits:7.0f}"
    )
    if STOCK in served and name != STOCK:
        line += f"{served[STOCK].first[1] / found.first[1]:12.1f}"
    return line


def _pair(times: tuple[float, float]) -> str:
    return f"{times[0]:7.1f}/{times[1]:6.1f}"


def _sizes(options: argparse.Namespace) -> None:
    """The service at several sizes; large ones for [fast] alone."""
    lines: dict[str, list[tuple[int, float]]] = {}
    with _folder(options.keep) as folder:
        for name in options.only or SERVICES:
            for count in options.sizes:
                if count > LARGE and name not in FOR_LARGE:
                    continue
                job = _job(name, folder / f"{name} {count}", count, options)
                built, served = _measured(job)
                print(f"{count:7} {_line(name, built, {name: served})}", flush=True)
                for which, taken in (("p50", 0), ("p95", 1)):
                    point = (count, served.first[taken])
                    lines.setdefault(f"{name} {which}", []).append(point)
    if options.plot:
        options.plot.write_text(drawn(lines), encoding="utf-8")


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


if __name__ == "__main__":
    main()
