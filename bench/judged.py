"""How well judged queries are answered, by us and by what others do with the same.

    python bench/judged.py HOME QUERIES [QUERIES...]

HOME holds an index; its catalogue tells the entries that all are given. QUERIES are
files as `casebase eval` takes them. Beside ours, on each engine that is installed:
stock Whoosh with jieba's ChineseAnalyzer, SQLite FTS5 with its trigram tokenizer, and
BM25 (Robertson and Zaragoza 2009, k1 1.2, b 0.75) over jieba's words, any of which may
be missing. Copies of a text count for each other everywhere.
"""

from __future__ import annotations

import argparse
import math
import sqlite3
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from casebase import extras
from casebase.catalogue import Catalogue, State
from casebase.engines import ENGINES, backend
from casebase.engines.engine import Engine
from casebase.entry import Entry
from casebase.lexicon import load_lexicon
from casebase.query import Query
from casebase.results import Copy, Hit, Results
from casebase.search.evaluation import Evaluation, evaluate, load_queries
from casebase.search.records import record
from casebase.search.service import Searcher
from casebase.settings import load_settings
from casebase.text.segment import Segmenter

DEPTH = 20
NEAR_TOP = 5
K1, B = 1.2, 0.75
Rank = Callable[[str], Sequence[int]]  # a query to places among the entries, best first


def main() -> None:
    """Ask everybody everything; print a table for each file of queries."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("queries", type=Path, nargs="+")
    options = parser.parse_args()
    settings = load_settings(options.home)
    catalogue = Catalogue.open(settings.database)
    entries = list(catalogue.all_entries())
    copies = catalogue.also_in([entry.id for entry in entries])
    with tempfile.TemporaryDirectory() as folder:
        ranks = {
            "Whoosh with ChineseAnalyzer": stock_whoosh(entries, Path(folder)),
            "SQLite FTS5 trigram": trigrams(entries),
            "BM25, jieba's words": plain_bm25(entries),
        }
        asked: dict[str, Callable[[Query], Results]] = {
            name: lambda query, rank=rank: _results(query, rank, entries, copies)  # type: ignore[misc]  # bound now
            for name, rank in ranks.items()
        }
        for path in options.queries:
            queries = load_queries(path)
            print(f"\n{path.name}: {len(queries)} queries, {len(entries)} entries")
            print("| | nDCG@10 | MRR | recall@20 | none in the first 5 |")
            print("|---|---|---|---|---|")
            for name, search in asked.items():
                _row(name, evaluate(queries, search))
            for name in ENGINES:
                if name == "whoosh" or extras.fast_engine():
                    with ours(name, entries, catalogue, options.home) as search:
                        _row(f"casebase on {name}", evaluate(queries, search))


def _row(name: str, found: Evaluation) -> None:
    far = sum(one.reciprocal_rank < 1 / NEAR_TOP for one in found.outcomes)
    print(
        f"| {name} | {found.ndcg:.3f} | {found.mrr:.3f} | {found.recall:.3f} | {far} |"
    )


def _results(
    query: Query,
    rank: Rank,
    entries: Sequence[Entry],
    copies: Mapping[str, tuple[Copy, ...]],
) -> Results:
    best = [entries[place] for place in rank(query.text)[: query.limit]]
    hits = tuple(Hit(it, 0.0, (), also_in=copies.get(it.id, ())) for it in best)
    return Results(query, len(hits), hits, {})


def stock_whoosh(entries: Sequence[Entry], folder: Path) -> Rank:
    """As its documentation shows it: title and text, all words wanted."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba.analyse import ChineseAnalyzer  # noqa: PLC0415 - it warns
        from whoosh import fields, index  # noqa: PLC0415 - so does it
        from whoosh.qparser import MultifieldParser  # noqa: PLC0415
    text = fields.TEXT(analyzer=ChineseAnalyzer())
    schema = fields.Schema(place=fields.STORED, title=text, text=text)
    made = index.create_in(folder, schema)
    writer = made.writer()
    for place, entry in enumerate(entries):
        writer.add_document(place=place, title=entry.title, text=entry.text)
    writer.commit()
    searcher = made.searcher()
    parser = MultifieldParser(["title", "text"], schema)

    def rank(typed: str) -> list[int]:
        hits = searcher.search(parser.parse(typed), limit=DEPTH)
        return [hit["place"] for hit in hits]

    return rank


def trigrams(entries: Sequence[Entry]) -> Rank:
    """Each piece between spaces as a string; pieces of two characters match nothing."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE held USING fts5(title, body, tokenize = 'trigram')"
    )
    rows = ((place, it.title, it.text) for place, it in enumerate(entries, 1))
    database.executemany("INSERT INTO held (rowid, title, body) VALUES (?, ?, ?)", rows)

    def rank(typed: str) -> list[int]:
        pieces = (piece.replace('"', '""') for piece in typed.split())
        wanted = " ".join(f'"{piece}"' for piece in pieces)
        found = database.execute(
            "SELECT rowid FROM held WHERE held MATCH ? ORDER BY rank LIMIT ?",
            (wanted, DEPTH),
        )
        return [row[0] - 1 for row in found]

    return rank


def plain_bm25(entries: Sequence[Entry]) -> Rank:
    """Title and text as one, by the words of stock jieba."""
    segmenter = Segmenter()
    counts = [Counter(segmenter.tokens(f"{it.title}\n{it.text}")) for it in entries]
    lengths = [sum(count.values()) for count in counts]
    mean = sum(lengths) / len(lengths)
    having = Counter(token for count in counts for token in count)

    def weight(token: str, place: int) -> float:
        often = counts[place][token]
        rarity = math.log(
            1 + (len(entries) - having[token] + 0.5) / (having[token] + 0.5)
        )
        return (
            rarity
            * often
            * (K1 + 1)
            / (often + K1 * (1 - B + B * lengths[place] / mean))
        )

    def rank(typed: str) -> list[int]:
        wanted = dict.fromkeys(segmenter.tokens(typed))
        scores = {
            place: sum(weight(token, place) for token in wanted)
            for place, count in enumerate(counts)
            if not wanted.keys().isdisjoint(count)
        }
        return sorted(scores, key=lambda place: (-scores[place], place))[:DEPTH]

    return rank


@contextmanager
def ours(
    name: str, entries: Sequence[Entry], catalogue: Catalogue, home: Path
) -> Iterator[Callable[[Query], Results]]:
    """The service over an engine that is built for it."""
    lexicon = load_lexicon(load_settings(home).lexicons)
    segmenter = Segmenter(lexicon.terms())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "engine"
        backend(name).build(path, (record(entry, segmenter) for entry in entries))

        def opened(state: State) -> Engine:
            del state
            return backend(name).open(path)

        searcher = Searcher(catalogue, opened, lexicon, segmenter)
        yield searcher.search
        searcher.close()


if __name__ == "__main__":
    main()
