"""Placed pages made by hand: words at places in points, lines, drawn tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from casebase.document import Line, Page
from casebase.place import Box
from casebase.text.typesetting import width

WIDE, HIGH = 600.0, 800.0
SIZE = 10.0
LEADING = 15.0
PROSE = "学院党总支把支部建在实训车间，党员带着学生攻关，做法被兄弟院校借鉴。"


def box(left: float, top: float, right: float, bottom: float) -> Box:
    return Box(left / WIDE, top / HIGH, right / WIDE, bottom / HIGH)


def run(text: str, left: float, top: float, size: float = SIZE) -> Line:
    """A run of type whose first character has its upper left corner there."""
    right = left + width(text) * size
    return Line(text, box=box(left, top, right, top + size), size=size)


def across(y: float, left: float, right: float) -> Box:
    return box(left, y, right, y + 0.5)


def down(x: float, top: float, bottom: float) -> Box:
    return box(x, top, x + 0.5, bottom)


def page(lines: Sequence[Line], rules: Sequence[Box] = (), number: int = 1) -> Page:
    size = (WIDE, HIGH)
    return Page(number, tuple(lines), placed=True, size=size, rules=tuple(rules))


def prose(top: float, left: float, measure: float, count: int) -> list[Line]:
    """Lines of running text as wide as the measure."""
    text = PROSE * (1 + int(count * measure / SIZE / len(PROSE)))
    step = int(measure / SIZE)
    return [
        run(text[at * step : at * step + step], left, top + at * LEADING)
        for at in range(count)
    ]


def cells(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    left: float = 60,
    top: float = 100,
    middle: bool = False,
) -> tuple[list[Line], list[float], list[float]]:
    """Words set in cells, broken where they are too wide.

    Returns:
        The runs, and where the columns and the rows begin and end.
    """
    xs = [left, *(left + width for width in accumulate(widths))]
    ys, lines = [top], []
    for row in rows:
        broken = [
            _broken(text, wide - 8) for text, wide in zip(row, widths, strict=True)
        ]
        tall = max(1, *map(len, broken))
        for x, parts in zip(xs, broken, strict=False):
            lift = (tall - len(parts)) * LEADING / 2 if middle else 0.0
            lines += [
                run(part, x + 4, ys[-1] + 4 + lift + at * LEADING)
                for at, part in enumerate(parts)
            ]
        ys.append(ys[-1] + tall * LEADING + 4)
    return lines, xs, ys


def _broken(text: str, measure: float) -> list[str]:
    parts = [""]
    for character in text:
        if width(parts[-1] + character) * SIZE > measure:
            parts.append("")
        parts[-1] += character
    return [part for part in parts if part]


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Box]:
    """All sides of all cells, each drawn by itself as word processors do."""
    sides = [across(y, x, other) for y in ys for x, other in pairwise(xs)]
    return sides + [down(x, y, other) for x in xs for y, other in pairwise(ys)]


def text_of(pages: Sequence[Page]) -> str:
    """All characters of pages, in the order of their code."""
    found = [line.text for it in pages for line in it.lines]
    found += [
        cell for it in pages for line in it.lines for row in line.rows for cell in row
    ]
    return "".join(sorted("".join("".join(found).split())))
