"""Tables of which a single line is drawn, under their head; and what is none."""

from __future__ import annotations

import pytest

from casebase.repair.ruled import with_ruled
from tests.repair.press import across, cells, page, prose, run

ROWS = (
    ("编号", "支部名称", "日期"),
    ("1", "后勤服务处党支部", "2023年"),
    ("2", "护理学院党支部", "2024年"),
    ("3", "商学院联合党支部", "2025年"),
    ("4", "信息学院党支部", "2025年"),
)


@pytest.mark.parametrize("middle", [False, True])
def test_a_table_with_one_line_under_its_head(*, middle: bool) -> None:
    lines, xs, ys = cells(ROWS, (60.0, 160.0, 100.0), middle=middle)
    (made,) = with_ruled([page(lines, [across(ys[1], xs[0], xs[-1])])])
    assert [line.rows for line in made.lines if line.rows] == [ROWS]


def test_a_running_head_over_three_columns_is_no_tables_head() -> None:
    head = [run(text, 60 + 180 * at, 40) for at, text in enumerate(ROWS[0])]
    text = [line for at in range(3) for line in prose(70, 60 + 180 * at, 160, 30)]
    (made,) = with_ruled([page([*head, *text], [across(56, 60, 580)])])
    assert not [line for line in made.lines if line.rows]
