"""The pages over the real documents and the real chain: facts, marks, speed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from casebase.build import reindex
from casebase.settings import load_settings
from web.app import create_app
from web.library import Library

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Iterator[Flask]:
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(shared / "seeds", home / "corpus")
    reindex(load_settings(home), jobs=1)
    library = Library(load_settings(home))
    yield create_app(load_settings(home), library)
    library.close()


@pytest.fixture
def client(real: Flask) -> FlaskClient:
    return real.test_client()


def ids(client: FlaskClient) -> list[str]:
    found = client.get("/api/search?limit=200").json
    assert found is not None
    return [hit["id"] for hit in found["hits"]]


def test_every_entry_can_be_read_and_every_fact_leads_back_to_it(
    client: FlaskClient,
) -> None:
    leads: dict[str, set[str]] = {}
    checked = 0
    for entry_id in ids(client):
        response = client.get(f"/entries/{entry_id}")
        assert response.status_code == 200
        page = BeautifulSoup(response.data, "lxml")
        anchors = {str(it["id"]) for it in page.select("[id]")}
        for link in page.select(".fact a[href]"):
            address = str(link["href"])
            if address.startswith("#"):
                assert address[1:] in anchors
                continue
            if address not in leads:
                found = client.get(f"/api{address}&limit=200").json or {}
                leads[address] = {hit["id"] for hit in found["hits"]}
            assert entry_id in leads[address], address
            checked += 1
    assert checked > 100


@pytest.mark.parametrize("text", ["一支部一品牌", "1+3", "三全育人"])
def test_marks_on_an_entry_are_what_the_search_found(
    client: FlaskClient, text: str
) -> None:
    found = client.get("/api/search", query_string={"q": text, "exact": "1"}).json or {}
    assert found["total"]
    for hit in found["hits"]:
        arguments = {"q": text, "exact": "1"}
        response = client.get(f"/entries/{hit['id']}", query_string=arguments)
        page = BeautifulSoup(response.data, "lxml")
        marks = {it.get_text() for it in page.select("h1 mark, .text mark")}
        assert marks == {text}
