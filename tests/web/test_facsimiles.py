"""The page as printed beside the text, and the citation below it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from casebase.document import Line
from casebase.errors import NotFoundError
from casebase.facsimile import Sheet
from casebase.place import Box, Place
from tests.web.fakes import FakeCatalogue
from tests.web.test_pages import CASE
from web.facsimiles import EXTENSION

DOCUMENT = "/documents/0000000000000001"
SHEET = Sheet(
    b"RIFF-a-picture",
    800,
    1000,
    (Line("学校有党支部 12 个，机电系提出一系一品。", box=Box(0.1, 0.2, 0.9, 0.22)),),
)


class Drawn:
    """A gallery that draws nothing but one page."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def sheet(self, _document: str, _path: Path, number: int, width: int) -> Sheet:
        self.asked.append((number, width))
        if number > 9:
            raise NotFoundError("这一页画不出来。", "可以下载原件。")
        return SHEET


@pytest.fixture
def gallery(app: Flask, catalogue: FakeCatalogue) -> Drawn:
    """It stands in for the real one; the second paragraph has its place."""
    made = app.extensions[EXTENSION] = Drawn()
    first = catalogue.all[0]
    placed = replace(
        first.paragraphs[1], places=(Place(3, Box(0.05, 0.19, 0.95, 0.3)),)
    )
    paragraphs = (first.paragraphs[0], placed, *first.paragraphs[2:])
    catalogue.all[0] = replace(first, paragraphs=paragraphs)
    return made


@pytest.mark.usefixtures("gallery")
def test_the_page_that_matched_stands_beside_the_text(client: FlaskClient) -> None:
    shown = BeautifulSoup(client.get(f"{CASE}?q=一系一品").data, "html.parser")
    picture, over = shown.select(".facs img")
    assert str(picture["src"]).startswith(f"{DOCUMENT}/pages/3?")
    assert picture["alt"] == "《示例职业学院质量年报（2024）》第3页"
    assert shown.select(".entry-p .cap span")[0].text == "原页3，框内为第2段"
    drawn = client.get(str(over["src"]))
    assert drawn.mimetype == "image/svg+xml"
    assert drawn.text.count("<rect") == 2
    assert "一系一品" not in drawn.text


@pytest.mark.parametrize(
    ("asked", "number"), [("5", 5), ("99", 5), ("1", 3), ("x", 3), ("９", 3)]
)
@pytest.mark.usefixtures("gallery")
def test_any_page_of_the_entry_can_be_asked_for(
    client: FlaskClient, asked: str, number: int
) -> None:
    shown = BeautifulSoup(client.get(f"{CASE}?page={asked}").data, "html.parser")
    (current,) = shown.select(".pages [aria-current]")
    assert current.text == str(number)
    assert [it.text for it in shown.select(".pages a")] == ["3", "4", "5"]


def test_text_alone_if_that_is_preferred(client: FlaskClient) -> None:
    shown = BeautifulSoup(client.get(f"{CASE}?view=text").data, "html.parser")
    assert not shown.select(".entry-p")
    assert client.get(CASE).text.count("entry-p") == 0  # it is remembered


def test_pictures_are_sent_to_be_kept(client: FlaskClient, gallery: Drawn) -> None:
    sent = client.get(f"{DOCUMENT}/pages/4?width=1600")
    assert (sent.data, sent.mimetype) == (SHEET.picture, "image/webp")
    assert "max-age" in sent.headers["Cache-Control"]
    assert gallery.asked == [(4, 1600)]


@pytest.mark.usefixtures("gallery")
@pytest.mark.parametrize(
    "address",
    [
        f"{DOCUMENT}/pages/10",
        "/documents/0000000000000002/pages/1",  # has no pages
        "/documents/ffffffffffffffff/pages/1",
        "/entries/ffffffffffffffff-1/pages/1/marks",
    ],
)
def test_what_has_no_picture_says_so(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("2015", "示例职业学院. 机电系: 一系一品[R]//"),
        ("bibtex", "@"),
        ("ris", "TY  -"),
    ],
)
def test_the_form_of_the_citation_is_chosen(
    client: FlaskClient, form: str, begins: str
) -> None:
    shown = BeautifulSoup(client.get(f"{CASE}?cite={form}").data, "html.parser")
    (text,) = shown.select(".cite p, .cite pre")
    assert text.text.startswith(begins)
