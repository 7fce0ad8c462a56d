"""What counts as right when facts are compared with the gold set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.floors import load, missed, pin
from bench.gold import Row
from bench.gold import load as load_gold
from bench.judging import Owner, owner_names, same_name, says
from bench.tallies import Tally, compare
from casebase.entry import Honour, Method, Quantity

OWNER = owner_names(["临江职业学院", "临江职院"])


@pytest.mark.parametrize(
    ("cell", "value", "allowed"),
    [
        ("", None, True),
        ("-", None, True),
        ("省级", None, False),
        ("省级", "省级", True),
        ("省级/国家级", "国家级", True),
        ("", "省级", False),
        ("2023/-", 2023, True),
        ("2023/-", None, True),
        ("2023/-", 2022, False),
        ("*", "随便什么", True),
        ("@", None, True),
        ("@", "临江职院", True),
        ("@", "临江职业学院护理系", True),
        ("@", "上游集团", False),
    ],
)
def test_cells(cell: str, value: object, allowed: object) -> None:
    assert says(cell, value, OWNER) is allowed


@pytest.mark.parametrize(
    ("cell", "found", "same"),
    [
        ("四三一", "四三一机制", True),
        ("四三一机制", "四三一", True),
        ("四三一", "“四三一”工作法", True),
        ("1+3", "1+3+N", False),
        ("三全育人", "三全", True),
        ("红帆", "红帆渡", False),
        ("红帆/红帆渡", "红帆渡", True),
    ],
)
def test_names(cell: str, found: str, same: object) -> None:
    assert same_name(cell, found) is same


def honours(*found: Honour, rows: tuple[Row, ...]) -> Tally:
    return compare("honours", rows, found, OWNER)


PASSED = Row(("全国党建工作样板支部", "国家级", "第三批", "通过验收", "甲支部", "2023"))
BEING = Row(("全国党建工作样板支部", "国家级", "第三批", "培育创建", "甲支部", "2021"))


def test_one_honour_with_two_statuses_is_two_facts() -> None:
    name, level, batch = "全国党建工作样板支部", "国家级", "第三批"
    tally = honours(
        Honour(name, level, batch, "通过验收", "甲支部", 2023),
        Honour(name, level, batch, "培育创建", "甲支部", 2021),
        rows=(BEING, PASSED),
    )
    assert (tally.met, tally.right, tally.share("year")) == (2, 2, 1.0)


def test_another_status_is_wrong_and_another_level_is_counted_apart() -> None:
    name = "全国党建工作样板支部"
    wrong = honours(Honour(name, "国家级", "第三批", "获评"), rows=(BEING,))
    assert (wrong.precision, wrong.recall) == (0, 0)
    level = honours(Honour(name, "省级", "第三批", "培育创建"), rows=(BEING,))
    assert (level.precision, level.share("level")) == (1, 0)


@pytest.mark.parametrize(
    ("true", "found", "right"),
    [
        ("第六届全国技能大赛一等奖", "全国技能大赛一等奖", 1),
        ("第六届全国技能大赛一等奖", "全国技能大赛二等奖", 0),
        ("全省党建工作样板支部", "样板支部", 1),
        ("全省党建工作样板支部", "标杆院系", 0),
    ],
)
def test_names_of_honours(true: str, found: str, right: int) -> None:
    row = Row((true, "*", "*", "*", "*", "*"))
    assert honours(Honour(found), rows=(row,)).right == right


def test_opinions_are_neither_missed_nor_extra() -> None:
    rows = (Row(("最美志愿者", "*", "*", "*", "*", "*"), optional=True),)
    assert honours(rows=rows).recall == 1
    found = honours(Honour("最美志愿者"), rows=rows)
    assert (found.found, found.extra) == (0, [])


def test_many_facts_may_say_one_row_where_it_allows_them() -> None:
    found = [Honour("大赛三等奖", holder=holder) for holder in "甲乙丙"]
    cells = ("大赛三等奖", "*", "*", "*", "*", "*")
    assert honours(*found, rows=(Row(cells, many=True),)).right == 3
    assert honours(*found, rows=(Row(cells),)).right == 1


@pytest.mark.parametrize(
    ("value", "unit", "bound", "right"),
    [
        (8897100.0, "元", None, 1),
        (889.71, "万元", None, 0),
        (8897100.0, "元", "约", 0),
        (8897100.0, "人", None, 0),
    ],
)
def test_quantities(value: float, unit: str, bound: str | None, right: int) -> None:
    row = Row(("889.71万元", "8897100", "元", "", "技术服务到款", "2021"))
    found = Quantity("889.71万元", value, unit, bound, "技术服务到款额")
    tally = compare("quantities", (row,), (found,), OWNER)
    assert tally.right == right
    if right:
        assert (tally.share("subject"), tally.share("year")) == (1, 0)


@pytest.mark.parametrize(
    ("parts", "share"),
    [
        (("爱心", "耐心", "细心"), 1),
        (("爱心", "耐心、细心"), 1),
        (("爱心", "耐心"), 0),
        (("爱心", "耐心", "细心", "责任心"), 0),
        ((), 0),
    ],
)
def test_parts_may_be_cut_finer_or_coarser(parts: tuple[str, ...], share: int) -> None:
    row = Row(("三心", "爱心；耐心；细心", ""))
    assert (
        compare("methods", (row,), (Method("三心", parts),), OWNER).share("parts")
        == share
    )


def test_floors_only_go_up_until_the_gold_changes(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    low, high = Tally(gold=4, met=1), Tally(gold=4, met=3)
    for gold, tally, floor in [
        ("a", low, 0.25),
        ("a", high, 0.75),
        ("a", low, 0.75),
        ("b", low, 0.25),
    ]:
        pin(path, gold, {"brands": tally})
        assert load(path) == (gold, {"brands": {"recall": floor}})
    assert missed({"brands": {"recall": 0.5}}, {"brands": low})
    assert not missed({"brands": {"recall": 0.5}}, {"brands": high})


def test_a_misspelt_key_of_a_gold_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "甲.toml"
    path.write_text('[[entry]]\nhonors = ""\n', encoding="utf-8")
    with pytest.raises(ValueError, match="honors"):
        load_gold(path)


def test_rows_of_a_gold_file(tmp_path: Path) -> None:
    path = tmp_path / "甲.toml"
    brands = 'brands = """\n? 红帆 | @ | 品牌\n+ 灯塔 | - |\n"""\n'
    text = f'[[entry]]\n{brands}topics = "党建 ?治理"\n'
    path.write_text(text, encoding="utf-8")
    (entry,) = load_gold(path).entries
    assert entry.rows["brands"] == (
        Row(("红帆", "@", "品牌"), optional=True),
        Row(("灯塔", "-", ""), many=True),
    )
    assert entry.rows["topics"] == (Row(("党建",)), Row(("治理",), optional=True))


def test_owners_are_known_by_common_words_too() -> None:
    owner: Owner = OWNER
    found: list[Any] = [says("@", name, owner) for name in ("学校", "我校", "某公司")]
    assert found == [True, True, False]
