"""Tables whole: gathered from loose lines, joined over page breaks, with their head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casebase.document import Block, BlockKind
from casebase.repair.tables.breaks import with_whole_tables
from casebase.repair.tables.heads import head_of
from casebase.repair.tables.loose import with_loose_tables
from casebase.repair.tables.pieces import with_gathered_tables

__all__ = ["with_gathered_tables", "with_tables"]

LONGEST = 120  # characters of a line below a table that belongs to it
_UNIT = re.compile(
    r"[（(]?\s*+(?:计量|金额|货币)?\s*+单位\s*+[:：]?\s*+\S{1,16}\s*+[）)]?"
)
_NOTE = re.compile(r"(?:注|备注|说明|附注|(?:数据|资料)?\s*来\s*源)\s*[0-9]?\s*[:：]")


def with_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with whole tables; the lines that belong to a table are notes."""
    found = with_whole_tables(with_loose_tables(blocks))
    return [_told(found, place) for place in range(len(found))]


def _told(blocks: Sequence[Block], place: int) -> Block:
    """A table with its head; a line beside one as a note: 单位：万元, 注：…."""
    block = blocks[place]
    if block.kind is BlockKind.TABLE:
        return replace(block, header=block.header or head_of(block.rows))
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    above = _is_unit(block) and _is_table(blocks, place + 1)
    below = _is_note(block) and _is_table(blocks, place - 1)
    return replace(block, kind=BlockKind.NOTE) if above or below else block


def _is_table(blocks: Sequence[Block], place: int) -> bool:
    return 0 <= place < len(blocks) and blocks[place].kind is BlockKind.TABLE


def _is_unit(block: Block) -> bool:
    return _UNIT.fullmatch(block.text.strip()) is not None


def _is_note(block: Block) -> bool:
    short = len(block.text) <= LONGEST
    return short and _NOTE.match(block.text) is not None
