"""Two ways of naming a paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.text.policies import number_key, same, title_key

ONE_PAPER = [
    ("《关于实训安全的意见》", "中共江原省委 江原省人民政府关于实训安全的意见"),
    ("关于实训安全的意见", "江原省教育厅、江原省财政厅关于实训安全的意见（试行）"),
    ("实训安全管理办法", "教育部关于印发《实训安全管理办法（试行）》的通知"),
    ("《实训安全管理办法》", "实训安全管理办法(2021-03-04)"),
    ("中华人民共和国实训教育法", "实训教育法"),
    ("《实训“双元”行动方案（2021—2023年）》", '实训"双元"行动方案(2021-2023 年)'),
]
TWO_PAPERS = [
    ("关于实训安全的意见", "关于实训安全的通知"),
    ("实训振兴行动计划（2016—2020年）", "实训振兴行动计划（2021—2025年）"),
    ("章程", "章程"),
    ("意见（试行）", "意见"),
]


@pytest.mark.parametrize(("one", "other"), ONE_PAPER)
def test_one_paper(one: str, other: str) -> None:
    assert same(one, None, other, None)
    assert same(other, "江教发〔2021〕3号", one, None)


@pytest.mark.parametrize(("one", "other"), TWO_PAPERS)
def test_two_papers(one: str, other: str) -> None:
    assert not same(one, None, other, None)


def test_numbers_decide_where_both_are_known() -> None:
    title = "关于实训安全的意见"
    assert not same(title, "江教发〔2021〕3号", title, "江教发〔2022〕3号")
    assert same("甲办法汇总", "江教发[2021] 3 号", "乙办法汇总", "江教发〔2021〕第3号")


@given(
    brackets=st.sampled_from(
        ["〔〕", "[]", "［］", "（）", "()", "【】", "﹝﹞", "〈〉"]
    ),
    space=st.sampled_from(["", " ", "\u3000"]),
    first=st.sampled_from(["", "第"]),
)
def test_every_writing_of_a_number(brackets: str, space: str, first: str) -> None:
    written = f"江教发{brackets[0]}２０２１{brackets[1]}{space}{first}{space}3{space}号"
    assert number_key(written) == "江教发〔2021〕3号"


def test_what_is_no_number_stays() -> None:
    assert number_key("教育部令 第41号") == "教育部令第41号"
    assert title_key("") == ""
