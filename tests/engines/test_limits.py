"""Searches that run out of time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.engines import ENGINES, backend, limits
from casebase.engines.engine import Record, Request
from tests.engines import made
from tests.engines.held import built


class Clock:
    """Goes on by one with every look at it."""

    def __init__(self) -> None:
        self.now = 0

    def monotonic(self) -> int:
        self.now += 1
        return self.now


@settings(deadline=None, max_examples=40)
@given(
    records=made.records,
    wanted=st.lists(made.requests, min_size=3, max_size=8),
    time=st.integers(0, 12),
)
@pytest.mark.parametrize("name", ENGINES)
def test_what_is_cut_short_is_true_as_far_as_it_goes(
    name: str, records: list[Record], wanted: list[Request], time: int
) -> None:
    with pytest.MonkeyPatch.context() as patch, built(backend(name), records) as held:
        for request in wanted:
            whole = held.search(replace(request, limit=1000, offset=0))
            patch.setattr(limits, "time", Clock())
            cut = held.search(replace(request, deadline=time, offset=0))
            assert {it for it, _ in cut.hits} <= {it for it, _ in whole.hits}
            assert cut.total <= whole.total
            if not cut.incomplete:
                assert cut == held.search(replace(request, offset=0))
            if time == 0:
                assert cut.incomplete
                assert not cut.hits
