"""Drawn lattices as tables, where they are tables.

A lattice round running text is no table: a box, the columns of a newspaper between
rules, the border of a page. A form (申报表) may have a row that holds the whole report:
that row is text again, and the rows above and below it are tables.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from casebase.document import Line, Row
from casebase.repair.ruled.aligned import rows_of, texts_of
from casebase.repair.ruled.cells import Run, cut, levels, text_of
from casebase.repair.ruled.columns import Columns, is_prose
from casebase.repair.ruled.lattice import Lattice, Spot
from casebase.repair.ruled.rules import PLAY
from casebase.text.numbering import case_label

LONG = 300  # characters of a cell in paragraphs: it holds text
SHORT = 60  # characters of a value; if all cells have more, they lay out a page
LONGEST = 800  # characters of any cell
INDENT = 1.5  # characters by which a new paragraph is set in
EDGE = 0.6  # of a character by which a run may stick out of its cell
FILLED = 0.15  # of the cells
FULL = 0.1  # of the rows have several values: of a balance sheet most are empty
FEWEST = 2  # columns, rows
MANY = 3  # lines that may be as many rows
TALL = 0.6  # of the cells of a row have so many lines

Area = tuple[float, float, float, float]  # left, top, right, bottom in points
Cells = dict[Spot, list[Run]]


@dataclass(frozen=True, slots=True)
class Found:
    """A table found on a page.

    Attributes:
        rows: Its cells.
        area: Where it stands.
        runs: What stands in it.
        xs: Where its columns begin and end, from the left, in points.
        sure: Whether it is a table even if none goes on here from the page before or
            on the page after: single rows are heads of newspapers and decorated
            headings, and a lattice with little in it may be a drawing.
        is_open: Whether its last line may stand on the next page.
    """

    rows: tuple[Row, ...]
    area: Area
    runs: tuple[Run, ...]
    xs: tuple[float, ...]
    sure: bool = True
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What stands in the margin of a row of text, as one line."""

    line: Line
    area: Area
    runs: tuple[Run, ...]


def tables_of(lattice: Lattice, runs: Iterable[Run]) -> tuple[list[Found], list[Label]]:
    """The tables in a lattice, and the labels beside its rows of text."""
    inside = [run for run in runs if lattice.spot(*run.middle) is not None]
    cells = _filled(lattice, inside)
    if not cells or len(lattice.xs) <= FEWEST or all(map(_runs_on, cells.values())):
        return [], []
    loose = _loose_rows(lattice, cells) | _adjoining(lattice)
    tables = []
    for first, end in _stretches(len(lattice.ys) - 1, loose):
        rows = _rows(lattice, cells, first, end)
        if rows:
            tables.append(_found(lattice, inside, rows, first, end))
    if len(tables) == 1:
        filled = len(cells) >= FILLED * len(set(lattice.owner.values()))
        tables = [replace(tables[0], sure=filled and _is_table(tables[0].rows))]
    else:
        tables = [table for table in tables if _full(table.rows)]
    if not any(map(_is_table, (table.rows for table in tables))) and loose:
        return [], []
    return tables, list(_labels(lattice, cells))


def _filled(lattice: Lattice, runs: Iterable[Run]) -> Cells:
    """The runs by the drawn cell in which they stand."""
    cells: Cells = {}
    for run in runs:
        for piece in cut(run, _crossed(lattice, run)):
            spot = lattice.spot(*piece.middle) or lattice.spot(*run.middle)
            if spot is not None:
                cells.setdefault(spot, []).append(piece)
    return cells


def _crossed(lattice: Lattice, run: Run) -> list[float]:
    """The sides of cells over which a run goes on."""
    play = EDGE * run.em
    y = run.middle[1]
    first = bisect_right(lattice.xs, run.left + play)
    return [
        x
        for x in lattice.xs[first : bisect_left(lattice.xs, run.right - play)]
        if lattice.spot(x - 1, y) != lattice.spot(x + 1, y)
    ]


def _found(
    lattice: Lattice, runs: Sequence[Run], rows: tuple[Row, ...], first: int, end: int
) -> Found:
    left, _, right, _ = lattice.area
    inside = [
        run
        for run in runs
        if (spot := lattice.spot(*run.middle)) and first <= spot[0] < end
    ]
    area = (left, lattice.ys[first], right, lattice.ys[end])
    return Found(rows, area, tuple(inside), lattice.xs)


# --- rows of text -------------------------------------------------------------------


def _loose_rows(lattice: Lattice, cells: Cells) -> set[int]:
    """The rows that hold text: long cells, and the title of a case above all."""
    top = min(row for row, _ in cells)
    loose = {
        spot
        for spot, runs in cells.items()
        if (spot[0] == top and _is_title(runs)) or _is_text(runs)
    }
    return {row for (row, _), owner in lattice.owner.items() if owner in loose}


def _is_title(runs: Sequence[Run]) -> bool:
    return case_label(levels(runs)[0][0].line.text.strip()) is not None


def _is_text(runs: Sequence[Run]) -> bool:
    """Whether a cell holds paragraphs rather than a value."""
    size = sum(len(run.line.text) for run in runs)
    if size <= LONG:
        return False
    lines = levels(runs)
    left = min(line[0].left for line in lines)
    set_in = sum(line[0].left - left > INDENT * line[0].em for line in lines)
    return size > LONGEST or set_in > 1


def _adjoining(lattice: Lattice) -> set[int]:
    """The rows above and below that are boxes of another width."""
    usual = Counter(side for side in lattice.sides if side).most_common(1)
    rows = range(len(lattice.sides))

    def differs(row: int) -> bool:
        side = lattice.sides[row]
        return not side or any(
            abs(one - other) > PLAY
            for one, other in zip(side, usual[0][0], strict=True)
        )

    return {*takewhile(differs, rows), *takewhile(differs, reversed(rows))}


def _runs_on(runs: Sequence[Run]) -> bool:
    """Whether a cell has lines and words enough for a paragraph."""
    return len(runs) >= MANY and sum(len(run.line.text) for run in runs) > SHORT


def _stretches(count: int, loose: set[int]) -> list[tuple[int, int]]:
    """The rows between those of text: the first of each stretch and the one after."""
    found: list[tuple[int, int]] = []
    for row in range(count):
        if row in loose:
            continue
        if found and found[-1][1] == row:
            found[-1] = (found[-1][0], row + 1)
        else:
            found.append((row, row + 1))
    return found


def _labels(lattice: Lattice, cells: Cells) -> Iterable[Label]:
    """Short cells beside text, such as a label set downwards, at the text's top."""
    texts = {
        spot: min(run.top for run in runs)
        for spot, runs in cells.items()
        if _is_text(runs)
    }
    tops = {
        row: texts[owner] for (row, _), owner in lattice.owner.items() if owner in texts
    }
    for spot, runs in cells.items():
        if spot[0] in tops and not _is_text(runs):
            left = min(run.left for run in runs)
            right = max(run.right for run in runs)
            text, above = text_of(runs, right), lattice.ys[spot[0]]
            area = (left, above, right, max(tops[spot[0]] - 1, above + 1))
            yield Label(replace(runs[0].line, text=text), area, tuple(runs))


def _is_table(rows: Sequence[Row]) -> bool:
    """Whether it has rows enough, and enough of them several values."""
    return len(rows) >= FEWEST and _full(rows) >= max(1, FULL * len(rows))


def _full(rows: Sequence[Row]) -> int:
    """How many rows have several values."""
    return sum(sum(map(bool, row)) >= FEWEST for row in rows)


# --- rows of cells ------------------------------------------------------------------


def _rows(lattice: Lattice, cells: Cells, first: int, end: int) -> tuple[Row, ...]:
    """The rows of a stretch.

    A cell that goes over several columns or rows stands in the first of them. Where no
    row has all the columns (a form), each row has just its own cells.
    """
    columns = [
        column
        for column in range(len(lattice.xs) - 1)
        if any((row, column) in cells for row in range(first, end))
    ]
    texts = {
        spot: text_of(runs, _right(lattice, spot))
        for spot, runs in cells.items()
        if first <= spot[0] < end
    }
    rows: list[Row] = []
    regular = any(_has_all(lattice, row, columns) for row in range(first, end))
    for row in range(first, end):
        if not regular:
            rows.append(_own(lattice, texts, row))
        elif several := _several(lattice, cells, row, columns):
            rows += several
        else:
            rows.append(tuple(texts.get((row, column), "") for column in columns))
    return tuple(row for row in rows if any(row))


def _several(
    lattice: Lattice, cells: Cells, row: int, columns: Sequence[int]
) -> list[Row]:
    """The rows that a drawn row is in truth, where no lines part them; else none."""
    runs = [run for column in columns for run in cells.get((row, column), ())]
    tall = sum(len(cells.get((row, column), ())) >= MANY for column in columns)
    if not tall or tall < TALL * len(columns) or not _has_all(lattice, row, columns):
        return []
    set_in = Columns.within([lattice.xs[column] for column in columns], runs)
    found = [texts_of(some, set_in) for some in rows_of(runs, set_in, parted=False)]
    full = len(found) >= MANY and _full(found) >= TALL * len(found)
    return found if full and not is_prose(runs, set_in) else []


def _right(lattice: Lattice, spot: Spot) -> float:
    """Where a drawn cell ends, by its first row."""
    row, column = spot
    while lattice.owner.get((row, column + 1)) == spot:
        column += 1
    return lattice.xs[column + 1]


def _has_all(lattice: Lattice, row: int, columns: Sequence[int]) -> bool:
    owners = {lattice.owner[row, column] for column in columns}
    return len(owners) == len(columns)


def _own(lattice: Lattice, texts: dict[Spot, str], row: int) -> Row:
    """The cells that begin in a row."""
    spots = [
        (row, column)
        for column in range(len(lattice.xs) - 1)
        if lattice.owner[row, column] == (row, column)
    ]
    return tuple(texts.get(spot, "") for spot in spots)
