"""What pdfium tells of one character after the other.

A text page is asked some eight things of each character, 1,500 times a page: what its
piece of type has in common is asked once.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pypdfium2 import raw

from casebase.extract.pdf.frame import QUARTERS, Frame
from casebase.extract.pdf.veils import EVERYTHING, Clip, clip_of, is_off

MOST = 200_000  # characters of one page; a dense newspaper page has 15,000
UNKNOWN = "\ufffd"
"""What a character counts as whose font does not tell it."""

_SLANTED = math.radians(8)  # a scan's skew is less; a watermark's slant is more
_LEVEL = 1 / 8  # of the type's width: how far a line may rise that counts as level
_INVISIBLE = 3  # text rendering mode (ISO 32000-1, table 106): neither fill nor stroke
_READABLE = 1.0  # points: smaller type is there for machines
_WHITE = 250  # of 255
_CLEAR = 13  # of 255: fainter type is not seen
_BROKEN_LINE = frozenset({0x02, 0xFFFE})  # for a hyphen at the end of a line
_LAST = 0x10FFFF

Covered = Callable[[float, float], bool]
"""Whether there is colour behind a point of the page as shown."""


class Drawn(NamedTuple):
    """A character in the file's own space.

    Attributes:
        text: The character.
        x: Of its origin.
        y: Of its origin.
        turn: Of the type, in right angles against the clock.
        width: Its advance.
        size: Of the type.
        ink: How far from its origin its ink begins.
        invisible: Whether it is drawn to be found only, as a recognition's text is.
    """

    text: str
    x: float
    y: float
    turn: int
    width: float
    size: float
    ink: float
    invisible: bool


class _Look(NamedTuple):
    """What the characters of one piece of type have in common."""

    turn: int
    size: float
    level: bool
    white: bool
    invisible: bool
    clip: Clip


def drawn_characters(
    text_page: raw.FPDF_TEXTPAGE,
    shown: Frame,
    covered: Covered,
    off: frozenset[str] = frozenset(),
) -> Iterator[Drawn]:
    """The characters of a page, but for those that nobody sees by their look.

    Args:
        text_page: The page.
        shown: Its frame.
        covered: Where there is colour behind type.
        off: The names of the layers that are switched off.
    """
    reader = _Reader(text_page, shown, covered, off)
    pieces: list[Drawn] = []
    for index in range(min(raw.FPDFText_CountChars(text_page), MOST)):
        one = reader.drawn(index)
        if one is None:
            continue
        if pieces and (one.x, one.y) == (pieces[0].x, pieces[0].y):
            pieces.append(one._replace(width=max(one.width, reader.reach(index))))
            continue
        yield from _parted(pieces, shown)
        pieces = [one]
    yield from _parted(pieces, shown)


def _parted(pieces: list[Drawn], shown: Frame) -> Iterator[Drawn]:
    """Characters that one glyph stands for, side by side in its place."""
    if len(pieces) <= 1:
        yield from pieces
        return
    step = max(one.width for one in pieces) / len(pieces)
    for at, one in enumerate(pieces):
        dx, dy = _along(one.turn, at * step, shown)
        yield one._replace(x=one.x + dx, y=one.y + dy, width=step, ink=0.0)


def _along(turn: int, length: float, shown: Frame) -> tuple[float, float]:
    """A step along the type, in the file's space (whose axes are the page's)."""
    dx, dy = [(length, 0.0), (0.0, -length), (-length, 0.0), (0.0, length)][turn]
    return shown.a * dx + shown.b * dy, shown.c * dx + shown.d * dy


class _Reader:
    """Asks the library; what it answers into is made once."""

    def __init__(
        self,
        text_page: raw.FPDF_TEXTPAGE,
        shown: Frame,
        covered: Covered,
        off: frozenset[str],
    ) -> None:
        self._page, self._shown, self._covered = text_page, shown, covered
        self._off = off
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._loose, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._sides = [ctypes.c_double() for _ in range(4)]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._width = ctypes.c_float()
        self._piece: tuple[float, ...] = ()
        self._look: _Look | None = None

    def drawn(self, index: int) -> Drawn | None:
        """A character; None for one that the library put in or that is not seen."""
        page, matrix = self._page, self._matrix
        if raw.FPDFText_IsGenerated(page, index):
            return None
        raw.FPDFText_GetMatrix(page, index, matrix)
        piece = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
        if piece != self._piece:  # a piece of type has a matrix of its own
            self._piece, self._look = piece, self._look_of(index)
        look = self._look
        if look is None:
            return None
        raw.FPDFText_GetCharOrigin(page, index, self._x, self._y)
        x, y = self._x.value, self._y.value
        if look.clip.hides(x, y, look.size):
            return None
        if look.white and not self._covered(*self._shown.point(x, y)):
            return None
        text = self._text(index)
        return Drawn(
            text=text,
            x=x,
            y=y,
            turn=look.turn,
            width=self._advance(index, text, look),
            size=look.size,
            ink=0.0 if text.isalnum() else self._indent(index, look),
            invisible=look.invisible,
        )

    def reach(self, index: int) -> float:
        """How far from its origin the ink of level type goes."""
        raw.FPDFText_GetCharBox(self._page, index, *self._sides)
        return float(self._sides[1].value) - float(self._x.value)

    def _look_of(self, index: int) -> _Look | None:
        """The look of the piece of type that a character is in; None if unseen."""
        matrix = self._matrix
        across, along = self._shown.direction(matrix.a, matrix.b)
        angle = math.atan2(-along, across)
        turn = round(angle / (math.pi / 2))
        size = abs(
            raw.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d)
        )
        if abs(angle - turn * math.pi / 2) > _SLANTED or size < _READABLE:
            return None
        red, green, blue, alpha = self._colours(index)
        drawn = raw.FPDFText_GetTextObject(self._page, index)
        if alpha < _CLEAR or (drawn and is_off(drawn, self._off)):
            return None
        return _Look(
            turn=turn % QUARTERS,
            size=size,
            level=matrix.a > 0 and abs(matrix.b) <= _LEVEL * matrix.a,
            white=min(red, green, blue) >= _WHITE,
            invisible=bool(drawn)
            and raw.FPDFTextObj_GetTextRenderMode(drawn) == _INVISIBLE,
            clip=clip_of(drawn, matrix.e, matrix.f) if drawn else EVERYTHING,
        )

    def _colours(self, index: int) -> tuple[int, int, int, int]:
        if not raw.FPDFText_GetFillColor(self._page, index, *self._colour):
            return 0, 0, 0, 255
        red, green, blue, alpha = (part.value for part in self._colour)
        return red, green, blue, alpha

    def _text(self, index: int) -> str:
        code = raw.FPDFText_GetUnicode(self._page, index)
        if code in _BROKEN_LINE and raw.FPDFText_IsHyphen(self._page, index):
            return "-"
        if raw.FPDFText_HasUnicodeMapError(self._page, index) or not 0 < code <= _LAST:
            return UNKNOWN
        return chr(code)

    def _advance(self, index: int, text: str, look: _Look) -> float:
        """How far the next character is to stand, by the font."""
        if look.level:
            raw.FPDFText_GetLooseCharBox(self._page, index, self._loose)
            return float(self._loose.right) - float(self._loose.left)
        matrix = self._matrix
        em = raw.FPDFText_GetFontSize(self._page, index) * math.hypot(
            matrix.a, matrix.b
        )
        if unicodedata.east_asian_width(text) in "WF":
            return abs(float(em))
        share = self._share(index, text)
        return abs(float(em)) * share if share else self._extent(index)

    def _share(self, index: int, text: str) -> float:
        """The advance of a character in its font, in type sizes; 0 if not known."""
        drawn = raw.FPDFText_GetTextObject(self._page, index)
        font = raw.FPDFTextObj_GetFont(drawn) if drawn else None
        code = ord(text)
        if not font or not raw.FPDFFont_GetGlyphWidth(font, code, 1.0, self._width):
            return 0.0
        return float(self._width.value)

    def _indent(self, index: int, look: _Look) -> float:
        """How far its ink is from its origin, of signs that may share a place."""
        if not look.level:
            return 0.0
        raw.FPDFText_GetCharBox(self._page, index, *self._sides)
        return max(float(self._sides[0].value) - float(self._x.value), 0.0)

    def _extent(self, index: int) -> float:
        """The longer side of its ink, which type at right angles to the page has."""
        raw.FPDFText_GetCharBox(self._page, index, *self._sides)
        left, right, bottom, top = (float(side.value) for side in self._sides)
        level = abs(self._matrix.a) > abs(self._matrix.b)
        return abs(right - left) if level else abs(top - bottom)
