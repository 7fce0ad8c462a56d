"""Suggestions, similar entries, batches of terms, and what is counted of searches."""

from __future__ import annotations

import csv
import io
import time
from contextlib import closing

import pytest
from flask import Flask
from flask.testing import FlaskClient

from casebase.settings import Settings
from casebase.workspace import Asked, Workspace, most_asked
from tests.web.fakes import FakeCatalogue
from web.library import Shelf
from web.lists import MOST_TERMS
from web.popularity import EXTENSION, Popularity


def test_suggestions_tell_their_kind_and_count(client: FlaskClient) -> None:
    answer = client.get("/api/suggest?q=示例").json or {}
    assert answer["query"] == "示例"
    assert answer["suggestions"] == [
        {"text": "示例职业学院", "kind": "school", "count": 1, "label": "学校"}
    ]
    for nothing in ("", "?q=", "?q=%20", "?q=没有"):
        answer = client.get(f"/api/suggest{nothing}").json or {}
        assert answer["suggestions"] == []


@pytest.mark.parametrize("limit", ["0", "-1", "x", "21", "9" * 30, "²"])
def test_limits_that_cannot_be(client: FlaskClient, limit: str) -> None:
    for address in ("suggest?q=示&", "entries/0000000000000001-1/similar?"):
        answer = client.get(f"/api/{address}limit={limit}")
        assert answer.status_code == 400
        assert set(answer.json or {}) == {"error", "advice"}


def test_similar_entries_as_json_and_on_the_page(
    client: FlaskClient, catalogue: FakeCatalogue
) -> None:
    entry = next(it for it in catalogue.all if it.first("year"))
    found = client.get(f"/api/entries/{entry.id}/similar").json or []
    page = client.get(f"/entries/{entry.id}").get_data(as_text=True)
    assert found
    for it in found:
        assert f'href="/entries/{it["id"]}"' in page
        assert {"id", "title", "document", "similarity", "words"} <= set(it)
    assert "同有甲乙" in page
    assert client.get("/api/entries/none-1/similar").status_code == 404


def test_a_batch_by_post_and_by_address(client: FlaskClient) -> None:
    body = {"terms": ["支部", "没有这个"], "exact": True, "limit": 1}
    posted = client.post("/api/batch", json=body).json or []
    assert [(it["term"], it["rank"]) for it in posted] == [
        ("支部", 1),
        ("没有这个", None),
    ]
    address = "/api/batch?term=支部&term=没有这个&exact=1&limit=1"
    assert client.get(address).json == posted


def test_a_batch_as_a_table(client: FlaskClient) -> None:
    body = {"terms": ["=支部"], "format": "csv"}
    answer = client.post("/api/batch", json=body)
    assert answer.mimetype == "text/csv"
    assert "attachment" in answer.headers["Content-Disposition"]
    _, row = csv.reader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff")))
    assert row[0] == "'=支部"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"terms": []},
        {"terms": ["", " "]},
        {"terms": ["支部"] * (MOST_TERMS + 1)},
        {"terms": ["长" * 501]},
        {"terms": [{"q": "支部"}]},
        {"terms": None},
        {"terms": ["支部"], "limit": 0},
        {"terms": ["支部"], "where": ["颜色:红"]},
        {"terms": ["支部"], "format": "xls"},
        ["支部"],
        "支部",
    ],
)
def test_batches_that_cannot_be(client: FlaskClient, body: object) -> None:
    answer = client.post("/api/batch", json=body)
    assert answer.status_code == 400
    assert set(answer.json or {}) == {"error", "advice"}


def test_a_batch_is_json_and_bounded(client: FlaskClient) -> None:
    answer = client.post("/api/batch", data='{"terms": ["支部"]}')
    assert answer.status_code == 400
    answer = client.post("/api/batch", json={"terms": ["支" * (1 << 20)]})
    assert answer.status_code in {400, 413}
    assert set(answer.json or {}) == {"error", "advice"}


def test_a_batch_ends_in_time(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.lists.SECONDS", -1.0)
    (row,) = client.post("/api/batch", json={"terms": ["支部"]}).json or []
    assert row["total"] is None
    assert row["note"]


def test_searches_of_people_are_counted_once(
    app: Flask, client: FlaskClient, settings: Settings
) -> None:
    for _ in range(3):
        client.get("/search?q=支部")
    for address in ("/search?q=支部&offset=10", "/api/search?q=支部", "/search", "/"):
        client.get(address)
    client.get("/search?q=没有这个词")
    counted: Popularity = app.extensions[EXTENSION]
    counted.close()
    with closing(Workspace.open(settings.workspace)) as workspace:
        (asked,) = most_asked(workspace)
        assert (asked.text, asked.times) == ("支部", 3)
        fruitless = most_asked(workspace, fruitless=True)
        assert fruitless == [Asked("没有这个词", 1, 0)]


def test_popular_searches_are_offered_while_they_find_something(
    settings: Settings, shelf: Shelf
) -> None:
    first = Popularity(settings)
    assert first.suggest("支", 5, shelf) == []
    assert not settings.workspace.exists()
    first.close()
    counted = Popularity(settings)
    for text in ("支部", "没有这个词"):
        for _ in range(3):
            counted._log.count(text, 9)
    counted.close()
    again = Popularity(settings)
    until = time.monotonic() + 10
    while not again.suggest("zhi", 5, shelf) and time.monotonic() < until:
        time.sleep(0.02)
    (offered,) = again.suggest("zhi", 5, shelf)
    assert (offered.text, offered.kind, offered.count) == ("支部", "query", 3)
    assert again.suggest("没有", 5, shelf) == []
    again.close()


def test_pages_are_shown_where_nothing_can_be_counted(
    client: FlaskClient, settings: Settings, app: Flask
) -> None:
    settings.workspace.touch()  # a file where the folder should be
    assert client.get("/search?q=支部").status_code == 200
    assert client.get("/api/suggest?q=示").status_code == 200
    app.extensions[EXTENSION].close()
