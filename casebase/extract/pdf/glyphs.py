"""The characters that a page draws, one by one, with their places."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pypdfium2 import raw

from casebase.extract.pdf.frame import QUARTERS, Frame

MOST = 200_000  # glyphs of one page; a dense newspaper page has 15,000
UNKNOWN = "\ufffd"
"""What a glyph counts as whose font does not tell its character."""

_SLANTED = math.radians(8)  # a scan's skew is less; a watermark's slant is more
_INVISIBLE = 3  # text rendering mode (ISO 32000-1, table 106): neither fill nor stroke
_READABLE = 1.0  # points: smaller type is there for machines
_WHITE = 250  # of 255
_CLEAR = 13  # of 255: fainter type is not seen
_LAST = 0x10FFFF


class Glyph(NamedTuple):
    """A character set upright, in points from the upper left corner.

    Attributes:
        text: The character; each letter of a ligature is a glyph of its own.
        left: Where it begins.
        right: Where its advance ends.
        base: Its base line.
        size: Of the type.
        ink: Where its ink begins: a comma and a quotation mark may share one place.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    ink: float


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What a page draws, turned so that most of it can be read.

    Attributes:
        quarters: How far the page as read is turned clockwise from the page as shown.
        frame: Of the page as read.
        turned: The glyphs by how far the page as read must be turned clockwise for
            them to stand upright; each group stands in the frame of the page so turned.
    """

    quarters: int
    frame: Frame
    turned: dict[int, list[Glyph]]


class _Drawn(NamedTuple):
    """A character in the file's own space; `turn` in right angles against the clock."""

    text: str
    x: float
    y: float
    turn: int
    width: float
    size: float
    ink: float  # how far from its origin its ink begins
    invisible: bool


Covered = Callable[[float, float], bool]
"""Whether there is colour behind a point of the page as shown."""


def glyphs_of(text_page: raw.FPDF_TEXTPAGE, shown: Frame, covered: Covered) -> Glyphs:
    """The glyphs that a person sees, in no particular order.

    What lies outside the page, slanted type (watermarks), white type on white and type
    too small to read are left out; so is invisible type, unless it is most of the page:
    then it is what a recognition of the page found.
    """
    drawn = [one for one in _drawn(text_page, shown, covered) if _is_inside(one, shown)]
    hidden = sum(one.invisible for one in drawn)
    if hidden * 2 <= len(drawn):
        drawn = [one for one in drawn if not one.invisible]
    turns = Counter(one.turn for one in drawn if not one.text.isspace())
    main = turns.most_common(1)[0][0] if turns else 0
    frames = {turn: shown.turned(turn) for turn in range(QUARTERS)}
    turned: dict[int, list[Glyph]] = {}
    for one in drawn:
        x, y = frames[one.turn].point(one.x, one.y)
        glyph = Glyph(one.text, x, x + one.width, y, one.size, x + one.ink)
        turned.setdefault((one.turn - main) % QUARTERS, []).append(glyph)
    return Glyphs(main, frames[main], turned)


def _is_inside(one: _Drawn, shown: Frame) -> bool:
    x, y = shown.point(one.x, one.y)
    return -one.size / 2 < x < shown.width and 0 < y < shown.height + one.size / 2


def _drawn(
    text_page: raw.FPDF_TEXTPAGE, shown: Frame, covered: Covered
) -> Iterator[_Drawn]:
    """The characters of the file, but for those that nobody sees by their look."""
    reader = _Reader(text_page)
    pieces: list[_Drawn] = []
    for index in range(min(raw.FPDFText_CountChars(text_page), MOST)):
        one = reader.drawn(index, shown, covered)
        if one is None:
            continue
        if pieces and (one.x, one.y) != (pieces[0].x, pieces[0].y):
            yield from _parted(pieces, shown)
            pieces = []
        pieces.append(one)
    yield from _parted(pieces, shown)


def _parted(pieces: list[_Drawn], shown: Frame) -> Iterator[_Drawn]:
    """Characters that one glyph stands for, side by side in its place."""
    step = max((one.width for one in pieces), default=0.0) / max(len(pieces), 1)
    for at, one in enumerate(pieces):
        if len(pieces) == 1:
            yield one
        else:
            dx, dy = _along(one.turn, at * step, shown)
            yield one._replace(x=one.x + dx, y=one.y + dy, width=step, ink=0.0)


def _along(turn: int, length: float, shown: Frame) -> tuple[float, float]:
    """A step along the type, in the file's space (whose axes are the page's)."""
    dx, dy = [(length, 0.0), (0.0, -length), (-length, 0.0), (0.0, length)][turn]
    return shown.a * dx + shown.b * dy, shown.c * dx + shown.d * dy


class _Reader:
    """Asks the library about one character after the other."""

    def __init__(self, text_page: raw.FPDF_TEXTPAGE) -> None:
        self._page = text_page
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._loose, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._sides = [ctypes.c_double() for _ in range(4)]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._width = ctypes.c_float()

    def drawn(self, index: int, shown: Frame, covered: Covered) -> _Drawn | None:
        """A character; None for one that the library put in or that is not seen."""
        page, matrix = self._page, self._matrix
        if raw.FPDFText_IsGenerated(page, index):
            return None
        if not raw.FPDFText_GetMatrix(page, index, matrix):
            return None
        across, along = shown.direction(matrix.a, matrix.b)
        angle = math.atan2(-along, across)
        turn = round(angle / (math.pi / 2))
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        if abs(angle - turn * math.pi / 2) > _SLANTED or abs(size) < _READABLE:
            return None
        raw.FPDFText_GetCharOrigin(page, index, self._x, self._y)
        x, y = self._x.value, self._y.value
        if self._is_unseen(shown.point(x, y), covered, index):
            return None
        text = self._text(index)
        return _Drawn(
            text=text,
            x=x,
            y=y,
            turn=turn % QUARTERS,
            width=self._advance(index, text),
            size=abs(size),
            ink=self._indent(index, text, x),
            invisible=self._mode(index) == _INVISIBLE,
        )

    def _text(self, index: int) -> str:
        if raw.FPDFText_IsHyphen(self._page, index):
            return "-"
        code = raw.FPDFText_GetUnicode(self._page, index)
        if raw.FPDFText_HasUnicodeMapError(self._page, index) or not 0 < code <= _LAST:
            return UNKNOWN
        return chr(code)

    def _mode(self, index: int) -> int:
        drawn = raw.FPDFText_GetTextObject(self._page, index)
        return raw.FPDFTextObj_GetTextRenderMode(drawn) if drawn else 0

    def _is_unseen(
        self, point: tuple[float, float], covered: Covered, index: int
    ) -> bool:
        """Whether it is drawn in white where the page is white, or in no colour."""
        if not raw.FPDFText_GetFillColor(self._page, index, *self._colour):
            return False
        red, green, blue, alpha = (part.value for part in self._colour)
        if alpha < _CLEAR:
            return True
        return min(red, green, blue) >= _WHITE and not covered(*point)

    def _advance(self, index: int, text: str) -> float:
        """How far the next character is to stand, by the font."""
        matrix = self._matrix
        if matrix.a > 0 and abs(matrix.b) <= abs(matrix.a) / 8:
            raw.FPDFText_GetLooseCharBox(self._page, index, self._loose)
            loose = self._loose
            return float(loose.right) - float(loose.left)
        em = raw.FPDFText_GetFontSize(self._page, index) * math.hypot(
            matrix.a, matrix.b
        )
        if unicodedata.east_asian_width(text) in "WF":
            return abs(float(em))
        share = self._share(index, text)
        return float(abs(em) * share) if share else self._extent(index)

    def _indent(self, index: int, text: str, x: float) -> float:
        """How far its ink is from its origin, of signs that may share a place."""
        if text.isalnum() or self._matrix.a <= 0:
            return 0.0
        raw.FPDFText_GetCharBox(self._page, index, *self._sides)
        return max(float(self._sides[0].value) - x, 0.0)

    def _share(self, index: int, text: str) -> float:
        """The advance of a character in its font, in type sizes; 0 if not known."""
        drawn = raw.FPDFText_GetTextObject(self._page, index)
        font = raw.FPDFTextObj_GetFont(drawn) if drawn else None
        code = ord(text)
        if not font or not raw.FPDFFont_GetGlyphWidth(font, code, 1.0, self._width):
            return 0.0
        return float(self._width.value)

    def _extent(self, index: int) -> float:
        """The longer side of its ink, which type at right angles to the page has."""
        raw.FPDFText_GetCharBox(self._page, index, *self._sides)
        left, right, bottom, top = (side.value for side in self._sides)
        matrix = self._matrix
        level = abs(matrix.a) > abs(matrix.b)
        return float(abs(right - left) if level else abs(top - bottom))
