"""The head and foot of a newspaper or journal page, told on the page alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from casebase.document import Line
from casebase.repair.furniture.imprint import PAPER, is_red_head, kinds
from casebase.repair.furniture.sheets import Margin, Row, Sheet
from casebase.text.naming import is_document_number, is_note
from casebase.text.typesetting import ends_sentence, width

LONGEST = 60.0  # of a line of a masthead
KINDS = 2  # kinds of imprint that make a masthead
NAME = 1.6  # times the body's size: the name of a paper, or of an official one
SHORT = 12.0  # a line beside an imprint that belongs to it
SMALL = 1.1  # times the body's size


def masthead(sheet: Sheet) -> list[Line]:
    """The lines of a page that are its masthead or imprint."""
    return [line for margin in sheet.margins for line in _of(margin, sheet)]


def _of(margin: Margin, sheet: Sheet) -> Iterator[Line]:
    beyond = _beyond_rule(margin)
    if beyond and _is_imprint(beyond, sheet, margin):
        yield from chain.from_iterable(row.lines for row in beyond)
        return
    rows: list[Row] = []
    for row in margin.rows:
        if not _kinds([row]) or not _is_plain([row]):
            break
        rows.append(row)
    if rows and len(_kinds(rows)) >= KINDS and not _is_official(rows, sheet):
        for line in chain.from_iterable(row.lines for row in rows):
            if kinds(line.text) or width(line.text) <= SHORT:
                yield line


def _beyond_rule(margin: Margin) -> list[Row]:
    """The rows between the edge of the page and the innermost line drawn across it."""
    if not margin.rules:
        return []
    if margin.upper:
        return [row for row in margin.rows if row.middle < margin.rules[-1]]
    return [row for row in margin.rows if row.middle > margin.rules[0]]


def _is_imprint(rows: Sequence[Row], sheet: Sheet, margin: Margin) -> bool:
    """Whether what stands beyond a line at the head or foot is a masthead."""
    if not _is_plain(rows) or _is_official(rows, sheet):
        return False
    small = all(line.size <= SMALL * sheet.body for row in rows for line in row.lines)
    said = len(_kinds(rows))
    return said >= KINDS or (said > 0 and (small or not margin.upper))


def _is_plain(rows: Sequence[Row]) -> bool:
    """Whether there is no sentence, note or long line among them."""
    return not any(
        ends_sentence(line.text) or width(line.text) > LONGEST or is_note(line.text)
        for row in rows
        for line in row.lines
    )


def _is_official(rows: Sequence[Row], sheet: Sheet) -> bool:
    """Whether a red head or the number of an official document is among them."""
    return any(
        is_document_number(line.text)
        or (line.size >= NAME * sheet.body and is_red_head(line.text))
        for row in rows
        for line in row.lines
    )


def _kinds(rows: Sequence[Row]) -> set[int]:
    """The kinds of imprint in rows; a paper's name alone is none."""
    found = {kind for row in rows for line in row.lines for kind in kinds(line.text)}
    return found if found != {PAPER} else set()
