"""Pieces that stand side by side on one base line, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casebase.repair.columns.pieces import Area, Piece, around

LEVEL = 0.5  # of the lower one's height: middles no farther apart are on one level
SPACE = 0.3  # type sizes: a wider gap between two runs is a space


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of one line, from left to right.

    Attributes:
        pieces: At least one; a table or a frame is a row of its own.
        area: The rectangle around them.
        size: Of most of its type.
        text: The words, with a space where a gap is.
    """

    pieces: tuple[Piece, ...]
    area: Area
    size: float
    text: str


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The pieces in rows, from top to bottom.

    A row takes what is level with its tallest piece, so that two lines of small type
    beside a large one stay two.
    """
    rows: list[list[Piece]] = []
    tallest: Piece | None = None
    for piece in sorted(pieces, key=lambda one: (one.area.middle, one.area.left)):
        if tallest is not None and _is_level(tallest, piece):
            rows[-1].append(piece)
            if piece.area.height > tallest.area.height:
                tallest = piece
        else:
            rows.append([piece])
            tallest = piece
    return [_row(row) for row in rows]


def _is_level(one: Piece, other: Piece) -> bool:
    if not (one.is_type and other.is_type):
        return False
    lower = min(one.area.height, other.area.height)
    return abs(one.area.middle - other.area.middle) <= LEVEL * lower


def _row(pieces: Sequence[Piece]) -> Row:
    if len(pieces) == 1:
        (only,) = pieces
        return Row((only,), only.area, only.size, only.text)
    ordered = sorted(pieces, key=lambda one: (one.area.left, one.area.top, one.text))
    longest = max(ordered, key=lambda one: (len(one.text), one.size))
    text = ordered[0].text
    for one, two in pairwise(ordered):
        wide = two.area.left - one.area.right > SPACE * max(one.size, two.size)
        text += (" " if wide else "") + two.text
    area = around(piece.area for piece in ordered)
    return Row(tuple(ordered), area, longest.size, text)
