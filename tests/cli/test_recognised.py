"""A scan on its way to the terminal: its words are found, and marked as recognised."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from casebase import extras
from tests.cli.conftest import run

SCAN = Path(__file__).parents[1] / "extract" / "ocr" / "scan.jpg"

pytestmark = pytest.mark.skipif(not extras.recognition(), reason="needs [ocr]")


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a scan and a text, indexed."""
    home = tmp_path_factory.mktemp("scans")
    (home / "corpus").mkdir()
    shutil.copy(SCAN, home / "corpus")
    text = "# 志愿服务\n\n图书馆党支部组织志愿服务队整理书架。\n"
    (home / "corpus" / "文.md").write_text(text, encoding="utf-8")
    done = run(home, "reindex")
    assert done.returncode == 0, done.stdout + done.stderr
    return home


def told(home: Path, *args: str) -> Any:
    done = run(home, *args, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_passages_say_that_they_were_recognised(scans: Path) -> None:
    found = told(scans, "search", "志愿服务队")["hits"]
    marks = {
        hit["document"]: {snippet["recognised"] for snippet in hit["snippets"]}
        for hit in found
    }
    assert marks == {"scan.jpg": {True}, "文.md": {False}}
    shown = run(scans, "search", "柳林社区").stdout
    assert "（扫描识别）" in shown
    assert "（扫描识别）" not in run(scans, "search", "整理书架").stdout


def test_the_entry_says_which_paragraphs(scans: Path) -> None:
    entry = told(scans, "show", "scan.jpg")
    assert entry["recognised"] == list(range(len(entry["text"].split("\n"))))
    assert "由图像识别得到" in run(scans, "show", "scan.jpg").stdout
    assert told(scans, "show", "文.md")["recognised"] == []


def test_the_page_is_told(scans: Path) -> None:
    (problem,) = told(scans, "problems")
    assert (problem["document"], problem["page"]) == ("scan.jpg", 1)
    assert problem["severity"] == "note"


def test_it_is_not_recognised_again(scans: Path) -> None:
    done = run(scans, "reindex")
    assert done.returncode == 0
    assert "读取文献" not in done.stderr
