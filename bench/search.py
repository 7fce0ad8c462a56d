"""How long an engine takes to build and to search, on passages one has.

    python bench/search.py PASSAGES.jsonl.xz --count 10000 [--queries QUERIES.json]

PASSAGES has a JSON list a line: id, title, text, year, genre. QUERIES is a list of
{"kind", "text", "terms"}; without it, queries are taken from the passages.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import Any

from casebase.engines import backend
from casebase.engines.engine import Engine, Record, Request
from casebase.matching import And, Node, Or, Phrase, Term
from casebase.text.grams import gram_tokens
from casebase.text.segment import Segmenter

FACETS = {"year": 10, "genre": 10}


def main() -> None:
    """Build, search, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--engine", default="whoosh")
    options = parser.parse_args()
    segmenter = Segmenter()
    rows = list(islice(_rows(options.passages), options.count))
    records, seconds = _timed(lambda: [_record(row, segmenter) for row in rows])
    tokens = sum(len(t) for record in records for t in record.tokens.values())
    print(f"{len(records)} passages, {tokens:,} tokens, cut in {seconds:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        made = backend(options.engine)
        _, seconds = _timed(lambda: made.build(path, records))
        size = sum(file.stat().st_size for file in path.iterdir()) / 1e6
        print(f"built in {seconds:.1f} s, {size:.1f} MB")
        _change(made, path, records[:10])
        engine, seconds = _timed(lambda: made.open(path))
        print(f"opened in {seconds * 1000:.0f} ms")
        _report(engine, _queries(options.queries, rows), segmenter)
        engine.close()


def _change(made: Any, path: Path, records: list[Record]) -> None:  # noqa: ANN401
    changed = path.with_name("changed")
    _, seconds = _timed(lambda: made.build(changed, records, base=path))
    print(f"{len(records)} passages replaced in {seconds * 1000:.0f} ms")


def _rows(path: Path) -> Iterator[list[Any]]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _record(row: list[Any], segmenter: Segmenter) -> Record:
    name, title, text, year, genre = row
    grams = gram_tokens(title)
    return Record(
        id=name,
        tokens={
            "title": segmenter.tokens(title),
            "text": segmenter.tokens(text),
            "title_grams": grams,
            "grams": [*grams, "\n", *gram_tokens(text)],
        },
        facets={"year": (str(year),), "genre": (genre,)},
    )


def _queries(path: Path | None, rows: list[list[Any]]) -> list[tuple[str, str]]:
    if path:
        given = json.loads(path.read_text(encoding="utf-8"))
        return [(query["kind"], query["text"]) for query in given]
    chance = random.Random(1)  # noqa: S311 - the same queries every time
    texts = [row[2] for row in chance.sample(rows, 100)]
    return [("from text", text[:4]) for text in texts]


def _words(text: str, segmenter: Segmenter) -> Node:
    return And(
        tuple(
            Or((Term("title", token, 3.0), Term("text", token)))
            for token in segmenter.tokens(text)
        )
    )


def _report(
    engine: Engine, queries: list[tuple[str, str]], segmenter: Segmenter
) -> None:
    forms: dict[str, Callable[[str], Node]] = {
        "words": lambda text: _words(text, segmenter),
        "exact": lambda text: Phrase("grams", tuple(gram_tokens(text))),
    }
    print(f"{'':24}{'p50 ms':>8}{'p95 ms':>8}{'worst':>8}{'hits':>9}")
    for form, node in forms.items():
        for turn in ("first", "again"):
            _table(engine, [(k, node(t)) for k, t in queries], f"{form}, {turn}")


def _table(engine: Engine, nodes: list[tuple[str, Node]], name: str) -> None:
    times, totals = [], []
    for _, node in nodes:
        answer, seconds = _timed(lambda: engine.search(Request(node, facets=FACETS)))  # noqa: B023 - called at once
        times.append(seconds * 1000)
        totals.append(answer.total)
    cuts = quantiles(times, n=20)
    mean = sum(totals) / len(totals)
    print(f"{name:24}{cuts[9]:8.2f}{cuts[18]:8.2f}{max(times):8.2f}{mean:9.1f}")


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    done = work()
    return done, time.perf_counter() - start


if __name__ == "__main__":
    main()
