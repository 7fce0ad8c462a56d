"""Tables that reached us as loose lines, cell by cell, gathered into rows again.

Only below a caption 表 N, and only as far as no sentence or heading begins. Serial
numbers in the first column tell where a row begins; without them each line is a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebase.document import Block, BlockKind, Row
from casebase.text.numbering import Style, caption_label, case_label, mark_of
from casebase.text.typesetting import ends_sentence, width

_SERIAL = re.compile(r"([0-9]{1,3})(?:\s+(?![年月日])|$)")
_TOTAL = re.compile(r"(?:合计|总计|小计|总数)(?:\s|$)")
_CHAPTER = re.compile(r"([0-9]{1,2})[ \u3000]{1,3}[\u4e00-\u9fff、与和]{2,20}")
_SECTION = re.compile(r"([0-9]{1,2})\.1[ \u3000]{0,3}[\u4e00-\u9fff、与和]{2,24}")
SKIPPED = 2  # serial numbers that may be missing
FEWEST = 3  # lines that make a table
SENTENCE = 12.0


def with_loose_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the loose lines of each table made one TABLE block."""
    found: list[Block] = []
    place = 0
    while place < len(blocks):
        found.append(blocks[place])
        place += 1
        if _is_table_caption(found[-1]):
            end = _end(blocks, place)
            if end - place >= FEWEST:
                found.append(_table(blocks[place:end]))
                place = end
    return found


def _is_table_caption(block: Block) -> bool:
    text = block.text
    named = text.startswith(("表", "附表")) and caption_label(text) is not None
    return named and not ends_sentence(text)


def _end(blocks: Sequence[Block], start: int) -> int:
    """The place of the first block after the table."""
    end = start
    while end < len(blocks) and not (
        _is_text(blocks[end]) or _is_chapter(blocks[end : end + 2])
    ):
        end += 1
    return end


def _is_text(block: Block) -> bool:
    """Whether it is a heading, a caption or a sentence."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or case_label(text) or caption_label(text):
        return True
    mark = mark_of(text)
    if mark is not None and mark.style < Style.ARABIC:
        return True
    return ends_sentence(text) and width(text) >= SENTENCE and "，" in text


def _is_chapter(blocks: Sequence[Block]) -> bool:
    """Whether a chapter begins with its first section: 2 教育教学, 2.1 师资队伍."""
    first, *rest = blocks
    chapter = _CHAPTER.fullmatch(first.text)
    section = _SECTION.fullmatch(rest[0].text) if rest else None
    return chapter is not None and section is not None and chapter[1] == section[1]


def _table(blocks: Sequence[Block]) -> Block:
    rows = _rows([block.text for block in blocks])
    first, last = blocks[0].page, blocks[-1].last_page
    return Block(BlockKind.TABLE, "", 0, first, last, rows)


def _rows(cells: Sequence[str]) -> tuple[Row, ...]:
    starts = starts_of(cells)
    if not starts:
        return tuple((cell,) for cell in cells)
    head = tuple(cells[: starts[0]])
    rows = [head] if head else []
    for start, end in zip(starts, [*starts[1:], len(cells)], strict=True):
        rows.append(without_head(cells[start:end], head))
    return tuple(row for row in rows if row)


def starts_of(cells: Sequence[str]) -> list[int]:
    """The places of the cells with which a row begins."""
    starts: list[int] = []
    last = 0
    for place, cell in enumerate(cells):
        found = _SERIAL.match(cell)
        serial = int(found[1]) if found else 0
        if last < serial <= last + SKIPPED and (last or serial == 1):
            last = serial
            starts.append(place)
        elif starts and is_total(cell):
            starts.append(place)
    return starts


def is_total(cell: str) -> bool:
    """Whether a row begins so that sums up the others."""
    return _TOTAL.match(cell) is not None


def without_head(row: Sequence[str], head: Row) -> Row:
    """The row without the head that is repeated at a page break within it."""
    size = len(head)
    for place in range(1, len(row) - size + 1 if size else 0):
        if tuple(row[place : place + size]) == head:
            return (*row[:place], *row[place + size :])
    return tuple(row)
