"""The lines of placed pages, in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casebase.document import Line, Page
from casebase.repair.columns.capitals import with_capitals
from casebase.repair.columns.frames import drawn_on, framed
from casebase.repair.columns.gutters import Rules
from casebase.repair.columns.order import parts_of
from casebase.repair.columns.pieces import Piece, body_size, pieces_of, size_of
from casebase.repair.columns.setting import Sheet, lines_of


def in_order(pages: Sequence[Page]) -> list[Page]:
    """The pages, the lines of placed ones in reading order.

    Runs that stand in one line are put together; lines tell whether they are indented,
    stand apart from the one above, begin a column or stand in a box, and how far they
    fill their column. Other pages are left as they are.
    """
    return [_ordered(page) if page.placed else page for page in pages]


def _ordered(page: Page) -> Page:
    pieces = pieces_of(page)
    drawn = drawn_on(page)
    rules = Rules(drawn.level, drawn.upright)
    sheet = Sheet(*size_of(page), body_size(pieces), drawn.level)
    whole = with_capitals(pieces, sheet.body)
    lines = tuple(_lines(framed(whole, drawn.boxes), rules, sheet))
    return replace(page, lines=lines, placed=False)


def _lines(pieces: Sequence[Piece], rules: Rules, sheet: Sheet) -> Iterator[Line]:
    for part in parts_of(pieces, rules):
        for row, line in zip(part.rows, lines_of(part, sheet), strict=True):
            held = row.pieces[0].held
            if not held:
                yield line
            for at, inner in enumerate(_lines(held, rules, sheet)):
                yield replace(inner, boxed=True, turn=inner.turn or at == 0)
