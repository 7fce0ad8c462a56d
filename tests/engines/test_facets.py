"""Counts of facets, held against counting one by one."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from casebase.engines.engine import Names, Renamed
from casebase.engines.facets import gathered

SIZE = 64  # rows; of so many, a few are few enough to be looked up one by one
VALUES = "乙甲丙丁戊"
held = st.dictionaries(
    st.sampled_from(VALUES),
    st.sets(st.integers(0, SIZE - 1), min_size=1).map(sorted),
    min_size=1,
)
alone = st.lists(st.sampled_from(VALUES), min_size=1, max_size=SIZE).map(
    lambda values: {
        value: [row for row, it in enumerate(values) if it == value]
        for value in dict.fromkeys(values)
    }
)
masks = st.sets(st.integers(0, SIZE - 1)).map(
    lambda rows: np.isin(np.arange(SIZE), list(rows))
)
NAMES = Names({"甲": "天", "乙": "天", "丙": "地", "丁": "丁"})


@given(held | alone, masks, st.integers(0, 7))
def test_the_most_frequent_come_first_and_equals_by_name(
    by_value: dict[str, list[int]], mask: np.ndarray, most: int
) -> None:
    found = Counter(
        {value: sum(mask[row] for row in rows) for value, rows in by_value.items()}
    )
    expected = sorted((-count, value) for value, count in found.items() if count)
    counts = gathered(by_value).counts(mask, most)
    assert [(-it.count, it.value) for it in counts] == expected[:most]


@given(held, masks, st.none() | st.frozensets(st.sampled_from(VALUES)))
def test_a_row_counts_once_for_each_name(
    by_value: dict[str, list[int]], mask: np.ndarray, among: frozenset[str] | None
) -> None:
    found: dict[str, set[int]] = {}
    for value, rows in by_value.items():
        if value in NAMES.by_value and (among is None or value in among):
            kept = {row for row in rows if mask[row]}
            found.setdefault(NAMES.by_value[value], set()).update(kept)
    expected = sorted((-len(rows), name) for name, rows in found.items() if rows)
    facet = gathered(by_value)
    for _ in range(2):  # made, and remembered
        counts = facet.renamed(mask, Renamed("field", NAMES, 9, among))
        assert [(-it.count, it.value) for it in counts] == expected
