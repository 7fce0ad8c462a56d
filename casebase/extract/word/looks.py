"""Titles and headings that only look like it: larger, bold, in the middle.

Most people format by hand. The lines that stand out from the body of their document are
told as headings, but only where the document states none itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
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
MOST = 0.3  # of the lines, that large lines may be
_DEEPEST = 3  # level of a heading
_LONGEST = 60.0  # of a title, all its lines together
_SHORTEST = 4.0
_SENTENCE = 26.0  # what is longer and ends with a full stop is text
_CHINESE = 0.4  # share of Chinese characters
_DASH = re.compile(r"\s*[—–―-]{1,4}")
_BULLETIN = re.compile(
    r".*(?:简报|快报|专报|专刊|通讯|动态|要讯|信息|会刊|校报|月报|周报|工作通报)"
)
_OTHER_HEADS = re.compile(r"文件$|[0-9]\s?[期号]")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line is set: the look of most of its characters."""

    look: Look
    centred: bool


Piece = tuple[Line, Setting | None]


def with_headings(
    lines: Sequence[Line], settings: Sequence[Setting | None]
) -> list[Line]:
    """The lines, with those that only look like titles and headings told as such.

    The lines of one title become one line. The title of the document gets level 1, the
    titles and headings below it level 2 and 3 by their size. Nothing changes in a
    document that states headings itself.
    """
    pieces = list(zip(lines, settings, strict=True))
    body = _usual(pieces)
    if body is None or any(line.level for line in lines):
        return list(lines)
    pieces = _whole(pieces, LARGER * body.size)
    found = [line for line, _ in pieces]
    title = _title(pieces)
    below = [
        place
        for place in range(len(pieces))
        if place != title and pieces[place][0].level
    ]
    ranks = sorted({_size(pieces[place]) for place in below}, reverse=True)
    for place in below:
        level = min(ranks.index(_size(pieces[place])) + 2, _DEEPEST)
        if len(below) > MOST * len(pieces):
            level = 0  # what is all in large type has no headings
        found[place] = replace(found[place], level=level)
    if title is not None:
        found[title] = replace(found[title], level=1)
    return found


def _usual(pieces: Sequence[Piece]) -> Look | None:
    """The look of the body: that of most characters that are not in the middle."""
    looks: Counter[Look] = Counter()
    for line, setting in pieces:
        if setting is not None and not setting.centred:
            looks[setting.look] += len(line.text)
    return looks.most_common(1)[0][0] if looks else None


def _size(piece: Piece) -> float:
    return piece[1].look.size if piece[1] else 0.0


def _whole(pieces: Sequence[Piece], size: float) -> list[Piece]:
    """The pieces, those of one title joined to one, and marked by a level."""
    found: list[Piece] = []
    place = 0
    while place < len(pieces):
        line, setting = pieces[place]
        end = _end(pieces, place) if _is_display(setting, size) else place + 1
        text = "".join(piece.text.strip() for piece, _ in pieces[place:end])
        if _is_display(setting, size) and _is_title(text):
            found.append((replace(line, text=text, level=1), setting))
        else:
            found += pieces[place:end]
        place = end
    return found


def _is_display(setting: Setting | None, size: float) -> bool:
    return setting is not None and setting.centred and setting.look.size >= size


def _end(pieces: Sequence[Piece], start: int) -> int:
    """The place after the lines that are set like the first and go on with it."""
    line, setting = pieces[start]
    total, end = width(line.text), start + 1
    first = _goes_on(line.text) or is_organisation(line.text)
    if not first or _BULLETIN.fullmatch(line.text.strip()):
        return end
    while end < min(len(pieces), start + LINES) and setting is not None:
        line, other = pieces[end]
        total += width(line.text)
        same = (
            other is not None
            and other.centred
            and _size(pieces[end]) == _size(pieces[start])
        )
        if not same or total > _LONGEST or not _goes_on(line.text):
            break
        end += 1
    return end


def _title(pieces: Sequence[Piece]) -> int | None:
    """The place of the document's title: the largest at its head, or its masthead.

    A bulletin has its own name above the titles of its pieces.
    """
    head = list(_head(pieces))
    titles = [place for place in head if pieces[place][0].level]
    several = sum(line.level for line, _ in pieces) > 1
    masthead = next((place for place in head if _is_masthead(pieces[place])), None)
    if masthead is not None and several:
        return masthead
    return max(titles, key=lambda place: _size(pieces[place]), default=None)


def _head(pieces: Sequence[Piece]) -> Iterator[int]:
    """The places before any text."""
    for place, (line, setting) in enumerate(pieces[:HEAD]):
        if setting is None or _is_text(line):
            return
        yield place


def _is_masthead(piece: Piece) -> bool:
    line, setting = piece
    named = _BULLETIN.fullmatch(line.text.strip()) is not None
    return named and setting is not None and setting.centred


def _goes_on(text: str) -> bool:
    """Whether it may be another line of a title."""
    closed = not ends_sentence(text) and not _DASH.match(text)
    return closed and not _is_aside(text)


def _is_title(text: str) -> bool:
    fits = _SHORTEST <= width(text) <= _LONGEST and han_share(text) >= _CHINESE
    closed = text.rstrip()[-1:] not in "。；;，,、：:"
    head = _BULLETIN.fullmatch(text) or _OTHER_HEADS.search(text)
    return fits and closed and _goes_on(text) and not head


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
