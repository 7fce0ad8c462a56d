"""Tables on placed pages, each made one line with rows.

What is drawn comes first: lines that meet form a lattice, and its cells the rows. Then
come strips between lines across, and columns below a caption.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from casebase.document import Line, Page
from casebase.place import Box
from casebase.repair.ruled.cells import Run, runs_of
from casebase.repair.ruled.grids import Area, Found, Label, tables_of
from casebase.repair.ruled.lattice import lattices
from casebase.repair.ruled.rest import rest_of
from casebase.repair.ruled.rules import rules_of, size_of
from casebase.repair.ruled.strips import loose_tables, strips_of

NEAR = 6.0  # points by which the columns of two pages may differ


def with_ruled(pages: Sequence[Page]) -> list[Page]:
    """The pages, the runs of each table on a placed page made one line with rows."""
    found: list[tuple[list[Found], list[Label]]] = []
    for page in pages:
        before = found[-1][0][-1:] if found else []
        found.append(_drawn(page, before) if page.placed else ([], []))
    tables = _confirmed([tables for tables, _ in found])
    return [
        _replaced(page, kept, labels)
        for page, kept, (_, labels) in zip(pages, tables, found, strict=True)
    ]


def _drawn(page: Page, before: Sequence[Found]) -> tuple[list[Found], list[Label]]:
    """The tables of a page, and the labels beside text in boxes.

    Args:
        page: The page.
        before: The last table of the page before.
    """
    runs = runs_of(page.lines, size_of(page))
    tables: list[Found] = []
    labels: list[Label] = []
    across, down = rules_of(page)
    for lattice in lattices(across, down):
        some, beside = tables_of(lattice, runs)
        tables += some
        labels += beside
        runs = _rest(runs, some, beside)
    tables += strips_of(across, runs)
    for table in before:
        if table.is_open:
            tables += rest_of(table, across, _rest(runs, tables, []))
    tables += loose_tables(_rest(runs, tables, []))
    return sorted(tables, key=lambda it: it.area[1]), labels


def _rest(
    runs: Sequence[Run], tables: Sequence[Found], labels: Sequence[Label]
) -> list[Run]:
    taken = set(map(id, _taken(tables, labels)))
    return [run for run in runs if id(run) not in taken]


def _confirmed(pages: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """The tables that are sure, and those that go on on the page before or after."""
    kept: list[list[Found]] = []
    for number, tables in enumerate(pages):
        before = kept[-1][-1:] if kept else []
        after = pages[number + 1][:1] if number + 1 < len(pages) else []
        first, last = tables[:1], tables[-1:]
        kept.append(
            [
                table
                for table in tables
                if table.sure
                or ([table] == first and any(_alike(table, it) for it in before))
                or ([table] == last and any(_alike(table, it) for it in after))
            ]
        )
    return kept


def _alike(one: Found, other: Found) -> bool:
    """Whether the columns of two tables are the same."""
    pairs = zip(one.xs, other.xs, strict=False)
    same = len(one.xs) == len(other.xs) and (one.sure or other.sure)
    return same and all(abs(a - b) <= NEAR for a, b in pairs)


def _replaced(page: Page, tables: Sequence[Found], labels: Sequence[Label]) -> Page:
    made = [_table(page, table) for table in tables]
    made += [replace(label.line, box=_box(page, label.area)) for label in labels]
    if not made:
        return page
    taken = {id(run.line) for run in _taken(tables, labels)}
    kept = [line for line in page.lines if id(line) not in taken]
    return replace(page, lines=(*kept, *made))


def _taken(tables: Sequence[Found], labels: Sequence[Label]) -> list[Run]:
    """What stands in the tables and labels."""
    within = [run for table in tables for run in table.runs]
    return within + [run for label in labels for run in label.runs]


def _table(page: Page, table: Found) -> Line:
    return Line(
        "",
        rows=table.rows,
        box=_box(page, table.area),
        recognised=any(run.line.recognised for run in table.runs),
        size=_size(table.runs),
    )


def _size(runs: Sequence[Run]) -> float:
    return median(run.line.size for run in runs) if runs else 0.0


def _box(page: Page, area: Area) -> Box:
    wide, high = size_of(page)
    left, top, right, bottom = area
    return Box(
        max(0.0, left / wide),
        max(0.0, top / high),
        min(1.0, right / wide),
        min(1.0, bottom / high),
    )
