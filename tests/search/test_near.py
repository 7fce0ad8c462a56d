"""Values that hold what was typed, and values that look like it."""

from __future__ import annotations

import pytest

from casebase.search.near import MOST, holding, near

STORED = ("样板支部", "全国党建工作样板支部", "标杆院系", "1+3", "1+3+N", "课程")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("样板", ["样板支部", "全国党建工作样板支部"]),
        ("1+3", ["1+3"]),
        ("３", []),
        ("", []),
        ("支部样板", []),
    ],
)
def test_holding(typed: str, found: list[str]) -> None:
    assert holding(typed, STORED) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("样本支部", ("样板支部",)),
        ("标杆系", ("标杆院系",)),
        ("课程数", ("课程",)),
        ("海洋", ()),
        ("", ()),
    ],
)
def test_near(typed: str, found: tuple[str, ...]) -> None:
    assert near(typed, STORED)[: len(found) or None] == found


def test_near_offers_a_few() -> None:
    assert len(near("支部", [f"支部{sign}" for sign in "甲乙丙丁戊己"])) == MOST
