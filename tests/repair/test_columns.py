"""Pages set in every way that papers and reports are, read in the order of a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.document import Page
from casebase.repair.columns import in_order
from tests.repair.magazines import (
    byline_over_three_columns,
    headline_over_two_columns_below_three,
    signs_that_hang_into_the_gutter,
)
from tests.repair.placing import Column, Sheet, columns, prose


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def read(page: Page) -> list[str]:
    (ordered,) = in_order([page])
    return [squeeze(line.text) for line in ordered.lines]


def two_columns(sheet: Sheet) -> None:
    sheet.flow(prose(1, 6), *columns(2, bottom=500, measure=22))


def five_columns(sheet: Sheet) -> None:
    sheet.flow(prose(2, 12), *columns(5, bottom=560, measure=12))


def narrow_gutters(sheet: Sheet) -> None:
    sheet.flow(prose(3, 9), *columns(4, bottom=480, measure=14, gap=9.5))


def columns_on_other_base_lines(sheet: Sheet) -> None:
    one, two = columns(2, bottom=400, measure=22)
    sheet.flow(prose(4, 3), one)
    sheet.flow(prose(5, 3), replace(two, top=107.3))


def columns_of_other_widths(sheet: Sheet) -> None:
    sheet.flow(prose(6, 3), Column(50, 100, 12))
    sheet.flow(prose(7, 3), Column(190, 100, 34))
    sheet.flow(prose(8, 3), Column(550, 140, 18))


def columns_that_begin_lower(sheet: Sheet) -> None:
    one, two, three = columns(3, measure=18)
    sheet.flow(prose(9, 4), replace(one, top=300))
    sheet.flow(prose(10, 4), two)
    sheet.flow(prose(11, 4), replace(three, top=200))


def headline_over_all(sheet: Sheet) -> None:
    sheet.line("党建领航聚合力匠心筑梦育新人", left=60, top=60, size=40)
    sheet.line("——雁栖职业技术学院的实践", left=300, top=120, size=16)
    sheet.flow(prose(12, 8), *columns(4, top=170, bottom=480))


def narrow_headline_over_all(sheet: Sheet) -> None:
    middle = 50 + (5 * 130 - 10) / 2
    sheet.line("强基固本", left=middle - 60, top=60, size=30)
    sheet.line("本报记者王小明", left=middle - 35, top=110)
    sheet.flow(prose(13, 10), *columns(5, top=140, measure=12, gap=10, bottom=480))


def headline_over_two_of_four(sheet: Sheet) -> None:
    one, two, three, four = columns(4, top=60, bottom=420)
    sheet.line("把支部建在车间里", left=60, top=60, size=32)
    sheet.flow(prose(14, 5), replace(one, top=120), replace(two, top=120))
    sheet.line("送服务到村口", left=430, top=60, size=24)
    sheet.flow(prose(15, 5), replace(three, top=100), replace(four, top=100))


def three_articles(sheet: Sheet) -> None:
    one, two, three, four = columns(4, top=60, bottom=420)
    sheet.line("一二三四工作法", left=60, top=60, size=40)
    sheet.flow(prose(16, 5), replace(one, top=120), replace(two, top=120))
    sheet.line("先锋队在行动", left=430, top=60, size=24)
    sheet.flow(prose(17, 5), replace(three, top=100), replace(four, top=100))
    sheet.line("让党旗在一线高高飘扬是怎样做到的", left=80, top=450, size=36)
    below = [replace(it, top=510, bottom=900) for it in (one, two, three, four)]
    sheet.flow(prose(18, 9), *below)


def articles_parted_by_a_line(sheet: Sheet) -> None:
    upper = columns(3, bottom=400, measure=20)
    sheet.flow(prose(19, 6), *upper)
    sheet.rule(45, 420, 700)
    sheet.flow(prose(20, 6), *[replace(it, top=440, bottom=760) for it in upper])


def line_over_two_of_three(sheet: Sheet) -> None:
    one, two, three = columns(3, bottom=360, measure=20)
    sheet.flow(prose(21, 4), one, two)
    sheet.rule(45, 380, 430)
    sheet.flow(
        prose(22, 4),
        replace(one, top=400, bottom=700),
        replace(two, top=400, bottom=700),
    )
    sheet.flow(prose(23, 5), replace(three, bottom=900))


def abstract_over_two_columns(sheet: Sheet) -> None:
    sheet.line("支部建设与专业建设融合研究", left=200, top=60, size=24)
    bottom = sheet.flow(prose(24, 1), Column(50, 110, 46))
    sheet.line("关键词：支部；专业；融合", left=50, top=bottom)
    sheet.flow(
        prose(25, 6), *columns(2, top=bottom + 40, measure=22, bottom=bottom + 330)
    )


def heading_over_two_columns(sheet: Sheet) -> None:
    upper = columns(2, measure=22, bottom=300)
    sheet.flow(prose(26, 4), *upper)
    sheet.line("二、党建与业务融合的路径是怎样选择的", left=130, top=320, size=16)
    sheet.flow(prose(27, 4), *[replace(it, top=350, bottom=600) for it in upper])


def boxed_sidebar(sheet: Sheet) -> None:
    one, two = columns(2, measure=22, bottom=700)
    bottom = sheet.flow(prose(28, 2), replace(one, bottom=300))
    sheet.box(44, bottom + 10, 276, bottom + 160)
    sheet.flow(prose(29, 1), Column(55, bottom + 20, 20, bottom=bottom + 155))
    sheet.flow(prose(30, 2), replace(one, top=bottom + 175))
    sheet.flow(prose(31, 4), two)


def unframed_sidebar(sheet: Sheet) -> None:
    sheet.flow(prose(32, 6), Column(50, 100, 40))
    sheet.flow(prose(33, 2), Column(500, 140, 14, size=9))


def facing_pages(sheet: Sheet) -> None:
    sheet.flow(prose(34, 8), *columns(2, left=40, measure=16, bottom=500))
    sheet.line("右页的题目", left=480, top=90, size=20)
    sheet.flow(prose(35, 8), *columns(2, left=430, top=130, measure=16, bottom=500))


def caption_under_a_picture_in_a_column(sheet: Sheet) -> None:
    one, two, three = columns(3, measure=20)
    sheet.flow(prose(36, 5), one)
    bottom = sheet.flow(prose(37, 2), two)
    sheet.line("图为先锋队在村口", left=two.left + 40, top=bottom + 150, size=8)
    sheet.flow(prose(38, 2), replace(two, top=bottom + 180))
    sheet.flow(prose(39, 5), three)


def notes_at_the_foot_of_a_column(sheet: Sheet) -> None:
    one, two = columns(2, measure=22)
    bottom = sheet.flow(prose(40, 3), one)
    sheet.rule(50, bottom + 10, 130)
    sheet.flow(
        ("【作者简介】王小明，雁栖职业技术学院教师，从事支部建设研究。",),
        Column(50, bottom + 16, 27, size=8),
    )
    sheet.flow(prose(41, 3), two)


def columns_with_lines_between(sheet: Sheet) -> None:
    found = columns(3, measure=20, gap=12, bottom=180)
    sheet.flow(prose(42, 3), *found)
    for column in found[1:]:
        sheet.rule(column.left - 6, 100, column.left - 5.5, 180)


def caption_across_columns_that_run_past_it(sheet: Sheet) -> None:
    text = ("".join(prose(43, 9)),)
    one, two, three = columns(3, measure=20)
    sheet.flow(
        text,
        replace(one, bottom=700),
        replace(two, bottom=300),
        replace(two, top=480, bottom=700),
        replace(three, bottom=300),
        replace(three, top=480, bottom=700),
    )
    sheet.line(
        "图为三名党员教师在村口走访居民并当场答复他们的问题", left=330, top=455, size=8
    )


def figure_between_passages(sheet: Sheet) -> None:
    upper = columns(2, measure=22, bottom=300)
    sheet.flow(("".join(prose(44, 3)),), *upper)
    sheet.line("图 2 支部与专业融合的路径与机制", left=200, top=480, size=9)
    lower = [replace(it, top=510, bottom=700) for it in upper]
    sheet.flow(("".join(prose(45, 3)),), *lower)


def second_article_without_a_line(sheet: Sheet) -> None:
    upper = columns(2, measure=22, bottom=300)
    sheet.flow(("".join(prose(46, 3)),), *upper)
    sheet.line("又一篇文章", left=60, top=345, size=18)
    one, two = (replace(it, top=345, bottom=560) for it in upper)
    sheet.flow(("".join(prose(47, 3)),), replace(one, top=385), two)


PAGES: tuple[Callable[[Sheet], None], ...] = (
    two_columns,
    five_columns,
    narrow_gutters,
    columns_on_other_base_lines,
    columns_of_other_widths,
    columns_that_begin_lower,
    headline_over_all,
    narrow_headline_over_all,
    headline_over_two_of_four,
    three_articles,
    articles_parted_by_a_line,
    line_over_two_of_three,
    abstract_over_two_columns,
    heading_over_two_columns,
    boxed_sidebar,
    unframed_sidebar,
    facing_pages,
    caption_under_a_picture_in_a_column,
    notes_at_the_foot_of_a_column,
    columns_with_lines_between,
    caption_across_columns_that_run_past_it,
    figure_between_passages,
    second_article_without_a_line,
    signs_that_hang_into_the_gutter,
    headline_over_two_columns_below_three,
    byline_over_three_columns,
)


@pytest.mark.parametrize("setting", PAGES, ids=lambda it: it.__name__)
def test_columns_are_read_one_after_the_other(setting: Callable[[Sheet], None]) -> None:
    sheet = Sheet()
    setting(sheet)
    assert read(sheet.page()) == list(map(squeeze, sheet.read))


def numbered_items(sheet: Sheet) -> None:
    for number in range(6):
        top = 100 + 40 * number
        sheet.run(f"（{'一二三四五六'[number]}）", 70, top)
        sheet.run("党支部应当每月召开一次支部委员会，听取党小组的工作汇报", 120, top)
        sheet.read.append(
            f"（{'一二三四五六'[number]}）"
            "党支部应当每月召开一次支部委员会，听取党小组的工作汇报"
        )
        sheet.line("，研究本支部的工作。", left=120, top=top + 16)


def forms(sheet: Sheet) -> None:
    for number, key in enumerate(("学校名称", "案例名称", "推荐单位", "联系电话")):
        sheet.line(
            key, "雁栖职业技术学院党委宣传部", left=60, top=100 + 20 * number, step=120
        )


def names_in_rows(sheet: Sheet) -> None:
    for row in range(5):
        names = ("王小明", "李红", "张建国", "刘洋洋", "陈晨")
        sheet.line(*names, left=60, top=100 + 16 * row, step=80)


def branches_in_rows(sheet: Sheet) -> None:
    for row in range(6):
        school = ("护理学院教师第一党支部", "机电学院学生第二党支部")
        sheet.line(*school, left=60, top=100 + 16 * row, step=160)


def contents(sheet: Sheet) -> None:
    for number in range(8):
        title = f"{'一二三四五六七八'[number]}、党建引领专业建设，服务地方发展"
        sheet.run(title + "…" * 20, 60, 100 + 18 * number)
        sheet.run(str(number + 3), 480, 100 + 18 * number)
        sheet.read.append(f"{title}{'…' * 20}{number + 3}")


def wide_spaces(sheet: Sheet) -> None:
    for number in range(10):
        top, cut = 100 + 16 * number, 8 + 7 * number % 15
        text = prose(50 + number, 1)[0]
        sheet.run(text[:cut], 50, top)
        sheet.run(text[cut:36], 66 + cut * 10, top, right=450)
        sheet.read.append(text[:36])


def signature(sheet: Sheet) -> None:
    bottom = sheet.flow(prose(60, 3), Column(50, 100, 40))
    sheet.line("雁栖职业技术学院党委", left=330, top=bottom + 30)
    sheet.line("2024年5月6日", left=350, top=bottom + 46)


def centred_poem(sheet: Sheet) -> None:
    sheet.flow(prose(61, 1), Column(50, 100, 40))
    for number, line in enumerate(
        ("红船初心照征程，", "匠心筑梦育英才，", "支部建在", "专业上。")
    ):
        sheet.line(line, left=250 - len(line) * 5, top=300 + 16 * number)
    sheet.flow(prose(62, 1), Column(50, 400, 40))


def choices(sheet: Sheet) -> None:
    for number in range(5):
        top = 100 + 40 * number
        sheet.line(
            f"{number + 1}．党支部每月召开的会议，下列说法正确的是（　　）",
            left=50,
            top=top,
        )
        sheet.line(
            "A．支委会",
            "B．党小组会，",
            "C．党课",
            "D．以上，都是",
            left=60,
            top=top + 16,
            step=100,
        )


ROWS: tuple[Callable[[Sheet], None], ...] = (
    numbered_items,
    forms,
    names_in_rows,
    branches_in_rows,
    contents,
    wide_spaces,
    signature,
    centred_poem,
    choices,
)


@pytest.mark.parametrize("setting", ROWS, ids=lambda it: it.__name__)
def test_rows_are_not_torn(setting: Callable[[Sheet], None]) -> None:
    sheet = Sheet()
    setting(sheet)
    assert read(sheet.page()) == list(map(squeeze, sheet.read))


@given(st.sampled_from([*PAGES, *ROWS]), st.integers(1, 10_000))
@settings(max_examples=60, deadline=None)
def test_the_order_of_drawing_does_not_matter(
    setting: Callable[[Sheet], None], seed: int
) -> None:
    sheet = Sheet()
    setting(sheet)
    assert in_order([sheet.page(seed=seed)]) == in_order([sheet.page()])
