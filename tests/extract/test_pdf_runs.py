"""Glyphs become runs by their places alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.extract.pdf.glyphs import Glyph
from casebase.extract.pdf.runs import runs_of
from casebase.extract.pdf.walls import Wall

LINES = (
    "机电支部把课堂搬进车间",
    "每周三下午师傅带徒弟练",
    "“双导师”，一个讲规，",
    "一个教手艺；三年下来，",
    "AI 实训区 12 个工位，",
    "学生拿到了6项省级奖。",
)


def set_line(
    text: str,
    left: float = 72.0,
    base: float = 100.0,
    *,
    size: float = 10.0,
    pitch: float = 0.0,
) -> list[Glyph]:
    """A line of type: Han square, Latin half as wide; `pitch` is added to each."""
    glyphs = []
    for char in text:
        width = size if ord(char) > 0x2000 else size / 2
        glyphs.append(Glyph(char, left, left + width, base, size, left))
        left += width + pitch
    return glyphs


def texts(glyphs: list[Glyph], *walls: Wall) -> list[str]:
    runs = runs_of(glyphs, walls)
    return [run.text for run in sorted(runs, key=lambda run: (run.top, run.left))]


def columns(count: int, gutter: float) -> Iterator[list[Glyph]]:
    """Columns side by side, their base lines not quite at the same heights."""
    for column in range(count):
        for row, text in enumerate(LINES):
            left = 40 + column * (11 * 10.0 + gutter)
            yield set_line(text, left, 100 + row * 15 + column * 1.7)


def test_a_line_is_one_run_with_its_place() -> None:
    (run,) = runs_of(set_line("支部建在专业上", left=72, base=100, size=12))
    assert run.text == "支部建在专业上"
    assert (run.left, run.right) == (72, 72 + 7 * 12)
    assert run.top < 100 - 0.8 * 12
    assert 100 < run.bottom < 100 + 0.2 * 12
    assert run.size == 12


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from([6.0, 12.0, 24.0]))
def test_no_order_of_drawing_changes_the_runs(
    order: random.Random, gutter: float
) -> None:
    glyphs = [one for line in columns(5, gutter) for one in line]
    wanted = sorted(LINES * 5)
    order.shuffle(glyphs)
    assert sorted(texts(glyphs)) == wanted


@pytest.mark.parametrize(
    ("pitch", "text"),
    [
        (0.0, "组织生活会要开出质量"),
        (2.0, "2024年12月召开"),  # justified
        (4.0, "组织生活会要开出质量"),
        (10.0, "关于表彰先进的决定"),  # a spread title
        (-0.5, "组织生活会要开出质量"),  # set tight
    ],
)
def test_spread_type_is_one_run_without_spaces(pitch: float, text: str) -> None:
    assert texts(set_line(text, pitch=pitch)) == [text]


def test_cells_of_a_row_are_runs_of_their_own() -> None:
    row = set_line("机电支部", 72) + set_line("32人", 130) + set_line("示范", 190)
    assert texts(row) == ["机电支部", "32人", "示范"]


def test_a_drawn_line_parts_what_nearly_touches() -> None:
    row = set_line("机电支部", 72) + set_line("三十二人", 114)
    assert texts(row) == ["机电支部三十二人"]
    assert texts(row, Wall(113, 80, 120)) == ["机电支部", "三十二人"]
    assert texts(row, Wall(113, 130, 160)) == ["机电支部三十二人"]  # another row's


def test_a_line_through_type_does_not_cut_it() -> None:
    assert texts(set_line("机电支部"), Wall(77, 0, 300)) == ["机电支部"]


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        (set_line("Party building work"), "Party building work"),
        (  # no space is drawn
            set_line("Party", 72) + set_line("building", 72 + 28),
            "Party building",
        ),
        (set_line("党 建 引 领", pitch=-2.5), "党建引领"),  # a recognition's spaces
        (set_line("一、") + set_line("工作背景", 72 + 32), "一、 工作背景"),
        (set_line("目") + set_line("　　", 82) + set_line("录", 102), "目 录"),
        (set_line("1") + set_line("研究现状", 72 + 8), "1 研究现状"),
        (set_line("张三") + set_line("李四", 72 + 26), "张三 李四"),
        (set_line("共有") + set_line("12人", 72 + 22.5), "共有12人"),
    ],
)
def test_spaces(glyphs: list[Glyph], text: str) -> None:
    assert texts(glyphs) == [text]


@pytest.mark.parametrize("mark", ["①", "[12]", "*"])
def test_a_raised_mark_stays_in_its_line(mark: str) -> None:
    before = set_line("各地出台政策", 72, 100, size=12)
    raised = set_line(mark, 72 + 72, 95, size=7)
    after = set_line("，强调协同。", raised[-1].right, 100, size=12)
    (run,) = runs_of(before + raised + after)
    assert run.text == f"各地出台政策{mark}，强调协同。"
    assert run.size == 12
    assert run.top == pytest.approx(100 - 0.88 * 12)


def test_type_of_several_sizes_is_one_line() -> None:
    line = [
        *set_line("党建", 72, 100, size=12),
        *set_line("AI+", 96, 100.5, size=10),
        *set_line("平台", 111, 100, size=12),
    ]
    assert texts(line) == ["党建AI+平台"]


def test_a_headline_does_not_swallow_the_column_beside_it() -> None:
    head = set_line("支部强起来", 72, 100, size=30)
    body = set_line("图为主题党日现场", 72 + 150 + 9, 100, size=9)
    assert sorted(texts(head + body)) == sorted(["支部强起来", "图为主题党日现场"])


def test_signs_that_share_one_place_stand_as_their_ink_does() -> None:
    before = set_line("他说", 72)
    comma = Glyph("，", 92, 102, 100, 10, 93)
    quote = Glyph("“", 92, 102, 100, 10, 97.5)
    after = set_line("好", 102)
    for line in ([*before, comma, quote, *after], [quote, *after, comma, *before]):
        assert texts(line) == ["他说，“好"]


def test_halves_of_a_character_are_joined() -> None:
    high, low = "\ud835", "\udc3b"
    before, after = set_line("能量"), set_line("守恒", 102)
    halves = [Glyph(high, 92, 97, 100, 10, 92), Glyph(low, 97, 102, 100, 10, 97)]
    assert texts([*before, *halves, *after]) == ["能量\U0001d43b守恒"]
    assert texts([*before, halves[0]]) == ["能量\ufffd"]


@pytest.mark.parametrize(("dx", "dy"), [(0.3, 0.0), (0.4, 0.3), (1.2, 0.9)])
def test_what_is_drawn_twice_is_read_once(dx: float, dy: float) -> None:
    line = set_line("工作成效 ill")
    again = [
        one._replace(left=one.left + dx, right=one.right + dx, base=one.base + dy)
        for one in line
    ]
    assert texts(line + again) == ["工作成效 ill"]


def test_repeated_characters_are_no_double_drawing() -> None:
    assert texts(set_line("谢谢 ill 哈哈哈哈")) == ["谢谢 ill 哈哈哈哈"]


def stacked(text: str, x: float, pitch: float = 12.0) -> list[Glyph]:
    return [
        Glyph(char, x, x + 10, 100 + pitch * at, 10, x) for at, char in enumerate(text)
    ]


def test_type_set_from_top_to_bottom_is_read_so() -> None:
    glyphs = stacked("党旗飘扬在一线", 300) + stacked("支部建在车间里", 280)
    runs = runs_of(glyphs)
    assert {run.text for run in runs} == {"党旗飘扬在一线", "支部建在车间里"}
    assert all(run.upended for run in runs)
    assert all(run.bottom - run.top > 70 for run in runs)


@pytest.mark.parametrize(
    ("text", "pitch"),
    [("男女男女男女", 18.0), ("一二三四五六", 12.0), ("√√×√√√", 12.0), ("是否", 12.0)],
)
def test_a_column_of_short_cells_is_no_type_from_top_to_bottom(
    text: str, pitch: float
) -> None:
    assert texts(stacked(text, 300, pitch)) == list(text)


def test_lines_of_text_are_not_read_from_top_to_bottom() -> None:
    glyphs = [one for line in columns(1, 0) for one in line]
    assert texts(glyphs) == list(LINES)


def test_a_heap_of_type_is_read_in_bounded_time() -> None:
    heap = [
        Glyph(
            chr(0x4E00 + at % 5000), 100 + at % 7, 110 + at % 7, 100, 10, 100 + at % 7
        )
        for at in range(20_000)
    ]
    assert sum(len(run.text) for run in runs_of(heap)) > 0


def test_runs_go_from_left_to_right() -> None:
    glyphs = [one for line in columns(3, 20) for one in line]
    for run in runs_of(glyphs):
        assert run.left < run.right
    lines = sorted((run.top, run.left) for run in runs_of(glyphs))
    assert all(a != b for a, b in pairwise(lines))
