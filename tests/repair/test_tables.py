from __future__ import annotations

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


def test_a_caption_before_prose_makes_no_table() -> None:
    document = repaired(lines_of(f"表 1 人才培养质量\n{PROSE[0]}\n{PROSE[1]}"))
    assert not [block for block in document.blocks if block.rows]
    assert [block.text for block in document.blocks][-1] == PROSE[1]
