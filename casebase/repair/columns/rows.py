"""Pieces that stand side by side on one base line, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casebase.repair.columns.pieces import Area, Piece, around

LEVEL = 0.5  # of the lower one's height: middles no farther apart are on one level
FAR = 2.0  # type sizes: large type so far from small type stands by itself
OTHER_TYPE = 0.75  # of the larger type's size
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
    beside a large one stay two; large type far from small is a row of its own.
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
    return [_row(part) for row in rows for part in _parted(row)]


def _parted(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces of a row, parted where large type stands far from small type."""
    ordered = sorted(pieces, key=lambda one: (one.area.left, one.area.top, one.text))
    start = 0
    for at in range(1, len(ordered)):
        one, two = ordered[at - 1], ordered[at]
        small, large = sorted((one.size, two.size))
        far = two.area.left - one.area.right > FAR * large
        if far and small < OTHER_TYPE * large:
            yield ordered[start:at]
            start = at
    yield ordered[start:]


def _is_level(one: Piece, other: Piece) -> bool:
    if not (one.is_type and other.is_type):
        return False
    lower = min(one.area.height, other.area.height)
    return abs(one.area.middle - other.area.middle) <= LEVEL * lower


def _row(ordered: Sequence[Piece]) -> Row:
    if len(ordered) == 1:
        (only,) = ordered
        return Row((only,), only.area, only.size, only.text)
    longest = max(ordered, key=lambda one: (len(one.text), one.size))
    text = ordered[0].text
    for one, two in pairwise(ordered):
        wide = two.area.left - one.area.right > SPACE * max(one.size, two.size)
        text += (" " if wide else "") + two.text
    area = around(piece.area for piece in ordered)
    return Row(tuple(ordered), area, longest.size, text)
