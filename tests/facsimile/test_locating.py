from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.document import Line
from casebase.facsimile import located
from casebase.place import Box

PAGE = Box(0, 0, 1, 1)


def run(text: str, left: float, top: float, width: float = 0.02) -> Line:
    """A run of type, each character of full width `width` wide."""
    units = sum(1 if char.isascii() else 2 for char in text)
    return Line(text, box=Box(left, top, left + units * width / 2, top + 0.02))


def rounded(box: Box) -> tuple[float, ...]:
    return tuple(round(edge, 3) for edge in (box.left, box.top, box.right, box.bottom))


def test_a_word_is_boxed_where_it_stands() -> None:
    runs = [run("把支部建在船上", 0.1, 0.2), run("党员带头修船", 0.1, 0.25)]
    assert [rounded(it) for it in located(runs, PAGE, ["支部"])] == [
        (0.12, 0.2, 0.16, 0.22)
    ]


def test_a_word_over_a_line_end_has_two_boxes() -> None:
    runs = [run("把支部建在", 0.1, 0.2), run("船上党员", 0.1, 0.25)]
    first, second = located(runs, PAGE, ["建在船上"])
    assert rounded(first) == (0.16, 0.2, 0.2, 0.22)
    assert rounded(second) == (0.1, 0.25, 0.14, 0.27)


def test_only_the_column_of_the_paragraph_is_looked_at() -> None:
    runs = [run("支部在左", 0.1, 0.2), run("支部在右", 0.6, 0.2)]
    (only,) = located(runs, Box(0.5, 0, 1, 1), ["支部"])
    assert only.left == pytest.approx(0.6)


def test_pieces_of_a_line_are_one_text_whatever_their_order() -> None:
    runs = [run("部建在船上", 0.14, 0.2), run("把支", 0.1, 0.2005)]
    (box, rest) = located(runs, PAGE, ["支部建在"])
    assert (rounded(box)[0], rounded(rest)[2]) == (0.12, 0.2)
    assert located(runs, PAGE, ["船上把支"]) == []


@pytest.mark.parametrize("wanted", ["１＋３", "1+3", "1 + 3"])
def test_width_and_signs_do_not_matter(wanted: str) -> None:
    (only,) = located([run("形成1+3机制", 0.1, 0.2)], PAGE, [wanted])
    assert rounded(only) == (0.14, 0.2, 0.17, 0.22)


def test_signs_alone_are_nowhere() -> None:
    assert located([run("“——”", 0.1, 0.2)], PAGE, ["“", "——"]) == []


@given(st.text("甲乙丙，1a", max_size=30), st.text("甲乙1a", min_size=1, max_size=3))
def test_every_occurrence_is_boxed(text: str, wanted: str) -> None:
    bare = text.replace("，", "")
    found = located([run(text, 0.1, 0.2, 0.01)], PAGE, [wanted])
    assert len(found) == bare.count(wanted)
