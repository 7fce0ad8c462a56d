"""The judged queries over the real documents: floors that may rise, not fall.

Each file of queries is named by its digest, so that nobody raises a figure by judging
otherwise. What nobody tuned to (held) stands beside what was tuned.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from casebase.search.evaluation import evaluate, load_queries
from casebase.search.service import Searcher, open_searcher
from casebase.settings import load_settings

pytestmark = pytest.mark.acceptance

OWN = Path(__file__).parent / "data"
NEAR_TOP = 5


@dataclass(frozen=True)
class Floor:
    """What the answers to a file of queries reach at least."""

    digest: str
    ndcg: float
    mrr: float
    recall: float


FLOORS = {
    "search.json": Floor("989fe0229c1575e1", 0.97, 0.99, 0.97),
    "tuned.toml": Floor("620e9885ffdc21b0", 0.91, 0.92, 0.96),
    "held.toml": Floor("f1ac4d71ff1f7925", 0.90, 0.89, 0.98),
}


@pytest.fixture(scope="module")
def searcher(everything_and_seeds: Path) -> Iterator[Searcher]:
    opened = open_searcher(load_settings(everything_and_seeds))
    yield opened
    opened.close()


@pytest.mark.parametrize("name", FLOORS)
def test_judged_queries(searcher: Searcher, shared: Path, name: str) -> None:
    path = shared / "testdata" / name if name == "search.json" else OWN / name
    floor = FLOORS[name]
    assert hashlib.sha256(path.read_bytes()).hexdigest()[:16] == floor.digest
    found = evaluate(load_queries(path), searcher.search)
    far = [o.id for o in found.outcomes if o.reciprocal_rank < 1 / NEAR_TOP]
    assert far == []
    assert found.ndcg >= floor.ndcg
    assert found.mrr >= floor.mrr
    assert found.recall >= floor.recall
