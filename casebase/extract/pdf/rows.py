"""Pieces of text with their places on the page, put together as rows.

The text alone does not tell bold type that is faked by drawing a string twice, nor that
a raised note mark stands within a line; the places do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as drawn by one operation.

    Attributes:
        text: May hold line breaks that the reader of the file put in.
        x: Left end, in points from the left edge of the page.
        y: Base line, in points from the lower edge.
        size: Height of the type in points; 0 where places mean nothing.
    """

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text and the place where it begins, as in `Piece`."""

    text: str
    x: float
    y: float
    size: float


_SHIFT = 0.15  # of the type size: how far the second drawing of fake bold is moved
_DOUBLED = re.compile(r"(?:(\S)\1){4,}")
_RAISED_SIZE = 0.75  # of the line's type: note marks are smaller than that
_RAISED_BY = 0.6  # of the line's type
_SAME_LINE = 0.2  # of the line's type
_MARK_LENGTH = 5  # characters of the longest note mark: [12]


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The rows of a page, in order of drawing, without empty ones."""
    rows = [row for row in _broken(_without_doubles(pieces)) if row.text.strip()]
    return [replace(row, text=_undoubled(row.text)) for row in _with_marks(rows)]


def _without_doubles(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Drops what is drawn a second time on the same spot."""
    last: Piece | None = None
    for piece in pieces:
        if not piece.text.strip():
            yield piece
        elif last is not None and _is_double(last, piece):
            yield replace(piece, text="\n" if piece.text.endswith("\n") else "")
        else:
            last = piece
            yield piece


def _is_double(first: Piece, second: Piece) -> bool:
    near = _SHIFT * second.size
    return (
        first.text.strip() == second.text.strip()
        and abs(first.x - second.x) <= near
        and abs(first.y - second.y) <= near
    )


def _undoubled(text: str) -> str:
    """A line in which every character is drawn twice, read once; not a rule: `----`."""
    bare = text.strip()
    return bare[::2] if _DOUBLED.fullmatch(bare) and len({*bare}) > len("AB") else bare


def _broken(pieces: Iterable[Piece]) -> Iterator[Row]:
    """Rows at the line breaks; a row's place is that of its first visible piece."""
    text, start = "", None
    for piece in pieces:
        for at, part in enumerate(piece.text.split("\n")):
            if at > 0 and start is not None:
                yield Row(text, start.x, start.y, start.size)
                text, start = "", None
            start = start or (piece if part.strip() else None)
            text += part if start is not None else ""
    if start is not None:
        yield Row(text, start.x, start.y, start.size)


def _with_marks(rows: list[Row]) -> list[Row]:
    """Note marks and what follows them taken back into their line."""
    joined: list[Row] = []
    after_mark = False
    for row in rows:
        line = joined[-1] if joined else row
        if joined and (_is_mark(line, row) or (after_mark and _goes_on(line, row))):
            joined[-1] = replace(line, text=line.text.rstrip() + row.text.lstrip())
            after_mark = _is_mark(line, row)
        else:
            joined.append(row)
            after_mark = False
    return joined


def _is_mark(line: Row, row: Row) -> bool:
    return (
        0 < row.size < _RAISED_SIZE * line.size
        and len(row.text.strip()) <= _MARK_LENGTH
        and _SAME_LINE * line.size < row.y - line.y < _RAISED_BY * line.size
        and row.x > line.x
    )


def _goes_on(line: Row, row: Row) -> bool:
    return abs(row.y - line.y) < _SAME_LINE * line.size and row.x > line.x
