"""A picture of a page to its runs of type, as on a page that lies straight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casebase.document import Line, Page
from casebase.extract.ocr.drawn import drawn_lines
from casebase.extract.ocr.engine import Engine, engine
from casebase.extract.ocr.lines import Seen, read_lines, sides
from casebase.extract.ocr.rasters import Corners, Picture
from casebase.extract.ocr.signs import typeset
from casebase.extract.ocr.straight import Lie, lie_of
from casebase.place import Box
from casebase.text.typesetting import width

DOUBTFUL = 0.5  # a line less certain than that is dust, a seal or a picture
GRID = 6.0  # full-width characters of a line from which their pitch tells the size
INKED = 0.92  # of the size of Chinese type, the height of its strokes
LEAST, MOST = 0.75, 1.15  # of what the height tells: the bounds of what the pitch does
BEARING = 0.5  # of the size: the empty half of a bracket or comma
WIDE_OPENING = frozenset("“‘（《〈「『【〔")
WIDE_CLOSING = frozenset("，。、；：？！”’）》〉」』】〕")
BEYOND = 1.1  # times as long as a line of type, a drawn line is no stroke of it


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as it was read off its picture.

    Attributes:
        page: Placed; without lines where nothing was recognised.
        certainty: Of its characters on the average, from 0 to 1; 0 without lines.
    """

    page: Page
    certainty: float


def recognise(
    picture: Picture,
    number: int,
    size: tuple[float, float],
    reader: Engine | None = None,
) -> Recognised:
    """Read a page off its picture.

    Args:
        picture: height × width × 3, RGB.
        number: Of the page, 1-based.
        size: Width and height in points as the picture shows it.
        reader: What finds and reads lines; rapidocr by default.
    """
    shown = picture.shape[:2]
    picture, seen = read_lines(picture, reader or engine())
    if picture.shape[:2] != shown:
        size = size[1], size[0]
    seen = [one for one in seen if one.score >= DOUBTFUL and one.text.strip()]
    height, across = picture.shape[:2]
    lie = lie_of([one.corners for one in seen], (across, height))
    points = size[0] / across
    lines = [_run(one, lie, points) for one in seen]
    page = Page(
        number=number,
        lines=tuple(lines),
        placed=True,
        size=size,
        rules=tuple(_rules(picture, lie, lines)),
    )
    return Recognised(page, _certainty(seen))


def _box(lie: Lie, corners: Corners) -> Box:
    """The place on the straight page; the sides of a leaning line are evened out."""
    upper_left, upper_right, lower_right, lower_left = lie.straight(corners)
    width, height = lie.size
    sides = (
        (upper_left[0] + lower_left[0]) / 2 / width,
        (upper_left[1] + upper_right[1]) / 2 / height,
        (upper_right[0] + lower_right[0]) / 2 / width,
        (lower_left[1] + lower_right[1]) / 2 / height,
    )
    return Box(*(min(1.0, max(0.0, float(side))) for side in sides))


def _run(seen: Seen, lie: Lie, points: float) -> Line:
    """A line as type is set: signs at its ends have as much room as characters."""
    text = typeset(seen.text)
    size = _size(seen, text)
    box = _box(lie, seen.corners)
    width, height = lie.size
    room = BEARING * size / width
    middle, half = (box.top + box.bottom) / 2, size / 2 / height
    box = Box(
        max(0.0, box.left - room * _opens(text)),
        max(0.0, middle - half),
        min(1.0, box.right + room * _closes(text)),
        min(1.0, middle + half),
    )
    return Line(text, box=box, recognised=True, size=size * points)


def _opens(text: str) -> bool:
    return text[:1] in WIDE_OPENING


def _closes(text: str) -> bool:
    return text[-1:] in WIDE_CLOSING


def _size(seen: Seen, text: str) -> float:
    """The size of the type in pixels: a full-width character is as wide as high."""
    across, down = sides(seen.corners)
    units = width(text) - BEARING * (_opens(text) + _closes(text))
    by_height = down / INKED
    if units < GRID:
        return by_height
    return min(max(across / units, LEAST * by_height), MOST * by_height)


def _rules(picture: Picture, lie: Lie, lines: Sequence[Line]) -> Iterator[Box]:
    """The drawn lines, without the strokes of large type."""
    for corners in drawn_lines(picture, lie.slope):
        rule = _box(lie, corners)
        if not any(line.box and _within(rule, line.box) for line in lines):
            yield rule


def _within(rule: Box, box: Box) -> bool:
    across = (rule.left + rule.right) / 2
    down = (rule.top + rule.bottom) / 2
    inside = box.left < across < box.right and box.top < down < box.bottom
    wide = rule.right - rule.left <= (box.right - box.left) * BEYOND
    high = rule.bottom - rule.top <= (box.bottom - box.top) * BEYOND
    return inside and wide and high


def _certainty(seen: Sequence[Seen]) -> float:
    characters = sum(len(one.text) for one in seen)
    if not characters:
        return 0.0
    return sum(one.score * len(one.text) for one in seen) / characters
