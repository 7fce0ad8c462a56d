"""Which conditions on honours belong to one honour."""

from __future__ import annotations

import pytest

from casebase.query import Filter
from casebase.search.parse import Asked, parse
from casebase.search.together import filters_in, last_honour, together

ALSO = (Filter("level", ("省级",)),)


def shape(asked: Asked) -> str:
    """A tree in one line: honours in braces."""
    name = type(asked).__name__
    if isinstance(asked, Filter):
        return f"{asked.field}={'|'.join(asked.values)}"
    if name in {"Words", "Quoted"}:
        return str(getattr(asked, "text"))  # noqa: B009 - one of two types
    inner = getattr(asked, "children", getattr(asked, "conditions", ()))
    parts = [shape(child) for child in inner or (asked.child,)]  # type: ignore[union-attr]
    if name == "OneHonour":
        return "{" + " ".join(parts) + "}"
    return f"{name}({' '.join(parts)})"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("荣誉:甲", "{honour=甲}"),
        ("荣誉:甲 状态:入选", "{honour=甲 status=入选}"),
        ("荣誉:甲 党建 状态:入选", "AllOf({honour=甲 status=入选} 党建)"),
        ("荣誉:甲 AND 状态:入选", "{honour=甲 status=入选}"),
        (
            "荣誉:甲 状态:入选 荣誉:乙 状态:获评",
            "AllOf({honour=甲 status=入选} {honour=乙 status=获评})",
        ),
        ("荣誉:甲 荣誉:乙 批次:首批", "AllOf({honour=甲} {honour=乙 batch=首批})"),
        ("荣誉:(甲 OR 乙) 状态:入选", None),
        (
            "(荣誉:甲 OR 荣誉:乙) 状态:入选",
            "{AnyOf({honour=甲} {honour=乙}) status=入选}",
        ),
        ("荣誉:甲 (状态:入选 OR 批次:首批)", None),
        ("荣誉:甲 OR 党建", "AnyOf({honour=甲} 党建)"),
        ("荣誉:甲 -状态:入选", "AllOf({honour=甲} Without({status=入选}))"),
        ("学校:丙 荣誉:甲", "AllOf(school=丙 {honour=甲})"),
        ("荣誉:“甲”", '{honour="甲"}'),
        ("党建", "党建"),
    ],
)
def test_grouping(typed: str, read: str | None) -> None:
    tree = parse(typed).tree
    assert tree is not None
    joined = together(tree)
    if read is None:
        named = last_honour(joined)
        assert named is joined, "all of it is about one honour"
    else:
        assert shape(joined) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("荣誉:甲", "{honour=甲 level=省级}"),
        ("级别:国家级", "{level=国家级 level=省级}"),  # both, so that it narrows
        ("荣誉:甲 荣誉:乙", "AllOf({honour=甲} {honour=乙 level=省级})"),
        ("党建 荣誉:甲", "AllOf(党建 {honour=甲 level=省级})"),
        ("荣誉:甲 OR 党建", "AnyOf({honour=甲} 党建)"),
        ("党建", "党建"),
    ],
)
def test_conditions_from_beside_narrow_the_last(typed: str, read: str) -> None:
    tree = parse(typed).tree
    assert tree is not None
    assert shape(together(tree, ALSO)) == read


def test_single_conditions_are_found_at_any_depth() -> None:
    tree = parse("荣誉:甲 (状态:入选 OR (批次:首批 级别:省级))").tree
    assert tree is not None
    named = last_honour(together(tree))
    assert named is not None
    fields = [it.field for it in filters_in(named.conditions)]
    assert fields == ["honour", "status", "batch", "level"]
