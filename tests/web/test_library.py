"""The pages follow the index: not there yet, built, built anew, damaged, gone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from casebase.build import reindex
from casebase.settings import Settings, load_settings
from web.app import create_app
from web.library import Library

FIRST = """匠人学院的夜校

匠人学院机电系党支部把夜校办进车间，党员教师每周三晚上答疑，已有三百名青年工人参加。
"""


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "夜校.txt").write_text(FIRST, encoding="utf-8")
    return load_settings(tmp_path)


@pytest.fixture
def pages(home: Settings) -> Iterator[FlaskClient]:
    library = Library(home)
    yield create_app(home, library).test_client()
    library.close()


def total(pages: FlaskClient, text: str) -> int:
    found = pages.get("/api/search", query_string={"q": text, "exact": "1"}).json
    assert found is not None
    return int(found["total"])


def test_pages_follow_the_index(home: Settings, pages: FlaskClient) -> None:
    assert pages.get("/").status_code == 503
    reindex(home, jobs=1)
    assert pages.get("/").status_code == 200
    assert (total(pages, "夜校"), total(pages, "早市")) == (1, 0)

    second = FIRST.replace("夜校", "早市")
    (home.corpus / "早市.txt").write_text(second, encoding="utf-8")
    reindex(home, jobs=1)
    assert (total(pages, "夜校"), total(pages, "早市")) == (1, 1)
    assert "2份" in pages.get("/").get_data(as_text=True)

    shutil.rmtree(home.index)
    assert pages.get("/").status_code == 503
    assert "casebase reindex" in pages.get("/search?q=夜校").get_data(as_text=True)
    reindex(home, jobs=1)
    assert total(pages, "早市") == 1


def test_a_damaged_catalogue_is_told_of(home: Settings, pages: FlaskClient) -> None:
    reindex(home, jobs=1)
    for path in home.index.glob("catalogue.sqlite*"):
        path.write_bytes(b"no database at all" * 100)
    response = pages.get("/api/search?q=夜校")
    assert response.status_code == 503
    assert set(response.json or {}) == {"error", "advice"}
