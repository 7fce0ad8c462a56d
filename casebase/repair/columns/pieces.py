"""What stands on a page, in points: runs of type, tables, and what is framed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from casebase.document import Line, Page
from casebase.place import Box

A4 = (595.0, 842.0)  # points; for pages that do not tell their size
# Signs that fill one half of their square.
_OPENING = frozenset("“‘（《〈「『【〔〖")
_CLOSING = frozenset("，。、；：”’）》〉」』】〕〗")
UNEVEN = 0.22  # of the body's size: by so much sizes differ that OCR measured


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in points, counted from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Its height on the page, halfway between top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def holds(self, other: Area) -> bool:
        """Whether the middle of the other lies within."""
        across = (other.left + other.right) / 2
        return (
            self.left <= across <= self.right
            and self.top <= other.middle <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A thing to be put in order: a run of type, a table, or a frame with pieces.

    Attributes:
        area: Where it stands.
        size: Of its type, in points; of a frame that of the type in it.
        line: As it was read; None for a frame.
        held: The pieces within a frame.
    """

    area: Area
    size: float
    line: Line | None = None
    held: tuple[Piece, ...] = ()

    @property
    def is_type(self) -> bool:
        """Whether it is a run of type, which may share its row with others."""
        return self.line is not None and not self.line.rows

    @property
    def text(self) -> str:
        """Its words; empty for a table or frame."""
        return self.line.text if self.line else ""

    @property
    def ink(self) -> tuple[float, float]:
        """From where to where it is seen: half of a sign at its ends is white."""
        text, area, half = self.text, self.area, self.size / 2
        if area.width <= self.size:
            return area.left, area.right
        begins = area.left + half if text[:1] in _OPENING else area.left
        ends = area.right - half if text[-1:] in _CLOSING else area.right
        return begins, ends


def pieces_of(page: Page) -> list[Piece]:
    """The page's lines as pieces, in an order that only their places decide."""
    width, height = size_of(page)
    pieces = []
    for line in page.lines:
        if line.box is None or not (line.text.strip() or line.rows):
            continue
        area = scaled(line.box, width, height)
        pieces.append(Piece(area, line.size or area.height, line))
    return sorted(_evened(pieces), key=_by_place)


def _evened(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those read off a picture with the body's size where it is near.

    What is measured on a picture is never the same twice.
    """
    body = body_size(pieces)
    return [
        replace(piece, size=body)
        if piece.line
        and piece.line.recognised
        and abs(piece.size - body) <= UNEVEN * body
        else piece
        for piece in pieces
    ]


def size_of(page: Page) -> tuple[float, float]:
    """The page's width and height in points."""
    return page.size if min(page.size) > 0 else A4


def scaled(box: Box, width: float, height: float) -> Area:
    """A rectangle given in shares of the page, in points."""
    return Area(
        box.left * width, box.top * height, box.right * width, box.bottom * height
    )


def _by_place(piece: Piece) -> tuple[float, float, float, float, str]:
    area = piece.area
    return area.top, area.left, area.right, area.bottom, piece.text


def around(areas: Iterable[Area]) -> Area:
    """The smallest rectangle that holds all of them; there must be one."""
    every = list(areas)
    return Area(
        min(area.left for area in every),
        min(area.top for area in every),
        max(area.right for area in every),
        max(area.bottom for area in every),
    )


def body_size(pieces: Sequence[Piece]) -> float:
    """The size in which most characters are set; 0 where there are none."""
    tally: Counter[float] = Counter()
    for piece in pieces:
        if piece.is_type:
            tally[round(piece.size * 2) / 2] += len(piece.text)
    # Of sizes as frequent the smaller: headlines are large.
    return min(tally, key=lambda size: (-tally[size], size), default=0.0)
