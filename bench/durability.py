"""Killed at any moment, damaged in any file: what is lost, what is answered wrongly.

    python bench/durability.py [--kills 200] [--damages 50] [--engine NAME]

A home with a few documents is brought up to date by `casebase reindex`, which is killed
by SIGKILL at random moments; then bytes of its index are flipped, cut off, zeroed, put
into another file's place or deleted. After each the index must answer as before, or as
the finished run would, or say that it is damaged; and `casebase doctor --repair` must
bring all back. 0 wrong answers and 0 lost documents are wanted.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # run as a script, only this folder would be looked through

from casebase.build import Silent, doctor, reindex, repair  # noqa: E402
from casebase.catalogue import Catalogue  # noqa: E402
from casebase.engines import ENGINES  # noqa: E402
from casebase.errors import CasebaseError  # noqa: E402
from casebase.query import Query  # noqa: E402
from casebase.search.service import Searcher, open_searcher  # noqa: E402
from casebase.settings import Settings, load_settings  # noqa: E402

FILES = 12
ASKED = ("支部", "“一支部一品牌”", "年度计划 责任", "第3篇", "建设", "产教融合")
TOPICS = ("样板支部建设", "产教融合育人", "一支部一品牌", "书记工作室", "志愿服务")
Shown = tuple[object, ...]


@dataclass
class Tally:
    """What came of it all: how often what was seen, and how often it was wrong."""

    seen: Counter[str] = field(default_factory=Counter)
    wrong: int = 0
    lost: int = 0


def write(home: Settings, version: int) -> None:
    """Give every file another text."""
    home.corpus.mkdir(parents=True, exist_ok=True)
    for number in range(FILES):
        topic = TOPICS[number % len(TOPICS)]
        body = f"第{number}党支部围绕{topic}制定年度计划，明确责任分工和完成时限。"
        path = home.corpus / f"文{number}.md"
        text = f"# 第{version}版第{number}篇{topic}纪实\n\n{body * 9}\n\n{body[::-1]}\n"
        path.write_text(text, encoding="utf-8")


def shown(home: Settings) -> Shown | None:
    """What people see of the index; None where it says that it cannot be read."""
    try:
        with Catalogue.open(home.database) as catalogue:
            entries = list(catalogue.all_entries())
            known = tuple(
                (it.title, it.text, it.document, tuple(it.facts)) for it in entries
            )
            cards = tuple((it.name, it.title) for it in catalogue.documents())
        with closing(open_searcher(home)) as searcher:
            return (known, cards, *(_answered(searcher, it) for it in ASKED))
    except CasebaseError:
        return None


def _answered(searcher: Searcher, text: str) -> object:
    found = searcher.search(Query(text))
    facets = {name: tuple(counts) for name, counts in found.facets.items()}
    hits = tuple(
        (hit.entry.title, hit.entry.document, hit.snippets) for hit in found.hits
    )
    return found.total, hits, sorted(facets.items())


def killed(home: Settings, kills: int, chance: random.Random) -> Tally:
    """Kill runs at random moments; every third one is followed by a whole run."""
    tally = Tally()
    write(home, 0)
    began = time.monotonic()
    _run(home)
    took = time.monotonic() - began
    before = shown(home)
    for kill in range(1, kills + 1):
        write(home, kill)
        running = _started(home)
        try:
            running.wait(chance.uniform(0.05, took))
            tally.seen["done in time"] += 1
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
            tally.seen["killed"] += 1
        now = shown(home)
        titles = {title for title, *_ in now[0]} if now else set()  # type: ignore[attr-defined]
        versions = {title.partition("第")[2].partition("版")[0] for title in titles}
        if now != before and versions != {str(kill)}:
            tally.wrong += 1
        tally.lost += FILES - len(titles)
        if kill % 3 == 0:
            _run(home)
        before = shown(home)
    return tally


def _started(home: Settings) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "casebase.cli", "--home", str(home.home)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603 - our own command
        [*command, "reindex"], cwd=ROOT, stdout=quiet, stderr=quiet
    )


def _run(home: Settings) -> None:
    if _started(home).wait():
        raise RuntimeError("a run that nobody killed did not end well")


def damaged(home: Settings, damages: int, chance: random.Random) -> Tally:
    """Damage a file of a whole index, look, repair, look again; so many times."""
    tally = Tally()
    write(home, 0)
    reindex(home)
    whole = shown(home)
    kept = home.home / "kept"
    shutil.copytree(home.index, kept)
    for _ in range(damages):
        shutil.rmtree(home.index)
        shutil.copytree(kept, home.index)
        what = _damage(home, chance)
        found = shown(home)
        noticed = found is None or not all(it.well for it in doctor(home))
        tally.seen[f"{what}: {'noticed' if noticed else 'harmless'}"] += 1
        tally.wrong += found not in (whole, None)
        list(repair(home, Silent()))
        after = shown(home)
        tally.wrong += after != whole
        tally.lost += len(whole[0]) - len(after[0]) if whole and after else FILES  # type: ignore[arg-type]
    return tally


def _damage(home: Settings, chance: random.Random) -> str:
    path, kind = chance.choice(list(_targets(home)))
    name, do = chance.choice(list(DAMAGES.items()))
    do(path, chance)
    return f"{kind} {name}"


def _targets(home: Settings) -> Iterator[tuple[Path, str]]:
    """Files, the database as often as all of the engine's together."""
    engine = [it for it in sorted(home.index.glob("engine/*/*")) if it.stat().st_size]
    for path in engine:
        yield path, "manifest" if path.name == "manifest.json" else "engine file"
        yield home.index / "catalogue.sqlite", "catalogue"


def _flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def _cut(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data))])


def _zero(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    end = min(at + chance.choice((64, 512, 4096)), len(data))
    data[at:end] = bytes(end - at)
    path.write_bytes(data)


def _swap(path: Path, chance: random.Random) -> None:
    others = [it for it in path.parent.iterdir() if it.is_file() and it != path]
    if not others:
        path.write_bytes(path.read_bytes()[::-1])
        return
    other = chance.choice(others)
    one, two = path.read_bytes(), other.read_bytes()
    path.write_bytes(two)
    other.write_bytes(one)


def _delete(path: Path, _: random.Random) -> None:
    path.unlink()


DAMAGES: dict[str, Callable[[Path, random.Random], None]] = {
    "flipped": _flip,
    "cut off": _cut,
    "zeroed": _zero,
    "swapped": _swap,
    "deleted": _delete,
}


def main() -> None:
    """Kill and damage, print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--damages", type=int, default=50)
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for engine in options.engine or ENGINES:
        for name, work, times in (
            ("kills", killed, options.kills),
            ("damages", damaged, options.damages),
        ):
            with TemporaryDirectory() as folder:
                Path(folder, "casebase.toml").write_text(f'engine = "{engine}"\n')
                home = load_settings(folder)
                tally = work(home, times, random.Random(options.seed))  # noqa: S311 - moments and places, not secrets
            print(
                f"{engine}: {times} {name}: {tally.wrong} wrong answers,"
                f" {tally.lost} lost documents"
            )
            for what, count in sorted(tally.seen.items()):
                print(f"    {what}: {count}", flush=True)


if __name__ == "__main__":
    main()
