"""Titles and headings that only look like it: larger, bold, in the middle.

Most people format by hand. The lines that stand out from the body of their document are
told as headings, but only where the document states none itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebase.document import Line
from casebase.extract.word.styles import Look
from casebase.text.naming import (
    is_address,
    is_adoption,
    is_credit,
    is_date,
    is_document_number,
    is_names,
    is_organisation,
    is_signature,
)
from casebase.text.numbering import caption_label, case_label, mark_of
from casebase.text.typesetting import ends_sentence, han_share, width

HEAD = 16  # lines among which a title is looked for
LARGER = 1.2  # than the body, that a title's type is
LINES = 4  # that a title may fill
_LONGEST = 60.0  # of a title, all its lines together
_SHORTEST = 4.0
_SENTENCE = 26.0  # what is longer and ends with a full stop is text
_CHINESE = 0.4  # share of Chinese characters
_DASH = re.compile(r"\s*[—–―-]{1,4}")
_MASTHEAD = re.compile(
    r".*(?:文件|简报|快报|专报|专刊|通讯|动态|要讯|信息|会刊|校报|月报|周报|工作通报)|.*第?\s*\d+\s*[期号].*"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line is set: the look of most of its characters."""

    look: Look
    centred: bool


def with_title(lines: Sequence[Line], settings: Sequence[Setting | None]) -> list[Line]:
    """The lines, with a title that only looks like one made a heading of level 1.

    The lines of one title become one line. Nothing changes where a heading of the first
    level is stated among the first lines.
    """
    found = list(lines)
    stated = any(line.level == 1 for line in lines[:HEAD])
    start, end = (0, 0) if stated else _title(lines, settings)
    if end > start:
        text = "".join(line.text.strip() for line in lines[start:end])
        found[start:end] = [replace(lines[start], text=text, level=1)]
    return found


def _title(
    lines: Sequence[Line], settings: Sequence[Setting | None]
) -> tuple[int, int]:
    """From where to where the title stands; nowhere as (0, 0)."""
    body = _usual(lines, settings)
    best = (0, 0)
    size = LARGER * body.size if body else 0.0
    for place, line in enumerate(lines[:HEAD]):
        setting = settings[place]
        if setting is None or body is None or _is_text(line):
            break
        larger = setting.look.size > size or (
            best == (0, 0) and setting.look.size == size
        )
        if larger and setting.centred and _is_title(line.text):
            best = place, _end(lines, settings, place)
            size = setting.look.size
    return best


def _usual(lines: Sequence[Line], settings: Sequence[Setting | None]) -> Look | None:
    """The look of the body: that of most characters in long lines."""
    sizes: Counter[Look] = Counter()
    for line, setting in zip(lines, settings, strict=True):
        if setting is not None and not setting.centred:
            sizes[setting.look] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _end(lines: Sequence[Line], settings: Sequence[Setting | None], start: int) -> int:
    """The place after the lines that are set like the first and go on with it."""
    total = width(lines[start].text)
    end = start + 1
    while end < min(len(lines), start + LINES):
        total += width(lines[end].text)
        same = settings[end] == settings[start] and total <= _LONGEST
        if not same or not _goes_on(lines[end].text):
            break
        end += 1
    return end


def _goes_on(text: str) -> bool:
    """Whether it may be another line of a title."""
    closed = not ends_sentence(text) and not _DASH.match(text)
    return closed and not _is_aside(text)


def _is_title(text: str) -> bool:
    fits = _SHORTEST <= width(text) <= _LONGEST and han_share(text) >= _CHINESE
    closed = text.rstrip()[-1:] not in "。；;，,、：:"
    return fits and closed and _goes_on(text) and not _MASTHEAD.fullmatch(text)


def _is_text(line: Line) -> bool:
    running = ends_sentence(line.text) and width(line.text) > _SENTENCE
    long = width(line.text) > _LONGEST
    return running or long or bool(line.rows) or is_address(line.text)


def _is_aside(text: str) -> bool:
    tests = (
        *(is_names, is_date, is_document_number, is_organisation, is_signature),
        *(is_credit, is_adoption, mark_of, case_label, caption_label),
    )
    return any(test(text) for test in tests)
