"""What can be a title by its form, and what stands around one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median_low

from casebase.document import Block, BlockKind
from casebase.text.naming import (
    is_address,
    is_adoption,
    is_credit,
    is_date,
    is_document_number,
    is_names,
    is_note,
    is_organisation,
    is_signature,
)
from casebase.text.numbering import (
    article_label,
    caption_label,
    case_label,
    is_named,
    mark_of,
)
from casebase.text.typesetting import ends_sentence, han_share, width

LONGEST = 60.0
SHORTEST = 4.0
CHINESE = 0.4  # share of Chinese characters that a title has
SENTENCE = 18.0  # a shorter one may be a title: 强国有我！

DASHES = re.compile(r"^\s*(?:[—―─–]{1,4}|-{2,4})\s*")

_NO_TITLE = re.compile(
    r"(?:专版|要闻|正\s*文|导\s*读)\s*\d*|第?\s*\d+\s*[版期].*|.*文件", re.IGNORECASE
)
_LEADERS = re.compile(r"[.．·•…‥]{4,}")
_SENTENCES = re.compile(r"[。；]\s*[^\s”’」』）)》]")  # one ends and another begins
_CUT = ("的", "与", "和", "及", "暨", "、", "，", "：", "—", "在", "对", "为")
_GOES_ON = ("的", "与", "和", "及", "暨", "》", "”")
_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))


def is_body(block: Block) -> bool:
    """Whether it is running text, a table, or the address of a notice."""
    text = block.text
    if block.kind is BlockKind.TABLE or is_address(text):
        return True
    sentence = ends_sentence(text) and width(text) > SENTENCE
    return sentence or width(text) > LONGEST


def is_title(text: str) -> bool:
    """Whether it can be a title by its form."""
    closed = text.rstrip()[-1:] not in "。；;，,、：:"
    fits = SHORTEST <= width(text) <= LONGEST and han_share(text) >= CHINESE
    choice = re.match(r"[A-Fa-f][.．、]", text)  # an answer of a test paper
    led = _LEADERS.search(text)  # an entry of a contents list
    torn = any(text.count(two) > text.count(one) for one, two in _PAIRS)
    if not (closed and fits) or choice or led or torn or _SENTENCES.search(text):
        return False
    if is_aside(text):
        return False
    return _NO_TITLE.fullmatch(text) is None


def is_aside(text: str) -> bool:
    """Whether it is a name, a date, a subtitle and the like, or bears a label."""
    tests = (
        is_names,
        is_date,
        is_adoption,
        is_credit,
        is_note,
        is_document_number,
        is_organisation,
        is_signature,
        is_named,
    )
    if any(test(text) for test in tests) or is_labelled(text):
        return True
    return DASHES.match(text) is not None


def is_labelled(text: str) -> bool:
    """Whether a heading's, case's, caption's or article's number begins it."""
    labels = (mark_of, case_label, caption_label, article_label)
    return any(label(text) for label in labels)


def runs_on(text: str, following: str) -> bool:
    """Whether a title breaks off at the end of its line."""
    together = width(text) + width(following)
    if not following or together > LONGEST or ends_sentence(following):
        return False
    opened = any(text.count(one) > text.count(two) for one, two in _PAIRS)
    return opened or text.endswith(_CUT) or following.startswith(_GOES_ON)


def usual_measure(blocks: Sequence[Block]) -> float:
    """The measure of the body; 0 where the lines tell none."""
    long = [
        block.measure
        for block in blocks
        if block.measure and width(block.text) > 2 * block.measure
    ]
    return median_low(long) if long else 0.0
