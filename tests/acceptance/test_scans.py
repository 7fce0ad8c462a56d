"""What recognition makes of the scans of the test material, pinned to their bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from bench.measures import character_error, in_sequence, order, squeezed
from bench.truth import load
from casebase import extras
from tests.acceptance.product import casebase

pytestmark = [
    pytest.mark.acceptance,
    pytest.mark.skipif(not extras.recognition(), reason="needs [ocr]"),
]

PAGES = "scan_word_seed003.pdf"
BOOK = "real_scan_book_8p.pdf"
DIGESTS = {
    PAGES: "e266c906737128795da4e2356a450669d0eaa53c2feef7c1c59ab6ef53f66b8b",
    BOOK: "c48baa1997e719d414061bea6ca197ce36f1c47341837fbfbc976bbb1d226998",
}
MOST_WRONG = 0.01  # measured: 0.000
IN_ORDER = 0.99  # measured: 1.000


def text(home: Path, name: str) -> str:
    done = casebase(home, "text", name)
    assert done.returncode == 0, done.stderr
    lines = (line.lstrip("#") for line in done.stdout.splitlines())
    return squeezed("".join(lines))


@pytest.mark.parametrize("name", [PAGES, BOOK])
def test_the_files_are_those_that_were_measured(everything: Path, name: str) -> None:
    data = (everything / "corpus" / name).read_bytes()
    assert hashlib.sha256(data).hexdigest() == DIGESTS[name]


def test_a_scan_is_read_as_its_original(shared: Path, everything: Path) -> None:
    truth = load(shared / "testdata" / "truth" / f"{PAGES}.json")
    found = text(everything, PAGES)
    assert character_error(found, truth.text) <= MOST_WRONG
    assert order(found, truth.text) >= IN_ORDER


def test_a_scanned_book_has_its_anchors(shared: Path, everything: Path) -> None:
    truth = load(shared / "testdata" / "truth" / f"{BOOK}.json")
    found = text(everything, BOOK)
    assert in_sequence(truth.anchors, found) == len(truth.anchors) > 0


def test_recognised_words_are_found_and_marked(everything: Path) -> None:
    done = casebase(everything, "search", "物的有用性", "--exact", "--json")
    hits = json.loads(done.stdout)["hits"]
    (hit,) = [hit for hit in hits if hit["document"] == BOOK]
    assert all(snippet["recognised"] for snippet in hit["snippets"])


def test_what_was_recognised_is_told(everything: Path) -> None:
    told = json.loads(casebase(everything, "problems", "--json").stdout)
    for name in DIGESTS:
        severities = {it["severity"] for it in told if it["document"] == name}
        assert severities == {"note"}
