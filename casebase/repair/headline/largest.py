"""The headline that is told by its type: the largest of the first page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

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
REACH = 8  # blocks among which they are looked for
STEP = 1.6  # times its height: the white above a further line of a title
LOOKED_AT = 400  # blocks; a headline may stand in the middle of its page
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
    """A line with those right below it that are set in the same type."""
    places = [place]
    for below in range(place + 1, min(place + REACH, len(head))):
        if len(places) < LINES and _goes_on(head[places[-1]], head[below]):
            places.append(below)
    text = head[place].text
    for above, below in pairwise(places):
        parted = is_couplet(head[above], head[below])
        text += (" " if parted else "") + head[below].text
    return text, frozenset(places)


def _goes_on(line: Block, below: Block) -> bool:
    """Whether a block may be the next line of the title."""
    same = abs(below.size - line.size) <= SAME * line.size
    words = below.kind is BlockKind.PARAGRAPH and not is_date(below.text)
    return same and words and _is_below(line, below)


def _is_below(line: Block, below: Block) -> bool:
    if not (line.places and below.places):
        return True
    upper, lower = line.places[-1].box, below.places[0].box
    over = min(upper.right, lower.right) > max(upper.left, lower.left)
    step = lower.top - upper.bottom
    return over and step <= STEP * (lower.bottom - lower.top)


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
