"""What people type as a filter's value, and the stored values they mean by it."""

from __future__ import annotations

import pytest

from casebase.query import Filter
from casebase.search.filters import MAX_EITHER, Resolver
from casebase.search.names import Names

STORED = {
    "province": ("山东", "浙江", "内蒙古"),
    "school": ("滨湖职业技术学院", "青峦职业大学", "甲|乙书院"),
    "document": ("a|b.pdf", "a", "b.pdf", "年报/ c.pdf"),
    "kind": ("case", "policy", "item"),
    "method": ("1+3", "1+3+N"),
}
RESOLVER = Resolver(
    Names({}, {"滨职": "滨湖职业技术学院"}, STORED["school"]),
    lambda field: STORED.get(field, ()),
)


@pytest.mark.parametrize(
    ("field", "typed", "values"),
    [
        ("province", "山东省", ("山东",)),
        ("province", "山*", ("山东",)),
        ("province", "*古", ("内蒙古",)),
        ("school", "*大学", ("青峦职业大学",)),
        ("method", "1+*", ("1+3", "1+3+N")),
        ("method", "1+*+N", ("1+3+N",)),
        ("method", "2+*", ("2+*",)),
        ("province", "内蒙古自治区", ("内蒙古",)),
        ("province", "山东|浙江省", ("山东", "浙江")),
        ("province", "山东｜浙江", ("山东", "浙江")),
        ("province", "山东|无此省", ("山东", "无此省")),
        ("province", "无此省", ("无此省",)),
        ("province", "山东|", ("山东",)),
        ("province", "|", ("|",)),
        ("school", "滨职", ("滨湖职业技术学院",)),
        ("school", "滨职|青峦", ("滨湖职业技术学院", "青峦职业大学")),
        ("school", "甲|乙书院", ("甲|乙书院",)),
        ("document", "a|b.pdf", ("a|b.pdf",)),
        ("document", "b.pdf|a", ("b.pdf", "a")),
        ("document", "年报/ c.pdf", ("年报/ c.pdf",)),
        ("kind", "案例", ("case",)),
        ("kind", "制度", ("policy",)),
        ("kind", "政策", ("policy",)),
        ("kind", "汇编篇目|条目", ("item",)),
        ("kind", "case", ("case",)),
        ("method", "１+3", ("1+3",)),
        ("year", "2021年|2022", ("2021", "2022")),
        ("number", "案例37", ("37",)),
    ],
)
def test_values(field: str, typed: str, values: tuple[str, ...]) -> None:
    assert RESOLVER.resolve(Filter(field, (typed,))).values == values


@pytest.mark.parametrize("field", STORED)
def test_what_is_stored_means_itself(field: str) -> None:
    for value in STORED[field]:
        assert RESOLVER.resolve(Filter(field, (value,))).values == (value,)


def test_a_list_without_end_is_one_value() -> None:
    typed = "|".join(map(str, range(MAX_EITHER + 1)))
    assert RESOLVER.resolve(Filter("school", (typed,))).values == (typed,)


def test_an_unknown_value_is_told_as_typed() -> None:
    assert RESOLVER.note(Filter("school", ("无此校",))) == (
        "没有“学校：无此校”的条目。",
    )
    assert RESOLVER.note(Filter("school", ("无此校|滨职",))) == ()
