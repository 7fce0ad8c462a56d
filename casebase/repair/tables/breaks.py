"""Tables that a page break has cut: one again, without the head said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casebase.document import Block, BlockKind, Row
from casebase.repair.tables.heads import head_of, is_number

NEAR = 0.02  # of the page's width, by which the sides of one table may differ
KEYED = 0.7  # of the rows have a value in the first column
WORDS = 40  # characters of a caption that only says that the table goes on
_GOES_ON = re.compile(
    r"[（(]?\s*+续\s*+[上前]?\s*+附?表|[上接]{1,2}\s*+表"
    r"|[^（）()]{1,40}[（(]\s*+(?:续|接上)[^（）()]{0,6}[）)]\s*$"
)


def with_whole_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each table whole that goes on on further pages."""
    found: list[Block] = []
    for place, block in enumerate(blocks):
        said = _said_to_go_on(blocks, place)
        if said:
            continue
        before = found[-1] if found else None
        told = place > 0 and _said_to_go_on(blocks, place - 1)
        if before is not None and _goes_on(before, block, told=told):
            found[-1] = _joined(before, block)
        else:
            found.append(block)
    return found


def _said_to_go_on(blocks: Sequence[Block], place: int) -> bool:
    """Whether it is a line such as 续表 or 表 3（续） between two tables."""
    if not 0 < place < len(blocks) - 1:
        return False
    before, block, after = blocks[place - 1 : place + 2]
    between = before.kind is BlockKind.TABLE and after.kind is BlockKind.TABLE
    short = 0 < len(block.text) <= WORDS
    return between and short and _GOES_ON.match(block.text) is not None


def _goes_on(before: Block, block: Block, *, told: bool) -> bool:
    """Whether a table is the rest of the one before it."""
    if before.kind is not BlockKind.TABLE or block.kind is not BlockKind.TABLE:
        return False
    columns = [max(map(len, it.rows)) for it in (before, block)]
    if columns[0] != columns[1]:
        return False
    if told or _repeated(before, block):
        return before.page is None or before.page != block.page
    if before.last_page is None or block.page != before.last_page + 1:
        return False
    return _in_line(before, block) and not _is_new(before, block)


def _in_line(before: Block, block: Block) -> bool:
    """Whether the sides of both are at the same places of their pages."""
    if not before.places or not block.places:
        return False
    one, other = before.places[-1].box, block.places[0].box
    return abs(one.left - other.left) <= NEAR and abs(one.right - other.right) <= NEAR


def _is_new(before: Block, block: Block) -> bool:
    """Whether the second has a head of its own."""
    return bool(head_of(before.rows)) and bool(head_of(block.rows))


def _repeated(before: Block, block: Block) -> int:
    """How many rows of the first's head the second begins with."""
    head = before.header or head_of(before.rows)
    same = 0
    while same < min(head, len(block.rows)) and _same(
        before.rows[same], block.rows[same]
    ):
        same += 1
    return same


def _same(one: Row, other: Row) -> bool:
    return "".join("".join(one).split()) == "".join("".join(other).split())


def _joined(before: Block, block: Block) -> Block:
    """Both as one table, the row whole that the break cut."""
    rows = block.rows[_repeated(before, block) :]
    last = before.rows[-1]
    whole = rows and _is_rest(before.rows, rows)
    kept = (*before.rows[:-1], _filled(last, rows[0])) if whole else before.rows
    added = rows[1:] if whole else rows
    turned = before.breaks
    if block.page is not None and block.page != before.last_page:
        turned = (*turned, len(kept))
    return replace(
        before,
        last_page=block.last_page,
        rows=(*kept, *added),
        places=(*before.places, *block.places),
        recognised=before.recognised or block.recognised,
        header=before.header or head_of(before.rows),
        breaks=turned,
    )


def _is_rest(rows: Sequence[Row], more: Sequence[Row]) -> bool:
    """Whether the first of more rows is the rest of the last row."""
    last, first = rows[-1], more[0]
    if len(last) != len(first) or first[0]:
        return False
    values = [at for at, cell in enumerate(first) if cell]
    if all(not last[at] for at in values):
        return True
    others = [*rows, *more[1:]]
    known = {(at, cell) for row in others for at, cell in enumerate(row)}
    if any(is_number(first[at]) or (at, first[at]) in known for at in values):
        return False  # a whole value
    return sum(bool(row[0]) for row in others) >= KEYED * len(others)


def _filled(row: Row, rest: Row) -> Row:
    return tuple(one + other for one, other in zip(row, rest, strict=True))
