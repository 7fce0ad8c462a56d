"""The real documents, split as their truth says."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from casebase.document import Source
from casebase.entry import Entry, Kind, Role
from casebase.extract import extract
from casebase.repair import repair
from casebase.split import split

pytestmark = pytest.mark.acceptance


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def entries(path: Path) -> tuple[Entry, ...]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source = Source(path.name, path, digest)
    return split(repair(source, extract(source)))


def truth(shared: Path, name: str) -> dict[str, Any]:
    path = shared / "testdata" / "truth" / f"{name}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def report(shared: Path, made: str) -> tuple[Entry, ...]:
    (dump,) = (shared / "seeds").glob("002_*.txt")
    path = dump if made == "dump" else shared / "testdata" / "files" / made
    return entries(path)


def body(entry: Entry) -> str:
    return squeeze("".join(p.text for p in entry.paragraphs if p.role is Role.BODY))


@pytest.mark.parametrize("made", ["dump", "annual_report_seed002.pdf"])
def test_all_42_cases_begin_and_end_where_they_do(shared: Path, made: str) -> None:
    found = [entry for entry in report(shared, made) if entry.kind is Kind.CASE]
    wanted = truth(shared, "seeds")["seed002"]["cases"]
    assert [entry.number for entry in found] == list(range(1, 43))
    assert [squeeze(e.title) for e in found] == [squeeze(c["title"]) for c in wanted]
    assert [entry.path for entry in found] == [(c["h1"], c["h2"]) for c in wanted]
    assert [body(entry) for entry in found] == [
        squeeze("".join(case["text"])) for case in wanted
    ]


@pytest.mark.parametrize("made", ["dump", "annual_report_seed002.pdf"])
def test_sections_have_the_rest(shared: Path, made: str) -> None:
    found = "".join(
        body(entry) for entry in report(shared, made) if entry.kind is Kind.SECTION
    )
    items = truth(shared, "seeds")["seed002"]["items"]
    wanted = [i["text"] for i in items if i["type"] == "para" and i["case"] is None]
    missing = [text for text in wanted if squeeze(text) not in found]
    assert missing == []


def test_captions_stay_with_their_case(shared: Path) -> None:
    items = truth(shared, "seeds")["seed002"]["items"]
    wanted = {
        squeeze(item["text"]): item["case"]
        for item in items
        if item["type"] == "figure"
    }
    found = {
        squeeze(paragraph.text): entry.number
        for entry in report(shared, "dump")
        for paragraph in entry.paragraphs
        if paragraph.role is Role.CAPTION and paragraph.text.startswith("图")
    }
    assert found == wanted


def test_the_report_as_pdf_has_pages(shared: Path) -> None:
    found = report(shared, "annual_report_seed002.pdf")
    assert all(entry.pages for entry in found)
    cases = [entry.pages for entry in found if entry.kind is Kind.CASE]
    assert cases == sorted(cases, key=lambda pages: pages or (0, 0))


@pytest.mark.parametrize("number", ["000", "001", "003", "004"])
def test_single_articles(shared: Path, number: str) -> None:
    (dump,) = (shared / "seeds").glob(f"{number}_*.txt")
    (entry,) = entries(dump)
    assert entry.kind is Kind.ARTICLE
    assert entry.title == entry.document_title


def test_articles_of_the_laws(shared: Path) -> None:
    for path in (shared / "testdata" / "files").glob("law_*"):
        (entry,) = entries(path)
        wanted = truth(shared, path.name)
        labels = [p.anchor for p in entry.paragraphs if p.anchor]
        assert entry.kind is Kind.POLICY
        assert entry.title == wanted["title"]
        assert len(set(labels)) == len(labels) == wanted["articles"]


def test_items_of_the_transcripts(shared: Path) -> None:
    for path in (shared / "testdata" / "files").glob("xwlb_*.md"):
        titles = [squeeze(e.title) for e in entries(path) if e.kind is Kind.ITEM]
        assert titles == list(map(squeeze, truth(shared, path.name)["items"]))
