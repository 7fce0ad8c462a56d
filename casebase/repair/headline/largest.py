"""The headline that is told by its type: the largest of the first page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from casebase.document import Block, BlockKind
from casebase.repair.headline.forms import is_title
from casebase.repair.headline.places import (
    Found,
    is_couplet,
    is_kind_of_document,
    is_owner,
    is_year,
)
from casebase.text.naming import is_date, is_organisation

LARGER = 1.25  # times the size of the body's type
SAME = 0.04  # of a size: sizes that differ less are one
LINES = 4
LOOKED_AT = 40  # blocks
RED_HEADS = ("文件", "简报", "通报", "快报", "专报", "信息", "动态", "纪要", "通讯")


def largest(blocks: Sequence[Block]) -> Found | None:
    """The lines of the largest type on the first page, if they can be a title."""
    body = _body_size(blocks)
    first = next((block.page for block in blocks if block.size), None)
    head = list(takewhile(lambda block: block.page == first, blocks[:LOOKED_AT]))
    large = {
        block.size
        for block in head
        if block.size >= LARGER * body > 0 and not (block.boxed or block.rows)
    }
    for size in sorted(large, reverse=True):
        for place, block in enumerate(head):
            if abs(block.size - size) <= SAME * size and not block.boxed:
                found = _whole(head, place)
                if _is_headline(found[0]):
                    return _of_cover(head, found)
                break
    return None


def _body_size(blocks: Sequence[Block]) -> float:
    """The size in which most characters are set; 0 where no size is known."""
    tally: Counter[float] = Counter()
    for block in blocks:
        tally[block.size] += len(block.text)
    return min(tally, key=lambda size: (-tally[size], size), default=0.0)


def _whole(head: Sequence[Block], place: int) -> Found:
    """A line with those below it that are set in the same type."""
    size = head[place].size
    lines = [
        block.text
        for block in takewhile(
            lambda block: _goes_on(block, size), head[place : place + LINES]
        )
    ]
    text = lines[0] if lines else ""
    for number, line in enumerate(lines[1:], 1):
        parted = is_couplet(head[place + number - 1], head[place + number])
        text += (" " if parted else "") + line
    return text, frozenset(range(place, place + len(lines)))


def _goes_on(block: Block, size: float) -> bool:
    """Whether a line in that type may be a line of the title."""
    same = abs(block.size - size) <= SAME * size
    return same and block.kind is BlockKind.PARAGRAPH and not is_date(block.text)


def _is_headline(text: str) -> bool:
    red = text.replace(" ", "").endswith(RED_HEADS) or is_organisation(text)
    return is_title(text) and not red


def _of_cover(head: Sequence[Block], found: Found) -> Found:
    """The title with the school above it and the year below it, as covers have them."""
    text, places = found
    above, below = min(places) - 1, max(places) + 1
    if not is_kind_of_document(text):
        return found
    if below < len(head) and is_year(head[below].text):
        text, places = text + head[below].text, places | {below}
    if above >= 0 and is_owner(head[above].text, text):
        text, places = head[above].text + text, places | {above}
    return text, places
