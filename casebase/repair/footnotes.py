"""Footnotes that stand in the middle of a text because a column ended there.

The lines of a footnote are gathered into one block, and the paragraph that it
interrupted is joined again, before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casebase.document import Block, BlockKind
from casebase.text.naming import is_note
from casebase.text.numbering import mark_of
from casebase.text.typesetting import ends_sentence, width

LINES = 6  # that a footnote may have
LONG = 14.0  # what is shorter is no interrupted paragraph but a heading


def with_footnotes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with whole footnotes, and none inside a paragraph."""
    found: list[Block] = []
    place = 0
    while place < len(blocks):
        notes, end = _notes(blocks, place)
        if notes and found and end < len(blocks) and _is_cut(found[-1], blocks[end]):
            found[-1] = _joined(found[-1], blocks[end])
            end += 1
        found += notes
        if not notes:
            found.append(blocks[place])
            end = place + 1
        place = end
    return found


def _notes(blocks: Sequence[Block], start: int) -> tuple[list[Block], int]:
    """The footnotes from here on, whole, and the place after them."""
    notes: list[Block] = []
    place = start
    while place < len(blocks) and _begins(blocks[place]):
        end = _note_end(blocks, place)
        note = blocks[place]
        for block in blocks[place + 1 : end]:
            note = _joined(note, block)
        notes.append(note)
        place = end
    return notes, place


def _begins(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and is_note(block.text)


def _note_end(blocks: Sequence[Block], start: int) -> int:
    """The place after the note that begins here; it ends with a full stop."""
    if ends_sentence(blocks[start].text):
        return start + 1
    for place in range(start + 1, min(start + LINES, len(blocks))):
        block = blocks[place]
        if block.kind is not BlockKind.PARAGRAPH or _begins(block) or block.gap:
            break
        if ends_sentence(block.text):
            return place + 1
    return start + 1


def _is_cut(before: Block, after: Block) -> bool:
    """Whether a paragraph breaks off before the notes and goes on after them."""
    if before.places:  # where lines stood on the page has told what goes on
        return False
    texts = before.kind is BlockKind.PARAGRAPH and after.kind is BlockKind.PARAGRAPH
    open_end = not ends_sentence(before.text) and width(before.text) >= LONG
    return texts and open_end and mark_of(after.text) is None


def _joined(before: Block, after: Block) -> Block:
    text = before.text + after.text
    return replace(before, text=text, last_page=after.last_page)
