"""What each block is: heading, caption, note or paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from casebase.document import Block, BlockKind
from casebase.repair.headings.forms import (
    CHINESE,
    SENTENCE,
    closes,
    is_numbered,
    is_running,
    is_short,
)
from casebase.text.naming import (
    is_adoption,
    is_affiliation,
    is_credit,
    is_names,
    is_note,
    is_signature,
)
from casebase.text.numbering import (
    Style,
    article_label,
    caption_label,
    case_label,
    is_named,
    mark_of,
)
from casebase.text.typesetting import ends_sentence, han_share, width

LONGEST_CAPTION = 60.0
LONGEST_CREDIT = 40.0
LIST = 3  # numbered lines without text between them are a list
FOREIGN = 0.1  # share of Chinese characters in an English abstract
_ENCLOSURES = re.compile(r"附\s*件\s*[:：]")
WIDER = 1.4  # than the measure: a caption below a photograph


def with_kinds(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each with its kind; what the format stated stays."""
    chinese = han_share("".join(block.text for block in blocks)) > CHINESE
    told = [_told(block, chinese=chinese) for block in blocks]
    told = _without_enclosures(_without_lists(_with_short_headings(told)))
    articles = sum(article_label(block.text) is not None for block in blocks)
    return [_item(block) for block in told] if articles >= LIST else told


def _told(block: Block, *, chinese: bool) -> Block:
    """The block with the kind that its own words tell."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    return replace(block, kind=_kind_of(block.text, chinese=chinese))


def _kind_of(text: str, *, chinese: bool) -> BlockKind:
    size = width(text)
    if caption_label(text) and not ends_sentence(text) and size <= LONGEST_CAPTION:
        return BlockKind.CAPTION
    if not case_label(text) and _is_note(text):
        return BlockKind.NOTE
    if chinese and size > SENTENCE and han_share(text) < FOREIGN:
        return BlockKind.NOTE
    heading = is_numbered(text) or is_named(text)
    return BlockKind.HEADING if heading else BlockKind.PARAGRAPH


def _is_note(text: str) -> bool:
    tests = (is_signature, is_credit, is_names, is_affiliation)
    short = width(text) <= LONGEST_CREDIT
    return (
        is_note(text)
        or is_adoption(text)
        or (short and any(test(text) for test in tests))
    )


def _item(block: Block) -> Block:
    """In a ruling text （一） and 1. number the items of an article."""
    mark = mark_of(block.text) if block.kind is BlockKind.HEADING else None
    item = mark is not None and mark.style >= Style.BRACKETED and not block.level
    return replace(block, kind=BlockKind.PARAGRAPH) if item else block


# --- headings without a number ------------------------------------------------------


def _with_short_headings(blocks: Sequence[Block]) -> list[Block]:
    """Short lines between paragraphs are headings too, in the middle of a text."""
    usual = _usual_width(blocks)
    found = list(blocks)
    for place, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        if _is_loose_caption(block, usual):
            found[place] = replace(block, kind=BlockKind.CAPTION)
        elif is_short(block) and (_heads(found, place) or _is_half(found, place)):
            found[place] = replace(block, kind=BlockKind.HEADING)
    return found


def _usual_width(blocks: Sequence[Block]) -> float:
    measures = sorted(block.measure for block in blocks if block.measure)
    return measures[len(measures) // 2] if measures else 0.0


def _is_loose_caption(block: Block, usual: float) -> bool:
    """A line much longer than the measure that is no sentence: below a photograph."""
    text = block.text
    alone = block.measure is None and width(text) > WIDER * usual > 0
    wordy = han_share(text) > CHINESE and not re.search("[。；]", text)
    return alone and wordy and not ends_sentence(text)


def _heads(blocks: Sequence[Block], place: int) -> bool:
    """Whether text follows, after one more line of the heading at most."""
    before = blocks[place - 1] if place else None
    if before and before.kind is BlockKind.PARAGRAPH and not closes(before.text):
        return False
    for block in blocks[place + 1 : place + 3]:
        if block.kind is BlockKind.CAPTION:
            continue
        if block.kind is BlockKind.PARAGRAPH and is_running(block.text):
            return True
        if not is_short(block):
            return False
    return False


def _is_half(blocks: Sequence[Block], place: int) -> bool:
    """办实事—— / 以务实行动 办好联建实事: dashes join two lines of a heading."""
    first = blocks[place].text.endswith("——") and place + 1 < len(blocks)
    return first or (place > 0 and blocks[place - 1].text.endswith("——"))


# --- lists --------------------------------------------------------------------------


def _without_lists(blocks: Sequence[Block]) -> list[Block]:
    """Numbered lines in a row, with no text between them, are a list.

    So is the last item of a list whose other items end with semicolons.
    """
    found: list[Block] = []
    for style, run in groupby(blocks, key=_list_style):
        group = list(run)
        for block in group:
            last = bool(found) and found[-1].text.endswith(("；", ";"))
            ended = last and ends_sentence(block.text)
            if style is not None and (len(group) >= LIST or ended):
                found.append(replace(block, kind=BlockKind.PARAGRAPH))
            else:
                found.append(block)
    return found


def _without_enclosures(blocks: Sequence[Block]) -> list[Block]:
    """附件：1．… / 2．…: the numbered lines below 附件 are a list however short."""
    found: list[Block] = []
    listing = False
    for block in blocks:
        item = _list_style(block) is Style.ARABIC
        listing = _ENCLOSURES.match(block.text) is not None or (listing and item)
        kind = BlockKind.PARAGRAPH if listing and item else block.kind
        found.append(replace(block, kind=kind))
    return found


def _list_style(block: Block) -> Style | None:
    if block.kind is not BlockKind.HEADING or block.level:
        return None
    mark = mark_of(block.text)
    return mark.style if mark else None
