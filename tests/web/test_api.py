"""The JSON interface: shapes of the contract, and refusals as JSON."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

ENTRY = {
    "id", "document", "document_title", "subtitle", "kind", "number", "title", "path",
    "pages", "date", "year", "genre", "topics", "school", "province", "city", "brands",
    "methods", "slogans", "honours", "policies", "quantities", "text", "also_in",
}  # fmt: skip
HIT = {
    "id", "title", "document", "document_title", "kind", "number", "school", "date",
    "pages", "score", "snippets", "also_in", "more", "why",
}  # fmt: skip
DOCUMENT = {
    "id", "document", "also", "format", "title", "subtitle", "metadata", "page_count",
    "entry_count", "added", "entries", "problems",
}  # fmt: skip


def answer(client: FlaskClient, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    assert response.mimetype == "application/json"
    return response.json


def test_search(client: FlaskClient) -> None:
    found = answer(client, "/api/search?q=一支部一品牌&limit=1&where=year:2024")
    assert set(found) >= {"total", "distinct", "took_ms", "query", "hits", "facets"}
    assert set(found["query"]) >= {"text", "expansions", "corrected"}
    (hit,) = found["hits"]
    assert set(hit) == HIT
    snippet = hit["snippets"][0]
    assert set(snippet) == {"text", "marks", "paragraph", "page", "recognised"}
    start, end = snippet["marks"][0]
    assert snippet["text"][start:end] in {"一支部一品牌", "一系一品"}
    assert found["facets"]["genre"] == [{"value": "质量年报", "count": 1}]


def test_search_for_nothing_gives_everything(client: FlaskClient) -> None:
    assert answer(client, "/api/search?limit=200")["total"] == 65


def test_entry(client: FlaskClient) -> None:
    entry = answer(client, "/api/entries/0000000000000001-1")
    assert set(entry) >= ENTRY
    assert entry["methods"] == [
        {"name": "1+3+N", "parts": ["书记", "支委"], "national": False}
    ]


def test_document(client: FlaskClient) -> None:
    document = answer(client, "/api/documents/0000000000000001")
    assert set(document) == DOCUMENT
    assert [it["number"] for it in document["entries"]] == [1, 2, None]
    assert [it["severity"] for it in document["problems"]] == ["damaged"]


@pytest.mark.parametrize("field", ["methods", "method", "工作法", "方法"])
def test_facts(client: FlaskClient, field: str) -> None:
    counted = {it["value"]: it for it in answer(client, f"/api/facts/{field}")}
    assert counted["1+3+N"] == {
        "value": "1+3+N",
        "count": 1,
        "parts": [["书记", "支委"]],
        "national": [False],
        "school": ["示例职业学院"],
    }


def test_facts_of_a_field_that_is_none(client: FlaskClient) -> None:
    response = client.get("/api/facts/无此字段")
    assert response.status_code == 400
    assert set(response.json or {}) == {"error", "advice"}


def test_problems(client: FlaskClient) -> None:
    problems = answer(client, "/api/problems")
    assert {frozenset(it) for it in problems} == {
        frozenset({"document", "page", "stage", "severity", "message", "advice"})
    }


@pytest.mark.parametrize(
    "address",
    [
        "/api/entries/none",
        "/api/entries/0000000000000001-99",
        "/api/documents/none",
        "/api/documents/ffffffffffffffff",
        "/api/documents/示例职业学院质量年报（2024）",
        "/api/nothing",
    ],
)
def test_unknown(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert set(response.json or {}) == {"error", "advice"}


def test_chinese_is_not_escaped(client: FlaskClient) -> None:
    assert "一支部一品牌" in client.get("/api/search?q=一支部一品牌").get_data(
        as_text=True
    )
