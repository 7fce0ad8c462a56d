"""Pages as magazines set them: hanging signs, headlines and bylines over columns."""

from __future__ import annotations

from dataclasses import replace

from tests.repair.placing import Column, Sheet, columns, prose


def signs_that_hang_into_the_gutter(sheet: Sheet) -> None:
    one, two = columns(2, bottom=500, measure=22, gap=8)
    sheet.flow(prose(31, 6), one, two)
    sheet.runs = [
        replace(run, box=replace(run.box, right=run.box.right + 5 / sheet.wide))
        if run.box and run.text.endswith(("，", "；", "。"))
        else run
        for run in sheet.runs
    ]


def headline_over_two_columns_below_three(sheet: Sheet) -> None:
    sheet.flow(prose(32, 6), *columns(3, bottom=320, measure=16))
    sheet.line("三级联动育新人的十年", left=60, top=340, size=24)
    sheet.flow(prose(33, 2), Column(50, 390, 51))


def byline_over_three_columns(sheet: Sheet) -> None:
    three = columns(3, top=130, bottom=500, measure=16)
    middle = (three[0].left + three[-1].right) / 2
    sheet.line("党旗飘在车间里的三百个日夜", left=middle - 156, top=60, size=24)
    sheet.line("本报记者　陆望舒", left=middle - 40, top=100)
    sheet.flow(prose(34, 6), *three)
