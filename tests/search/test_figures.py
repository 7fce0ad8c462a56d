"""Conditions on figures: how they are written, and which figures meet them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.entry import Quantity
from casebase.search.figures import Figures, Wanted, read_figure, stored_figure

ANY = (-math.inf, math.inf)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("到款", Wanted("到款")),
        ("到款>=500万", Wanted("到款", 5e6, math.inf)),
        ("到款 ＞＝ 500 万元", Wanted("到款", 5e6, math.inf, unit="元")),
        ("到款≥500万元", Wanted("到款", 5e6, math.inf, unit="元")),
        ("到款>500万元", Wanted("到款", 5e6, math.inf, without=True, unit="元")),
        ("到款<1.5亿", Wanted("到款", -math.inf, 1.5e8, without=True)),
        ("课程<=40门", Wanted("课程", -math.inf, 40, unit="门")),
        ("课程=40门", Wanted("课程", 40, 40, unit="门")),
        ("课程：40门", Wanted("课程", 40, 40, unit="门")),
        ("课程40门", Wanted("课程", 40, 40, unit="门")),
        ("课程四十门以上", Wanted("课程四十门以上")),  # digits alone are read there
        ("课程>=四十门", Wanted("课程", 40, math.inf, unit="门")),
        ("课程40门以上", Wanted("课程", 40, math.inf, unit="门")),
        ("课程40门以下", Wanted("课程", -math.inf, 40, unit="门")),
        (">=40门", Wanted("", 40, math.inf, unit="门")),
        ("就业率>=95%", Wanted("就业率", 95, math.inf, unit="%")),
        ("到款:100万..500万元", Wanted("到款", 1e6, 5e6, unit="元")),
        ("到款:100..500万元", Wanted("到款", 1e6, 5e6, unit="元")),
        ("到款100万~500万", Wanted("到款", 1e6, 5e6)),
        ("到款100万元—500万元", Wanted("到款", 1e6, 5e6, unit="元")),
        ("到款:100万..", Wanted("到款", 1e6, math.inf)),
        ("到款..500万", Wanted("到款", -math.inf, 5e6)),
        ("面积>=1,200㎡", Wanted("面积", 1200, math.inf, unit="平方米")),
        ("到款>=很多", None),
        ("到款>=", None),
        ("..", None),
        ("", None),
        (">=", None),
    ],
)
def test_read(typed: str, wanted: Wanted | None) -> None:
    assert read_figure(typed) == wanted


@given(st.text(alphabet="到款0123456789万亿元门.~><=≥：以上下 一百", max_size=40))
def test_anything_can_be_typed(typed: str) -> None:
    read_figure(typed)


FIGURES = [
    Quantity("889.7万元", 8_897_000, "元", None, "技术服务到款", 2021),
    Quantity("近500万元", 5_000_000, "元", "近", "横向到款额", None),
    Quantity("40余门", 40, "门", "余", "课程", None),
    Quantity("41名", 41, "名", None, "党员教师", None),
    Quantity("120人", 120, "人", None, "党员", None),
    Quantity("3项", 3, "项", None, None, None),
]
HELD = Figures(tuple(map(stored_figure, FIGURES)))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("到款>=500万", {0, 1}),
        ("到款>500万", {0}),
        ("技术服务到款>=500万元", {0}),
        ("到款>=500万人", set()),
        ("课程>=40门", {2}),
        ("课程>40", set()),
        ("党员>=1人", {3, 4}),  # persons are counted in several ways
        ("党员", {3, 4}),
        (">0", {0, 1, 2, 3, 4, 5}),
        ("款到>0", set()),
    ],
)
def test_meeting(typed: str, found: set[int]) -> None:
    wanted = read_figure(typed)
    assert wanted is not None
    assert set(HELD.meeting(wanted)) == {stored_figure(FIGURES[at]) for at in found}
