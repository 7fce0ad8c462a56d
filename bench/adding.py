"""What it takes to add one document to many.

    python bench/adding.py [PASSAGES.jsonl.xz] [--count 10000] [--engine NAME]
                           [--home FOLDER] [--times 5]

Cases of about 2,000 characters lie in a corpus and are known to the catalogue as if
they had been read. Then documents that nobody has seen are added one after the other:
by the command, its start and its end included, and in a running server, from the call
to the moment a search in the same process finds it, while other searches go on. A home
that is there already is used as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # run as a script, only this folder would be looked through

from bench.cases import cases  # noqa: E402 - found from here on
from bench.passages import EACH, groups, passages  # noqa: E402
from casebase.build import records  # noqa: E402
from casebase.build.errata import Errata  # noqa: E402
from casebase.build.fingerprint import (  # noqa: E402
    reading_fingerprint,
    record_fingerprint,
)
from casebase.build.live import Live  # noqa: E402
from casebase.build.records import Work  # noqa: E402
from casebase.build.report import Silent  # noqa: E402
from casebase.catalogue import FileRow, Ledger, Reading, State  # noqa: E402
from casebase.copies import sketch  # noqa: E402
from casebase.document import Document  # noqa: E402
from casebase.entry import Entry  # noqa: E402
from casebase.query import Query  # noqa: E402
from casebase.search.service import Searcher, open_searcher  # noqa: E402
from casebase.settings import Settings, load_settings  # noqa: E402

FOUND = 30.0  # seconds after which a document will not be found any more
ASKED = ("党建引领", "一支部一品牌", "产教融合 育人", "支部建设", "2023年 思想政治")


def main() -> None:
    """Fill a home, add to it, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    usual = ROOT.parent / "shared" / "bench" / "passages-100k.jsonl.xz"
    there = usual if usual.exists() else None
    parser.add_argument("passages", type=Path, nargs="?", default=there)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--engine", default="whoosh")
    parser.add_argument("--home", type=Path)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        home = options.home or Path(folder)
        if not (home / "index" / "engine").is_dir():
            taken = _timed(lambda: _fill(home, options))
            print(
                f"{options.count} documents, {options.engine}: filled in {taken:.0f} s"
            )
        _measure(load_settings(home), options)


def _fill(home: Path, options: argparse.Namespace) -> None:
    for name in ("corpus", "index", "workspace"):
        (home / name).mkdir(parents=True, exist_ok=True)
    if options.engine != "whoosh":
        (home / "casebase.toml").write_text(f'engine = "{options.engine}"\n')
    settings = load_settings(home)
    found = passages(options.passages, min(options.count * EACH, 100_000))
    entries = map(_short, cases(groups(found, options.count)))
    rules = reading_fingerprint()
    with Ledger.open(settings.database) as ledger:
        errata = Errata.of(settings, {})
        files = [_save(settings, ledger, errata, rules, it) for it in entries]
        names = {file.reading: file.name for file in files}
        change = records.difference({}, names, {})
        work = Work(os.cpu_count() or 1, Silent())
        path = records.build(settings, ledger, options.engine, change, None, work)
        ledger.switch(_state(settings, options.engine, path, len(files)), files, (), ())


def _short(entry: Entry) -> Entry:
    """Some 2,000 characters of it."""
    kept, left = [], 2000
    for paragraph in entry.paragraphs:
        if left > 0:
            kept.append(replace(paragraph, page=None, places=()))
            left -= len(paragraph.text)
    return replace(entry, paragraphs=tuple(kept), pages=None)


def _save(
    settings: Settings, ledger: Ledger, errata: Errata, rules: str, entry: Entry
) -> FileRow:
    path = settings.corpus / entry.document
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "\n".join((entry.title, *(it.text for it in entry.paragraphs))).encode()
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    known = digest[:16]
    made = replace(entry, id=f"{known}-1", document_id=known)
    reading = Reading(
        document_id=known, name=entry.document, fingerprint=rules,
        document=Document(known, entry.document, "text", entry.title, "", ()),
        entries=(made,), problems=(), sketches=(sketch(made),),
        annotation=errata.mark(known),
    )  # fmt: skip
    ledger.save(reading, f"{known}.1")
    return FileRow(entry.document, digest, f"{known}.1", main=True)


def _state(settings: Settings, engine: str, path: str, count: int) -> State:
    return State(
        generation=1, engine=engine, engine_path=path,
        fingerprint=record_fingerprint(engine, settings.lexicons),
        built_at=datetime.now().astimezone().isoformat(timespec="seconds"),
        documents=count, entries=count,
    )  # fmt: skip


def _measure(settings: Settings, options: argparse.Namespace) -> None:
    home = settings.home
    made = _documents(options)
    _told("reindex, nothing changed", [_command(home, "reindex") for _ in range(3)], 0)
    adding = [_command(home, "add", str(next(made))) for _ in range(options.times)]
    _told("casebase add, one document", adding, 1.5)
    _served(settings, (next(made) for _ in range(options.times)))


def _documents(options: argparse.Namespace) -> Iterator[Path]:
    """Files that nobody has seen, with a word in them that no other has."""
    found = passages(options.passages, 100_000)
    chance = random.Random(time.time_ns())  # noqa: S311 - others every time
    with TemporaryDirectory() as folder:
        for number in range(2 * options.times):
            mark = f"{time.time_ns():x}"
            path = Path(folder, f"{number}-{mark}.txt")
            texts = "\n".join(it.text for it in chance.sample(found, EACH))[:2000]
            path.write_text(f"青禾职业学院支部案例{mark}\n{texts}", encoding="utf-8")
            yield path


def _command(home: Path, *words: str) -> float:
    command = [sys.executable, "-m", "casebase.cli", "--home", str(home), *words]

    def run() -> None:
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - our own

    return _timed(run)


def _served(settings: Settings, made: Iterable[Path]) -> None:
    searcher = open_searcher(settings)
    for asked in ASKED:
        searcher.search(Query(asked))
    alone = [_timed(partial(searcher.search, Query(it))) for it in ASKED * 20]
    meanwhile: list[float] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            for asked in ASKED:
                meanwhile.append(_timed(partial(searcher.search, Query(asked))))
                time.sleep(0.02)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        with Live(settings) as live:
            taken = [_timed(partial(_add, searcher, live, it)) for it in made]
    finally:
        stop.set()
        asking.join()
    _told("add in a running server", taken, 0.15)
    _told("  a search, nothing else going on (p95)", [_p95(alone)], 0)
    _told("  a search meanwhile (p95)", [_p95(meanwhile)], 0)


def _add(searcher: Searcher, live: Live, path: Path) -> None:
    live.add([path])
    mark = path.stem.rpartition("-")[2]
    ended = time.monotonic() + FOUND
    while not searcher.search(Query(mark, exact=True)).total:
        if time.monotonic() > ended:
            raise RuntimeError(f"{path.name} is not found")


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _told(what: str, seconds: list[float], limit: float) -> None:
    most = f", at most {limit * 1000:.0f}" if limit else ""
    low, high = min(seconds) * 1000, max(seconds) * 1000
    middle = median(seconds) * 1000
    print(f"{what}: {middle:.0f} ms ({low:.0f} to {high:.0f}){most}", flush=True)


if __name__ == "__main__":
    main()
