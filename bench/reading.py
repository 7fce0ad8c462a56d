"""How faithfully documents are read, how fast, and in how much memory.

    python bench/reading.py [TESTDATA] [--only PART] [--no-speed]
    python bench/reading.py --made N [--seed S] [--only PART] [--keep FOLDER]

TESTDATA is a folder with files/ and truth/ (default ../shared/testdata). Every file is
read in a child of its own, as a worker of the product reads it. Measures: white space
removed, NFKC; error = edit distance over the length of the truth, what should not be
there counted as insertions; order = the share of the truth's consecutive 12-character
chunks that are found in sequence; pages/s are those of one core's work. With --made, N
documents of every kind are made with the Chromium of the machine, which nobody has seen
before. --only is a regular expression, looked for in names.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mean
from unicodedata import east_asian_width

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # run as a script, only this folder would be looked through

from bench.absurd import memory  # noqa: E402 - found from here on
from bench.made import report  # noqa: E402 - found from here on
from bench.pages import case_pages  # noqa: E402
from bench.readings import Read, in_child  # noqa: E402
from bench.scores import Score, score  # noqa: E402
from bench.speed import LONG, mixed  # noqa: E402
from bench.truth import Truth, load  # noqa: E402

HEADS = (
    "error", "order", "anchors", "forbid", "title", "date", "cases", "cells", "pages",
    "s", "cpu s", "pages/s", "MB",
)  # fmt: skip
WIDTH = 44
Row = tuple[Path, Truth, Read, Score]


def main() -> None:
    """Read every file, print what came of it, then the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = ROOT.parent / "shared" / "testdata"
    parser.add_argument("testdata", type=Path, nargs="?", default=shared)
    parser.add_argument("--only", default="", help="only such files or kinds")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--made", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="leave made documents here")
    options = parser.parse_args()
    if options.made:
        report(options.made, options.seed, options.only, options.keep)
        return
    print(_line("file", HEADS))
    rows = list(measured(options.testdata, options.only))
    _summary(rows)
    if not options.no_speed and not options.only:
        _hostile()
        _speed(rows)


def measured(testdata: Path, only: str = "") -> Iterable[Row]:
    """Every file of the test material that has a truth, read and scored."""
    for path in sorted((testdata / "files").iterdir()):
        if re.search(only, path.name):
            truth = load(testdata / "truth" / f"{path.name}.json")
            read = in_child(path)
            pages = case_pages(path, truth) if truth.cases else None
            row = path, truth, read, score(read, truth, pages)
            _print(row)
            yield row


def _print(row: Row) -> None:
    path, truth, read, scored = row
    print(_line(path.name, _cells(read, scored)), flush=True)
    for word in scored.forbidden:
        print(f"    should not be there: {word[:60]}")
    if scored.title is False:
        print(f"    title: {read.title[:40]!r}, should be {truth.title[:40]!r}")
    if scored.date is False:
        print(f"    date: {read.date!r}, should be {truth.date!r}")
    for problem in read.problems[:5]:
        print(f"    problem: {problem[:80]}")


def _cells(read: Read, scored: Score) -> list[str]:
    return [
        _share(scored.error), _share(scored.order), _count(scored.anchors),
        str(len(scored.forbidden)), _yes(scored.title), _yes(scored.date),
        _count(scored.cases), _count(scored.cells), str(read.pages),
        f"{read.seconds:.2f}", f"{read.work:.2f}", f"{read.pages / read.work:.1f}",
        f"{read.memory:.0f}",
    ]  # fmt: skip


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _count(value: tuple[int, int] | None) -> str:
    return "" if value is None else f"{value[0]}/{value[1]}"


def _yes(value: bool | None) -> str:  # noqa: FBT001 - a cell, not a switch
    return "" if value is None else ("yes" if value else "NO")


def _line(name: str, cells: Sequence[str]) -> str:
    short = name if len(name) <= WIDTH else f"{name[: WIDTH - 1]}…"
    wide = sum(east_asian_width(char) in "FW" for char in short)
    return (
        short
        + " " * (WIDTH + 1 - len(short) - wide)
        + "".join(f"{cell:>9}" for cell in cells)
    )


def _summary(rows: Sequence[Row]) -> None:
    print()
    classes = {"text formats": False, "scan": True}
    for name, scan in classes.items():
        scored = [s for _, truth, _, s in rows if truth.scan == scan]
        errors = [s.error for s in scored if s.error is not None]
        orders = [s.order for s in scored if s.order is not None]
        if errors:
            print(
                f"{name}: mean error {mean(errors):.4f}, mean order {mean(orders):.4f}"
                f" ({len(errors)} files)"
            )
    scores = [s for *_, s in rows]
    for name in ("anchors", "cases", "cells"):
        shares = [share for s in scores if (share := getattr(s, name)) is not None]
        print(f"{name}: {sum(a for a, _ in shares)}/{sum(b for _, b in shares)}")
    print(f"forbidden: {sum(len(s.forbidden) for s in scores)}")
    for name in ("title", "date"):
        known = [value for s in scores if (value := getattr(s, name)) is not None]
        print(f"{name}s right: {sum(known)}/{len(known)}")
    most = max(rows, key=lambda row: row[2].memory)
    print(f"most memory: {most[2].memory:.0f} MB ({most[0].name}), limit 500")


def _hostile() -> None:
    for name, size, most in memory():
        print(f"memory of a hostile file: {most:.0f} MB ({size:.1f} MB, {name})")


def _speed(rows: Sequence[Row]) -> None:
    for path, _, read, _ in rows:
        if read.pages >= LONG:
            print(
                f"{path.name}: {read.pages} pages in {read.seconds:.2f} s, of them"
                f" {read.work:.2f} s of one core's work, limit 4"
            )
    texts = [path for path, truth, _, _ in rows if not truth.scan]
    found = mixed(texts, {path: read.pages for path, _, read, _ in rows})
    print(
        f"100 mixed files on 2 cores: {found.pages} pages in {found.seconds:.1f} s"
        f" ({found.work:.1f} s of work), {found.pages / found.seconds:.1f} pages/s,"
        " at least 20"
    )


if __name__ == "__main__":
    main()
