"""Words that were read off a picture are marked in the list and in the reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from casebase.entry import Paragraph
from tests.web.fakes import FakeCatalogue

LABEL = "识别文字"


@pytest.fixture
def scanned(catalogue: FakeCatalogue) -> str:
    """The id of an entry whose second paragraph is from a scan."""
    entry = replace(
        catalogue.all[0],
        paragraphs=(
            Paragraph("砚台纸墨是文字。"),
            Paragraph("砚台扫描而来。", recognised=True),
        ),
        facts=(),
    )
    catalogue.all[0] = entry
    return entry.id


def test_passages_in_the_list(client: FlaskClient, scanned: str) -> None:
    assert scanned
    shown = client.get("/search?q=砚台").text
    assert shown.count(LABEL) == 1
    assert "可能有个别错字" in shown


def test_paragraphs_in_the_reading(client: FlaskClient, scanned: str) -> None:
    shown = client.get(f"/entries/{scanned}").text
    assert shown.count(LABEL) == 1
    assert shown.count("is-ocr") == 1
    assert 'is-ocr" id="p2"' in shown


def test_the_interface_says_which(client: FlaskClient, scanned: str) -> None:
    assert client.get(f"/api/entries/{scanned}").json["recognised"] == [1]  # type: ignore[index]
