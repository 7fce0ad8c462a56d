"""What entries have in a field, counted by entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebase.entry import FACTS, Entry, Fact, Honour, Method, Quantity, Value
from casebase.errors import BadRequestError
from casebase.search.tally import tallied, tally_field, tally_json
from tests.search.invented import entry


def held(number: int, *facts: tuple[str, Value]) -> Entry:
    return replace(
        entry(number, f"题{number}", "正文"),
        facts=tuple(Fact(name, value, ()) for name, value in facts),
    )


ENTRIES = [
    held(
        1,
        ("school", "甲学院"),
        ("city", "泉州"),
        ("province", "福建"),
        ("topics", "治理"),
        ("honours", Honour("样板支部", "省级", None, "培育创建", None, 2021)),
        ("honours", Honour("样板支部", "省级", None, "通过验收", None, 2023)),
        ("methods", Method("1+3", ("书记", "支委"))),
    ),
    held(
        2,
        ("school", "乙学院"),
        ("topics", "治理"),
        ("topics", "就业创业"),
        ("honours", Honour("样板支部", "国家级", "首批", "通过验收")),
        ("quantities", Quantity("3门", 3, "门", None, "课程")),
        ("quantities", Quantity("9人", 9, "人")),
    ),
]


def test_an_entry_counts_once_and_details_are_gathered() -> None:
    (one,) = tallied(ENTRIES, "honour")
    assert tally_json(one) == {
        "value": "样板支部",
        "count": 2,
        "level": ["省级", "国家级"],
        "status": ["培育创建", "通过验收"],
        "year": [2021, 2023],
        "school": ["甲学院", "乙学院"],
        "batch": ["首批"],
    }


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("topic", [("治理", 2), ("就业创业", 1)]),
        ("status", [("通过验收", 2), ("培育创建", 1)]),
        ("school", [("甲学院", 1), ("乙学院", 1)]),
        ("quantity", [("课程", 1)]),
        ("kind", [("article", 2)]),
        ("awarded", [("2021", 1), ("2023", 1)]),
        ("number", []),
    ],
)
def test_values(field: str, values: list[tuple[str, int]]) -> None:
    assert [(it.value, it.count) for it in tallied(ENTRIES, field)] == values


def test_what_is_told_beside_a_value() -> None:
    (method,) = tallied(ENTRIES, "method")
    assert method.details["parts"] == [["书记", "支委"]]
    (city,) = tallied(ENTRIES, "city")
    assert city.details == {"province": ["福建"]}


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("honours", "honour"),
        ("honour", "honour"),
        ("荣誉", "honour"),
        ("Brands", "brand"),
        ("工作法", "method"),
        ("方法", "method"),
        ("数字", "quantity"),
        ("主题", "topic"),
        ("合作方", "partner"),
        ("简称", "alias"),
        ("并列标题", "headings"),
        (" school ", "school"),
    ],
)
def test_names_of_fields(name: str, field: str) -> None:
    assert tally_field(name) == field


@pytest.mark.parametrize("name", ["", "无此字段", "title", "正文"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(BadRequestError):
        tally_field(name)


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_is_listed_by_either_name(fact: str) -> None:
    assert tally_field(fact) == tally_field(FACTS[fact])
    assert not tallied([], tally_field(fact))
