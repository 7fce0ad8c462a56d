"""Tables: rows of cells, or boxes round text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from casebase.document import Line, Row
from casebase.extract.word.limits import absurd
from casebase.extract.word.names import children, is_on, number, qualified, value, w

Lines = Sequence[Line]
_LONG_CELL = 300  # characters in paragraphs: a cell with more holds the text itself
_MOST_COLUMNS = 100  # that a cell may be wide
_MERGES = ("vMerge", "hMerge", "vmerge", "hmerge")  # of Word 2003 in small letters
_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))


@dataclass(frozen=True, slots=True)
class _Cell:
    lines: Lines
    columns: int  # that it is wide


def table_lines(
    table: etree._Element, inside: Callable[[etree._Element], Lines], most: int
) -> Iterator[Line]:
    """A w:tbl as lines: one for each run of rows.

    But a lone cell is a box round text, and a cell with much text in paragraphs is the
    text itself.

    Args:
        table: The table.
        inside: Gives the lines of a cell.
        most: How many cells it may have, a wide one counted as often as it is wide.

    Raises:
        UnreadableFileError: It has more.
    """
    found = list(_rows(table))
    rows: list[list[_Cell]] = []
    for element in found:
        rows.append(list(_cells(element, inside)))
        most -= sum(cell.columns for cell in rows[-1])
        if most < 0:
            raise absurd()
    header = _header(found)
    boxed = all(len(row) <= 1 for row in rows)
    run: list[Row] = []
    for row in rows:
        if boxed or any(_is_text(cell.lines) for cell in row):
            yield from _table(run, header)
            run, header = [], 0
            for cell in row:
                yield from (replace(line, boxed=boxed) for line in cell.lines)
        else:
            run.append(tuple(_flat_row(row)))
    yield from _table(run, header)


def _table(rows: list[Row], header: int) -> Iterator[Line]:
    kept = tuple(row for row in rows if any(row))
    if kept:
        yield Line("", rows=kept, header=min(header, len(kept)))


def _flat_row(row: Sequence[_Cell]) -> Iterator[str]:
    """The texts of a row's cells; of a wide one in its first column."""
    for cell in row:
        yield " ".join(_flat(cell.lines))
        yield from [""] * (cell.columns - 1)


def _flat(lines: Lines) -> Iterator[str]:
    for line in lines:
        yield from ([line.text] if line.text else [])
        yield from (cell for row in line.rows for cell in row if cell)


def _is_text(lines: Lines) -> bool:
    return len(lines) > 1 and sum(len(line.text) for line in lines) > _LONG_CELL


def _header(rows: Sequence[etree._Element]) -> int:
    """How many of the first rows are stated to be repeated on every page."""
    count = 0
    while count < len(rows) and is_on(rows[count].find(w("trPr")), "tblHeader"):
        count += 1
    return count if count < len(rows) else 0


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not of tables within it; deleted ones are left out."""
    for element in children(table):
        if element.tag == w("tr"):
            if element.find(f"{w('trPr')}/{w('del')}") is None:
                yield element
        elif element.tag in _WRAPPERS:
            yield from _rows(element)


def _cells(
    row: etree._Element, inside: Callable[[etree._Element], Lines]
) -> Iterator[_Cell]:
    properties = row.find(w("trPr"))
    skipped = number(value(properties, "gridBefore")) or 0
    yield from [_Cell((), 1)] * min(max(skipped, 0), _MOST_COLUMNS)
    for cell in _elements(row):
        wide = number(value(cell, "tcPr", "gridSpan")) or 1
        lines = () if _continues(cell) else inside(cell)
        yield _Cell(lines, min(max(wide, 1), _MOST_COLUMNS))


def _elements(row: etree._Element) -> Iterator[etree._Element]:
    for element in children(row):
        if element.tag == w("tc"):
            if element.find(f"{w('tcPr')}/{w('cellDel')}") is None:
                yield element
        elif element.tag in _WRAPPERS:
            yield from _elements(element)
        elif element.tag == qualified("mc", "AlternateContent"):
            yield from _elements(next(children(element), element))


def _continues(cell: etree._Element) -> bool:
    """Whether it is merged into the cell above or before it."""
    merges = (cell.find(f"{w('tcPr')}/{w(name)}") for name in _MERGES)
    return any(
        merge is not None and merge.get(w("val")) != "restart" for merge in merges
    )
