"""Tables, set cell by cell: with a grid, with three lines, with none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from tests.made.press import Rule
from tests.made.setting import Frame, SetLine, Style, height, one

CELL = Style(size=9.5, leading=1.35, indent=0, align="center")
PAD = 3.5


@dataclass(frozen=True)
class Grid:
    """How a table is drawn.

    Attributes:
        left: Of its first column.
        widths: Of its columns, in points.
        ruled: grid, three (a rule above and below the header and at the end) or none.
        filled: Whether its rules are there at all where cells are.
    """

    left: float
    widths: Sequence[float]
    ruled: str = "grid"

    @property
    def edges(self) -> list[float]:
        return [self.left, *accumulate(self.widths, initial=self.left)][1:]


def set_rows(
    rows: Sequence[Sequence[str]], grid: Grid, page: int, top: float, foot: float
) -> tuple[list[SetLine], list[Rule], int, float]:
    """Sets rows until the page's foot.

    Returns:
        The lines, the rules, how many rows were set, and where the last one ends.
    """
    lines: list[SetLine] = []
    levels = [top]
    for row in rows:
        room = max(map(_room, row, grid.widths))
        if top + room > foot:
            break
        for cell, left, width in zip(row, grid.edges, grid.widths, strict=False):
            lines += _cell(cell, Frame(page, left, top, width, room), room)
        top += room
        levels.append(top)
    return lines, _rules(grid, page, levels), len(levels) - 1, top


def _room(cell: str, width: float) -> float:
    return height(cell or "空", CELL, width - 2 * PAD) + 2 * PAD


def _cell(cell: str, frame: Frame, room: float) -> list[SetLine]:
    if not cell:
        return []
    style = CELL if len(cell) < 9 else replace(CELL, align="left")
    used = height(cell, style, frame.width - 2 * PAD)
    inner = Frame(
        frame.page,
        frame.left + PAD,
        frame.top + (room - used) / 2,
        frame.width - 2 * PAD,
        used + 1,
    )
    return one(cell, style, inner)


def _rules(grid: Grid, page: int, levels: Sequence[float]) -> list[Rule]:
    wide = sum(grid.widths)
    if grid.ruled == "none":
        return []
    shown = levels if grid.ruled == "grid" else [*levels[:2], levels[-1]]
    rules = [Rule(page, grid.left, level, wide, 0.6) for level in shown]
    if grid.ruled == "grid":
        rules += [
            Rule(page, edge, top, 0.6, bottom - top)
            for edge in [*grid.edges, grid.left + wide]
            for top, bottom in pairwise(levels)
        ]
    return rules
