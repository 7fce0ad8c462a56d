"""Marks and proofs on a text: nothing lost, nothing unescaped, every tag closed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import _Element, fromstring

from casebase.results import Mark
from web.marking import Proof, marked

TEXT = "甲乙丙丁戊"
OPENED = '<span class="ev" id="e1">甲<span class="ev" id="e2">'


@pytest.mark.parametrize(
    ("marks", "proofs", "html"),
    [
        ([], [], TEXT),
        ([Mark(1, 3)], [], "甲<mark>乙丙</mark>丁戊"),
        ([Mark(0, 5, via=True)], [], '<mark class="via">甲乙丙丁戊</mark>'),
        ([], [Proof(1, 3, "e1")], '甲<span class="ev" id="e1">乙丙</span>丁戊'),
        (
            [Mark(2, 4)],
            [Proof(1, 3, "e1")],
            '甲<span class="ev" id="e1">乙<mark>丙</mark></span><mark>丁</mark>戊',
        ),
        (
            [],
            [Proof(1, 5, "e2"), Proof(0, 3, "e1")],
            OPENED + "乙丙</span></span>丁戊",
        ),
        ([Mark(4, 9)], [Proof(9, 12, "e1")], TEXT),
    ],
)
def test_marked(marks: list[Mark], proofs: list[Proof], html: str) -> None:
    assert marked(TEXT, marks, proofs) == html


def test_marks_get_anchors_that_count_on() -> None:
    assert marked("甲乙甲", [Mark(0, 1), Mark(2, 3)], first_hit=4) == (
        '<mark id="h4">甲</mark>乙<mark id="h5">甲</mark>'
    )


def test_a_mark_cut_by_a_proof_has_one_anchor() -> None:
    html = marked(TEXT, [Mark(0, 4)], [Proof(2, 3, "e1")], first_hit=1)
    assert html.count('id="h1"') == 1
    assert html.count("<mark") == 3


def read_back(element: _Element, *, marked: bool = False) -> list[tuple[str, bool]]:
    """Every character, and whether it stands in a mark."""
    inside = marked or element.tag == "mark"
    found = [(character, inside) for character in element.text or ""]
    for child in element:
        found += read_back(child, marked=inside)
        found += [(character, inside) for character in child.tail or ""]
    return found


texts = st.text(alphabet="甲乙<>&\"'/ab", max_size=30)
spans = st.tuples(st.integers(0, 30), st.integers(1, 8))


@given(texts, st.lists(spans, max_size=4), st.lists(spans, max_size=6))
def test_the_text_is_whole_and_the_tags_are_nested(
    text: str, marks: list[tuple[int, int]], proofs: list[tuple[int, int]]
) -> None:
    apart: list[Mark] = []
    for start, length in sorted(marks):
        if start + length <= len(text) and (not apart or apart[-1].end <= start):
            apart.append(Mark(start, start + length))
    given = [Proof(at, at + size, f"e{n}") for n, (at, size) in enumerate(proofs)]
    html = marked(text, apart, given, first_hit=1)
    expected = [
        (character, any(it.start <= at < it.end for it in apart))
        for at, character in enumerate(text)
    ]
    tree = fromstring(f"<p>{html}</p>")  # it refuses tags that cross
    anchors = [it.get("id") for it in tree.iter() if it.get("id")]
    assert read_back(tree) == expected
    assert len(anchors) == len(set(anchors))
    assert {f"h{n}" for n in range(1, len(apart) + 1)} <= set(anchors)
