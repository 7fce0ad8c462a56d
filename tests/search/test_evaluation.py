"""The measures, against figures worked out by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from casebase.errors import BadRequestError
from casebase.query import Query
from casebase.results import Copy, Hit, Results
from casebase.search.evaluation import (
    Judged,
    JudgedQuery,
    evaluate,
    load_queries,
    satisfies,
    stands_for,
)
from tests.search.invented import entry

FIRST = entry(1, "一", "支部 品牌", document="a_doc1.pdf")
SECOND = entry(2, "二", "党课", document="doc2.txt")
OTHER = entry(3, "三", "其他", document="other.txt")


def answer(*entries: object) -> Results:
    hits = tuple(Hit(found, 1.0, ()) for found in entries)  # type: ignore[arg-type]  # entries
    return Results(Query(), len(hits), hits, {})


def judged(*relevant: Judged) -> JudgedQuery:
    return JudgedQuery("Q", "问", "", relevant)


BEST = Judged("doc1", 3, "支部品牌")
GOOD = Judged("doc2", 2, "党课")


def test_the_best_order_is_one() -> None:
    found = evaluate([judged(BEST, GOOD)], lambda _: answer(FIRST, SECOND))
    assert (found.ndcg, found.mrr, found.recall) == (1, 1, 1)


def test_a_worse_order() -> None:
    found = evaluate([judged(BEST, GOOD)], lambda _: answer(OTHER, SECOND, FIRST))
    gained = 3 / math.log2(3) + 7 / math.log2(4)
    assert found.ndcg == pytest.approx(gained / (7 + 3 / math.log2(3)))
    assert found.mrr == 0.5
    assert found.outcomes[0].ranks == (3, 2)


def test_what_is_not_found() -> None:
    found = evaluate([judged(BEST, GOOD)], lambda _: answer(SECOND))
    assert found.recall == 0.5
    assert evaluate([judged(BEST)], lambda _: answer(OTHER)).mrr == 0


def test_an_item_counts_once_and_only_among_the_first_ten() -> None:
    twice = evaluate([judged(BEST)], lambda _: answer(FIRST, FIRST))
    assert twice.ndcg == 1
    late = evaluate([judged(BEST)], lambda _: answer(*[OTHER] * 10, FIRST))
    assert (late.ndcg, late.recall) == (0, 1)


def test_one_entry_may_satisfy_two_items() -> None:
    both = judged(Judged("doc1", 3, "支部"), Judged("doc1", 2, "品牌"))
    assert evaluate([both], lambda _: answer(FIRST)).ndcg == 1


def test_where_nothing_is_relevant_no_hit_is_wanted() -> None:
    assert evaluate([judged()], lambda _: answer()).ndcg == 1
    assert evaluate([judged()], lambda _: answer(OTHER)).ndcg == 0


def test_it_asks_for_twenty() -> None:
    asked: list[Query] = []

    def search(query: Query) -> Results:
        asked.append(query)
        return answer()

    evaluate([judged(BEST)], search)
    assert asked == [Query("问", limit=20)]


@pytest.mark.parametrize(
    ("path", "doc", "does"),
    [
        ("报告/doc7.pdf", "doc7", True),
        ("made_doc7.html", "doc7", True),
        ("made_doc7_v2.html", "doc7", True),
        ("007_3fa2.txt", "doc007", True),
        ("0071.txt", "doc007", False),
        ("made_doc77.html", "doc7", False),
        ("条例(2020-10-10).md", "条例(2020-10-10)", True),
        ("law_条例(2020-10-10).md", "law_条例(2020-10-10)", True),
        ("doc7.pdf", "doc", False),
    ],
)
def test_which_file_a_judged_document_is(path: str, doc: str, *, does: bool) -> None:
    assert stands_for(path, doc) is does


def test_evidence_is_compared_without_space_and_width() -> None:
    held = entry(1, "“Ａ 模式”", "共 建品\n牌", document="doc1.txt")
    hit = Hit(held, 1.0, ())
    assert satisfies(hit, Judged("doc1", 1, "共建 品牌"))
    assert satisfies(hit, Judged("doc1", 1, "“A模式”"))
    assert not satisfies(hit, Judged("doc1", 1, "品牌建设"))


def test_a_copy_counts_where_its_text_is_the_hit() -> None:
    hit = Hit(FIRST, 1.0, (), also_in=(Copy("c", "copy_doc9.html", "", "", None),))
    assert satisfies(hit, Judged("doc9", 1, "支部品牌"))
    assert satisfies(hit, Judged("doc1", 1, "支部品牌"))
    assert not satisfies(hit, Judged("doc9", 1, "党课"))
    assert not satisfies(hit, Judged("doc8", 1, "支部品牌"))


def test_a_file_of_queries(tmp_path: Path) -> None:
    path = tmp_path / "queries.json"
    item = {"doc": "doc1", "unit": None, "grade": 3, "evidence": "支部"}
    given = {"notes": "", "queries": [{"id": "A", "q": "支部", "relevant": [item]}]}
    path.write_text(json.dumps(given), encoding="utf-8-sig")
    assert load_queries(path) == (
        JudgedQuery("A", "支部", "", (Judged("doc1", 3, "支部"),)),
    )
    found = evaluate(load_queries(path), lambda _: answer(FIRST)).to_json()
    assert found["ndcg@10"] == 1.0
    assert found["queries"][0]["ranks"] == (1,)


def test_a_file_of_queries_in_toml(tmp_path: Path) -> None:
    path = tmp_path / "queries.toml"
    path.write_text(
        """
        [[queries]]
        id = "A"
        q = "支部"
        relevant = [{ doc = "doc1", grade = 3, evidence = "支部" }]
        """,
        encoding="utf-8",
    )
    (query,) = load_queries(path)
    assert query == JudgedQuery("A", "支部", "", (Judged("doc1", 3, "支部"),))
    path.write_text("[[queries", encoding="utf-8")
    with pytest.raises(BadRequestError):
        load_queries(path)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"queries": []}', '{"queries": [{"q": 1}]}', "\xff"]
)
def test_a_file_that_is_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "queries.json"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(BadRequestError):
        load_queries(path)
    with pytest.raises(BadRequestError):
        load_queries(tmp_path / "none.json")
