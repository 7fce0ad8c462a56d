"""The lines of placed pages, in the order in which a person reads them."""

from __future__ import annotations

from collections import defaultdict
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
    known: defaultdict[tuple[float, float], set[float]] = defaultdict(set)
    found: list[Page] = []
    doubtful: list[int] = []
    for number, page in enumerate(pages):
        ordered, seen = _ordered(page, ()) if page.placed else (page, set[float]())
        found.append(ordered)
        known[page.size] |= seen
        doubtful += [number] if page.placed and not seen else []
    # A few lines in columns are no evidence; the gutters of the other pages are.
    for number in doubtful:
        gutters = known[pages[number].size]
        if gutters:
            found[number], _ = _ordered(pages[number], tuple(sorted(gutters)))
    return found


def _ordered(page: Page, known: tuple[float, ...]) -> tuple[Page, set[float]]:
    """The page in order, and the middles of its gutters that leave no doubt, in points.

    Args:
        page: A placed page.
        known: The gutters of other pages of its size.
    """
    pieces = pieces_of(page)
    drawn = drawn_on(page)
    rules = Rules(drawn.level, drawn.upright, known)
    sheet = Sheet(*size_of(page), body_size(pieces), drawn.level)
    whole = framed(with_capitals(pieces, sheet.body), drawn.boxes)
    seen: list[float] = []
    lines = tuple(_lines(whole, rules, sheet, seen))
    return replace(page, lines=lines, placed=False), set(map(round, seen))


def _lines(
    pieces: Sequence[Piece], rules: Rules, sheet: Sheet, seen: list[float]
) -> Iterator[Line]:
    parts, certain = parts_of(pieces, rules)
    seen += certain
    for part in parts:
        for row, line in zip(part.rows, lines_of(part, sheet), strict=True):
            held = row.pieces[0].held
            if not held:
                yield line
            for at, inner in enumerate(_lines(held, rules, sheet, seen)):
                yield replace(inner, boxed=True, turn=inner.turn or at == 0)
