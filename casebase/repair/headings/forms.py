"""What can be a heading by its form."""

from __future__ import annotations

from casebase.document import Block
from casebase.text.naming import (
    is_credit,
    is_date,
    is_document_number,
    is_names,
    is_organisation,
    is_signature,
)
from casebase.text.numbering import (
    Style,
    article_label,
    caption_label,
    case_label,
    is_bare,
    mark_of,
)
from casebase.text.typesetting import ends_sentence, han_share, width

LONGEST = 45.0  # of a numbered heading
LONGEST_CASE = 90.0
SHORT = 26.0  # of a heading without a number
SHORTEST = 3.0
RUN_IN = 20.0  # of a heading that ends with a full stop: 一、提高认识。
SHARE = 0.8  # of the measure that a heading without a number may fill
CHINESE = 0.5  # share of Chinese characters that a heading has
SENTENCE = 28.0  # what is longer is running text

_OPEN = "，、；：;:"
_NO_END = "，、；：;:,.)）》”"


def is_numbered(text: str) -> bool:
    """Whether a number makes it a heading: 一、…, 案例 3：…, 1.2 …."""
    if case_label(text):
        closed = not ends_sentence(text) and text[-1] not in _OPEN
        return closed and width(text) <= LONGEST_CASE
    if is_bare(text):
        return True
    mark = mark_of(text)
    if mark is None or article_label(text) or text[-1] in _OPEN:
        return False
    worded = len(mark.rest) > 1 and han_share(mark.rest) >= CHINESE
    if not worded or width(text) > LONGEST:
        return False
    run_in = mark.style < Style.ARABIC and width(text) <= RUN_IN
    return not ends_sentence(text) or (run_in and text.count("。") == 1)


def is_labelled(text: str) -> bool:
    """Whether a heading's, case's, caption's or article's number begins it."""
    labels = (mark_of, case_label, caption_label, article_label)
    return any(label(text) for label in labels)


def is_short(block: Block) -> bool:
    """Whether it can be a heading without a number."""
    text = block.text
    room = SHORT if block.measure is None else min(SHORT, SHARE * block.measure)
    if not SHORTEST <= width(text) <= room or han_share(text) < CHINESE:
        return False
    quoted = text[-1] in "”》" and text[0] not in "“《"  # 联合支部开“换题会”
    if ends_sentence(text) or (text[-1] in _NO_END and not quoted):
        return False
    if text[0] in "（(《”，、" or text.count("“") != text.count("”"):
        return False
    tests = (
        is_date,
        is_names,
        is_document_number,
        is_organisation,
        is_signature,
        is_credit,
        article_label,
        mark_of,
    )
    return not any(test(text) for test in tests)


def is_running(text: str) -> bool:
    """Whether it is a sentence, or longer than a heading is."""
    return ends_sentence(text) or width(text) > SENTENCE


def closes(text: str) -> bool:
    """Whether a heading can follow: the text has come to an end."""
    return ends_sentence(text) or text[-1:] in "；;：:" or width(text) <= SHORT
