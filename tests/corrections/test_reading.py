"""What people type as a correction, and what they are told where it cannot be meant."""

from __future__ import annotations

from typing import Any

import pytest

from casebase.corrections import Action, Wish, asked
from casebase.entry import (
    Brand,
    HeadingSet,
    Honour,
    Method,
    Policy,
    Quantity,
    Slogan,
)
from casebase.errors import BadRequestError
from casebase.lexicon import Lexicon, load_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


TYPED: dict[tuple[str, ...], tuple[str, Any]] = {
    ("学校", " 青禾职业学院 "): ("school", "青禾职业学院"),
    ("School", "青禾职业学院"): ("school", "青禾职业学院"),
    ("省份", "山东省"): ("province", "山东"),
    ("省份", "内蒙古自治区"): ("province", "内蒙古"),
    ("城市", "聊城市"): ("city", "聊城"),
    ("城市", "云梦"): ("city", "云梦"),
    ("日期", "2023-05-01"): ("date", "2023-05-01"),
    ("日期", "2023-05"): ("date", "2023-05"),
    ("年份", "2023年"): ("year", 2023),
    ("体裁", "新闻"): ("genre", "新闻"),
    ("简称", "禾职"): ("alias", "禾职"),
    ("品牌", "先锋岗", "级别=省级", "所属＝机电系党支部", "form=团队"): (
        "brands",
        Brand("先锋岗", "机电系党支部", "省级", "团队"),
    ),
    ("工作法", "1+2", "组成=一个核心、两个平台", "通行=否"): (
        "methods",
        Method("1+2", ("一个核心", "两个平台")),
    ),
    ("口号", "一部一品", "口号族=一支部一品牌"): (
        "slogans",
        Slogan("一部一品", "一支部一品牌"),
    ),
    ("荣誉", "样板支部", "批次=第二批", "状态=通过验收", "年份=2022"): (
        "honours",
        Honour("样板支部", None, "第二批", "通过验收", None, 2022),
    ),
    ("政策", "鲁发[2022]019号"): ("policies", Policy(None, "鲁发〔2022〕19号")),
    ("政策", "关于某事的意见", "文号=鲁发（2022）19号"): (
        "policies",
        Policy("关于某事的意见", "鲁发〔2022〕19号"),
    ),
    ("数字", "近210万元", "数值=2100000", "单位=元", "约数=近"): (
        "quantities",
        Quantity("近210万元", 2_100_000.0, "元", "近"),
    ),
    ("并列标题", "强组织；强队伍", "句式=强……"): (
        "headings",
        HeadingSet(("强组织", "强队伍"), "强……"),
    ),
}
SINGULAR = {"school", "province", "city", "date", "year", "genre"}


@pytest.mark.parametrize("typed", TYPED, ids="|".join)
def test_what_is_meant(typed: tuple[str, ...], lexicon: Lexicon) -> None:
    field, value = TYPED[typed]
    name, text, *parts = typed
    action = Action.SET if field in SINGULAR else Action.ADD
    assert asked(name, text, parts, Action.ADD, lexicon) == Wish(action, field, value)


def test_removing_needs_no_more_than_a_name(lexicon: Lexicon) -> None:
    wish = asked("荣誉", "样板支部", ["状态=入选"], Action.REMOVE, lexicon)
    assert wish.value == {"name": "样板支部", "status": "入选"}
    wish = asked("口号", "一部一品", [], Action.REMOVE, lexicon)
    assert wish.value == {"name": "一部一品"}
    assert asked("城市", None, [], Action.CLEAR, lexicon) == Wish(Action.CLEAR, "city")


REFUSED: list[tuple[tuple[str, str | None, tuple[str, ...], Action], str]] = [
    (("颜色", "红", (), Action.ADD), "学校"),
    (("学校", None, (), Action.ADD), "--clear"),
    (("学校", "甲", (), Action.REMOVE), "--clear"),
    (("学校", "甲", ("级别=省级",), Action.ADD), "--with"),
    (("学校", " ", (), Action.ADD), "空"),
    (("学校", "甲\n乙", (), Action.ADD), "控制字符"),
    (("学校", "甲" * 201, (), Action.ADD), "200"),
    (("省份", "齐鲁", (), Action.ADD), "山东"),
    (("日期", "2023-13-01", (), Action.ADD), "2023-05-01"),
    (("日期", "2023-02-30", (), Action.ADD), "2023-05-01"),
    (("日期", "2023年5月", (), Action.ADD), "2023-05-01"),
    (("年份", "23", (), Action.ADD), "四位"),
    (("年份", "１９９９", (), Action.ADD), "四位"),
    (("体裁", "小说", (), Action.ADD), "期刊论文"),
    (("主题", "天文", (), Action.ADD), "可用的有"),
    (("荣誉", "甲", ("状态=好",), Action.ADD), "通过验收"),
    (("荣誉", "甲", ("级别=院级",), Action.ADD), "校级"),
    (("荣誉", "甲", ("批次=2",), Action.ADD), "第二批"),
    (("荣誉", "甲", ("颜色=红",), Action.ADD), "级别"),
    (("荣誉", "甲", ("级别",), Action.ADD), "部分=值"),
    (("荣誉", "甲", ("级别=省级", "level=省级"), Action.ADD), "只写一次"),
    (("荣誉", "甲", ("名称=乙",), Action.ADD), "只写一次"),
    (("口号", "甲", (), Action.ADD), "口号族"),
    (("数字", "甲", ("单位=元",), Action.ADD), "数值"),
    (("数字", "甲", ("单位=元", "数值=很多"), Action.ADD), "基本单位"),
    (("政策", "甲", ("文号=十九号",), Action.ADD), "鲁发"),
]


@pytest.mark.parametrize(("typed", "told"), REFUSED)
def test_what_cannot_be_meant_is_told(
    typed: tuple[str, str | None, tuple[str, ...], Action], told: str, lexicon: Lexicon
) -> None:
    with pytest.raises(BadRequestError) as caught:
        asked(*typed, lexicon)
    assert told in str(caught.value)
    assert caught.value.advice.endswith("。")
