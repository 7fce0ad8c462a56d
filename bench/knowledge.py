"""What is found in documents against what is true, and how fast.

    python bench/knowledge.py [--list] [--only NAME] [--field FIELD]
                              [--no-speed] [--pin]

Runs the whole way (extract, repair, split, annotate) over the gold set of tests/gold:
the five real documents of ../shared/seeds and the project's own. Per field: what is
true, what was found, how much of it is right, precision, recall, and how often what is
said beside the name holds. --list tells what was missed, made up or said wrongly;
--only is a regular expression for the names of gold files; --pin raises the floors
of tests/gold to what is reached. The speed of annotation is told for each folder, that
of ../shared/testdata among them: short texts full of facts take longest.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # run as a script, only this folder would be looked through

from bench.floors import digest, pin  # noqa: E402 - found from here on
from bench.hostile import growth  # noqa: E402
from bench.tallies import Tally  # noqa: E402
from bench.whole_way import entries_of, measured  # noqa: E402
from casebase.annotate import annotate  # noqa: E402
from casebase.document import Document  # noqa: E402
from casebase.entry import Entry  # noqa: E402
from casebase.lexicon import Lexicon, load_lexicon  # noqa: E402

GOLD = ROOT / "tests" / "gold"
SEEDS = ROOT.parent / "shared" / "seeds"
TESTDATA = ROOT.parent / "shared" / "testdata" / "files"
RUNS = 5
Read = tuple[Document, tuple[Entry, ...]]
OURS = ("own", "fresh", "held", "last")


def main() -> None:
    """Print the tables, then the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="what was missed or extra")
    parser.add_argument("--only", default="", help="only such gold files")
    parser.add_argument("--field", default="", help="only this field")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--pin", action="store_true", help="raise the floors")
    options = parser.parse_args()
    lexicon = load_lexicon()
    folders = {GOLD / "seeds": SEEDS} | {GOLD / name: GOLD / name for name in OURS}
    there = {golds: texts for golds, texts in folders.items() if texts.is_dir()}
    for golds, texts in there.items():
        print(f"{golds.name:12s}  gold found right  precision recall  of the right")
        tallies = measured(golds, texts, lexicon, options.only)
        for field, tally in tallies.items():
            if options.field in {"", field}:
                _print(field, tally, everything=options.list)
        if options.pin and not options.only:
            gold = digest(golds, texts if texts == golds else None)
            pin(GOLD / f"floors-{golds.name}.toml", gold, tallies)
    if not options.no_speed:
        _speed([it for it in (*there.values(), TESTDATA) if it.is_dir()], lexicon)


def _print(field: str, tally: Tally, *, everything: bool) -> None:
    shares = [f"{part} {tally.share(part):.2f}" for part in sorted(tally.judged)]
    counts = f"{tally.gold:6d}{tally.found:6d}{tally.right:6d}"
    rates = f"{tally.precision:11.3f}{tally.recall:7.3f}"
    print(f"{field:12s}{counts}{rates}  {', '.join(shares)}".rstrip())
    if everything:
        for mark, lines in zip(
            "-+~", (tally.missed, tally.extra, tally.wrong), strict=True
        ):
            for line in lines:
                print(f"    {mark} {line}")


def _speed(folders: list[Path], lexicon: Lexicon) -> None:
    print("annotation on one core: characters; characters a second, median of runs")
    for folder in folders:
        documents = list(entries_of([folder]))
        size = sum(len(entry.text) for _, entries in documents for entry in entries)
        _seconds(documents, lexicon)  # makes what is made once
        seconds = statistics.median(_seconds(documents, lexicon) for _ in range(RUNS))
        print(f"    {folder.name:28.28s}{size:10,}{size / seconds:14,.0f}", flush=True)
    print("hostile text: characters; characters a second; time for four times the text")
    for piece, size, speed, times in growth(lexicon):
        print(f"    {piece!r:28.28s}{size:10,}{speed:14,.0f}{times:7.1f}", flush=True)


def _seconds(documents: list[Read], lexicon: Lexicon) -> float:
    """The processor time that annotating them takes."""
    begin = time.process_time()
    for document, entries in documents:
        annotate(document, entries, lexicon)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
