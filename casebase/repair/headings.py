"""Which blocks are headings, captions and notes, and how deep a heading is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from casebase.document import Block, BlockKind
from casebase.text.naming import (
    is_affiliation,
    is_credit,
    is_date,
    is_document_number,
    is_names,
    is_note,
    is_organisation,
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

LONGEST = 45.0  # of a heading
LONGEST_CAPTION = 60.0
LONGEST_CREDIT = 40.0
SHORT = 26.0  # of a heading without a number
SHARE = 0.8  # of the measure that it may fill
_COLUMN = re.compile(r"【[^】]{2,10}】")  # the name of a column: 【重点工作】

LIST = 3  # numbered lines without text between them are a list


def with_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with their kinds, and headings with their levels.

    Headings that the format stated stay what they are. A heading that had been set in
    two lines becomes one.
    """
    ruling = sum(article_label(block.text) is not None for block in blocks) >= LIST
    chinese = han_share("".join(block.text for block in blocks)) > 0.4
    told = [_told(block, chinese=chinese) for block in blocks]
    told = _without_lists(_with_short_headings(told))
    if ruling:
        told = [_item(block) for block in told]
    return _levelled(_merged(told))


def _told(block: Block, *, chinese: bool) -> Block:
    """The block with the kind that its own words tell."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    text = block.text
    if caption_label(text) and not ends_sentence(text) and width(text) <= LONGEST_CAPTION:
        return replace(block, kind=BlockKind.CAPTION)
    if case_label(text) and _is_numbered(text):
        return replace(block, kind=BlockKind.HEADING)
    aside = is_signature(text) or is_credit(text) or is_names(text) or is_affiliation(text)
    if is_note(text) or (aside and width(text) <= LONGEST_CREDIT):
        return replace(block, kind=BlockKind.NOTE)
    if chinese and width(text) > SHORT and han_share(text) < 0.1:  # its abstract
        return replace(block, kind=BlockKind.NOTE)
    if _is_numbered(text) or is_named(text):
        return replace(block, kind=BlockKind.HEADING)
    return block


def _item(block: Block) -> Block:
    """In a ruling text （一） and 1. number the items of an article."""
    mark = mark_of(block.text) if block.kind is BlockKind.HEADING else None
    item = mark is not None and mark.style >= Style.BRACKETED and not block.level
    return replace(block, kind=BlockKind.PARAGRAPH) if item else block


def _is_numbered(text: str) -> bool:
    """Whether a number makes it a heading: 一、…, 案例 3：…, 1.2 …."""
    if width(text) > LONGEST and not (case_label(text) and width(text) <= 2 * LONGEST):
        return False
    if case_label(text):
        return not ends_sentence(text) and text[-1] not in "，、；"
    mark = mark_of(text)
    if mark is None or article_label(text) or len(mark.rest) < 2 or text[-1] in "，、；：;:":
        return False
    if mark.style >= Style.ARABIC and han_share(mark.rest) < 0.5:
        return False
    if not ends_sentence(text):
        return True
    run_in = 20.0  # 一、提高认识。
    return mark.style < Style.ARABIC and width(text) <= run_in and text.count("。") == 1


def _with_short_headings(blocks: Sequence[Block]) -> list[Block]:
    """Short lines between paragraphs are headings too, in the middle of a text."""
    usual = _usual_width(blocks)
    found = list(blocks)
    for place, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        if _is_loose_caption(block, usual):
            found[place] = replace(block, kind=BlockKind.CAPTION)
        elif _is_short(block) and (_heads_text(found, place) or _is_paired(found, place)):
            found[place] = replace(block, kind=BlockKind.HEADING)
    return found


def _usual_width(blocks: Sequence[Block]) -> float:
    measures = sorted(block.measure for block in blocks if block.measure)
    return measures[len(measures) // 2] if measures else 0.0


def _is_loose_caption(block: Block, usual: float) -> bool:
    """A line much longer than the measure that is no sentence: below a photograph."""
    text = block.text
    longer = 1.4 * usual
    alone = usual > 0 and block.measure is None and width(text) > longer
    return alone and not ends_sentence(text) and not re.search("[。；]", text) and han_share(text) > 0.6


def _is_short(block: Block) -> bool:
    """Whether it can be a heading without a number."""
    text = block.text
    room = SHORT if block.measure is None else min(SHORT, SHARE * block.measure)
    few = 3
    if not few <= width(text) <= room or han_share(text) < 0.6:
        return False
    if ends_sentence(text) or text[-1] in "，、；：;:,.)）》”" or re.match(r"[（(《”，、]", text):
        return False
    if is_signature(text):
        return False
    tests = (is_date, is_names, is_document_number, is_organisation, is_credit, article_label, mark_of)
    return not any(test(text) for test in tests)


def _heads_text(blocks: Sequence[Block], place: int) -> bool:
    """Whether text follows, after one more line of the heading at most."""
    following = [
        block
        for block in blocks[place + 1 : place + 3]
        if block.kind is not BlockKind.CAPTION
    ]
    before = blocks[place - 1] if place else None
    if before and before.kind is BlockKind.PARAGRAPH and not _closes(before.text):
        return False
    for block in following:
        if block.kind is BlockKind.PARAGRAPH and _is_running(block.text):
            return True
        if not _is_short(block):
            return False
    return False


def _is_paired(blocks: Sequence[Block], place: int) -> bool:
    """办实事—— / 以务实行动 办好联建实事: dashes join two lines of a heading."""
    around = blocks[max(place - 1, 0) : place + 2]
    first = blocks[place].text.endswith("——") and len(around) > 1
    return first or (place > 0 and blocks[place - 1].text.endswith("——"))


def _closes(text: str) -> bool:
    return ends_sentence(text) or text[-1:] in "；;：:" or width(text) <= SHORT


def _is_running(text: str) -> bool:
    long = 28.0
    return ends_sentence(text) or width(text) > long


def _without_lists(blocks: Sequence[Block]) -> list[Block]:
    """Numbered lines in a row, with no text between them, are a list."""
    found: list[Block] = []
    for key, run in groupby(blocks, key=_list_key):
        group = list(run)
        listed = key is not None and len(group) >= LIST
        for block in group:
            last = ends_sentence(block.text) and found[-1:] and found[-1].text[-1:] in "；;"
            item = key is not None and (listed or last)
            kind = BlockKind.PARAGRAPH if item else block.kind
            found.append(replace(block, kind=kind))
    return found


def _list_key(block: Block) -> Style | None:
    if block.kind is not BlockKind.HEADING or block.level:
        return None
    mark = mark_of(block.text)
    return mark.style if mark else None


def _merged(blocks: Sequence[Block]) -> list[Block]:
    """Headings of two lines as one."""
    found: list[Block] = []
    for place, block in enumerate(blocks):
        before = found[-1] if found else None
        if before is not None and _continues(before, block, blocks[place + 1 : place + 2]):
            text = _one_heading(before.text, block.text)
            found[-1] = replace(before, text=text, last_page=block.last_page)
        else:
            found.append(block)
    return found


def _continues(before: Block, block: Block, following: Sequence[Block]) -> bool:
    """Whether the block is the second line of the heading before it."""
    if before.kind is not BlockKind.HEADING or before.level or block.level:
        return False
    plain = block.kind is BlockKind.HEADING and not _is_labelled(block.text)
    loose = block.kind is BlockKind.PARAGRAPH and _is_rest(block, following)
    if is_named(before.text):
        return False
    if before.text.endswith("——"):
        return plain or loose
    label = case_label(before.text)
    if label is not None and not label.rest:
        return (plain or loose) and width(block.text) <= LONGEST
    if _is_labelled(before.text):
        rest = width(block.text) <= 0.5 * width(before.text)
        return rest and (plain or loose) and _is_full(before)
    if is_date(before.text) or is_date(block.text) or _COLUMN.fullmatch(before.text):
        return False
    both = width(before.text) + width(block.text) <= SHORT + 4
    return plain and both and " " not in before.text and before.measure is not None


def _is_full(block: Block) -> bool:
    """Whether the heading fills its line, larger type reckoned with."""
    return block.measure is not None and width(block.text) > 0.6 * block.measure


def _is_rest(block: Block, following: Sequence[Block]) -> bool:
    """A scrap of a line before running text."""
    scrap = 8.0
    text = block.text
    if width(text) > scrap or ends_sentence(text) or text[-1] in "，、；：":
        return False
    return bool(following) and _is_running(following[0].text) and not is_names(text)


def _one_heading(first: str, second: str) -> str:
    sign = first[-1] in "——，、：:" or _is_labelled(first)
    label = case_label(first)
    if label is not None and not label.rest:
        return f"{first} {second}"
    return first + second if sign else f"{first} {second}"


def _is_labelled(text: str) -> bool:
    labels = (mark_of, case_label, caption_label, article_label)
    return any(label(text) for label in labels)


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    """Levels for the headings that the format gave none."""
    levels = _levels_of_styles(blocks)
    found: list[Block] = []
    stated = current = 0
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            found.append(block)
        elif block.level:
            stated = current = block.level
            found.append(block)
        else:
            level = _level(block.text, levels, stated, current)
            found.append(replace(block, level=level))
            if _is_ranked(block.text):
                current = level
    return found


def _is_ranked(text: str) -> bool:
    """Whether its own words tell a heading's rank, so that others stand below it."""
    ranked = mark_of(text) or is_named(text) or _COLUMN.fullmatch(text)
    return bool(ranked) and not case_label(text)


def _levels_of_styles(blocks: Iterable[Block]) -> dict[Style, int]:
    """The levels of the styles of numbers that the document uses, outermost first."""
    used = {
        mark.style
        for block in blocks
        if block.kind is BlockKind.HEADING and not block.level
        if (mark := mark_of(block.text))
    }
    return {style: level for level, style in enumerate(sorted(used), 1)}


def _level(text: str, levels: dict[Style, int], stated: int, current: int) -> int:
    if is_named(text) or _COLUMN.fullmatch(text):
        return stated + 1
    mark = mark_of(text)
    if mark:
        return stated + levels[mark.style]
    return current + 1
