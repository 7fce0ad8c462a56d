"""The rest of a table whose lines across stand on two pages.

The first page has the lines above and below the head, the second only the last line:
what stands above that in the columns of the first page is the table's.
"""

from __future__ import annotations

from collections.abc import Sequence

from casebase.repair.ruled.aligned import rows_of, texts_of
from casebase.repair.ruled.cells import Run, levels
from casebase.repair.ruled.columns import Columns
from casebase.repair.ruled.grids import Found
from casebase.repair.ruled.rules import Rule

NEAR = 6.0  # points by which the ends of its lines may differ
ROOMY = 1.8  # characters: with more room above its rows, a running head stands there


def rest_of(table: Found, across: Sequence[Rule], runs: Sequence[Run]) -> list[Found]:
    """The rest of an open table at the top of the next page, if it is there."""
    left, _, right, _ = table.area
    ends = [
        rule.at
        for rule in across
        if abs(rule.start - left) <= NEAR and abs(rule.end - right) <= NEAR
    ]
    end = min(ends, default=0.0)
    inside = [run for run in runs if run.middle[1] < end]
    lines = levels(inside)
    while lines and _is_head(lines):
        lines.pop(0)
    inside = [run for line in lines for run in line]
    if not inside:
        return []
    columns = Columns.within(table.xs[:-1], inside)
    stray = any(columns.span(run) > 1 or run.middle[0] > right for run in inside)
    if stray or not any(len(line) > 1 for line in lines):
        return []
    rows = [texts_of(row, columns) for row in rows_of(inside, columns, parted=False)]
    area = (left, min(run.top for run in inside), right, end)
    return [Found(tuple(rows), area, tuple(inside), table.xs)]


def _is_head(lines: Sequence[Sequence[Run]]) -> bool:
    """Whether the first line is a running head or the number of the page."""
    if len(lines) == 1:
        return len(lines[0]) == 1
    room = min(run.top for run in lines[1]) - max(run.bottom for run in lines[0])
    return room > ROOMY * lines[0][0].em
