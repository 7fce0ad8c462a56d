"""Whole documents of placed pages: paragraphs over columns, pages, boxes and notes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from casebase.document import Document, Layout, Page, Source
from casebase.repair import repair
from tests.repair.placing import Column, Sheet, columns, prose
from tests.repair.setting import texts, wrapped


def document(*pages: Page) -> Document:
    return repair(
        Source("文件.pdf", Path("文件.pdf"), "0" * 64), Layout("pdf", tuple(pages))
    )


def long(seed: int, count: int = 3) -> str:
    """One paragraph as long as several."""
    return (
        "".join(prose(seed, count)).replace("再接再厉。", "再接再厉，") + "久久为功。"
    )


@pytest.mark.parametrize(
    ("count", "measure"),
    [(1, 22), (1, 34), (1, 60), (2, 16), (2, 22), (2, 34), (3, 12), (3, 22), (5, 12)],
)
def test_paragraphs_are_whole_over_columns(count: int, measure: int) -> None:
    sheet = Sheet()
    wanted = prose(measure, 6)
    lines = sum(len(text) for text in wanted) / measure + len(wanted)
    bottom = 100 + 16 * (lines // count + 3)
    sheet.flow(wanted, *columns(count, measure=measure, bottom=bottom))
    assert texts(document(sheet.page())) == list(wanted)


def test_a_paragraph_goes_on_past_box_caption_note_and_page() -> None:
    text = long(1, 6)
    lines = wrapped(text, 22.0, 2.0)[:40]
    text = "".join(lines)
    sheet, other = Sheet(), Sheet()
    one, two = columns(2, measure=22)
    for at, line in enumerate(lines):
        page = sheet if at < 20 else other
        column, row = (one, two)[at // 10 % 2], at % 10
        left = column.left + (20 if at == 0 else 0)
        right = 0 if line is lines[-1] else column.right
        page.run(line, left, 100 + 16 * row, right=right)
    sheet.box(44, 300, 506, 360)
    sheet.line("相关链接：支部的由来。", left=60, top=320)
    sheet.line("图 1 支部的活动室", left=220, top=380, size=8)
    sheet.rule(50, 420, 130)
    sheet.line("【作者简介】王小明，教师。", left=50, top=426, size=8)
    found = texts(document(sheet.page(1), other.page(2)))
    assert len(lines) > 20
    assert found[0] == text
    assert sorted(found[1:]) == sorted(sheet.read)


def set_in_box(sheet: Sheet, text: str) -> None:
    sheet.box(60, 300, 500, 420)
    sheet.flow((text,), Column(80, 320, 40, bottom=410))


def test_a_box_is_told_and_read_as_one() -> None:
    sheet = Sheet()
    before, inside, after = prose(3, 3)
    sheet.flow((before,), Column(50, 100, 46))
    set_in_box(sheet, inside)
    sheet.flow((after,), Column(50, 440, 46))
    found = document(sheet.page())
    boxed = [block.text for block in found.blocks if block.boxed]
    assert boxed == [inside]
    assert texts(found) == [before, inside, after]


def test_places_say_column_by_column_where_a_paragraph_stands() -> None:
    sheet = Sheet()
    sheet.flow((long(4),), *columns(3, measure=20, bottom=180))
    (block,) = document(sheet.page()).blocks
    lefts = [round(place.box.left * 800) for place in block.places]
    assert lefts == [50, 266, 482]
    assert all(place.page == 1 for place in block.places)


def hanging(sheet: Sheet) -> list[str]:
    """Items whose further lines stand below their words, not their numbers."""
    wanted = []
    for number in range(4):
        top = 100 + 48 * number
        text = prose(20 + number, 1)[0][:70] + "。"
        mark = f"（{'一二三四'[number]}）"
        sheet.run(mark, 70, top)
        sheet.run(text[:36], 110, top, right=470)
        sheet.run(text[36:], 110, top + 16)
        wanted.append(mark + text)
    return wanted


def test_hanging_items_are_whole() -> None:
    sheet = Sheet()
    sheet.flow(prose(30, 2), Column(50, 400, 42))
    wanted = hanging(sheet)
    found = [text.replace(" ", "") for text in texts(document(sheet.page()))]
    assert found[:4] == wanted


def test_the_largest_type_is_the_title_in_both_its_lines() -> None:
    sheet = Sheet()
    sheet.line("雁栖职业技术学院“红帆”领航", left=180, top=80, size=30)
    sheet.line("党建品牌创建工作纪实", left=240, top=125, size=30)
    sheet.line("本报记者　王小明", left=340, top=170, size=12)
    sheet.flow(prose(5, 6), Column(50, 210, 60))
    found = document(sheet.page())
    assert found.title == "雁栖职业技术学院“红帆”领航党建品牌创建工作纪实"


def test_a_red_head_is_no_title() -> None:
    sheet = Sheet()
    sheet.line("雁栖职业技术学院文件", left=120, top=140, size=48)
    sheet.line("雁职党〔2024〕3号", left=330, top=230, size=14)
    sheet.line("关于开展支部品牌创建工作的通知", left=220, top=280, size=22)
    sheet.flow(prose(6, 6), Column(50, 340, 50, size=14))
    assert document(sheet.page()).title == "关于开展支部品牌创建工作的通知"


def test_a_drop_capital_belongs_to_its_line() -> None:
    sheet = Sheet()
    first, second = prose(7, 2)
    sheet.run(first[0], 50, 100, 40)
    lines = [first[1 + 26 * at : 27 + 26 * at] for at in range(3)]
    for at, text in enumerate(lines):
        sheet.run(text, 92, 100 + 16 * at, right=350)
    rest = first[79:]
    for at in range(0, len(rest), 30):
        last = at + 30 >= len(rest)
        right = 0 if last else 350
        sheet.run(rest[at : at + 30], 50, 148 + 16 * at / 30, right=right)
    sheet.flow((second,), Column(50, 400, 30))
    found = texts(document(sheet.page()))
    assert found[0] == first


def test_lines_read_off_a_picture_are_joined_though_their_sizes_waver() -> None:
    sheet = Sheet()
    wanted = prose(8, 4)
    sheet.flow(wanted, Column(50, 100, 40))
    runs = [
        replace(run, recognised=True, size=run.size * (0.94 + 0.03 * (at % 5)))
        for at, run in enumerate(sheet.runs)
    ]
    found = document(replace(sheet.page(), lines=tuple(runs)))
    assert texts(found) == list(wanted)
    assert all(block.recognised for block in found.blocks)


def test_the_gutter_of_the_other_pages_is_known_on_the_last() -> None:
    sheet, last = Sheet(), Sheet()
    sheet.flow(prose(9, 9), *columns(2, measure=22, bottom=600))
    one, two = columns(2, measure=22)
    text = long(10, 2)[:80]
    for at, column in enumerate((one, one, two, two)):
        line = text[22 * at : 22 * at + 22]
        right = 0 if at == 3 else column.right
        last.run(line, column.left, 100 + 16 * (at % 2), right=right)
    found = texts(document(sheet.page(1), last.page(2)))
    assert text in "".join(found)


def test_rows_of_cells_as_wide_as_the_column_stay_rows() -> None:
    sheet = Sheet()
    sheet.line("各党支部获评情况", left=150, top=60, size=24)
    sheet.flow(prose(11, 2), Column(50, 100, 40))
    for row in range(4):
        top = 300 + 16 * row
        sheet.run(f"护理系第{'一二三四'[row]}党支部", 50, top)
        sheet.run("王小明", 220, top)
        sheet.run(f"2024年{row + 3}月获评", 370, top, right=450)
    found = texts(document(sheet.page()))
    rows = [text for text in found if "王小明" in text]
    assert len(rows) == 4
