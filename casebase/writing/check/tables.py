"""Tables whose rows do not come to their totals, or whose numbers skip one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebase.document import Block, Row
from casebase.text.numerals import value_of
from casebase.writing.check.finding import Finding, Kind

_TOTAL = frozenset({"合计", "总计", "共计", "总数", "总和"})
_PART = frozenset({"小计", "其中"})
_SERIAL = frozenset({"序号", "编号", "序", "NO", "No", "No."})
_FIGURE = re.compile(r"[\d,，]+(?:\.\d+)?")
_LEAST = 2  # rows that are added up
_CLOSE = 0.011  # figures that were rounded to two places
_MISSED = 3  # numbers that a message names


def tables(blocks: Sequence[Block]) -> Iterator[Finding]:
    """What is wrong within each table."""
    for at, block in enumerate(blocks):
        if block.rows:
            yield from _totals(at, block.rows)
            yield from _serials(at, block.rows)


def _totals(at: int, rows: Sequence[Row]) -> Iterator[Finding]:
    first = 0
    for number, row in enumerate(rows):
        label = "".join(next(filter(None, row), "").split())
        if label not in _TOTAL:
            continue
        above = [it for it in rows[first:number] if not _is_part(it)]
        for column in range(1, len(row)):
            yield from _total(at, row, column, above)
        first = number + 1


def _is_part(row: Row) -> bool:
    return any("".join(cell.split()) in _PART for cell in row)


def _total(at: int, row: Row, column: int, above: Sequence[Row]) -> Iterator[Finding]:
    told = _figure(row[column])
    cells = [it[column] for it in above if column < len(it)]
    figures = [figure for cell in cells if (figure := _figure(cell)) is not None]
    filled = [cell for cell in cells if cell.strip()]
    if told is None or len(figures) < _LEAST or len(filled) > len(figures) + 1:
        return  # the head is the one cell that is no figure
    total = sum(figures)
    if abs(total - told) > _CLOSE * max(len(figures) ** 0.5, 1.0):
        shown = f"{total:.2f}".rstrip("0").rstrip(".")
        said = f"合计写的是 {row[column].strip()}，各行相加是 {shown}。"
        text = "　".join(filter(None, row))
        yield Finding(Kind.NUMBER, at, 0, 0, text, said, shown)


def _figure(cell: str) -> float | None:
    bare = cell.strip()
    return value_of(bare) if _FIGURE.fullmatch(bare) else None


def _serials(at: int, rows: Sequence[Row]) -> Iterator[Finding]:
    head = "".join(rows[0][0].split()) if rows and rows[0] else ""
    if head not in _SERIAL:
        return
    numbers = [int(row[0]) for row in rows[1:] if row and row[0].strip().isdecimal()]
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    if numbers and numbers[0] == 1 and 0 < len(missing) <= _MISSED:
        names = "、".join(map(str, missing))
        said = f"序号从 1 到 {max(numbers)}，缺了 {names}，实有 {len(numbers)} 行。"
        yield Finding(Kind.ORDER, at, 0, 0, "序号", said)
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice and len(twice) <= _MISSED:
        names = "、".join(map(str, twice))
        yield Finding(Kind.ORDER, at, 0, 0, "序号", f"序号 {names} 用了不止一次。")
