"""Every file of the test data goes in, and each has a verdict."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casebase import extras
from tests.acceptance.product import casebase

pytestmark = pytest.mark.acceptance


def test_every_file_has_a_verdict(everything: Path) -> None:
    names = {path.name for path in (everything / "corpus").iterdir()}
    listed = casebase(everything, "entries", "--json")
    indexed = {json.loads(line)["document"] for line in listed.stdout.splitlines()}
    told = casebase(everything, "problems", "--json")
    lost = {
        problem["document"]
        for problem in json.loads(told.stdout)
        if problem["severity"] == "lost"
    }
    assert len(names) == 41
    assert indexed | lost == names
    assert indexed & lost == set()


def test_scans_are_reported_where_they_cannot_be_recognised(everything: Path) -> None:
    told = json.loads(casebase(everything, "problems", "--json").stdout)
    lost = {p["document"]: p for p in told if p["severity"] == "lost"}
    scans = {"scan_word_seed003.pdf", "real_scan_book_8p.pdf"}
    assert set(lost) == (set() if extras.recognition() else scans)
    assert all(problem["message"] and problem["advice"] for problem in lost.values())


def test_doctor_is_content(everything: Path) -> None:
    done = casebase(everything, "doctor")
    assert done.returncode == 0, done.stdout + done.stderr
