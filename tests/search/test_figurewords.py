"""Numbers that people write in two ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.search.figurewords import LABEL, label_number, other_figures


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("第3批样板支部", {"第3批": ("第三批",)}),
        ("第三批", {"第三批": ("第3批",)}),
        ("第一批", {"第一批": ("第1批", "首批")}),
        ("首批", {"首批": ("第一批", "第1批")}),
        ("第21条", {"第21条": ("第二十一条",)}),
        ("第一百零三条", {"第一百零三条": ("第103条",)}),
        ("第110条", {"第110条": ("第一百一十条",)}),
        ("第10届", {"第10届": ("第十届",)}),
        ("20大精神", {"20大": ("二十大",)}),
        ("二十届三中全会", {"二十届": ("20届",), "三中全会": ("3中全会",)}),
        ("2023年", {"2023年": ("二〇二三年",)}),
        ("二〇二三年", {"二〇二三年": ("2023年",)}),
        ("十大育人", {}),
        ("五个三", {}),
        ("三会一课", {}),
        ("1+3+N", {}),
        ("120大", {}),
        ("第0批", {}),
    ],
)
def test_the_other_way_of_writing(
    text: str, others: dict[str, tuple[str, ...]]
) -> None:
    found = {text[it.start : it.end]: it.also for it in other_figures(text)}
    assert found == others


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("案例37", "37"),
        ("案例三十七", "37"),
        ("案例第一百零三号", "103"),
        ("案例2021", "2021"),
        ("案例十", "10"),
        ("案例20213", None),
        ("案例", None),
    ],
)
def test_labels(text: str, number: str | None) -> None:
    match = LABEL.search(text)
    assert (label_number(match[1]) if match else None) == number


@given(st.integers(1, 999))
def test_there_and_back(number: int) -> None:
    (other,) = (it.also[0] for it in other_figures(f"第{number}条"))
    (back,) = (it.also[0] for it in other_figures(other))
    assert back == f"第{number}条"
