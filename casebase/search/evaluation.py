"""How well searching answers judged queries: nDCG@10, MRR and recall@20.

A file of judged queries, in JSON or (`.toml`) in TOML, holds `{"queries": [{"id", "q",
"kind", "relevant": [{"doc", "unit", "grade", "evidence"}]}]}`. A hit satisfies a judged
item when its document is `doc`, or its text stands there too, and its title or text
holds `evidence`, white space and character width aside.
Grades are 1 to 3, the gain of an item is 2^grade - 1 (Järvelin and Kekäläinen 2002, in
the form of Burges et al. 2005).
"""

from __future__ import annotations

import json
import math
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from statistics import fmean
from typing import Any

from casebase.errors import BadRequestError
from casebase.query import Query
from casebase.results import Hit, Results

GAIN_DEPTH = 10
RECALL_DEPTH = 20
SHAPE = "文件应是 JSON 或 TOML，其中 queries 的每一项有 id、q 和 relevant。"


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing that answers a query, and how well (3 best, 1 least)."""

    doc: str
    grade: int
    evidence: str


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A query with all that answers it; where nothing does, no hit is wanted."""

    id: str
    text: str
    kind: str
    relevant: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one query went; `ranks` is the 1-based rank of each judged item, or None."""

    id: str
    text: str
    kind: str
    total: int
    ndcg: float
    reciprocal_rank: float
    recall: float
    ranks: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How all went; the means are over the queries."""

    outcomes: tuple[Outcome, ...]
    ndcg: float
    mrr: float
    recall: float

    def to_json(self) -> dict[str, Any]:
        """The shape of `casebase eval --json`."""
        return {
            "ndcg@10": round(self.ndcg, 4),
            "mrr": round(self.mrr, 4),
            "recall@20": round(self.recall, 4),
            "queries": [_rounded(asdict(outcome)) for outcome in self.outcomes],
        }


def load_queries(path: Path) -> tuple[JudgedQuery, ...]:
    """The judged queries of a file.

    Raises:
        BadRequestError: It cannot be read, or is not of that shape.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        loads = tomllib.loads if path.suffix == ".toml" else json.loads
        given = loads(text)
        queries = tuple(_query(query) for query in given["queries"])
    except OSError as error:
        raise BadRequestError(f"读不到文件 {path}。", "请检查路径。") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadRequestError(f"{path} 不是可用的评测文件。", SHAPE) from error
    if not queries:
        raise BadRequestError(f"{path} 中没有检索词。", SHAPE)
    return queries


def _query(given: dict[str, Any]) -> JudgedQuery:
    relevant = tuple(
        Judged(str(item["doc"]), int(item["grade"]), str(item.get("evidence") or ""))
        for item in given.get("relevant", ())
    )
    kind = str(given.get("kind", ""))
    return JudgedQuery(str(given["id"]), str(given["q"]), kind, relevant)


def evaluate(
    queries: Sequence[JudgedQuery], search: Callable[[Query], Results]
) -> Evaluation:
    """Ask all of `queries` (at least one) and judge the answers."""
    outcomes = tuple(_judge(query, search) for query in queries)
    return Evaluation(
        outcomes=outcomes,
        ndcg=fmean(outcome.ndcg for outcome in outcomes),
        mrr=fmean(outcome.reciprocal_rank for outcome in outcomes),
        recall=fmean(outcome.recall for outcome in outcomes),
    )


def _judge(query: JudgedQuery, search: Callable[[Query], Results]) -> Outcome:
    results = search(Query(text=query.text, limit=RECALL_DEPTH))
    ranks = tuple(_rank(item, results.hits) for item in query.relevant)
    honest = float(not results.total)  # of a query that nothing answers
    found = [rank for rank in ranks if rank is not None]
    return Outcome(
        id=query.id,
        text=query.text,
        kind=query.kind,
        total=results.total,
        ndcg=_ndcg(query.relevant, ranks) if ranks else honest,
        reciprocal_rank=(1 / min(found) if found else 0.0) if ranks else honest,
        recall=len(found) / len(ranks) if ranks else honest,
        ranks=ranks,
    )


def _rank(item: Judged, hits: Sequence[Hit]) -> int | None:
    """The rank of the first hit that satisfies the item."""
    fitting = (rank for rank, hit in enumerate(hits, 1) if satisfies(hit, item))
    return next(fitting, None)


def satisfies(hit: Hit, item: Judged) -> bool:
    """Whether the hit, or a copy of it, is from the document, with the evidence."""
    entry = hit.entry
    documents = (entry.document, *(copy.document for copy in hit.also_in))
    return any(stands_for(document, item.doc) for document in documents) and (
        _narrow(item.evidence) in _narrow(f"{entry.title}\n{entry.text}")
    )


def stands_for(document: str, doc: str) -> bool:
    """Whether the file at a path below corpus/ is the document judged as `doc`.

    That is so when its stem is `doc`, when a part of the stem between underscores is,
    or when the stem begins with the number that ends `doc` (doc007: 007_report.txt).
    """
    stem = PurePosixPath(document).stem
    if doc == stem or doc in stem.split("_"):
        return True
    number = re.search(r"\d+$", doc)
    return number is not None and re.match(rf"{number[0]}(?!\d)", stem) is not None


def _ndcg(relevant: Iterable[Judged], ranks: Iterable[int | None]) -> float:
    """Items that one entry satisfies stand at its rank, each once; at most 1."""
    gains = [2.0**item.grade - 1 for item in relevant]
    ideal = _discounted(enumerate(sorted(gains, reverse=True), 1))
    placed = zip(ranks, gains, strict=True)
    reached = _discounted((rank, gain) for rank, gain in placed if rank is not None)
    return min(1.0, reached / ideal) if ideal else 0.0


def _discounted(placed: Iterable[tuple[int, float]]) -> float:
    return sum(
        gain / math.log2(rank + 1) for rank, gain in placed if rank <= GAIN_DEPTH
    )


def _narrow(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in values.items()
    }
