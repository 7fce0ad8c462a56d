from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.extract.pdf import page_of
from casebase.writing.export import (
    Manuscript,
    Role,
    read,
    to_docx,
    to_markdown,
    to_text,
)

ONE, OTHER = "0123456789abcdef-1", "fedcba9876543210-12"
DRAFT = f"""# 把支部建在船上

## 一、背景
渔民说，过去修一次船要等半个月[[{ONE}]]。
### （一）先立题
> 修好一条，再修下一条。[[{OTHER}]]
学生也这么说[[{ONE}]]，图上的线有了分量。

| 年份 | 修船（条） |
|---|---|
| 2023 | 46 |
| 2024 | 61 |
"""
REFERENCES = ["[1] 甲. 乙[R]. 丙，2023.", "[2] 丁. 戊[N]. 己报，2024-01-02（3）."]


def test_references_are_numbered_as_they_come() -> None:
    draft = read(DRAFT)
    assert draft.title == "把支部建在船上"
    assert draft.cited == (ONE, OTHER)
    roles = [part.role for part in draft.parts]
    assert roles == [
        Role.TITLE,
        Role.HEADING,
        Role.BODY,
        Role.HEADING,
        Role.QUOTE,
        Role.BODY,
        Role.TABLE,
    ]
    assert [part.level for part in draft.parts if part.level] == [1, 2]
    assert draft.parts[2].text.endswith("半个月[1]。")
    assert draft.parts[5].text.startswith("学生也这么说[1]")
    assert draft.parts[-1].rows == (
        ("年份", "修船（条）"),
        ("2023", "46"),
        ("2024", "61"),
    )


def test_markdown_reads_as_the_same_draft() -> None:
    text = to_markdown(read(DRAFT), [])
    again = read(text)
    assert [it.text for it in again.parts] == [it.text for it in read(DRAFT).parts]
    assert again.parts[-1].rows == read(DRAFT).parts[-1].rows
    assert to_markdown(read(DRAFT), REFERENCES).endswith("己报，2024-01-02（3）.\n")


def test_plain_text_has_no_marks() -> None:
    text = to_text(read(DRAFT), REFERENCES)
    assert text.startswith("把支部建在船上\n　　一、背景\n　　渔民说")
    assert "#" not in text
    assert "2023\t46" in text
    assert text.rstrip().endswith(REFERENCES[1])


def test_word_has_the_official_layout() -> None:
    word = Document(io.BytesIO(to_docx(read(DRAFT), REFERENCES)))
    title, first, body, second = word.paragraphs[:4]
    faces = [
        it.runs[0]._r.xpath("string(.//w:rFonts/@w:eastAsia)")
        for it in (title, first, body, second)
    ]
    assert faces == ["方正小标宋简体", "黑体", "仿宋_GB2312", "楷体_GB2312"]
    assert [it.runs[0].font.size for it in (title, body)] == [Pt(22), Pt(16)]
    assert body.paragraph_format.line_spacing == Pt(28)
    assert body._p.xpath("string(.//w:ind/@w:firstLineChars)") == "200"
    assert [it.text for it in word.paragraphs[-2:]] == REFERENCES
    (table,) = word.tables
    assert [cell.text for cell in table.rows[1].cells] == ["2023", "46"]
    assert "PAGE" in word.sections[0].footer._element.xml
    assert word.core_properties.title == "把支部建在船上"


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_libreoffice_renders_it(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(to_docx(read(DRAFT), REFERENCES))
    own = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [str(shutil.which("soffice")), own, *convert, str(path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    page = page_of((tmp_path / "稿.pdf").read_bytes(), 1)
    text = "".join(run.text for run in page.lines)
    assert "把支部建在船上" in text
    assert "— 1 —".replace(" ", "") in text.replace(" ", "")
    first = next(run for run in page.lines if "渔民说" in run.text)
    heading = next(run for run in page.lines if "一、背景" in run.text)
    assert first.box is not None
    assert heading.box is not None
    step = (first.box.bottom - heading.box.bottom) * page.size[1]
    assert step == pytest.approx(28, abs=1)


@settings(deadline=None)  # a Word file takes its time
@given(st.text("#> |-[]ab一\n\x0b\ud800", max_size=60))
def test_any_text_can_be_taken_away(text: str) -> None:
    draft = read(text)
    assert isinstance(draft, Manuscript)
    assert to_docx(draft, [])
    assert "\x0b" not in to_text(draft, [])
    assert read(to_markdown(draft, [])).cited == ()
