"""How dates, pages, labels and anchors are said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebase.entry import Kind
from tests.web.sample import sample
from web import wording


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2024-12-03", "2024年12月3日"),
        ("2024-12", "2024年12月"),
        ("2024", "2024年"),
        ("", ""),
        ("去年", "去年"),
    ],
)
def test_day(iso: str, said: str) -> None:
    assert wording.day(iso) == said


def test_moment_is_a_local_time_or_what_was_given() -> None:
    assert wording.moment("2026-03-04T05:06:07").startswith("2026年3月4日 05:06")
    assert wording.moment("刚才") == "刚才"


@pytest.mark.parametrize(
    ("span", "said"), [(None, ""), ((3, 3), "第3页"), ((3, 5), "第3–5页")]
)
def test_pages(span: tuple[int, int] | None, said: str) -> None:
    assert wording.pages(span) == said


@pytest.mark.parametrize(
    ("kind", "number", "said"),
    [
        (Kind.CASE, 37, "案例37"),
        (Kind.CASE, None, "案例"),
        (Kind.ITEM, 4, "第4篇"),
        (Kind.SECTION, None, "章节"),
        (Kind.ARTICLE, None, ""),
        (Kind.POLICY, None, ""),
    ],
)
def test_label(kind: Kind, number: int | None, said: str) -> None:
    entry = replace(sample().all[0], kind=kind, number=number)
    assert wording.label(entry) == said


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("第三条", "art-3"),
        ("第十条", "art-10"),
        ("第二十一条", "art-21"),
        ("第一百零五条", "art-105"),
        ("第三百二十条", "art-320"),
        ("第20条", "art-20"),
        ("第二条之一", "art-2-1"),
        ("附则", ""),
        ("第条", ""),
    ],
)
def test_article_anchor(name: str, anchor: str) -> None:
    assert wording.article_anchor(name) == anchor
