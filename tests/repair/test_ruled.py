"""Tables on placed pages: drawn in full, with three lines or none; and what is none."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.document import Line, Page, Row
from casebase.place import Box
from casebase.repair.ruled import with_ruled
from tests.repair.press import (
    across,
    cells,
    down,
    grid,
    page,
    prose,
    run,
    text_of,
)

ROWS = (
    ("序号", "支部名称", "荣誉", "时间"),
    ("1", "机电学院教师第一党支部", "全省党建工作样板支部", "2022年"),
    ("2", "护理学院党支部", "校级先进基层党组织", "2023年"),
    ("3", "商学院联合党支部与企业共建支部", "省级工作室", "2024年"),
    ("4", "信息学院党支部", "市级样板支部", "2024年"),
)
WIDTHS = (40.0, 100.0, 120.0, 60.0)
CAPTION = run("表 1 荣誉一览", 190, 80)


def tables(*pages: Page) -> list[tuple[Row, ...]]:
    return [line.rows for it in with_ruled(pages) for line in it.lines if line.rows]


def ruled_at(xs: list[float], *ys: float) -> list[Box]:
    return [across(y, xs[0], xs[-1]) for y in ys]


# --- what is a table ----------------------------------------------------------------


@pytest.mark.parametrize("middle", [False, True])
def test_a_drawn_grid(*, middle: bool) -> None:
    lines, xs, ys = cells(ROWS, WIDTHS, middle=middle)
    (made,) = with_ruled([page([*lines, CAPTION], grid(xs, ys))])
    caption, table = made.lines
    assert caption == CAPTION
    assert table.rows == ROWS
    assert table.box is not None
    assert table.box.top == pytest.approx(ys[0] / 800, abs=0.001)
    assert table.box.right == pytest.approx(xs[-1] / 600, abs=0.001)


@pytest.mark.parametrize("middle", [False, True])
@pytest.mark.parametrize("lines_drawn", ["three", "every row", "box", "none"])
def test_tables_without_lines_down(lines_drawn: str, *, middle: bool) -> None:
    lines, xs, ys = cells(ROWS, WIDTHS, middle=middle)
    rules = {
        "three": ruled_at(xs, ys[0], ys[1], ys[-1]),
        "every row": ruled_at(xs, *ys),
        "box": [*ruled_at(xs, ys[0], ys[-1]), down(xs[0], ys[0], ys[-1]),
                down(xs[-1], ys[0], ys[-1])],
        "none": [],
    }[lines_drawn]  # fmt: skip
    text = prose(ys[-1] + 20, 60, 400, 4)
    assert tables(page([CAPTION, *lines, *text], rules)) == [ROWS]


@pytest.mark.parametrize("unit", [[], [run("单位：项", 340, 80)]])
def test_a_caption_in_pieces(unit: list[Line]) -> None:
    lines, _, _ = cells(ROWS, WIDTHS)
    caption = [run("表 1", 150, 80), run("荣誉一览", 190, 80), *unit]
    assert tables(page([*caption, *lines])) == [ROWS]


def test_rows_that_only_lines_down_part() -> None:
    lines, xs, ys = cells(ROWS, WIDTHS)
    rules = grid(xs, [ys[0], ys[1], ys[-1]])
    assert tables(page(lines, rules)) == [ROWS]


def test_open_sides() -> None:
    lines, xs, ys = cells(ROWS, WIDTHS)
    inner = [down(x, ys[0], ys[-1]) for x in xs[1:-1]]
    assert tables(page(lines, [*ruled_at(xs, *ys), *inner])) == [ROWS]


def test_merged_cells_stand_in_the_first() -> None:
    rows = (
        ("学院", "去年", "", "备注"),
        ("", "计划", "实招", ""),
        ("机电", "40", "39", "含专升本"),
        ("护理", "50", "50", ""),
    )
    lines, xs, ys = cells(rows, (60.0, 60.0, 60.0, 80.0))
    missing = {across(ys[1], xs[0], xs[1]), across(ys[1], xs[3], xs[4]),
               down(xs[2], ys[0], ys[1]), across(ys[3], xs[3], xs[4])}  # fmt: skip
    rules = [rule for rule in grid(xs, ys) if rule not in missing]
    assert tables(page(lines, rules)) == [rows]


def test_a_head_over_several_columns_without_lines_down() -> None:
    rows = (
        ("学院", "去年", "", "今年", ""),
        ("", "计划", "实招", "计划", "实招"),
        ("机电学院", "40", "39", "45", "44"),
        ("护理学院", "50", "50", "55", "55"),
    )
    lines, xs, ys = cells(rows, (80.0, 60.0, 60.0, 60.0, 60.0))
    lines = [line for line in lines if line.text not in {"去年", "今年", "学院"}]
    lines += [run("学院", 64, ys[1] - 6), run("去年", 186, ys[0] + 4)]
    lines += [run("今年", 306, ys[0] + 4)]
    assert tables(page(lines, ruled_at(xs, ys[0], ys[2], ys[-1]))) == [rows]


def test_values_without_a_line_between_them_and_the_next_column() -> None:
    """Runs that go over the side of a cell are cut there."""
    rows = (("甲", "乙"), ("丙", ""), ("四", "五"))
    lines, xs, ys = cells(rows, (30.0, 60.0))
    lines = [line for line in lines if line.text != "丙"]
    lines.append(run("一 二三", xs[0] + 12, ys[1] + 4))
    assert tables(page(lines, grid(xs, ys)))[0][1] == ("一", "二三")


def test_lines_of_a_cell_are_joined() -> None:
    rows = (("名 称", "说明"), ("甲", "1"))
    lines, xs, ys = cells(rows, (60.0, 220.0))
    lines += [run("见 http", 160, ys[1] + 19), run("张三", 160, ys[1] + 34)]
    lines += [run("李四光", 160, ys[1] + 49), run("王五", 160, ys[1] + 64)]
    rules = grid(xs, [*ys[:2], ys[2] + 70])
    (found,) = tables(page(lines, rules))
    assert found[0] == ("名称", "说明")
    assert found[1][1] == "1见 http张三李四光王五"


def test_a_form_keeps_its_report_as_text() -> None:
    report = prose(150, 130, 300, 12)
    report += [run("　　", 130, 150), run("另起一段的话。", 150, 330)]
    report += [run("再起一段的话。", 150, 345), *prose(360, 130, 300, 3)]
    lines = [run("单位", 64, 104), run("示例学院", 124, 104), run("主要", 64, 200),
             run("做法", 64, 215), run("意见", 64, 424), run("同意", 124, 424),
             run("电话", 64, 444), run("0000", 124, 444)]  # fmt: skip
    xs = [60.0, 120.0, 440.0]
    rules = grid(xs, [100, 120, 420, 440, 460])
    (made,) = with_ruled([page([*lines, *report], rules)])
    found = [line.rows for line in made.lines if line.rows]
    assert found == [
        (("单位", "示例学院"),),
        (("意见", "同意"), ("电话", "0000")),
    ]
    (label,) = [line for line in made.lines if line.text == "主要做法"]
    assert label.box is not None
    assert label.box.bottom * 800 < 150


def test_a_table_goes_on_to_a_page_with_one_row_only() -> None:
    lines, xs, ys = cells(ROWS, WIDTHS)
    rest, _, below = cells([("5", "后勤党支部", "先进", "2024年")], WIDTHS)
    alone = page(rest, grid(xs, below), number=2)
    assert len(tables(page(lines, grid(xs, ys)), alone)) == 2
    assert tables(alone) == []


def test_a_three_line_table_that_goes_on() -> None:
    lines, xs, ys = cells(ROWS, WIDTHS)
    number = run("- 7 -", 280, 770)
    rules = ruled_at(xs, ys[0], ys[1])
    assert tables(page([*lines, number], rules)) == [ROWS]


@pytest.mark.parametrize("head", [[], [run("示例学院年度报告", 200, 30)]])
def test_the_rest_of_a_three_line_table(head: list[Line]) -> None:
    lines, xs, ys = cells(ROWS, WIDTHS)
    more = (
        ("5", "后勤党支部", "先进", "2024年"),
        ("6", "机关党支部", "样板", "2024年"),
    )
    rest, _, below = cells(more, WIDTHS, top=60)
    first = page(lines, ruled_at(xs, ys[0], ys[1]))
    text = prose(below[-1] + 20, 60, 400, 3)
    second = page([*head, *rest, *text], ruled_at(xs, below[-1]), number=2)
    assert tables(first, second) == [ROWS, more]
    assert tables(second) == []


def test_text_at_the_top_of_the_next_page_is_no_rest() -> None:
    lines, xs, ys = cells(ROWS, WIDTHS)
    first = page(lines, ruled_at(xs, ys[0], ys[1]))
    second = page(prose(60, 60, 400, 3), ruled_at(xs, 120), number=2)
    assert tables(first, second) == [ROWS]


def test_what_is_read_off_a_picture_stays_marked() -> None:
    lines, xs, ys = cells(ROWS, WIDTHS)
    read = [Line(it.text, box=it.box, size=it.size, recognised=True) for it in lines]
    (made,) = with_ruled([page(read, grid(xs, ys))])
    assert [line.recognised for line in made.lines] == [True]


# --- what is none -------------------------------------------------------------------


def columns_of_text() -> Page:
    text = [line for x in (50, 220, 390) for line in prose(100, x, 150, 20)]
    rules = [across(y, 50, 540) for y in (90, 250, 420)]
    return page(text, [*rules, down(210, 90, 420), down(380, 90, 420)])


def articles_between_lines() -> Page:
    text = [line for x in (50, 300) for line in prose(100, x, 230, 24)]
    return page(text, [across(y, 50, 540) for y in (95, 215, 335, 460)])


def box_with_a_title() -> Page:
    lines = [run("案例 3：把支部建在链上", 70, 104), *prose(130, 70, 400, 8)]
    return page(lines, grid([60, 500], [100, 125, 260]))


def contents() -> Page:
    titles = [run(f"第{n}章 把支部建在专业链上", 60, 100 + 20 * n) for n in range(8)]
    numbers = [run(str(7 * n + 1), 500, 100 + 20 * n) for n in range(8)]
    return page([*titles, *numbers], [across(90, 60, 520), across(270, 60, 520)])


def drawing() -> Page:
    rules = grid([100, 150, 220, 300], [100, 160, 240, 300])
    return page([run("图 2 示意", 180, 310), run("甲", 110, 120)], rules)


def underlines() -> Page:
    lines = prose(100, 60, 400, 10)
    return page(lines, [across(111 + 15 * n, 60, 460) for n in range(10)])


def decorated_heading() -> Page:
    lines = [run("01", 70, 105), run("党建引领", 120, 105), *prose(140, 60, 400, 6)]
    return page(lines, grid([60, 110, 300], [100, 120]))


def list_below_headings() -> Page:
    lines = []
    for at in (100, 220, 340):
        lines += [run("证书", 60, at - 25)]
        lines += [run(f"第{n}项", 60, at + 10 + 22 * n) for n in range(3)]
        lines += [run("2020年", 420, at + 10 + 22 * n) for n in range(3)]
    return page(lines, [across(at, 60, 480) for at in (100, 220, 340, 460)])


def text_below_a_caption() -> Page:
    return page([run("表 2 见附件", 200, 100), *prose(120, 60, 400, 6)])


def names_at_the_foot() -> Page:
    names = [
        run("主编 林远", 60, 300),
        run("责编 周宁", 220, 300),
        run("何苗", 400, 300),
    ]
    return page([*prose(100, 60, 400, 10), *names], [across(320, 60, 480)])


@pytest.mark.parametrize(
    "make",
    [
        columns_of_text, articles_between_lines, box_with_a_title, contents, drawing,
        underlines, decorated_heading, list_below_headings, text_below_a_caption,
        names_at_the_foot,
    ],
)  # fmt: skip
def test_no_table(make: Callable[[], Page]) -> None:
    made = make()
    assert with_ruled([made]) == [made]


def test_pages_in_order_are_left_alone() -> None:
    lines, xs, ys = cells(ROWS, WIDTHS)
    made = Page(1, tuple(lines), rules=tuple(grid(xs, ys)))
    assert with_ruled([made]) == [made]


# --- properties ---------------------------------------------------------------------

WORDS = st.text("党建学院支部工作样板一二三123", min_size=1, max_size=12)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_drawn_as_a_grid_is_read_as_it_is(data: st.DataObject) -> None:
    columns = data.draw(st.integers(2, 5))
    row = st.tuples(*[WORDS] * columns)
    rows = tuple(data.draw(st.lists(row, min_size=2, max_size=6)))
    lines, xs, ys = cells(rows, [80.0] * columns)
    shift = data.draw(st.lists(st.floats(-0.8, 0.8), min_size=4, max_size=4))
    rules = [
        Box(
            it.left + shift[0] / 600,
            it.top + shift[1] / 800,
            it.right + shift[2] / 600,
            it.bottom + shift[3] / 800,
        )
        for it in grid(xs, ys)
    ]
    data.draw(st.randoms()).shuffle(lines)
    data.draw(st.randoms()).shuffle(rules)
    (found,) = tables(page(lines, rules))
    assert found == rows


PLACE = st.floats(0, 560)


@given(
    st.lists(st.tuples(WORDS, PLACE, PLACE), max_size=30),
    st.lists(st.tuples(st.booleans(), PLACE, PLACE, PLACE), max_size=30),
)
@settings(deadline=None)
def test_no_character_is_lost(
    words: list[tuple[str, float, float]],
    drawn: list[tuple[bool, float, float, float]],
) -> None:
    lines = [run(*word) for word in words] + [run("表 1 甲", 10, 10)]
    rules = [
        across(at, min(ends), max(ends)) if level else down(at, min(ends), max(ends))
        for level, at, *ends in drawn
    ]
    made = page(lines, rules)
    assert text_of(with_ruled([made])) == text_of([made])


# --- work ---------------------------------------------------------------------------


def many_lines(count: int) -> Page:
    rules = [across(800 * n / count, 0, 600) for n in range(count // 2)]
    rules += [down(600 * n / count, 0, 800) for n in range(count // 2)]
    lines = [run("某院", n * 337 % 580, n * 541 % 790) for n in range(2000)]
    return page(lines, rules)


def many_strips(count: int) -> Page:
    lines = [run("甲", 60 + 200 * (n % 3), n * 700 / count) for n in range(count)]
    return page(lines, [across(n * 700 / count, 50, 550) for n in range(count)])


def many_pairs(count: int) -> Page:
    lines = [
        run("甲", 60 + 100 * (n % 5), 10 + n // 5 * 3500 / count) for n in range(count)
    ]
    rules = [across(20 + 40 * (n % 2), n / 20, 400 + n / 20) for n in range(count // 2)]
    return page(lines, rules)


def many_captions(count: int) -> Page:
    return page([run("表 1 名单", 200, n * 700 / count, 0.1) for n in range(count)])


def one_spot(count: int) -> Page:
    lines = [run("表 1 名单", 200, 300) for _ in range(count)]
    return page(lines, [across(y, 100, 500) for y in (200, 400, 500)])


@pytest.mark.parametrize(
    "make", [many_lines, many_strips, many_pairs, many_captions, one_spot]
)
def test_five_thousand_of_anything_take_no_time(make: Callable[[int], Page]) -> None:
    made = make(5000)
    start = time.process_time()
    with_ruled([made])
    assert time.process_time() - start < 2
