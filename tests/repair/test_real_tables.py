"""Floors on the tables of the real documents: how many cells are in their places."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from casebase.document import Block
from tests.repair.test_real_documents import document

pytestmark = pytest.mark.acceptance
AHEAD = 6  # rows looked at for the next one

Rows = Sequence[Sequence[str]]


def squeezed(rows: Rows) -> list[list[str]]:
    return [
        [re.sub(r"\s", "", unicodedata.normalize("NFKC", cell)) for cell in row]
        for row in rows
    ]


def in_place(block: Block, wanted: Rows) -> int:
    """How many cells stand in the right column of rows that come in order."""
    found, at, right = squeezed(block.rows), 0, 0
    for row in squeezed(wanted):
        scores = [
            (sum(map(str.__eq__, row, other)), -place)
            for place, other in enumerate(found[at : at + AHEAD], start=at)
        ]
        best, place = max(scores, default=(0, 0))
        if best:
            right, at = right + best, 1 - place
    return right


def shares(blocks: Sequence[Block], tables: Mapping[str, Any]) -> dict[str, float]:
    """For each table of the truth the share of its cells that is found."""
    found = {}
    for name, table in tables.items():
        wanted = [*([table["header"]] if "header" in table else []), *table["rows"]]
        size = sum(map(len, wanted))
        best = max((in_place(block, wanted) for block in blocks), default=0)
        found[name] = best / size
    return found


def truth(shared: Path, name: str) -> dict[str, Any]:
    path = shared / "testdata" / "truth" / f"{name}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    "name", ["annual_report_seed002.pdf", "word_case_seed003.pdf",
             "word_case_seed003.docx"],
)  # fmt: skip
def test_tables_of_files(shared: Path, name: str) -> None:
    blocks = [it for it in document(shared / "testdata/files" / name).blocks if it.rows]
    found = shares(blocks, truth(shared, name)["tables"])
    assert found == dict.fromkeys(found, 1.0)
    assert all(block.header == 1 for block in blocks)


def test_tables_between_text(shared: Path) -> None:
    name = "real_party_union_rules_3list.pdf"
    blocks = document(shared / "testdata/files" / name).blocks
    (table,) = [block for block in blocks if block.rows]
    wanted = {"table": {"rows": truth(shared, name)["table"]}}
    assert shares([table], wanted) == {"table": 1.0}


def test_many_tables_over_many_pages(shared: Path) -> None:
    name = "real_quarterly_report_22p.pdf"
    tables = [it for it in document(shared / "testdata/files" / name).blocks if it.rows]
    long = [(it.page, it.last_page, len(it.rows)) for it in tables if it.breaks]
    assert long == [
        (7, 8, 7),
        (9, 12, 98),
        (12, 14, 79),
        (14, 16, 55),
        (17, 18, 37),
        (18, 20, 58),
        (21, 22, 40),
    ]
    sheet = next(it for it in tables if it.page == 9)
    assert sheet.rows[-1] == (
        "负债和所有者权益总计",
        "298,608,889.04",
        "306,236,911.04",
    )


def test_tables_of_a_text_dump(shared: Path) -> None:
    """Its cells are wrapped and run together; what is clear comes into columns."""
    (path,) = (shared / "seeds").glob("002_*.txt")
    blocks = [block for block in document(path).blocks if block.rows]
    found = shares(blocks, truth(shared, "seeds")["seed002"]["tables"])
    assert found["表1"] > 0.92
    assert found["表2"] > 0.85
    assert found["表5"] > 0.96
    assert (found["表6"], found["表7"]) == (1.0, 1.0)


@pytest.mark.parametrize(
    "name", ["news4col_seed000.pdf", "journal2col_seed001.pdf", "real_chem_intro.pdf",
             "real_journal_abstract_4182.pdf", "real_duplicate_chars.pdf",
             "real_XiaoBiaoSong.pdf"],
)  # fmt: skip
def test_papers_and_lists_have_no_tables(shared: Path, name: str) -> None:
    blocks = document(shared / "testdata/files" / name).blocks
    assert [block.rows for block in blocks if block.rows] == []
