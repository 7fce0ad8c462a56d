"""Floors on the real documents: how much of their text comes back whole."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from casebase.document import Document, Source
from casebase.extract import extract
from casebase.repair import repair

pytestmark = pytest.mark.acceptance


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def document(path: Path) -> Document:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source = Source(path.name, path, digest)
    return repair(source, extract(source))


def seed(shared: Path, number: str) -> Document:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    return document(path)


@pytest.fixture(scope="module")
def truth(shared: Path) -> dict[str, Any]:
    path = shared / "testdata" / "truth" / "seeds.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def share(found: Document, items: list[dict[str, Any]]) -> float:
    blocks = {squeeze(block.text) for block in found.blocks}
    wanted = [squeeze(item["text"]) for item in items if item["type"] == "para"]
    return sum(text in blocks for text in wanted) / len(wanted)


@pytest.mark.parametrize(
    ("number", "floor"),
    [("000", 1.0), ("001", 1.0), ("002", 0.96), ("003", 1.0), ("004", 1.0)],
)
def test_paragraphs_of_the_dumps(
    shared: Path, truth: dict[str, Any], number: str, floor: float
) -> None:
    found = seed(shared, number)
    assert share(found, truth[f"seed{number}"]["items"]) >= floor


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_titles_of_the_dumps(shared: Path, truth: dict[str, Any], number: str) -> None:
    found = seed(shared, number)
    wanted = truth[f"seed{number}"]
    assert squeeze(found.title) == squeeze(wanted["title"])
    assert squeeze(found.subtitle) == squeeze(wanted.get("subtitle", "")).lstrip("—")


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("annual_report_seed002.pdf", 0.99),
        ("journal2col_seed001.pdf", 0.95),
        ("news4col_seed000.pdf", 0.9),
        ("plain_gbk_wrapped_seed003.txt", 1.0),
        ("word_case_seed003.pdf", 1.0),
        ("word_case_seed003.docx", 1.0),
        ("news_gb18030_seed003.html", 1.0),
        ("wechat_seed000.html", 1.0),
    ],
)
def test_paragraphs_of_other_formats(shared: Path, name: str, floor: float) -> None:
    path = shared / "testdata" / "truth" / f"{name}.json"
    wanted = json.loads(path.read_text(encoding="utf-8"))
    found = document(shared / "testdata" / "files" / name)
    assert squeeze(found.title) == squeeze(wanted["title"])
    assert share(found, wanted["items"]) >= floor


def test_no_running_head_or_page_number_is_left(shared: Path) -> None:
    found = document(shared / "testdata" / "files" / "annual_report_seed002.pdf")
    texts = [block.text for block in found.blocks]
    assert not [text for text in texts if found.title in text]
    assert not [text for text in texts if re.search(r"- \d+ -", text)]


def test_headings_of_the_report(shared: Path, truth: dict[str, Any]) -> None:
    items = truth["seed002"]["items"]
    wanted = [squeeze(i["text"]) for i in items if i["type"] in ("h1", "h2", "case")]
    blocks = seed(shared, "002").blocks
    found = [squeeze(block.text) for block in blocks if block.kind == "heading"]
    assert found == [*wanted, "附表"]


def test_captions_of_the_report(shared: Path, truth: dict[str, Any]) -> None:
    items = truth["seed002"]["items"]
    wanted = [squeeze(item["text"]) for item in items if item["type"] == "figure"]
    blocks = seed(shared, "002").blocks
    captions = [squeeze(block.text) for block in blocks if block.kind == "caption"]
    assert [text for text in captions if text.startswith("图")] == wanted
