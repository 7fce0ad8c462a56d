"""Tables of Word files: rows and cells, boxes, and forms that hold the text."""

from __future__ import annotations

from casebase.document import Line
from tests.extract.making import Read
from tests.extract.packing import lines_of, listed, p, tbl, tc

SPAN = '<w:gridSpan w:val="2"/>'


def test_a_wide_cell_stands_in_its_first_column(read: Read) -> None:
    body = tbl(
        tc("支部") + tc("人数", SPAN),
        tc("机电", '<w:vMerge w:val="restart"/>') + tc("男") + tc("3"),
        tc("", "<w:vMerge/>") + tc("女") + tc("4"),
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{tc("合计")}{tc("7")}</w:tr>',
    )
    (line,) = lines_of(read, body)
    assert line.rows == (
        ("支部", "人数", ""),
        ("机电", "男", "3"),
        ("", "女", "4"),
        ("", "合计", "7"),
    )


def test_cells_merged_the_old_way_are_read_once(read: Read) -> None:
    first, rest = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    body = tbl(tc("合起来", first) + tc("合起来", rest), tc("甲") + tc("乙"))
    assert lines_of(read, body)[0].rows == (("合起来", ""), ("甲", "乙"))


def test_rows_that_are_repeated_on_each_page_are_the_head(read: Read) -> None:
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{tc('支部')}{tc('品牌')}</w:tr>"
    (line,) = lines_of(read, tbl(head, tc("机电") + tc("匠心")))
    assert line.header == 1
    (only,) = lines_of(read, tbl(head))
    assert only.header == 0


def test_an_absurd_span_is_bounded(read: Read) -> None:
    body = tbl(tc("甲", '<w:gridSpan w:val="999999999"/>') + tc("乙"))
    (line,) = lines_of(read, body)
    assert len(line.rows[0]) <= 101


def test_numbers_of_rows_are_counted_in_empty_cells(read: Read) -> None:
    numbering = listed('<w:lvlText w:val="%1"/>')
    number = p("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    body = tbl(tc(number) + tc("甲支部"), tc(number) + tc("乙支部"))
    (line,) = lines_of(read, body, numbering=numbering)
    assert line.rows == (("1", "甲支部"), ("2", "乙支部"))


def test_a_box_in_a_box_is_a_box(read: Read) -> None:
    inner = tbl(tc(p("案例 1：匠心领航") + p("框中正文。")))
    found = lines_of(read, tbl(tc(inner + p(""))) + p("框外。"))
    assert [(line.text, line.boxed) for line in found] == [
        ("案例 1：匠心领航", True),
        ("框中正文。", True),
        ("框外。", False),
    ]


def test_rows_in_content_controls_are_rows(read: Read) -> None:
    cell = f"<w:sdt><w:sdtContent>{tc('匠心')}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{tc('机电')}{cell}</w:tr>"
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert lines_of(read, body) == [Line("", rows=(("机电", "匠心"),))]
