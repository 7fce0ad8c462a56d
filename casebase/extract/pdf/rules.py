"""Drawn lines, sides of drawn boxes, and what is coloured behind type."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from pypdfium2 import raw

from casebase.extract.pdf.frame import Frame
from casebase.extract.pdf.merging import Rectangle, merged

MOST_OBJECTS = 20_000  # looked at on one page
MOST_SEGMENTS = 4_000  # of one path: more is a drawing
MOST_RULES = 4_000
_DEEP = 8  # forms within forms
_HAIR = 0.05  # points: nobody sees a thinner one
_THICK = 4.0  # points: a thicker bar is a box
_SHORT = 6.0  # points: a shorter line is a dash, a tick or a part of a drawing
_WHITE = 250  # of 255
_CLEAR = 13  # of 255: fainter is not seen
_WHOLE = 0.9  # of the page: what covers so much is its background


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page shows beside its type.

    Attributes:
        rules: Drawn lines and the sides of boxes, as thin rectangles.
        coloured: Where it is not white: filled boxes and pictures.
        pictures: Where pictures stand.
        objects: How many things are drawn that are no type.
        lost: How many pieces of type have no width, so that their text cannot be had:
            spaces, and characters of fonts that are not there.
    """

    rules: tuple[Rectangle, ...]
    coloured: tuple[Rectangle, ...]
    pictures: tuple[Rectangle, ...]
    objects: int
    lost: int

    def covered(self, x: float, y: float) -> bool:
        """Whether there is colour behind a point."""
        return any(
            one.left <= x <= one.right and one.top <= y <= one.bottom
            for one in self.coloured
        )


def drawing_of(page: raw.FPDF_PAGE, shown: Frame) -> Drawing:
    """The lines, boxes and pictures of a page."""
    rules: list[Rectangle] = []
    coloured: list[Rectangle] = []
    pictures: list[Rectangle] = []
    objects = lost = 0
    for drawn, frame in islice(_objects(page, shown), MOST_OBJECTS):
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind not in _LOOKED_AT:
            continue
        box = _bounds(drawn, frame)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            lost += box.right - box.left < _HAIR
            continue
        objects += 1
        if kind != raw.FPDF_PAGEOBJ_PATH:
            coloured.append(box)
            pictures.append(box)
            continue
        filled, stroked = _painted(drawn)
        if filled and not _is_line(box):
            coloured.append(box)
        if filled or stroked:
            rules += _lines(drawn, frame, box)
    return Drawing(
        rules=tuple(merged(rules)[:MOST_RULES]),
        coloured=tuple(coloured[:MOST_RULES]),
        pictures=tuple(pictures[:MOST_RULES]),
        objects=objects,
        lost=lost,
    )


_LOOKED_AT = frozenset(
    {
        raw.FPDF_PAGEOBJ_TEXT,
        raw.FPDF_PAGEOBJ_PATH,
        raw.FPDF_PAGEOBJ_IMAGE,
        raw.FPDF_PAGEOBJ_SHADING,
    }
)


def _objects(
    page: raw.FPDF_PAGE, shown: Frame
) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, Frame]]:
    for at in range(raw.FPDFPage_CountObjects(page)):
        yield from _with_inner(raw.FPDFPage_GetObject(page, at), shown, _DEEP)


def _with_inner(
    drawn: raw.FPDF_PAGEOBJECT, frame: Frame, depth: int
) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, Frame]]:
    """An object, or what a form draws, with the frame in which it is drawn."""
    if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_FORM:
        yield drawn, frame
    elif depth:
        inner = frame.within(_matrix(drawn))
        for at in range(raw.FPDFFormObj_CountObjects(drawn)):
            part = raw.FPDFFormObj_GetObject(drawn, at)
            yield from _with_inner(part, inner, depth - 1)


def _matrix(drawn: raw.FPDF_PAGEOBJECT) -> tuple[float, ...]:
    m = raw.FS_MATRIX(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    raw.FPDFPageObj_GetMatrix(drawn, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _bounds(drawn: raw.FPDF_PAGEOBJECT, frame: Frame) -> Rectangle:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    one = frame.point(left.value, bottom.value)
    other = frame.point(right.value, top.value)
    return _spanned(one, other)


def _spanned(one: tuple[float, float], other: tuple[float, float]) -> Rectangle:
    return Rectangle(
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[0], other[0]),
        max(one[1], other[1]),
    )


def _painted(drawn: raw.FPDF_PAGEOBJECT) -> tuple[bool, bool]:
    """Whether a path is filled, and whether its line is drawn, in a visible colour."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, mode, stroke)
    filled = bool(mode.value) and _is_seen(raw.FPDFPageObj_GetFillColor, drawn)
    stroked = bool(stroke.value) and _is_seen(raw.FPDFPageObj_GetStrokeColor, drawn)
    return filled, stroked


def _is_seen(ask: Callable[..., int], drawn: raw.FPDF_PAGEOBJECT) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not ask(drawn, *parts):
        return True  # a pattern
    red, green, blue, alpha = (part.value for part in parts)
    return alpha >= _CLEAR and min(red, green, blue) < _WHITE


def _is_line(box: Rectangle) -> bool:
    across, down = box.right - box.left, box.bottom - box.top
    return min(across, down) <= _THICK and max(across, down) >= _SHORT


def _lines(
    drawn: raw.FPDF_PAGEOBJECT, frame: Frame, box: Rectangle
) -> Iterator[Rectangle]:
    """The straight lines of a path that run along the page's sides."""
    if _is_line(box):
        yield box
        return
    if _is_background(box, frame) or raw.FPDFPath_CountSegments(drawn) > MOST_SEGMENTS:
        return
    strokes = list(_strokes(drawn, frame.within(_matrix(drawn))))
    if len(strokes) == len("[]"):
        bands = _bands(*(_around(points) for points in strokes))
        if bands is not None:
            yield from bands
            return
    for points in strokes:
        around = _around(points)
        if _is_line(around):
            yield around
        else:
            sides = (_around(pair) for pair in pairwise(points))
            yield from (side for side in sides if _is_line(side))


def _strokes(
    drawn: raw.FPDF_PAGEOBJECT, frame: Frame
) -> Iterator[list[tuple[float, float]]]:
    """The parts of a path that are drawn without lifting the pen.

    A curve ends one part, and another begins at its end.
    """
    points: list[tuple[float, float]] = []
    begin = (0.0, 0.0)
    for at in range(raw.FPDFPath_CountSegments(drawn)):
        segment = raw.FPDFPath_GetPathSegment(drawn, at)
        point = _point(segment, frame)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        if kind != raw.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(begin)
    if len(points) > 1:
        yield points


def _around(points: Sequence[tuple[float, float]]) -> Rectangle:
    across, down = zip(*points, strict=True)
    return Rectangle(min(across), min(down), max(across), max(down))


def _girth(box: Rectangle) -> float:
    return box.right - box.left + box.bottom - box.top


def _bands(outer: Rectangle, inner: Rectangle) -> list[Rectangle] | None:
    """What is filled between a box and a smaller one in it: its border."""
    if _girth(outer) < _girth(inner):
        outer, inner = inner, outer
    widths = (
        inner.left - outer.left,
        inner.top - outer.top,
        outer.right - inner.right,
        outer.bottom - inner.bottom,
    )
    if not all(-_HAIR <= width <= _THICK for width in widths):
        return None
    bands = (
        outer._replace(right=inner.left),
        outer._replace(bottom=inner.top),
        outer._replace(left=inner.right),
        outer._replace(top=inner.bottom),
    )
    return [band for band, wide in zip(bands, widths, strict=True) if wide > _HAIR]


def _point(segment: raw.FPDF_PATHSEGMENT, frame: Frame) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, x, y)
    return frame.point(x.value, y.value)


def _is_background(box: Rectangle, frame: Frame) -> bool:
    return (
        box.right - box.left >= _WHOLE * frame.width
        and box.bottom - box.top >= _WHOLE * frame.height
    )
