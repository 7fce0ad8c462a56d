"""Drop capitals: the first character of a text, as high as several of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casebase.repair.columns.pieces import Area, Piece

HIGHER = 1.8  # times the body's size
LONGEST = 2  # characters
BESIDE = 1.5  # type sizes: how far from it the lines begin
FEWEST = 2  # lines beside it


def with_capitals(pieces: Sequence[Piece], body: float) -> list[Piece]:
    """The pieces, each drop capital put before the first of the lines beside it."""
    found = list(pieces)
    for capital in pieces:
        if not _may_be_capital(capital, body):
            continue
        beside = [piece for piece in found if _is_beside(piece, capital, body)]
        if len(beside) < FEWEST:
            continue
        first = min(beside, key=lambda piece: piece.area.middle)
        found = [
            _widened(piece, capital, first) if piece in beside else piece
            for piece in found
            if piece is not capital
        ]
    return found


def _may_be_capital(piece: Piece, body: float) -> bool:
    large = piece.size >= HIGHER * body > 0
    return large and piece.is_type and len(piece.text.strip()) <= LONGEST


def _is_beside(piece: Piece, capital: Piece, body: float) -> bool:
    area, high = piece.area, capital.area
    near = -body / 2 <= area.left - high.right <= BESIDE * body
    level = high.top - body / 2 <= area.middle <= high.bottom + body / 2
    return piece.is_type and piece.size < capital.size and near and level


def _widened(piece: Piece, capital: Piece, first: Piece) -> Piece:
    """A line that begins where the capital does, the first with its character."""
    area = piece.area
    wide = Area(capital.area.left, area.top, area.right, area.bottom)
    if piece is not first or piece.line is None:
        return replace(piece, area=wide)
    text = capital.text.strip() + piece.text.lstrip()
    return replace(piece, area=wide, line=replace(piece.line, text=text))
