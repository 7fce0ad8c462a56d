"""The glyphs that a person sees on a page, each upright in a frame of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from pypdfium2 import raw

from casebase.extract.pdf.characters import Covered, Drawn, drawn_characters
from casebase.extract.pdf.frame import QUARTERS, Frame


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


def glyphs_of(
    text_page: raw.FPDF_TEXTPAGE,
    shown: Frame,
    covered: Covered,
    off: frozenset[str] = frozenset(),
) -> Glyphs:
    """The glyphs that a person sees, in no particular order.

    What lies outside the page or its clip or on a layer that is switched off, slanted
    type (watermarks), white type on white and type too small to read are left out; so
    is invisible type, unless it is most of the page: then it is what a recognition of
    the page found.
    """
    drawn = [
        one
        for one in drawn_characters(text_page, shown, covered, off)
        if _is_inside(one, shown)
    ]
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


def _is_inside(one: Drawn, shown: Frame) -> bool:
    x, y = shown.point(one.x, one.y)
    return -one.size / 2 < x < shown.width and 0 < y < shown.height + one.size / 2
