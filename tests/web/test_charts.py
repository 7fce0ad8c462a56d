"""Charts: nothing outside its box, the largest fills it, whatever there is is seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from web.charts import REGIONS, Datum, columns, provinces, rows

data = st.lists(st.integers(0, 100_000), max_size=30).map(
    lambda counts: [Datum(f"年{n}", count, "") for n, count in enumerate(counts)]
)


@given(data)
def test_columns_stay_inside(values: list[Datum]) -> None:
    chart = columns(values, 352, 132)
    for bar in chart.bars:
        assert 0 <= bar.at <= chart.width - chart.step + 0.1 * len(values)
        assert 0 <= bar.size <= chart.floor - 16
        assert bool(bar.size) == bool(bar.datum.count)
    if any(datum.count for datum in values):
        assert max(bar.size for bar in chart.bars) == chart.floor - 16


@given(data)
def test_rows_stay_inside(values: list[Datum]) -> None:
    chart = rows(values)
    assert chart.height == 24 * len(values)
    for bar in chart.bars:
        assert 0 <= bar.size <= 228
        assert bool(bar.size) == bool(bar.datum.count)


def test_every_province_stands_once() -> None:
    names = [name for signs in REGIONS.values() for name in signs]
    signs = [sign for signs in REGIONS.values() for sign in signs.values()]
    assert len(names) == len(set(names)) == len(set(signs)) == 34


def test_only_regions_with_something_are_drawn() -> None:
    (region,) = provinces([Datum("山东", 9, "/s"), Datum("浙江", 1, "/z")])
    name, height, cells = region
    assert (name, height) == ("华东", 0)
    assert [(cell.sign, cell.shade) for cell in cells if cell.datum] == [
        ("浙", 1),
        ("鲁", 4),
    ]
    assert provinces([Datum("火星", 1, "/")]) == []
