"""The white between columns: where a part of a page may be cut from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casebase.repair.columns.evidence import are_text, tears
from casebase.repair.columns.pieces import Area, Piece
from casebase.repair.columns.rows import Row, rows_of

NARROWEST = 0.5  # type sizes: no gutter is narrower
ENOUGH = 3  # torn sentences that show a gutter
MANY = 8  # the same, where there are single lines on one side
FEWER = 1  # the same, where a line is drawn in it or other pages have it there
CERTAIN = 10  # torn sentences that leave no doubt
ALIKE = 0.6  # type sizes: gutters whose widths differ less are of one page
DRAWN = 0.5  # of the height, that such a line fills at least
NEAR = 1.0  # type sizes: gutters of two pages no farther apart are one


@dataclass(frozen=True, slots=True)
class Rules:
    """The drawn lines of a page, and the gutters that its other pages have."""

    level: tuple[Area, ...] = ()
    upright: tuple[Area, ...] = ()
    known: tuple[float, ...] = ()  # middles of gutters, in points


@dataclass(frozen=True, slots=True)
class Cut:
    """A gutter: white from `left` to `right`, and how many sentences it keeps whole."""

    left: float
    right: float
    kept: int

    @property
    def middle(self) -> float:
        """Where to cut."""
        return (self.left + self.right) / 2


def cuts_of(pieces: Sequence[Piece], size: float, rules: Rules) -> list[Cut]:
    """The gutters that part these pieces into columns over their whole height.

    Args:
        pieces: Those of a part of a page.
        size: Of the body type.
        rules: The page's drawn lines.
    """
    whites = _whites(pieces, size, rules)
    if not whites:
        return []
    columns = [rows_of(column) for column in parted(pieces, whites)]
    found = [Cut(left, right, 0) for left, right in whites]
    while found:
        torn = [_torn(columns[at], columns[at + 1]) for at in range(len(found))]
        kept = []
        for at, cut in enumerate(found):
            sure = (
                _is_drawn(columns[at], columns[at + 1], cut, rules)
                or _sure(cut, found, torn, size)
                or any(abs(cut.middle - known) <= NEAR * size for known in rules.known)
            )
            text = are_text(columns[at]) and are_text(columns[at + 1])
            enough = FEWER if sure else ENOUGH if text else MANY
            kept.append(torn[at] if torn[at] >= enough else 0)
        weakest = min(range(len(found)), key=lambda at: (kept[at], -at))
        if kept[weakest] > 0:
            return [
                Cut(cut.left, cut.right, sentences)
                for cut, sentences in zip(found, kept, strict=True)
            ]
        del found[weakest]
        both = [*columns[weakest], *columns[weakest + 1]]
        whole = rows_of(piece for row in both for piece in row.pieces)
        columns[weakest : weakest + 2] = [whole]
    return []


def parted(
    pieces: Sequence[Piece], whites: Sequence[tuple[float, float]]
) -> list[list[Piece]]:
    """The pieces between one white and the next, from left to right."""
    columns: list[list[Piece]] = [[] for _ in range(len(whites) + 1)]
    ends = [left for left, _ in whites]
    at = 0
    for piece in sorted(pieces, key=lambda piece: piece.ink):
        while at < len(ends) and piece.ink[0] >= ends[at]:
            at += 1
        columns[at].append(piece)
    return columns


def _whites(
    pieces: Sequence[Piece], size: float, rules: Rules
) -> list[tuple[float, float]]:
    """Where nothing is printed from top to bottom, with something on both sides."""
    whites: list[tuple[float, float]] = []
    end = float("inf")
    for begins, ends in sorted(piece.ink for piece in pieces):
        if begins - end >= NARROWEST * size:
            whites.append((end, begins))
        end = ends if end == float("inf") else max(end, ends)
    if not whites:
        return []
    top = min(piece.area.top for piece in pieces)
    bottom = max(piece.area.bottom for piece in pieces)
    return [white for white in whites if not _crossed(white, top, bottom, rules)]


def _crossed(
    white: tuple[float, float], top: float, bottom: float, rules: Rules
) -> bool:
    """Whether a line that parts what is above from what is below goes through."""
    left, right = white
    return any(
        rule.left < left and rule.right > right and top < rule.middle < bottom
        for rule in rules.level
    )


def _torn(left: Sequence[Row], right: Sequence[Row]) -> int:
    """How many sentences would be torn, were two columns read as one."""
    torn = tears(left, right, right=True) + tears(right, left, right=False)
    # A frame or a table beside text cannot share a row with it.
    return torn + _solid(left, right) + _solid(right, left)


def _sure(cut: Cut, cuts: Sequence[Cut], torn: Sequence[int], size: float) -> bool:
    """Whether another gutter, as wide as this one, leaves no doubt."""
    wide = cut.right - cut.left
    return any(
        other is not cut
        and sentences >= CERTAIN
        and abs(other.right - other.left - wide) <= ALIKE * size
        for other, sentences in zip(cuts, torn, strict=True)
    )


def _solid(rows: Sequence[Row], others: Sequence[Row]) -> int:
    """How many rows of the others stand beside a table or a frame."""
    solid = [row.area for row in rows if not row.pieces[0].is_type]
    return sum(
        sum(area.top < row.area.top and row.area.bottom < area.bottom for row in others)
        for area in solid[:FEWER]
    )


def _is_drawn(
    left: Sequence[Row], right: Sequence[Row], cut: Cut, rules: Rules
) -> bool:
    """Whether a line is drawn in the white, along most of the lower column."""
    if not (left and right):
        return False
    top = max(left[0].area.top, right[0].area.top)
    bottom = min(left[-1].area.bottom, right[-1].area.bottom)
    drawn = sum(
        max(0.0, min(bottom, rule.bottom) - max(top, rule.top))
        for rule in rules.upright
        if cut.left <= (rule.left + rule.right) / 2 <= cut.right
    )
    return drawn > DRAWN * (bottom - top) > 0
