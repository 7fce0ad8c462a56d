"""Tables on the page of an entry, and rows among the hits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask, render_template_string
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from casebase.entry import Entry, Kind, Paragraph, Role
from casebase.results import Mark, Snippet
from web.reading import typeset
from web.tables import labels_of, row_html, table_of

ENTRY = Entry(
    "0000000000000009-1", "0000000000000009", "某.docx", "某报告", "", Kind.ARTICLE,
    None, "某报告", (), None, (),
)  # fmt: skip
SET = '{% import "tables.html" as tables %}{{ tables.table(block, "") }}'


def rows_of(*texts: str, table: int = 1, head: int = 0) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(text, Role.ROW, table=table, head=at < head)
        for at, text in enumerate(texts)
    )


def entry_of(*paragraphs: Paragraph) -> Entry:
    return replace(ENTRY, paragraphs=paragraphs)


@pytest.fixture(scope="module")
def app() -> Flask:
    return Flask("web")


def shown(app: Flask, *paragraphs: Paragraph) -> list[Tag]:
    """The tables of an entry, as HTML."""
    blocks, _ = typeset(entry_of(*paragraphs), {}, {})
    with app.app_context():
        return [
            BeautifulSoup(render_template_string(SET, block=block), "html.parser")
            for block in blocks
            if block.table
        ]


def cells(row: Tag) -> list[tuple[str, str, int, int]]:
    return [
        (
            str(cell.name),
            cell.get_text(),
            int(str(cell.get("colspan", "1"))),
            int(str(cell.get("rowspan", "1"))),
        )
        for cell in row.select("td, th")
    ]


def test_two_tables_that_follow_one_another_stay_two(app: Flask) -> None:
    first, second = shown(
        app,
        *rows_of("序号\t支部", "1\t机电", head=1),
        *rows_of("序号\t品牌", "1\t红烛", table=2, head=1),
    )
    assert first.get_text("|", strip=True) == "序号|支部|1|机电"
    assert [row["id"] for row in second.select("tr")] == ["p3", "p4"]


def test_the_caption_and_the_unit_stand_in_the_table(app: Flask) -> None:
    (table,) = shown(
        app,
        Paragraph("招生见下表。"),
        Paragraph("表2　招生", Role.CAPTION),
        Paragraph("单位：人", Role.NOTE),
        *rows_of("学院\t人数", "机电\t12", head=1),
        Paragraph("注：截至九月。", Role.NOTE),
    )
    caption = table.select_one("caption")
    assert caption is not None
    assert [it["id"] for it in caption.select("span")] == ["p2", "p3"]
    assert table.select_one("[role=region]")["aria-labelledby"] == "p2"  # type: ignore[index]
    assert [it.get_text() for it in table.select("thead th[scope=col]")] == [
        "学院",
        "人数",
    ]


@pytest.mark.parametrize(
    "before",
    [
        [Paragraph("图3　现场", Role.CAPTION)],  # a picture's words stand below it
        [Paragraph("说明", Role.NOTE)],
        [Paragraph("表1　甲", Role.CAPTION), Paragraph("中间有一段话。")],
    ],
)
def test_what_is_no_caption_stays_outside(app: Flask, before: list[Paragraph]) -> None:
    rows = rows_of("学院\t人数", "机电\t12")
    blocks, _ = typeset(entry_of(*before, *rows), {}, {})
    assert len(blocks) == len(before) + 1
    (table,) = shown(app, *before, *rows)
    assert table.select_one("caption") is None


def test_a_caption_at_the_end_is_shown() -> None:
    blocks, _ = typeset(entry_of(Paragraph("表9　甲", Role.CAPTION)), {}, {})
    assert [block.role for block in blocks] == [Role.CAPTION]


def test_a_head_of_two_rows_goes_over_its_columns(app: Flask) -> None:
    (table,) = shown(
        app,
        *rows_of(
            "学院\t去年\t\t今年\t\t备注",
            "\t计划\t实招\t计划\t实招\t",
            "机电\t4\t3\t5\t5\t",
            head=2,
        ),
    )
    first, second, body = table.select("tr")
    assert cells(first) == [
        ("th", "学院", 1, 2),
        ("th", "去年", 2, 1),
        ("th", "今年", 2, 1),
        ("th", "备注", 1, 2),
    ]
    assert [text for _, text, _, _ in cells(second)] == ["计划", "实招"] * 2
    assert len(cells(body)) == 6
    assert [it["scope"] for it in first.select("th")][1] == "colgroup"
    entry = entry_of(
        *rows_of("学院\t去年\t\t备注", "\t计划\t实招\t", "机电\t4\t3\t", head=2)
    )
    assert labels_of(entry, 1) == ("学院", "去年 计划", "去年 实招", "备注")


def test_numbers_stand_to_the_right_but_serial_numbers_do_not(app: Flask) -> None:
    (table,) = shown(
        app,
        *rows_of(
            "序号\t项目\t金额", "1\t实训\t1,200.5", "2\t差旅\t", "3\t会议\t30%", head=1
        ),
    )
    right = [it.get_text() for it in table.select(".r")]
    assert right == ["金额", "1,200.5", "", "30%"]


def test_a_form_is_filled_to_its_width(app: Flask) -> None:
    (table,) = shown(
        app, *rows_of("名称\t品牌\t\t", "姓名\t林远\t职务\t书记", "附\t无")
    )
    assert [
        sum(wide for _, _, wide, _ in cells(row)) for row in table.select("tr")
    ] == [4] * 3


@given(
    st.lists(
        st.lists(st.sampled_from(["", "甲", "12", "甲乙丙"]), min_size=1, max_size=5),
        min_size=1,
        max_size=5,
    ),
    st.integers(0, 3),
)
def test_no_text_is_lost_and_no_row_is_wider_than_the_table(
    texts: list[list[str]], head: int
) -> None:
    texts = [row for row in texts if any(row)] or [["甲"]]
    rows = [
        (at, Paragraph("\t".join(row), Role.ROW, table=1, head=at < head), _html(row))
        for at, row in enumerate(texts)
    ]
    table = table_of(rows)
    width = max(map(len, texts))
    for row, made in zip(texts, (*table.head, *table.body), strict=True):
        kept = [str(cell.html) for cell in made.cells if cell.html]
        assert kept == [text for text in row if text]
        assert sum(cell.columns for cell in made.cells) <= width


def _html(row: list[str]) -> tuple[Markup, ...]:
    return tuple(map(Markup, row))


def passage(text: str, *marked: str) -> Snippet:
    marks = tuple(
        Mark(text.index(word), text.index(word) + len(word), via=False)
        for word in marked
    )
    return Snippet(text, marks, 1, None, before=False, after=False)


@pytest.mark.parametrize(
    ("text", "marked", "shown"),
    [
        (
            "1\t红烛守护\t省级",
            ["守护"],
            "序号：1 | 品牌：红烛<mark>守护</mark> | 级别：省级",
        ),
        ("红烛守护\t省级", ["红烛"], "品牌：<mark>红烛</mark>守护 | 级别：省级"),
        (
            "守护\t省级",
            ["守护\t省"],
            "品牌：<mark>守护</mark> | 级别：<mark>省</mark>级",
        ),
    ],
)
def test_a_row_among_the_hits_says_what_its_columns_are(
    text: str, marked: list[str], shown: str
) -> None:
    entry = entry_of(*rows_of("序号\t品牌\t级别", "1\t红烛守护\t省级", head=1))
    html = str(row_html(passage(text, *marked), entry))
    assert html.replace('<span class="dim">', "").replace("</span>", "") == shown


def test_labels_and_values_are_escaped() -> None:
    entry = entry_of(*rows_of("<b>\t二", "<i>\t乙", head=1))
    assert "<b>" not in str(row_html(passage("<i>\t乙"), entry))
    assert "<i>" not in str(row_html(passage("<i>\t乙"), entry))
