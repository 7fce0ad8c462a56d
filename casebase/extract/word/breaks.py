"""Line breaks within a paragraph: some part lines, some only wrap a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebase.text.naming import (
    is_credit,
    is_date,
    is_document_number,
    is_names,
    is_signature,
)
from casebase.text.numbering import mark_of
from casebase.text.typesetting import ends_sentence, width

_DASH = re.compile(r"^\s*[—–―-]")
_FULL = 0.8  # of the longest line, that a line which wraps is at least
_WRAPPED = 24.0  # the least measure of text that was wrapped by hand


def one_heading(text: str) -> Iterator[str]:
    """A heading broken by hand is one line, without the lines that stand below it.

    These are a subtitle after a dash, the author, the office, the date.
    """
    whole = ""
    for part in _parts(text):
        if whole and (_DASH.match(part) or _is_aside(part) or _is_aside(whole)):
            yield whole
            whole = part
        else:
            whole = _joined(whole, part)
    if whole:
        yield whole


def body_lines(text: str) -> Iterator[str]:
    """The lines of running text; where they were only wrapped, they are whole again.

    Text copied out of a PDF or a web page has a break at the end of each of its lines.
    """
    if "\n" not in text:
        yield from filter(None, (text.strip(),))
        return
    parts = list(_parts(text))
    longest = max(map(width, parts), default=0.0)
    whole = ""
    for part in parts:
        if whole and mark_of(part):
            yield whole
            whole = ""
        whole = _joined(whole, part)
        full = longest >= _WRAPPED and width(part) >= _FULL * longest
        if not full or ends_sentence(part) or part.endswith(("：", ":", "；")):
            yield whole
            whole = ""
    if whole:
        yield whole


def _is_aside(text: str) -> bool:
    """Whether it is a line of its own, above or below a title."""
    tests = (is_date, is_names, is_document_number, is_credit, is_signature)
    return any(test(text) for test in tests)


def _joined(before: str, after: str) -> str:
    latin = before[-1:].isascii() and after[:1].isascii() and before and after
    return f"{before} {after}" if latin else before + after


def _parts(text: str) -> Iterator[str]:
    yield from filter(None, (part.strip() for part in text.split("\n")))
