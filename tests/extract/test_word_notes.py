"""Footnotes and endnotes of Word files: marked in the text, and kept as notes."""

from __future__ import annotations

from pathlib import Path

from casebase.document import BlockKind, Line, Source
from casebase.repair import repair
from tests.extract.making import Read
from tests.extract.packing import lines_of, p, packed, r, tbl, tc

FEET = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>线</w:t></w:r></w:p>'
    '</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> '
    "见学校章程第三条。</w:t></w:r></w:p></w:footnote>"
    f'<w:footnote w:id="5">{p("数据截至年底。")}{p("由组织部统计。")}</w:footnote>'
    f'<w:footnote w:id="9">{p("没有人引用。")}</w:footnote>'
)
ENDS = f'<w:endnote w:id="1">{p("林远：《支部工作法》。")}</w:endnote>'


def foot(number: int, extra: str = "") -> str:
    return f'<w:r><w:footnoteReference {extra} w:id="{number}"/></w:r>'


def test_a_footnote_stands_below_its_paragraph(read: Read) -> None:
    body = p(r("甲") + foot(5) + r("乙。")) + p(r("丙") + foot(2) + r("。")) + p("丁。")
    assert lines_of(read, body, footnotes=FEET) == [
        Line("甲[1]乙。"),
        Line("[1] 数据截至年底。", note=True),
        Line("由组织部统计。", note=True),
        Line("丙[2]。"),
        Line("[2] 见学校章程第三条。", note=True),
        Line("丁。"),
    ]


def test_a_footnote_of_a_table_stands_below_it(read: Read) -> None:
    body = tbl(tc(p(r("党员") + foot(2))) + tc("12")) + p("完。")
    assert lines_of(read, body, footnotes=FEET) == [
        Line("", rows=(("党员[1]", "12"),)),
        Line("[1] 见学校章程第三条。", note=True),
        Line("完。"),
    ]


def test_marks_have_the_form_that_is_set(read: Read) -> None:
    form = (
        '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>'
    )
    found = lines_of(read, p(r("甲") + foot(2)), footnotes=FEET, settings=form)
    assert [line.text for line in found] == ["甲①", "① 见学校章程第三条。"]


def test_a_typed_mark_is_the_only_one(read: Read) -> None:
    own = foot(2, 'w:customMarkFollows="1"')
    found = lines_of(read, p(r("甲") + own + r("*")), footnotes=FEET)
    assert [line.text for line in found] == ["甲*", "见学校章程第三条。"]


def test_endnotes_stand_at_the_end_and_deleted_marks_bring_none(read: Read) -> None:
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    body = p(r("甲") + end) + p(f"{r('乙。')}<w:del>{foot(2)}</w:del>")
    found = lines_of(read, body, footnotes=FEET, endnotes=ENDS)
    assert found == [
        Line("甲[i]"),
        Line("乙。"),
        Line("[i] 林远：《支部工作法》。", note=True),
    ]


def test_footnotes_of_a_controlled_part_stand_below_their_paragraphs(
    read: Read,
) -> None:
    inner = p(r("甲") + foot(2)) + p("乙。")
    body = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    found = lines_of(read, body, footnotes=FEET)
    assert [line.text for line in found] == ["甲[1]", "[1] 见学校章程第三条。", "乙。"]


def test_a_mark_without_a_note_is_nothing(read: Read) -> None:
    found = lines_of(read, p(r("甲") + foot(77) + r("乙")), footnotes=FEET)
    assert [line.text for line in found] == ["甲乙"]


def test_notes_are_notes_in_the_document(read: Read) -> None:
    layout = read("文.docx", packed(p(r("正文说明。") + foot(2)), footnotes=FEET))
    document = repair(Source("文.docx", Path("文.docx"), "0" * 64), layout)
    assert BlockKind.NOTE in {block.kind for block in document.blocks}
