from __future__ import annotations

import re
from itertools import chain, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.document import Line, Page
from casebase.repair.paragraphs import join, paragraphs
from casebase.repair.paragraphs.lines import tidy
from tests.repair.setting import PROSE, Style, set_text, wrapped


def read(*pages: list[Line], flowing: bool = False) -> list[str]:
    numbered = [Page(None, tuple(page)) for page in pages]
    return [block.text for block in paragraphs(numbered, flowing=flowing)]


STYLES = [
    Style(measure, indent, gaps)
    for measure, indent, gaps in product(
        (18.0, 22.0, 26.0, 28.0, 34.0),
        ("lost", "kept"),
        ("none", "every", "paragraph"),
    )
]


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_wrapped_paragraphs_are_whole_again(style: Style) -> None:
    assert read(set_text(PROSE, style)) == list(PROSE)


@pytest.mark.parametrize("gaps", ["none", "every", "paragraph"])
def test_paragraphs_of_two_lines_are_told_by_their_indents(gaps: str) -> None:
    assert read(set_text(PROSE, Style(42.0, "kept", gaps))) == list(PROSE)


@pytest.mark.parametrize("measure", [20.0, 26.0, 34.0])
def test_without_indents_empty_lines_tell(measure: float) -> None:
    style = Style(measure, "none", "paragraph")
    assert read(set_text(PROSE, style)) == list(PROSE)


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(PROSE),
    st.integers(18, 44),
    st.sampled_from(["lost", "kept"]),
    st.sampled_from(["none", "every"]),
)
def test_no_character_is_lost_or_moved(
    prose: list[str], measure: int, indent: str, gaps: str
) -> None:
    lines = set_text(tuple(prose), Style(float(measure), indent, gaps))
    found = "".join(read(lines))
    assert re.sub(r"\s", "", found) == re.sub(r"\s", "", "".join(prose))


@given(st.lists(st.text(alphabet="党建引领。，1 a“”　", max_size=30), max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_lines_keep_their_characters(texts: list[str]) -> None:
    found = "".join(read([Line(text) for text in texts]))
    wanted = "".join(texts)
    assert re.sub(r"\s", "", found) == re.sub(r"\s", "", wanted)


def test_a_paragraph_goes_on_over_a_page() -> None:
    lines = set_text(PROSE[:2], Style(26.0))
    assert read(lines[:2], lines[2:]) == list(PROSE[:2])


def test_a_paragraph_goes_on_in_a_wider_column() -> None:
    narrow = wrapped(PROSE[0], 12.0, 2.0)
    text = PROSE[0][len("".join(narrow[:4])) :]
    wide = wrapped(text, 22.0)
    column = set_text(PROSE[1:3], Style(12.0))
    rest = set_text(PROSE[3:], Style(22.0))
    lines = [
        *column,
        *(Line(line) for line in narrow[:4]),
        *(Line(line, gap=number == 0) for number, line in enumerate(wide)),
        *rest,
    ]
    assert read(lines) == [*PROSE[1:3], PROSE[0], *PROSE[3:]]


def test_a_box_has_its_own_measure() -> None:
    lines = list(
        chain(
            set_text(PROSE[:2], Style(26.0)),
            set_text(PROSE[2:4], Style(28.0)),
            set_text(PROSE[4:], Style(26.0)),
        )
    )
    blocks = paragraphs([Page(None, tuple(lines))], flowing=False)
    assert [block.text for block in blocks] == list(PROSE)
    measures = [block.measure for block in blocks]
    assert measures == [26.0, 26.0, 28.0, 28.0, 26.0]


def test_unwrapped_paragraphs_stay_apart() -> None:
    heading = "一、强化组织建设"
    assert read([Line(PROSE[0]), Line(heading), Line(PROSE[1]), Line(PROSE[2])]) == [
        PROSE[0],
        heading,
        PROSE[1],
        PROSE[2],
    ]


def test_names_of_a_list_are_not_joined() -> None:
    names = [
        f"{school}第{number}党支部"
        for school in ("护理学院教师", "机电学院学生")
        for number in "一二三四"
    ]
    assert read([Line(name) for name in names]) == names


def test_flowing_lines_are_never_joined() -> None:
    lines = [Line("这一行没有写完，"), Line("这一行也是一段。")]
    assert read(lines, flowing=True) == [line.text for line in lines]


def test_english_is_joined_with_spaces() -> None:
    text = (
        "Vocational colleges train the workers of tomorrow and they depend on the "
        "close work of branches, teachers and companies in every single district "
        "of the province, which is why this paper describes the work of twelve of "
        "them over a period of three years and compares what they have achieved."
    )
    lines = []
    line = ""
    for word in text.split():
        if len(line) + len(word) > 72:
            lines.append(Line(line.strip()))
            line = ""
        line += word + " "
    assert read([*lines, Line(line.strip())]) == [text]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("弘扬工匠精神", "传承经典", "弘扬工匠精神传承经典"),
        ("获评2022", "年先进", "获评2022年先进"),
        ("以“1+", "3”模式", "以“1+3”模式"),
        ("（2023-", "2025年）", "（2023-2025年）"),
        ("close work", "of branches", "close work of branches"),
        ("立项21", "4项", "立项214项"),
    ],
)
def test_what_stands_between_two_lines(before: str, after: str, joined: str) -> None:
    assert join(before, after) == joined


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[bookmark: _GoBack]构建培养体系", "构建培养体系"),
        ("共培训  1500  人次", "共培训 1500 人次"),
        ("党建引领强基础 匠心筑梦育英才", "党建引领强基础 匠心筑梦育英才"),
        ("新 时 代 高 校 党 建 工 作", "新时代高校党建工作"),
        ("前　言", "前　言"),
        ("楷模——— 王明", "楷模——王明"),
    ],
)
def test_spaces_and_markers(text: str, wanted: str) -> None:
    assert tidy(text) == wanted


ARTICLES = (
    "第一条 为深入贯彻新时代党的建设总要求，选优配强教师党支部书记，制定本办法。",
    "第二条 本办法所称“双带头人”，是指党建带头人和学术带头人，由党总支推荐产生。",
    "支部书记每届任期一般为3年，任期内原则上不作调整，确需调整的须报组织部审核。",
    "第三条 本办法自印发之日起施行。",
)


@pytest.mark.parametrize("measure", [22.0, 28.0])
def test_articles_of_two_lines_show_their_measure(measure: float) -> None:
    assert read(set_text(ARTICLES, Style(measure, "kept"))) == list(ARTICLES)


def test_a_line_that_begins_with_a_comma_begins_no_paragraph() -> None:
    cut = [PROSE[1][start : start + 20] for start in range(0, len(PROSE[1]), 20)]
    assert any(line.startswith(("，", "。", "；", "、")) for line in cut)
    assert read([Line(line) for line in cut]) == [PROSE[1]]
