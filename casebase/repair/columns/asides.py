"""Which rows of a part interrupt the text: captions, and notes at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from casebase.repair.columns.evidence import is_full
from casebase.repair.columns.order import Part
from casebase.repair.columns.pieces import Area
from casebase.repair.columns.rows import Row
from casebase.text.naming import is_note
from casebase.text.numbering import caption_label
from casebase.text.typesetting import ends_sentence

SMALL = 0.95  # times the body's size: smaller type than the text's
SAME = 0.03  # of a size: sizes that differ less are one
ENOUGH = 0.5  # of the rows: a part with more small ones is set in small type

_MARK = re.compile(
    r"\s*(?:[①-⑳*＊※†‡△▲▼◀◆●]|[\[〔［(（]\s*\d{1,2}\s*[\]〕］)）]|\d{1,2}\s)"
)
_PICTURE = re.compile(
    r"\s*(?:图\s*(?:为|[：:]|片\s*(?:由|说明|[：:]))|[△▲▼◀▶]|[上下左右]图)"
)
_CREDIT = re.compile(r".*(?:[\u4e00-\u9fff]{2,4}\s*摄|供图|摄影)[）)]?\s*(?:影)?$")


def asides(
    part: Part, gaps: Sequence[bool], body: float, level: Iterable[Area]
) -> set[int]:
    """The places of the rows that interrupt the text.

    Args:
        part: The rows.
        gaps: Before which of them more white stands than usual.
        body: The size of the page's body type.
        level: The lines drawn on the page from left to right.
    """
    rows = part.rows
    small = [0 < row.size < SMALL * body for row in rows]
    found = _notes(part, gaps, small, list(level))
    within = False
    for place, row in enumerate(rows):
        if not row.text:
            within = False
            continue
        goes_on = within and not gaps[place] and _alike(rows[place - 1], row)
        within = _is_caption(row, part, small=small[place]) or (
            goes_on and small[place]
        )
        if within:
            found.add(place)
    return found


def _alike(one: Row, other: Row) -> bool:
    return abs(one.size - other.size) <= SAME * other.size


def _is_caption(row: Row, part: Part, *, small: bool) -> bool:
    """Whether the row is the first of a caption."""
    text = row.text
    label = caption_label(text) is not None
    if small and (label or _PICTURE.match(text) or _CREDIT.fullmatch(text)):
        return True
    return label and not ends_sentence(text) and not is_full(row, part.edges)


def _notes(
    part: Part, gaps: Sequence[bool], small: Sequence[bool], level: Sequence[Area]
) -> set[int]:
    """The rows at the foot that are notes: small, or below a short line."""
    rows = part.rows
    start = len(rows)
    while start > 0 and small[start - 1]:
        start -= 1
    if len(rows) - start > ENOUGH * len(rows):
        start = len(rows)
    for place in range(max(1, min(start, len(rows) // 2)), len(rows)):
        ruled = _ruled(rows[place - 1], rows[place], part, level)
        worded = is_note(rows[place].text) or _MARK.match(rows[place].text)
        said = is_note(rows[place].text) and (ruled or gaps[place])
        if said or (place >= start and (ruled or (worded and gaps[place]))):
            return set(range(place, len(rows)))
    return set()


def _ruled(above: Row, row: Row, part: Part, level: Sequence[Area]) -> bool:
    """Whether a line is drawn between two rows, over part of the column."""
    return any(
        above.area.middle < rule.middle < row.area.middle
        and rule.left < part.edges.right
        and rule.right > part.edges.left
        for rule in level
    )
