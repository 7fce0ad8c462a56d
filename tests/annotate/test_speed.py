"""No pattern takes more than linear time, whatever the text."""

from __future__ import annotations

import time
from typing import Any

import pytest

HOSTILE = [
    "学院",
    "大学",
    "山东大学",
    "与聊城大学",
    "聊城大学（以下简称“",
    "《",
    "《》",
    "《聊城办法》、",
    "教育部《山东省规划》",
    "教育部、",
    "〔2022〕19号",
    "鲁发〔2022〕",
    "令第一号",
    "1+",
    "1+3+N：“1”即",
    "“一二三",
    "一支部",
    "一支部、一",
    "学校地处",
    "学校（",
    "聊城职业技术学院，",
    "地址：山东省聊城市",
    "获评湖南省高校",
    "简称“聊",
    "“12345”",
    "来源：",
    "2024年5月",
    "申报单位：",
    "2023年",
    "二〇二四年",
    "12个",
    "12",
    "一",
    "“1个”",
    "《1个》2个",
    "由百分之五十到",
    "课程30门、",
    "2023年获奖3项，",
    "与聊城大学、",
    "与某某公司与",
    "携手某某集团和",
    "与甲厂、乙厂等企业共建",
    "机电系党支部",
    "与会计系党总支",
    "教务处获评",
    "是共建单位",
    "（1",
    "某某职业学院在",
    " ",
    "\n",
]
SMALL, TIMES = 10_000, 4


def seconds(desk: Any, text: str) -> float:
    begin = time.process_time()
    desk.article("聊城职业技术学院：标题", *text.split("\n"))
    return time.process_time() - begin


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str, desk: Any) -> None:
    short, long = (unit * (size // len(unit)) for size in (SMALL, SMALL * TIMES))
    base = min(seconds(desk, short) for _ in range(2))
    # Quadratic work would take sixteen times as long, linear work four.
    assert seconds(desk, long) < max(0.5, base * TIMES * 2.5)
