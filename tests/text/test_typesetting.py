from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.text.typesetting import (
    close_spread,
    ends_sentence,
    han_share,
    unbreakable,
    width,
)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("党建引领", 4.0),
        ("“党建”，", 5.0),
        ("ab12", 2.0),
        ("a  b", 1.5),
        ("共 12 个", 3.5),  # the space beside a digit is half a space
        ("  党建  ", 2.0),
    ],
)
def test_widths(text: str, size: float) -> None:
    assert width(text) == size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("党建", 1.0),
        ("建，设", 2.0),
        ("“建设", 2.0),
        ("2023年", 2.0),
        ("建”）。设", 4.0),
    ],
)
def test_what_stands_together_at_the_beginning(text: str, size: float) -> None:
    assert unbreakable(text) == size


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("办结。", True),
        ("他说：“办结。”", True),
        ("怎么办？", True),
        ("先进集体（见附件。）", True),
        ("先进集体", False),
        ("组织学习；", False),
        ("增长3.", False),
        ("a sentence.", True),
        ("活动……", True),
    ],
)
def test_ends_of_sentences(text: str, ends: bool) -> None:  # noqa: FBT001 - a column of the table
    assert ends_sentence(text) is ends


def test_spread_lines_are_closed_and_headlines_kept() -> None:
    assert close_spread("新 时 代 党 建 工 作") == "新时代党建工作"
    assert (
        close_spread("党建引领聚合力 携手实干显担当") == "党建引领聚合力 携手实干显担当"
    )
    assert close_spread("前 言") == "前 言"
    assert (
        close_spread("务 体 系，即学 校 党 委 服务 党支部")
        == "务体系，即学校党委服务党支部"
    )
    assert close_spread("罗文武 孙 萌 刘 洋 陈 帅") == "罗文武 孙 萌 刘 洋 陈 帅"


@given(st.text(max_size=40))
def test_shares_and_widths_are_bounded(text: str) -> None:
    assert 0 <= han_share(text) <= 1
    assert -1 <= width(text) <= 2 * len(text)
    assert close_spread(text).replace(" ", "").replace("\u3000", "") == text.replace(
        " ", ""
    ).replace("\u3000", "")
