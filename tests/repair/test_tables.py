from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from casebase.document import Block, BlockKind, Page
from casebase.repair.tables import with_gathered_tables, with_tables
from tests.repair.setting import PROSE, Style, lines_of, repaired, set_text

TABLE = """
表 2 技能竞赛获奖情况一览表
序号 赛项 选手
1
智能制造单元系统集
成与应用
李晓明
2
护理技能 王小雨
4
无人机测绘
3 月集训队
合计 3
"""


def test_loose_cells_become_rows() -> None:
    lines = [
        *set_text(PROSE[:2], Style(26.0)),
        *lines_of(TABLE),
        *set_text(PROSE[2:4], Style(26.0)),
    ]
    document = repaired(lines)
    table = next(block for block in document.blocks if block.rows)
    assert [row[0].split()[0] for row in table.rows] == ["序号", "1", "2", "4", "合计"]
    assert "智能制造单元系统集" in "".join(table.rows[1])
    assert "3 月集训队" in table.rows[3]
    paragraphs = [block.text for block in document.blocks if block.kind == "paragraph"]
    assert paragraphs == list(PROSE[:4])
    captions = [block.text for block in document.blocks if block.kind == "caption"]
    assert captions == ["表 2 技能竞赛获奖情况一览表"]


def test_a_head_repeated_at_a_page_break_is_dropped() -> None:
    text = "表 1 名单\n序号 姓名\n1\n张三丰\n序号 姓名\n甲班\n2\n李四光\n乙班\n二、结语"
    document = repaired(lines_of(text + "\n" + PROSE[0]))
    (table,) = [block for block in document.blocks if block.rows]
    assert table.rows == (
        ("序号 姓名",),
        ("1", "张三丰", "甲班"),
        ("2", "李四光", "乙班"),
    )


def test_a_chapter_with_its_first_section_ends_a_table() -> None:
    rows = (
        "指标",
        "就业率 94.1",
        "2 教学班 64",
        "2 教育教学",
        "2.1 师资队伍",
        PROSE[0],
    )
    caption = Block(BlockKind.CAPTION, "表1 计分卡")
    lines = [Block(BlockKind.PARAGRAPH, text) for text in rows]
    found = with_tables([caption, *lines])
    assert [block.kind for block in found] == ["caption", "table", *["paragraph"] * 3]
    assert found[2].text == "2 教育教学"


def test_a_caption_before_prose_makes_no_table() -> None:
    document = repaired(lines_of(f"表 1 人才培养质量\n{PROSE[0]}\n{PROSE[1]}"))
    assert not [block for block in document.blocks if block.rows]
    assert [block.text for block in document.blocks][-1] == PROSE[1]


NAMES = [
    ("优秀共产党员", "机电工程学院", "省级", "512"),
    ("先进基层党组织", "护理学院教师第一党支部", "市级", "203"),
    ("党务工作先进个人", "商学院", "校级", "304"),
    ("样板支部", "信息工程学院教师第二党支部", "省级", "105"),
    ("党建工作品牌项目", "建筑工程学院", "市级", "306"),
    ("红烛先锋岗", "马克思主义学院", "校级", "417"),
    ("主题党日优秀案例", "汽车工程学院学生党支部", "校级", "158"),
    ("微党课大赛一等奖", "艺术设计学院", "省级", "260"),
    ("样板支部", "食品药品学院教工党支部", "市级", "333"),
]
CAPTIONED = "表 3 荣誉一览\n序号 荣誉名称 获得者 级别 人数\n"


def dumped(rows: Sequence[tuple[str, ...]], measure: int, *, together: bool) -> str:
    """Rows as a program prints them: cells wrapped, short ones on one line."""
    text = CAPTIONED
    for number, row in enumerate(rows, start=1):
        pieces = [
            cell[at : at + measure]
            for cell in row
            for at in range(0, len(cell), measure)
        ]
        text += f"{number}\n"
        for at, piece in enumerate(pieces):
            last = at + 1 == len(pieces) or len(piece) > 2 or not together
            text += piece + ("\n" if last else " ")
    return text


def found_rows(text: str) -> list[tuple[str, ...]]:
    lines = lines_of(text)
    document = repaired([*lines, *set_text(PROSE[:2], Style(26.0))])
    paragraphs = [block.text for block in document.blocks if block.kind == "paragraph"]
    assert paragraphs == list(PROSE[:2])
    (table,) = [block for block in document.blocks if block.rows]
    return list(table.rows)


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("measure", [9, 12, 20])
def test_wrapped_cells_come_into_their_columns(*, measure: int, together: bool) -> None:
    text = dumped(NAMES, measure, together=together)
    head, *rows = found_rows(text)
    assert head == ("序号", "荣誉名称", "获得者", "级别", "人数")
    assert rows == [(str(at), *row) for at, row in enumerate(NAMES, start=1)]


def test_rows_on_lines_of_their_own() -> None:
    rows = [f"{at} {' '.join(row)}" for at, row in enumerate(NAMES, start=1)]
    head, *found = found_rows(CAPTIONED + "\n".join([*rows, "合计 2598"]))
    assert found == [
        *((str(at), *row) for at, row in enumerate(NAMES, start=1)),
        ("合计", "", "", "", "2598"),
    ]
    assert head[0] == "序号"


def test_page_numbers_and_repeated_heads_within_are_no_cells() -> None:
    rows = [f"{at} {' '.join(row)}" for at, row in enumerate(NAMES, start=1)]
    rows.insert(3, "- 12 -\n" + CAPTIONED.split("\n")[1])
    _, *found = found_rows(CAPTIONED + "\n".join(rows))
    assert [row[1] for row in found] == [row[0] for row in NAMES]


@pytest.mark.parametrize(
    "text",
    [
        # no serial numbers, no head, a list below a caption that is no table's
        "表 1 名单\n甲班 林远\n乙班 周宁\n",
        "表 1 名单\n1 甲班 林远\n2 乙班\n",
        "表 1 工作安排\n一、学习教育\n二、调查研究\n",
    ],
)
def test_what_is_not_clear_is_left_as_it_is(text: str) -> None:
    pages = [Page(None, tuple(lines_of(text)))]
    assert with_gathered_tables(pages) == pages


def test_gathering_takes_time_in_step_with_the_lines() -> None:
    seconds = []
    for count in (1000, 4000):
        text = dumped(NAMES * (count // 6), 6, together=False)
        pages = [Page(None, tuple(lines_of(text)))]
        start = time.process_time()
        with_gathered_tables(pages)
        seconds.append(time.process_time() - start)
    assert seconds[1] < 8 * seconds[0] + 0.5
    captions = [Page(None, tuple(lines_of(CAPTIONED * 2000 + "1 甲\n" * 2000)))]
    start = time.process_time()
    with_gathered_tables(captions)
    assert time.process_time() - start < 2
