"""Word files: everything people see in them, in order, and nothing else."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from casebase.document import Line
from casebase.errors import UnreadableFileError
from tests.extract.making import Read, lines, put, saved

LONG = "学校党委坚持把支部建在专业上，推动党建工作与教育教学同频共振。" * 12


def read_body(read: Read, *elements: str) -> list[str]:
    document = docx.Document()
    for xml in elements:
        put(document, xml)
    return lines(read("a.docx", saved(document)))


def test_paragraphs_headings_and_tables_come_in_order(read: Read) -> None:
    document = docx.Document()
    document.add_heading("支部工作汇编", 0)
    document.add_heading("一、做法", 1)
    document.add_paragraph("第一段。")
    table = document.add_table(2, 3)
    for cell, text in zip(table.rows[0].cells, ("支部", "品牌", "备注"), strict=True):
        cell.text = text
    merged = table.rows[1].cells[0].merge(table.rows[1].cells[1])
    merged.text = "机电支部"
    table.rows[1].cells[2].text = "省级\n样板"
    document.add_heading("（一）成效", 2)
    document.sections[0].header.paragraphs[0].text = "页眉不算"
    document.sections[0].footer.paragraphs[0].text = "页脚不算"
    layout = read("a.docx", saved(document))
    assert layout.format == "docx"
    assert layout.flowing
    assert layout.pages[0].lines == (
        Line("支部工作汇编", level=1),
        Line("一、做法", level=1),
        Line("第一段。"),
        Line("", rows=(("支部", "品牌", "备注"), ("机电支部", "", "省级 样板"))),
        Line("（一）成效", level=2),
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (
            (
                "<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删掉</w:delText></w:r>"
                "</w:del><w:ins><w:r><w:t>加上</w:t></w:r></w:ins></w:p>"
            ),
            ["保留加上"],
        ),
        (
            (
                "<w:p><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom>"
                "<w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>"
            ),
            ["新处"],
        ),
        (
            (
                '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
                "<w:instrText> DATE </w:instrText></w:r><w:r>"
                '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024年</w:t>'
                '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
            ),
            ["2024年"],
        ),
        (
            (
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
                '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显示</w:t></w:r></w:p>'
            ),
            ["显示"],
        ),
        (
            (
                "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/>"
                '<w:br w:type="page"/><w:t>丙</w:t></w:r></w:p>'
            ),
            ["甲 乙-丙"],
        ),
        (
            "<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>",
            ["第一行", "第二行"],
        ),
        (
            (
                '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>关于支部建设</w:t>'
                "<w:br/>"
                "<w:t>的实施意见</w:t><w:br/><w:t>——试行</w:t></w:r></w:p>"
            ),
            ["关于支部建设的实施意见", "——试行"],
        ),
        (
            (
                "<w:p><w:r><w:ruby><w:rt><w:r><w:t>dǎng</w:t></w:r></w:rt><w:rubyBase><w:r>"
                "<w:t>党</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
            ),
            ["党"],
        ),
        (
            (
                "<w:sdt><w:sdtContent><w:p><w:smartTag><w:r><w:t>控件内</w:t></w:r></w:smartTag>"
                "</w:p></w:sdtContent></w:sdt>"
            ),
            ["控件内"],
        ),
        (
            (
                "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice "
                'Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框内</w:t>'
                "</w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
                "<w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>"
                "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            ),
            ["正文", "框内"],
        ),
        (
            (
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>框中标题</w:t></w:r></w:p><w:p><w:r>"
                "<w:t>框中正文</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            ),
            ["框中标题", "框中正文"],
        ),
    ],
)
def test_what_stands_in_the_body(read: Read, xml: str, text: list[str]) -> None:
    assert read_body(read, xml) == text


def test_a_paragraph_whose_end_was_deleted_runs_on(read: Read) -> None:
    found = read_body(
        read,
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上半句，</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>下半句。</w:t></w:r></w:p>",
    )
    assert found == ["上半句，下半句。"]


def test_cells_merged_downwards_and_nested_tables_are_read_once(read: Read) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.rows[0].cells[0].merge(table.rows[1].cells[0]).text = "机电支部"
    table.rows[0].cells[1].text = "第一项"
    inner = table.rows[1].cells[1].add_table(1, 2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "甲", "乙"
    (line,) = read("a.docx", saved(document)).pages[0].lines
    assert line.rows == (("机电支部", "第一项"), ("", "甲 乙"))


def test_a_form_with_the_whole_text_in_a_cell_gives_paragraphs(read: Read) -> None:
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, (key, value) in zip(
        table.rows,
        [
            ("支部名称", "机电支部"),
            ("主要做法", f"一、做法\n{LONG}"),
            ("联系人", "林远"),
        ],
        strict=True,
    ):
        row.cells[0].text, row.cells[1].text = key, ""
        for at, text in enumerate(value.split("\n")):
            cell = row.cells[1]
            (cell.paragraphs[0] if at == 0 else cell.add_paragraph()).text = text
    assert read("a.docx", saved(document)).pages[0].lines == (
        Line("", rows=(("支部名称", "机电支部"),)),
        Line("主要做法"),
        Line("一、做法"),
        Line(LONG),
        Line("", rows=(("联系人", "林远"),)),
    )


def test_an_outline_level_makes_a_heading(read: Read) -> None:
    document = docx.Document()
    put(
        document,
        '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>二级</w:t></w:r></w:p>',
    )
    put(
        document,
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/></w:pPr>'
        "<w:r><w:t>正文</w:t></w:r></w:p>",
    )
    assert read("a.docx", saved(document)).pages[0].lines == (
        Line("二级", level=2),
        Line("正文"),
    )


def test_an_automatic_table_of_contents_is_left_out(read: Read) -> None:
    document = docx.Document()
    style = document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、做法\t3", style=style)
    document.add_paragraph("一、做法")
    assert lines(read("a.docx", saved(document))) == ["一、做法"]


@pytest.mark.parametrize(
    ("stated", "title"),
    [("支部 工作汇编", "支部 工作汇编"), ("模板", ""), ("", "")],
)
def test_a_stated_title_counts_where_the_text_shows_it(
    read: Read, stated: str, title: str
) -> None:
    document = docx.Document()
    document.core_properties.title = stated
    document.add_paragraph("支部工作汇编")
    assert read("a.docx", saved(document)).metadata.title == title


def test_a_file_with_macros_is_read(read: Read) -> None:
    document = docx.Document()
    document.add_paragraph("正文。")
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(document))) as old,
        zipfile.ZipFile(packed, "w") as new,
    ):
        for name in old.namelist():
            kind = b"officedocument.wordprocessingml.document.main+xml"
            macro = b"document.macroEnabled.main+xml"
            new.writestr(name, old.read(name).replace(kind, macro))
    assert lines(read("a.docm", packed.getvalue())) == ["正文。"]


@pytest.mark.parametrize("cut", [100, 5000, -200, -30])
def test_a_broken_file_is_told(read: Read, cut: int) -> None:
    with pytest.raises(UnreadableFileError, match="损坏"):
        read("a.docx", saved(docx.Document())[:cut])


def test_entities_are_not_resolved(read: Read) -> None:
    document = docx.Document()
    document.add_paragraph("正文。")
    packed = io.BytesIO()
    bomb = b'<!DOCTYPE x [<!ENTITY a "&#31192;&#23494;">]>'
    with (
        zipfile.ZipFile(io.BytesIO(saved(document))) as old,
        zipfile.ZipFile(packed, "w") as new,
    ):
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                head, rest = text.split(b"?>", 1)
                text = head + b"?>" + bomb + rest.replace("正文".encode(), b"&a;")
            new.writestr(name, text)
    with pytest.raises(UnreadableFileError, match="损坏"):
        read("a.docx", packed.getvalue())
