"""Tables over page breaks, their heads, and the lines beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebase.document import Block, BlockKind, Row
from casebase.place import Box, Place
from casebase.repair.tables import with_tables
from casebase.text.passages import paragraphs

HEAD = ("序号", "支部名称", "级别")


def table(*rows: Row, page: int | None = 1, left: float = 0.1) -> Block:
    place = Place(page or 0, Box(left, 0.5, left + 0.8, 0.9))
    places = (place,) if page else ()
    return Block(BlockKind.TABLE, "", 0, page, page, rows, places=places)


def words(text: str, page: int | None = 1) -> Block:
    return Block(BlockKind.PARAGRAPH, text, page=page, last_page=page)


def merged(*blocks: Block) -> list[Block]:
    return [block for block in with_tables(blocks) if block.rows]


def test_a_repeated_head_is_dropped_and_pages_are_kept() -> None:
    (whole,) = merged(
        table(HEAD, ("1", "机电支部", "省级")),
        table(HEAD, ("2", "护理支部", "市级"), page=2),
        table(HEAD, ("3", "商科支部", "校级"), page=3),
    )
    assert whole.rows == (
        HEAD,
        ("1", "机电支部", "省级"),
        ("2", "护理支部", "市级"),
        ("3", "商科支部", "校级"),
    )
    assert (whole.page, whole.last_page, whole.header) == (1, 3, 1)
    assert [place.page for place in whole.places] == [1, 2, 3]
    rows = paragraphs([whole])
    assert [row.page for row in rows] == [1, 1, 2, 3]
    assert [[place.page for place in row.places] for row in rows] == [
        [1],
        [1],
        [2],
        [3],
    ]
    assert [row.head for row in rows] == [True, False, False, False]


@pytest.mark.parametrize(
    ("last", "first", "rows"),
    [
        # the cells that were set in the middle, and so came to stand on the next page
        (("2", "护理", ""), ("", "", "市级"), [("2", "护理", "市级")]),
        (("2", "", ""), ("", "护理支部", "市级"), [("2", "护理支部", "市级")]),
        (("2", "护理第", "市级"), ("", "一支部", ""), [("2", "护理第一支部", "市级")]),
        # a cell over several rows is empty in the second
        (
            ("2", "护理", "市级"),
            ("", "商科", "校级"),
            [("2", "护理", "市级"), ("", "商科", "校级")],
        ),
        (
            ("2", "护理", "市级"),
            ("3", "商科", "校级"),
            [("2", "护理", "市级"), ("3", "商科", "校级")],
        ),
        (
            ("2", "护理", "市级"),
            ("", "12", ""),
            [("2", "护理", "市级"), ("", "12", "")],
        ),
    ],
)  # fmt: skip
def test_a_row_that_the_break_cut_is_whole_again(
    last: Row, first: Row, rows: list[Row]
) -> None:
    more = ("4", "后勤", "校级")
    (whole,) = merged(
        table(HEAD, ("1", "机电", "省级"), last), table(HEAD, first, more, page=2)
    )
    assert list(whole.rows[2:]) == [*rows, more]


@pytest.mark.parametrize(
    "said",
    ["续表", "（续表）", "续表 3", "表 3（续）", "表3 支部名单（续上页）", "续 表3"],
)
def test_it_may_be_said_that_a_table_goes_on(said: str) -> None:
    first = table(("甲", "乙"), ("一", "二"), left=0.1)
    (whole,) = merged(first, words(said, 2), table(("三", "四"), page=2, left=0.3))
    assert whole.rows == (("甲", "乙"), ("一", "二"), ("三", "四"))
    assert all(block.kind is BlockKind.TABLE for block in with_tables([first])) is True


def test_rows_go_on_below_one_another_without_a_head() -> None:
    (whole,) = merged(
        table(HEAD, ("1", "机电", "省级")), table(("2", "护理", "市级"), page=2)
    )
    assert whole.breaks == (2,)


@pytest.mark.parametrize(
    "second",
    [
        table(("2", "护理", "市级"), page=3),
        table(("2", "护理", "市级"), page=2, left=0.15),
        table(("2", "护理"), page=2),
        table(("2", "护理", "市级"), page=1),
        table(("序号", "项目", "金额"), ("1", "实训", "12"), page=2),
    ],
    ids=["a page between", "elsewhere", "fewer columns", "same page", "another head"],
)
def test_another_table_stays_another(second: Block) -> None:
    first = table(HEAD, ("1", "机电", "省级"))
    assert [block.rows for block in merged(first, second)] == [first.rows, second.rows]


def test_text_between_parts_tables() -> None:
    first, second = (
        table(HEAD, ("1", "甲", "乙")),
        table(HEAD, ("2", "丙", "丁"), page=2),
    )
    for between in ("表 2 另一张", "学院还做了以下工作。"):
        assert len(merged(first, words(between), second)) == 2


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ((HEAD, ("1", "机电支部", "省级")), 1),
        ((("指标", "2022年", "2023年"), ("在校生", "12,000", "13,000")), 1),
        ((("", "本期", "上期"), ("收入", "12.5", "13%")), 1),
        ((("职位", "人数", "职责"), ("主席", "1", "全面"), ("委员", "3", "协助")), 1),
        ((("部门", "责任人", "时间安排"), ("教务处", "林远", "每年")), 1),
        ((("院", "去年", "", "注"), ("", "计划", "实招", ""), ("甲", "4", "3", "")), 2),
        ((("荣誉情况", "", ""), HEAD, ("1", "机电", "省级")), 2),
        # forms: labels beside their values
        ((("姓名", "林远", "性别", "男"), ("职务", "书记", "电话", "0000-1")), 0),
        ((("单位", "示例学院"), ("教师", "500"), ("学生", "8000")), 0),
        ((("1", "机电支部", "省级"), ("2", "护理支部", "市级")), 0),
        ((("机电学院", "一支部一品牌"), ("护理学院", "红烛守护")), 0),
        ((HEAD,), 0),
    ],
)  # fmt: skip
def test_heads(rows: tuple[Row, ...], head: int) -> None:
    (found,) = merged(table(*rows))
    assert found.header == head


def test_a_head_that_the_file_states_is_kept() -> None:
    stated = replace(table(("甲", "乙"), ("丙", "丁"), ("戊", "己")), header=2)
    assert merged(stated)[0].header == 2


@pytest.mark.parametrize(
    ("text", "above", "kind"),
    [
        ("单位：万元", True, BlockKind.NOTE),
        ("（金额单位：人民币元）", True, BlockKind.NOTE),
        ("单位：万元", False, BlockKind.PARAGRAPH),
        ("注：数据截至年底。", False, BlockKind.NOTE),
        ("数据来源：教务处", False, BlockKind.NOTE),
        ("资料来源:年报", False, BlockKind.NOTE),
        ("注：数据截至年底。", True, BlockKind.PARAGRAPH),
        ("说明各支部的做法。", False, BlockKind.PARAGRAPH),
    ],
)
def test_lines_beside_a_table(text: str, *, above: bool, kind: BlockKind) -> None:
    made = table(HEAD, ("1", "机电", "省级"))
    blocks = [words(text), made] if above else [made, words(text)]
    (beside,) = [block for block in with_tables(blocks) if not block.rows]
    assert beside.kind is kind


def test_tables_of_an_entry_are_counted() -> None:
    first, second = (
        table(HEAD, ("1", "甲", "")),
        table(("", ""), ("乙", "丙"), page=None),
    )
    rows = [it for it in paragraphs([first, words("话。"), second]) if it.table]
    assert [(it.table, it.text) for it in rows] == [
        (1, "序号\t支部名称\t级别"),
        (1, "1\t甲\t"),
        (2, "乙\t丙"),
    ]
