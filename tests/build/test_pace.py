"""What is told of the time that is left comes true, and is sane from the beginning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.build.pace import STEPS, SURE, Pace


def test_nothing_is_said_before_anything_is_known() -> None:
    pace = Pace(100, 0.0)
    assert pace.remaining(0.0) is None
    for second in range(1, STEPS):
        pace.did(1, second)
        assert pace.remaining(second) is None
    pace.did(1, 0.5)
    assert pace.remaining(SURE / 2) is None


@given(st.lists(st.integers(1, 10**7), min_size=10, max_size=60), st.floats(0.01, 5))
def test_work_at_an_even_pace_is_foretold(sizes: list[int], each: float) -> None:
    """Files of any sizes, in any order, each taking as long as it is large."""
    whole = sum(sizes)
    pace, now = Pace(whole, 0.0), 0.0
    for at, size in enumerate(sizes, 1):
        now += size * each
        pace.did(size, now)
        left = pace.remaining(now)
        if left is not None:
            assert left == pytest.approx(sum(sizes[at:]) * each, rel=1e-6, abs=1e-6)


def test_a_slow_start_is_forgotten() -> None:
    pace = Pace(1000, 0.0)
    for step in range(100):
        pace.did(1, 60 + step)  # a minute went by before the first
    left = pace.remaining(159)
    assert left is not None
    assert left == pytest.approx(900, rel=0.02)


def test_an_estimate_does_not_fall_while_nothing_is_done() -> None:
    pace = Pace(100, 0.0)
    for step in range(1, 11):
        pace.did(1, step)
    told = [pace.remaining(10 + wait) for wait in (0, 5, 50)]
    assert all(it is not None for it in told)
    assert told == sorted(told, key=lambda it: it or 0)
