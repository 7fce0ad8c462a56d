"""What a search finds, to take away."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from tests.web.sample import ATTACK
from web.exports import ATOM, COLUMNS


def table(client: FlaskClient, query: str) -> list[list[str]]:
    sent = client.get(f"/search.csv?{query}")
    assert sent.status_code == 200
    text = sent.data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_a_table_has_every_hit_whatever_the_page(client: FlaskClient) -> None:
    head, *rows = table(client, "q=&offset=20&limit=5")
    assert head == list(COLUMNS.values())
    assert len(rows) > 60
    assert [row[0] for row in rows[:3]] == ["1", "2", "3"]


def test_a_hit_says_where_it_is_from(client: FlaskClient) -> None:
    first = table(client, "q=一系一品")[1]
    told = dict(zip(COLUMNS, first, strict=True))
    assert told["title"] == "机电系：一系一品"
    assert told["school"] == "示例职业学院"
    assert told["pages"] == "第3–5页"
    assert told["address"].startswith("http://localhost/entries/")


def test_the_same_in_excel(client: FlaskClient) -> None:
    sent = client.get("/search.xlsx?q=一系一品")
    assert "attachment" in sent.headers["Content-Disposition"]
    sheet = load_workbook(io.BytesIO(sent.data)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == list(COLUMNS.values())
    assert rows[1][1] == "机电系：一系一品"


def test_markdown_is_a_list_with_links(client: FlaskClient) -> None:
    text = client.get("/search.md?q=一系一品").text
    assert text.startswith("1. [机电系：一系一品](http://localhost/entries/")
    assert "\n   > " in text


@pytest.mark.parametrize("form", ["csv", "md", "atom"])
def test_nothing_in_it_acts(client: FlaskClient, form: str) -> None:
    text = client.get(f"/search.{form}?q=").text
    assert "机电系" in text
    if form != "csv":
        assert ATTACK not in text
        assert "<script>" not in text
    else:
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not [it for it in cells if it.startswith(("=", "+", "-", "@"))]


def test_a_feed_has_the_newest_first(client: FlaskClient) -> None:
    sent = client.get("/search.atom?q=一系一品")
    assert sent.content_type.startswith("application/atom+xml")
    root = ET.fromstring(sent.data)  # noqa: S314 - our own
    items = root.findall(f"{{{ATOM}}}entry")
    assert items
    for item in (root, *items):
        for name in ("title", "id", "updated"):
            assert item.findtext(f"{{{ATOM}}}{name}")
    assert root.findtext(f"{{{ATOM}}}title") == "党建案例库：一系一品"


def test_other_forms_are_not_there(client: FlaskClient) -> None:
    assert client.get("/search.exe?q=一").status_code == 404
    assert client.get("/search.csv?limit=x").status_code == 400


def test_the_result_page_offers_them(client: FlaskClient) -> None:
    text = client.get("/search?q=一系一品&where=province:山东").text
    for form in ("xlsx", "csv", "md", "atom"):
        assert f"/search.{form}?q=" in text
