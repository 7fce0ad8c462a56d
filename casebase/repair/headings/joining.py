"""Headings that were set in two lines, as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casebase.document import Block, BlockKind
from casebase.repair.headings.forms import (
    LONGEST_CASE,
    SHORT,
    is_labelled,
    is_running,
)
from casebase.text.naming import is_column, is_date, is_names
from casebase.text.numbering import case_label, is_bare, is_named
from casebase.text.typesetting import ends_sentence, width

SCRAP = 8.0  # the rest of a numbered heading, before running text
REST = 0.5  # of the first line that the rest may be
FULL = 0.6  # of the measure: larger type fills the line with fewer characters
VERSE = SHORT + 4  # two lines of a newspaper's heading together


def with_joined_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every heading in one piece."""
    found: list[Block] = []
    for place, block in enumerate(blocks):
        before = found[-1] if found else None
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if before is not None and _continues(before, block, following):
            text = _one_heading(before.text, block.text)
            found[-1] = replace(before, text=text, last_page=block.last_page)
        else:
            found.append(block)
    return found


def _continues(before: Block, block: Block, following: Block | None) -> bool:
    """Whether the block is the second line of the heading before it."""
    if before.kind is BlockKind.HEADING and is_bare(before.text):
        return _can_be_title(before, block) and block.level in {0, before.level}
    if before.kind is not BlockKind.HEADING or before.level or block.level:
        return False
    plain = block.kind is BlockKind.HEADING and not is_labelled(block.text)
    loose = block.kind is BlockKind.PARAGRAPH and _is_rest(block, following)
    named = is_named(before.text) or is_named(block.text)
    if named or not (plain or loose):
        return False
    if before.text.endswith("——"):
        return True
    if is_labelled(before.text):
        rest = width(block.text) <= REST * width(before.text)
        return rest and width(before.text) > FULL * (before.measure or 1e9)
    return plain and _is_verse(before, block)


def _is_verse(before: Block, block: Block) -> bool:
    """党建铸魂 / 打造德技并修育人体系: the two lines of a newspaper's heading."""
    if before.measure is None or " " in before.text or is_column(before.text):
        return False
    dated = is_date(before.text) or is_date(block.text)
    return not dated and width(before.text) + width(block.text) <= VERSE


def _is_rest(block: Block, following: Block | None) -> bool:
    """A scrap of a line before running text."""
    text = block.text
    closed = ends_sentence(text) or text[-1] in "，、；：" or is_names(text)
    if width(text) > SCRAP or closed:
        return False
    return following is not None and is_running(following.text)


def _can_be_title(label: Block, block: Block) -> bool:
    """Whether it is the title of a case or chapter: 第三章 / 附则, but no 前言."""
    text = block.text
    texts = block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
    named = is_named(text) and case_label(label.text) is not None
    closed = not (ends_sentence(text) or is_labelled(text) or named)
    return texts and closed and width(text) <= LONGEST_CASE


def _one_heading(first: str, second: str) -> str:
    wrapped = first[-1] in "—，、：:" or is_labelled(first)
    if wrapped and not is_bare(first):
        return first + second
    return f"{first} {second}"
