from __future__ import annotations

import pytest

from casebase.document import Line, Page
from casebase.repair.contents import without_contents
from casebase.repair.furniture import is_page_number, without_furniture
from tests.repair.setting import PROSE, Style, lines_of, repaired, set_text, texts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("- 80 -", True),
        ("— 3 —", True),
        ("·12·", True),
        ("第 3 页", True),
        ("第3页 共20页", True),
        ("Page 4 of 9", True),
        ("12", False),  # a cell of a table may be but a number
        ("2023 年", False),
        ("- 80 个 -", False),
        ("第3页的表格", False),
    ],
)
def test_page_numbers_by_their_form(text: str, number: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_page_number(text) is number


def pages(*contents: str) -> list[Page]:
    return [
        Page(number, tuple(lines_of(text))) for number, text in enumerate(contents, 1)
    ]


def words(found: list[Page]) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in found]


def test_running_heads_and_bare_numbers_go() -> None:
    kept, heads = without_furniture(
        pages(
            *(
                f"雁栖职业技术学院质量报告（2024年度）\n正文第{name}页，仅有一行。\n{number}"
                for number, name in enumerate("甲乙丙丁", 7)
            )
        )
    )
    assert words(kept) == [[f"正文第{name}页，仅有一行。"] for name in "甲乙丙丁"]
    assert heads == ["雁栖职业技术学院质量报告（2024年度）"]


def test_alternating_heads_and_fractions_go() -> None:
    contents = [
        f"{'职教研究 2024年第2期' if number % 2 else '李明 等：支部建设研究'}\n"
        f"第{name}页的话说得完整。\n{number} / 6"
        for number, name in enumerate("甲乙丙丁戊己", 1)
    ]
    kept, _ = without_furniture(pages(*contents))
    assert words(kept) == [[f"第{name}页的话说得完整。"] for name in "甲乙丙丁戊己"]


def test_what_is_said_on_every_page_stays() -> None:
    contents = [f"学院党委高度重视这项工作。\n{name}组继续推进。" for name in "甲乙丙"]
    kept, heads = without_furniture(pages(*contents))
    assert [len(page) for page in words(kept)] == [2, 2, 2]
    assert heads == []


def test_numbers_of_a_table_stay_in_an_unpaged_text() -> None:
    page = Page(None, tuple(lines_of("序号\n1\n2\n3\n- 5 -\n合计")))
    kept, _ = without_furniture([page])
    assert words(kept) == [["序号", "1", "2", "3", "合计"]]


def test_a_sentence_is_joined_over_a_page_number() -> None:
    lines = set_text(PROSE, Style(22.0))
    lines.insert(2, Line("- 12 -"))
    assert texts(repaired(lines)) == list(PROSE)


CONTENTS = {
    "leaders": (
        "目　录\n一、总体情况........3\n二、主要做法......12\n三、下一步打算…………20\n"
    ),
    "numbers": "目录\n一、总体情况 3\n二、主要做法 12\n三、下一步打算 20\n",
    "bare": "目 录\n一、总体情况\n二、主要做法\n三、下一步打算\n",
    "wrapped": (
        "目录\n一、总体情况........3\n二、主要做法和它们在\n各系的推广......12\n"
        "三、下一步打算.....20\n"
    ),
    "newsletter": "本期要目\n◆一、总体情况\n◆二、主要做法\n◆三、下一步打算\n",
}
TEXT = f"一、总体情况\n{PROSE[0]}\n二、主要做法\n{PROSE[1]}\n三、下一步打算\n{PROSE[2]}"


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS)
def test_contents_lists_go_and_the_text_stays(contents: str) -> None:
    (page,) = without_contents([Page(None, tuple(lines_of(contents + TEXT)))])
    assert [line.text for line in page.lines] == TEXT.split("\n")


def test_a_page_that_is_but_a_contents_list_stays() -> None:
    lines = lines_of(CONTENTS["leaders"])
    (page,) = without_contents([Page(1, tuple(lines))])
    assert list(page.lines) == lines


def test_a_row_that_ends_with_a_number_is_no_contents_entry() -> None:
    lines = lines_of(f"表 1 各系党员人数\n护理系 120\n机电系 96\n信息系 88\n{PROSE[0]}")
    (page,) = without_contents([Page(None, tuple(lines))])
    assert list(page.lines) == lines
