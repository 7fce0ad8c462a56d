"""The real Word files say the same in the old formats as in the new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.making import Read
from tests.extract.test_office import texts, written

pytestmark = pytest.mark.acceptance


@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
@pytest.mark.parametrize("name", ["word_case_seed003", "real_docx_campus_news"])
def test_a_real_file_says_the_same_in_every_format(
    read: Read, shared: Path, name: str, suffix: str
) -> None:
    new = (shared / "testdata" / "files" / f"{name}.docx").read_bytes()
    expected = read("新.docx", new).pages[0].lines
    layout = read(f"旧.{suffix}", written(new, suffix))
    assert texts(layout) == [line.text for line in expected]
    assert [line.rows for line in layout.pages[0].lines] == [
        line.rows for line in expected
    ]
