"""Tracked changes: the text as it would be if all of them were accepted."""

from __future__ import annotations

import pytest

from casebase.document import Line
from tests.extract.making import Read
from tests.extract.packing import lines_of, listed, p, r, tbl, tc, texts_of

DEL = "<w:rPr><w:del/></w:rPr>"


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("xml", "texts"),
    [
        (p(deleted("旧") + f"<w:ins>{r('新')}</w:ins>"), ["新"]),
        (
            p(f"<w:moveFrom>{r('旧处')}</w:moveFrom>")
            + p(f"<w:moveTo>{r('新处')}</w:moveTo>"),
            ["新处"],
        ),
        (
            f"<w:ins>{p('加上。')}</w:ins><w:del>{p('删去。')}</w:del>",
            ["加上。"],
        ),
        (p("上半句，", DEL) + p("下半句。"), ["上半句，下半句。"]),
        (p("上，", DEL) + p(deleted("中，"), DEL) + p("下。"), ["上，下。"]),
        (p("一，", "<w:rPr><w:moveFrom/></w:rPr>") + p("二。"), ["一，二。"]),
        (p("末段。", DEL), ["末段。"]),
        (p("表前。", DEL) + tbl(tc("甲") + tc("乙")), ["表前。", ""]),
        (p("党", '<w:framePr w:dropCap="drop"/>') + p("旗飘扬。"), ["党旗飘扬。"]),
        (
            p("甲", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("乙丙。"),
            ["甲乙丙。"],
        ),
        (p(r("甲", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), ["甲"]),
        (
            p(
                "正文",
                "<w:pPrChange><w:pPr><w:jc/></w:pPr></w:pPrChange>",
            ),
            ["正文"],
        ),
    ],
)
def test_changes_are_accepted(read: Read, xml: str, texts: list[str]) -> None:
    assert texts_of(read, xml) == texts


def test_changes_of_tables_are_accepted(read: Read) -> None:
    row = "<w:tr><w:trPr><w:{0}/></w:trPr>{1}{2}</w:tr>"
    body = tbl(
        tc("支部") + tc("人数"),
        row.format("del", tc("旧支部"), tc("3")),
        row.format("ins", tc("新支部"), tc("5")),
        tc("删格", "<w:cellDel/>") + tc("机电") + tc("7"),
        tc(p("信息", DEL)) + tc(p(deleted("8") + f"<w:ins>{r('9')}</w:ins>")),
    )
    assert lines_of(read, body) == [
        Line(
            "",
            rows=(("支部", "人数"), ("新支部", "5"), ("机电", "7"), ("信息", "9")),
        )
    ]


def test_deleted_paragraphs_take_no_number(read: Read) -> None:
    numbering = listed('<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>')
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        p("甲", item)
        + p(deleted("乙"), item + DEL)
        + p("丙", item)
        + p("", item)
        + p("丁", item)
    )
    assert texts_of(read, body, numbering=numbering) == ["一、甲", "二、丙", "四、丁"]
