"""The lines of placed pages, in the order in which a person reads them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from casebase.document import Line, Page
from casebase.repair.columns.capitals import with_capitals
from casebase.repair.columns.frames import drawn_on, framed
from casebase.repair.columns.gutters import CERTAIN, Cut, Rules
from casebase.repair.columns.order import parts_of
from casebase.repair.columns.pieces import Piece, body_size, pieces_of, size_of
from casebase.repair.columns.setting import Sheet, lines_of

SEVERAL = 2  # pages that have a gutter at one place


def in_order(pages: Sequence[Page]) -> list[Page]:
    """The pages, the lines of placed ones in reading order.

    Runs that stand in one line are put together; lines tell whether they are indented,
    stand apart from the one above, begin a column or stand in a box, and how far they
    fill their column. Other pages are left as they are.
    """
    found: list[Page] = []
    gutters: dict[int, list[Cut]] = {}
    for number, page in enumerate(pages):
        if page.placed:
            page, gutters[number] = _ordered(page, ())  # noqa: PLW2901 - the same page
        found.append(page)
    # A few lines in columns are no evidence; the gutters of the other pages are.
    known = _known(pages, gutters)
    for number, cuts in gutters.items():
        sure = known[pages[number].size]
        if sure and not any(cut.kept >= CERTAIN for cut in cuts):
            found[number], _ = _ordered(pages[number], tuple(sorted(sure)))
    return found


def _known(
    pages: Sequence[Page], gutters: Mapping[int, Sequence[Cut]]
) -> dict[tuple[float, float], set[float]]:
    """The middles of gutters that leave no doubt, by the size of the pages, in points.

    They keep many sentences whole, or stand at the same place of several pages.
    """
    known: defaultdict[tuple[float, float], set[float]] = defaultdict(set)
    often: Counter[tuple[tuple[float, float], float]] = Counter()
    for number, cuts in gutters.items():
        size = pages[number].size
        known[size] |= {round(cut.middle) for cut in cuts if cut.kept >= CERTAIN}
        often.update({(size, round(cut.middle)) for cut in cuts})
    for (size, middle), times in often.items():
        if times >= SEVERAL:
            known[size].add(middle)
    return known


def _ordered(page: Page, known: tuple[float, ...]) -> tuple[Page, list[Cut]]:
    """The page in order, and its gutters.

    Args:
        page: A placed page.
        known: The gutters of other pages of its size.
    """
    pieces = pieces_of(page)
    drawn = drawn_on(page)
    rules = Rules(drawn.level, drawn.upright, known)
    sheet = Sheet(*size_of(page), body_size(pieces), drawn.level)
    whole = framed(with_capitals(pieces, sheet.body), drawn.boxes)
    seen: list[Cut] = []
    lines = tuple(_lines(whole, rules, sheet, seen))
    return replace(page, lines=lines, placed=False), seen


def _lines(
    pieces: Sequence[Piece], rules: Rules, sheet: Sheet, seen: list[Cut]
) -> Iterator[Line]:
    parts, cuts = parts_of(pieces, rules)
    seen += cuts
    for part in parts:
        for row, line in zip(part.rows, lines_of(part, sheet), strict=True):
            held = row.pieces[0].held
            if not held:
                yield line
            for at, inner in enumerate(_lines(held, rules, sheet, seen)):
                yield replace(inner, boxed=True, turn=inner.turn or at == 0)
