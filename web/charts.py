"""Places and sizes of the small charts; the templates draw them as SVG.

Everything is in the units of the drawing's own view box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

COLUMN_TOP, COLUMN_FLOOR = 16, 20  # room for the figure above, the year below
ROW, LONGEST = 24, 228
CELL, LINE = 44, 23

# The statistical order of the provinces, by region, with the character each goes by.
REGIONS: Mapping[str, Mapping[str, str]] = {
    "华北": {"北京": "京", "天津": "津", "河北": "冀", "山西": "晋", "内蒙古": "蒙"},
    "东北": {"辽宁": "辽", "吉林": "吉", "黑龙江": "黑"},
    "华东": {"上海": "沪", "江苏": "苏", "浙江": "浙", "安徽": "皖", "福建": "闽",
             "江西": "赣", "山东": "鲁"},
    "中南": {"河南": "豫", "湖北": "鄂", "湖南": "湘", "广东": "粤", "广西": "桂",
             "海南": "琼"},
    "西南": {"重庆": "渝", "四川": "川", "贵州": "贵", "云南": "云", "西藏": "藏"},
    "西北": {"陕西": "陕", "甘肃": "甘", "青海": "青", "宁夏": "宁", "新疆": "新"},
    "港澳台": {"香港": "港", "澳门": "澳", "台湾": "台"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Datum:
    """One value to draw: its name, how many, where it leads, whether it is chosen."""

    name: str
    count: int
    address: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A column or row: where its field begins, and the size of its ink."""

    datum: Datum
    at: float
    size: float


@dataclass(frozen=True, slots=True)
class Columns:
    """A column chart; `step` is the width of a column's field, `ink` of its bar."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    step: float
    ink: float

    @property
    def floor(self) -> int:
        """Where the columns stand."""
        return self.height - COLUMN_FLOOR


def columns(data: Sequence[Datum], width: int, height: int) -> Columns:
    """Columns side by side, none wider than 40 and the highest up to the top."""
    step = min(width / max(len(data), 1), 56.0)
    room = height - COLUMN_TOP - COLUMN_FLOOR
    most = max((datum.count for datum in data), default=0) or 1
    bars = tuple(
        Bar(datum, round(index * step, 1), _size(datum.count, most, room))
        for index, datum in enumerate(data)
    )
    return Columns(bars, width, height, round(step, 1), round(step * 0.6, 1))


@dataclass(frozen=True, slots=True)
class Rows:
    """A bar chart with labels at the left."""

    bars: tuple[Bar, ...]

    @property
    def height(self) -> int:
        """Of the whole drawing."""
        return ROW * len(self.bars)


def rows(data: Sequence[Datum]) -> Rows:
    """Bars one below the other, in the order given."""
    most = max((datum.count for datum in data), default=0) or 1
    return Rows(
        tuple(
            Bar(datum, index * ROW, _size(datum.count, most, LONGEST))
            for index, datum in enumerate(data)
        )
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """A province: its character, its place in the table, and how dark it is (0–4).

    `datum` is None where the base has nothing from it.
    """

    sign: str
    name: str
    x: int
    y: int
    shade: int
    datum: Datum | None


def provinces(data: Sequence[Datum]) -> list[tuple[str, int, list[Cell]]]:
    """Regions with the heights at which they stand and their cells.

    Regions are left out from which the base has nothing.
    """
    known = {datum.name: datum for datum in data}
    most = max((datum.count for datum in data), default=0) or 1
    held = {
        region: signs
        for region, signs in REGIONS.items()
        if signs.keys() & known.keys()
    }
    return [
        (region, line * LINE, [
            Cell(sign, name, (column + 1) * CELL, line * LINE,
                 _shade(known.get(name), most), known.get(name))
            for column, (name, sign) in enumerate(signs.items())
        ])
        for line, (region, signs) in enumerate(held.items())
    ]  # fmt: skip


def _shade(datum: Datum | None, most: int) -> int:
    """One of five steps: 0 for nothing, then equal shares of the largest."""
    return 0 if datum is None else 1 + min(3, 4 * (datum.count - 1) // most)


def _size(count: int, most: int, room: float) -> float:
    """In proportion to the largest; what there is at all can be seen."""
    return round(max(2.0, room * count / most), 1) if count else 0.0
