"""Ranges as people write them, with two ends or one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.ranges import Bounds, read_range


@pytest.mark.parametrize(
    ("field", "typed", "bounds"),
    [
        ("year", "2021..2023", ("2021", "2023")),
        ("year", "2021年至2023年", ("2021", "2023")),
        ("year", "２０２１．．２０２３", ("2021", "2023")),
        ("year", "2021 … 2023", ("2021", "2023")),
        ("year", "2021-2023", ("2021", "2023")),
        ("year", "2021——", ("2021", None)),
        ("year", "~2023", (None, "2023")),
        ("year", ">=2021", ("2021", None)),
        ("year", "≥ 2021年", ("2021", None)),
        ("year", ">2021", ("2022", None)),
        ("year", "＜2021", (None, "2020")),
        ("year", "<=2021", (None, "2021")),
        ("date", "2023-05..2024-01-15", ("2023-05", "2024-01-15")),
        ("date", "2023年5月至2024年1月15日", ("2023年5月", "2024年1月15日")),
        ("date", "2023.5..2023.12", ("2023.5", "2023.12")),
        ("date", ">2023", ("2024", None)),
        ("date", "<2023-01", (None, "2022-12")),
        ("date", ">2023-12", ("2024-01", None)),
        ("date", ">2024-02-28", ("2024-02-29", None)),
        ("date", "<2023-01-01", (None, "2022-12-31")),
        ("date", ">=2023-05", ("2023-05", None)),
        ("date", ">2023-13", None),
        ("date", ">2023-02-30", None),
        ("year", ">去年", None),
        ("year", "..", None),
        ("year", "2021", None),
        ("year", "", None),
        ("date", "2023-05-01", None),
    ],
)
def test_ranges(field: str, typed: str, bounds: Bounds | None) -> None:
    assert read_range(field, typed) == bounds


@given(
    st.integers(1, 9999), st.sampled_from([(">", 1), ("<", -1), (">=", 0), ("<=", 0)])
)
def test_what_is_compared_is_counted(year: int, sign: tuple[str, int]) -> None:
    bound = str(year + sign[1])
    wanted = (bound, None) if sign[0].startswith(">") else (None, bound)
    assert read_range("year", f"{sign[0]}{year}") == wanted


@given(
    st.sampled_from(["year", "date", "number"]),
    st.text("0123456789-.~至年月日<>= ", max_size=30),
)
def test_whatever_is_typed_is_a_range_or_none(field: str, typed: str) -> None:
    bounds = read_range(field, typed)
    assert bounds is None or any(bounds)
