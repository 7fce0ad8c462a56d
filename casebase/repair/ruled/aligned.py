"""Rows of cells that no lines part: which lines of type make one row.

The lines of a row are found by dynamic programming over the lines of the table: a cell
goes on in the next line only if its line was full, and a row has a value in its first
column and in others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from casebase.document import Row
from casebase.repair.ruled.cells import Run, levels, text_of
from casebase.repair.ruled.columns import Columns
from casebase.repair.ruled.rules import Rule

MOST = 12  # lines of a row
BROKEN = 0.1  # costs: a full line that goes on
ENDED = 1.5  # a line that goes on though it was not full
COUNTED = 3.0  # a number that goes on with a number
LONELY = 1.5  # a row with one value
TITLED = 0.7  # the same, if it is in the first column
HEADLESS = 1.0  # a row without a value in its first column
PARTED = 1.5  # rows that no line parts in a table whose rows are parted by lines
_NUMBER = re.compile(r"[-+]?[0-9][0-9,.]*+[%％]?")

Level = Sequence[Run]


def rows_of(runs: Sequence[Run], columns: Columns, *, parted: bool) -> list[list[Run]]:
    """The runs row by row.

    Args:
        runs: What stands between two lines across, or in the whole table.
        columns: The columns of the table.
        parted: Whether its rows are parted by lines, so that this is likely to be one.
    """
    lines = levels(runs)
    cheapest = [0.0] + [float("inf")] * len(lines)
    begins = [0] * (len(lines) + 1)
    for end in range(1, len(lines) + 1):
        for begin in range(max(0, end - MOST), end):
            if begin and _touch(lines[begin - 1], lines[begin]):
                continue
            cost = cheapest[begin] + _cost(lines[begin:end], columns)
            cost += PARTED if parted and begin else 0.0
            if cost < cheapest[end]:
                cheapest[end], begins[end] = cost, begin
    rows: list[list[Run]] = []
    end = len(lines)
    while end:
        rows.append([run for line in lines[begins[end] : end] for run in line])
        end = begins[end]
    return rows[::-1]


def _touch(above: Level, below: Level) -> bool:
    """Whether lines stand beside one another, as those of cells set in the middle."""
    return max(run.bottom for run in above) > min(run.top for run in below) + 1


def _cost(lines: Sequence[Level], columns: Columns) -> float:
    """How unlikely it is that these lines are one row."""
    cells: dict[int, list[Run]] = {}
    for line in lines:
        for run in line:
            cells.setdefault(columns.of(run), []).append(run)
    cost = 0.0 if 0 in cells else HEADLESS
    if len(cells) == 1:
        cost += TITLED if 0 in cells else LONELY
    for runs in cells.values():
        cost += sum(_goes_on(one, other, columns) for one, other in pairwise(runs))
    return cost


def _goes_on(above: Run, below: Run, columns: Columns) -> float:
    """How unlikely it is that the cell goes on from one line to the other."""
    if below.left > above.right:
        return 0.0  # side by side
    if _NUMBER.fullmatch(above.line.text) and _NUMBER.fullmatch(below.line.text):
        return COUNTED
    return BROKEN if columns.is_full(above) else ENDED


def texts_of(runs: Sequence[Run], columns: Columns) -> Row:
    """The cells of one row; a value over several columns stands in the first."""
    cells: list[list[Run]] = [[] for _ in columns.edges]
    for run in runs:
        cells[columns.of(run)].append(run)
    rights = [*columns.edges[1:], columns.edges[-1] + columns.widths[-1]]
    return tuple(
        text_of(cell, right) if cell else ""
        for cell, right in zip(cells, rights, strict=True)
    )


def head_of(runs: Sequence[Run], columns: Columns) -> list[list[Run]]:
    """The rows of a head: two where values over several columns have parts below."""
    wide = [run for run in runs if columns.span(run) > 1]
    below = [run for run in runs if any(_is_part(run, it, columns) for it in wide)]
    if not below:
        return [list(runs)]
    parts = set(map(id, below))
    return [[run for run in runs if id(run) not in parts], below]


def _is_part(run: Run, wide: Run, columns: Columns) -> bool:
    first = columns.of(wide)
    inside = first <= columns.of(run) < first + columns.span(wide)
    return inside and run.top >= wide.bottom - 1 and columns.span(run) == 1


def widened(head: Sequence[Run], columns: Columns, across: Sequence[Rule]) -> list[Run]:
    """The runs of a head, those over several columns as wide as these.

    A short line below such a value says over which it goes; without one, it stands
    above the room between two columns.
    """
    return [_spread(run, _under(run, head, across), columns) for run in head]


def _under(
    run: Run, head: Sequence[Run], across: Sequence[Rule]
) -> tuple[float, float] | None:
    """Where a line below this run alone begins and ends."""
    for rule in across:
        above = [it for it in head if _stands_on(it, rule)]
        if above == [run]:
            return rule.start, rule.end
    return None


def _stands_on(run: Run, rule: Rule) -> bool:
    under = run.bottom - 2 <= rule.at <= run.bottom + run.em
    return under and rule.start < run.middle[0] < rule.end


def _spread(run: Run, under: tuple[float, float] | None, columns: Columns) -> Run:
    if under is not None:
        return replace(
            run, left=min(run.left, under[0]), right=max(run.right, under[1])
        )
    if any(left < run.right and run.left < right for left, right in columns.reaches):
        return run
    before = [left for left, right in columns.reaches if right <= run.left]
    after = [right for left, right in columns.reaches if left >= run.right]
    if not before or not after:
        return run
    return replace(run, left=before[-1], right=after[0])
