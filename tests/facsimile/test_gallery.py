from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from casebase.errors import CasebaseError, NotFoundError
from casebase.facsimile import Gallery, gallery
from tests.extract.sheets import Sheet, Type, pdf_of_sheets


@pytest.fixture(scope="module")
def opened() -> Iterator[Gallery]:
    made = Gallery()
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf_of_sheets(Sheet([Type("支部建在船上")]), Sheet([Type("第二页")]))
    )
    return path


def test_a_page_is_a_picture_with_its_type(opened: Gallery, file: Path) -> None:
    sheet = opened.sheet("0" * 16, file, 1, 800)
    with Image.open(io.BytesIO(sheet.picture)) as picture:
        assert picture.format == "WEBP"
        assert picture.size == (sheet.width, sheet.height)
    assert abs(sheet.width - 800) <= 1
    assert "支部建在船上" in "".join(run.text for run in sheet.runs)


def test_it_is_drawn_once(
    opened: Gallery, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened.sheet("1" * 16, file, 1, 800)
    monkeypatch.setattr(gallery, "draw", None)
    assert opened.sheet("1" * 16, file, 1, 790) is first


@pytest.mark.parametrize("number", [0, 3])
def test_a_page_that_is_not_there_says_so(
    opened: Gallery, file: Path, number: int
) -> None:
    with pytest.raises(NotFoundError):
        opened.sheet("2" * 16, file, number, 800)


def test_a_broken_file_harms_nobody(opened: Gallery, tmp_path: Path) -> None:
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"\x00\xff" * 4000)
    with pytest.raises(NotFoundError):
        opened.sheet("3" * 16, broken, 1, 800)
    with pytest.raises(CasebaseError):
        opened.sheet("4" * 16, tmp_path / "gone.pdf", 1, 800)


def test_what_takes_too_long_is_given_up(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery, "_SECONDS", 0.01)
    made = Gallery()
    try:
        with pytest.raises(CasebaseError, match="没有画完"):
            made.sheet("5" * 16, file, 1, 800)
    finally:
        made.close()
