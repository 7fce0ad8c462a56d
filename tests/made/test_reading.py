"""Documents that nobody has seen before are read as they were written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bench.readings import here
from bench.scores import score
from casebase import extras
from casebase.document import Layout, Source
from casebase.errors import UnreadableFileError
from casebase.extract import RecognitionNeededError, extract
from tests.made.making import Made

READ = (
    "account.html", "archived.mht", "authority.html", "boxed-cases.pdf",
    "broken-table.pdf", "campus-system.html", "columns-backwards.pdf", "cropped.pdf",
    "encrypted.pdf", "facing-pages.pdf", "five-columns-scrambled.pdf",
    "flowing-columns.pdf", "four-columns-by-rows.pdf", "gbk-encoding.pdf",
    "good-layer.pdf", "hanging-lists.pdf", "headline-over-two.pdf",
    "list-of-names.pdf", "merged-cells.pdf", "mixed-orientation.pdf",
    "narrow-gaps.pdf", "new-word-as-old.doc", "no-end.pdf", "nobodys-system.html",
    "notice.pdf", "object-streams.pdf", "odd-setting.pdf", "old-tables.html",
    "page-as-word.doc", "paper-backwards.pdf", "paper-by-rows.pdf",
    "paper-by-words.pdf", "photo-in-the-middle.pdf", "printed-page.pdf",
    "report-with-contents.pdf", "school-site.html", "sidebar.pdf", "spaced-layer.pdf",
    "three-columns-by-words.pdf", "turned-pages.pdf", "two-articles.pdf",
    "ucs2-encoding.pdf", "watermarked.pdf", "word-report.docx",
)  # fmt: skip
UNREAD = (
    "bad-layer.pdf", "one-page-without-map.pdf", "permuted-map.pdf", "private-map.pdf",
    "scan.pdf", "scan-of-columns.pdf", "scan-on-its-side.pdf", "shifted-map.pdf",
    "without-map.pdf",
)  # fmt: skip
MOST_ERROR, LEAST_ORDER = 0.03, 0.98


def kept(document: Made, folder: Path) -> Path:
    path = folder / document.name
    path.write_bytes(document.data)
    return path


@pytest.mark.parametrize("name", READ)
def test_what_was_written_is_read(
    documents: dict[str, Made], tmp_path: Path, name: str
) -> None:
    document = documents[name]
    found = score(here(kept(document, tmp_path)), document.truth)
    assert found.title
    assert found.date in {True, None}
    assert found.forbidden == []
    assert (found.error or 0) <= MOST_ERROR
    assert found.order is None or found.order >= LEAST_ORDER
    for share in (found.cells, found.anchors):
        assert share is None or share[0] == share[1]


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_trusted_waits_to_be_read_off_its_picture(
    documents: dict[str, Made], tmp_path: Path, name: str
) -> None:
    with pytest.raises(RecognitionNeededError) as raised:
        extract(source_of(kept(documents[name], tmp_path)), recognise=False)
    assert raised.value.pages == 1


@pytest.mark.parametrize("name", UNREAD)
def test_without_recognition_nothing_of_it_is_text(
    documents: dict[str, Made],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    monkeypatch.setattr(extras, "recognition", lambda: False)
    layout = read_or_refused(kept(documents[name], tmp_path))
    told = {notice.page for notice in layout.notices if notice.damaged}
    read = {page.number for page in layout.pages if page.lines}
    assert told.isdisjoint(read)
    assert read == ({1} if name == "one-page-without-map.pdf" else set())


def read_or_refused(path: Path) -> Layout:
    """Nothing where it is refused, which must say how it could be read."""
    try:
        return extract(source_of(path))
    except UnreadableFileError as error:
        advice = error.advice
    assert "casebase[ocr]" in advice
    return Layout("pdf", ())


def source_of(path: Path) -> Source:
    return Source(path.name, path, hashlib.sha256(path.read_bytes()).hexdigest())


def test_every_kind_is_either_read_or_not(documents: dict[str, Made]) -> None:
    rest = {
        "drop-cap.pdf",
        "gbk-bytes.pdf",
        "report-with-tables.pdf",
        "table-across.pdf",
    }
    assert {*READ, *UNREAD, *rest} == set(documents)
