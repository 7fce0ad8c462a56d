"""The judged queries over the real documents: floors that may rise, not fall.

Pinyin and typing errors are not understood yet, so their queries are left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from casebase.search.evaluation import evaluate, load_queries
from casebase.search.service import open_searcher
from casebase.settings import load_settings

pytestmark = pytest.mark.acceptance

NOT_YET = {"pinyin", "typo"}
NDCG, MRR, RECALL = 0.90, 0.95, 0.90
NEAR_TOP = 5


def test_judged_queries(shared: Path, everything: Path) -> None:
    queries = load_queries(shared / "testdata" / "search.json")
    asked = [query for query in queries if query.kind not in NOT_YET]
    searcher = open_searcher(load_settings(everything))
    found = evaluate(asked, searcher.search)
    searcher.close()
    far = [o.id for o in found.outcomes if o.reciprocal_rank < 1 / NEAR_TOP]
    assert far == []
    assert found.ndcg >= NDCG
    assert found.mrr >= MRR
    assert found.recall >= RECALL
