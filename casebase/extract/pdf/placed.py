"""The pages of a PDF as runs of type with their places, read by pdfium."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pypdfium2 import raw

from casebase.document import Line, Page
from casebase.extract.pdf.frame import Frame, turned_box, upright
from casebase.extract.pdf.glyphs import Glyphs, glyphs_of
from casebase.extract.pdf.mending import mend
from casebase.extract.pdf.rules import Drawing, drawing_of
from casebase.extract.pdf.runs import runs_of
from casebase.extract.pdf.walls import Wall
from casebase.place import Box

_MOST = 0.5  # of a page's area
_MANY = 0.2  # of a page's characters: more are not the spaces between them


class Pdfium:
    """A document open in pdfium; its pages are loaded one at a time.

    Attributes:
        off: The names of its layers that are switched off.
    """

    def __init__(self, handle: raw.FPDF_DOCUMENT) -> None:
        self._handle = handle
        self.off: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        """The number of its pages."""
        return int(raw.FPDF_GetPageCount(self._handle))

    @contextmanager
    def page(self, number: int) -> Iterator[tuple[raw.FPDF_PAGE, Frame]]:
        """A page, 1-based, and its frame as shown.

        Raises:
            ValueError: It cannot be loaded, or has no size.
        """
        page = raw.FPDF_LoadPage(self._handle, number - 1)
        if not page:
            raise ValueError(number)
        try:
            yield page, _shown(page)
        finally:
            raw.FPDF_ClosePage(page)


@contextmanager
def opened(data: bytes) -> Iterator[Pdfium | None]:
    """A document for as long as it is looked at; None if pdfium cannot open it."""
    raw.FPDF_InitLibrary()
    handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        yield Pdfium(handle) if handle else None
    finally:
        if handle:
            raw.FPDF_CloseDocument(handle)


def _shown(page: raw.FPDF_PAGE) -> Frame:
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    if not (box.right > box.left and box.top > box.bottom):
        raise ValueError(box)
    turns = raw.FPDFPage_GetRotation(page)
    return upright(box.left, box.bottom, box.right, box.top, turns)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a page shows beside its text.

    Attributes:
        drawn: Whether it shows any picture or drawing.
        pictured: Whether pictures cover most of it.
        lossy: Whether so many pieces of type gave no text that it may lack some.
    """

    drawn: bool = False
    pictured: bool = False
    lossy: bool = False


def placed_page(document: Pdfium, number: int) -> tuple[Page, Sight]:
    """A page as runs and rules, and what else it shows.

    Raises:
        ValueError: The page cannot be loaded.
    """
    with document.page(number) as (page, shown), _text_of(page) as text:
        drawing = drawing_of(page, shown)
        glyphs = glyphs_of(text, shown, drawing.covered, document.off)
    rules = tuple(
        turned_box(shown.share(*rule), glyphs.quarters) for rule in drawing.rules
    )
    frame = glyphs.frame
    runs = list(_lines(glyphs, rules))
    upended = _is_upended(runs)
    runs = _in_columns(runs) if upended else sorted(runs, key=_height)
    read = Page(
        number=number,
        lines=mend(tuple(line for line, _ in runs)),
        placed=not upended,
        size=(frame.width, frame.height),
        rules=rules,
    )
    inked = sum(len(line.text) for line in read.lines)
    return read, Sight(
        drawn=bool(drawing.objects),
        pictured=_is_pictured(drawing, shown),
        lossy=drawing.lost > _MANY * inked,
    )


def _is_pictured(drawing: Drawing, shown: Frame) -> bool:
    """Whether pictures cover most of a page; strips of a scan count together."""
    area = sum(
        (min(one.right, shown.width) - max(one.left, 0.0))
        * (min(one.bottom, shown.height) - max(one.top, 0.0))
        for one in drawing.pictures
        if one.right > 0 < one.bottom
        and one.left < shown.width
        and one.top < shown.height
    )
    return area >= _MOST * shown.width * shown.height


def quarters_of(page: raw.FPDF_PAGE, shown: Frame) -> int:
    """How far a page as read is turned clockwise from the page as shown."""
    with _text_of(page) as text:
        return glyphs_of(text, shown, lambda _x, _y: True).quarters


@contextmanager
def _text_of(page: raw.FPDF_PAGE) -> Iterator[raw.FPDF_TEXTPAGE]:
    text = raw.FPDFText_LoadPage(page)
    if not text:
        raise ValueError(page)
    try:
        yield text
    finally:
        raw.FPDFText_ClosePage(text)


_Set = tuple[Line, bool]
"""A run, and whether it is set from top to bottom."""


def _lines(glyphs: Glyphs, rules: tuple[Box, ...]) -> Iterator[_Set]:
    for quarters, group in sorted(glyphs.turned.items()):
        frame = glyphs.frame.turned(quarters)
        walls = [_wall(turned_box(rule, quarters), frame) for rule in rules]
        for run in runs_of(group, [wall for wall in walls if wall]):
            box = frame.share(run.left, run.top, run.right, run.bottom)
            place = turned_box(box, -quarters)
            yield Line(run.text, box=place, size=run.size), run.upended


def _is_upended(runs: Sequence[_Set]) -> bool:
    """Whether most of a page is set from top to bottom."""
    upended = sum(len(line.text) for line, is_upended in runs if is_upended)
    return upended * 2 > sum(len(line.text) for line, _ in runs)


def _in_columns(runs: Sequence[_Set]) -> list[_Set]:
    """The runs of a page set from top to bottom: row by row, each from the right."""
    rows: list[list[_Set]] = []
    bottom = 0.0
    for one in sorted(runs, key=_height):
        box = _box(one)
        if rows and box.top < bottom:
            rows[-1].append(one)
            bottom = max(bottom, box.bottom)
        else:
            rows.append([one])
            bottom = box.bottom
    return [one for row in rows for one in sorted(row, key=_from_right)]


def _box(one: _Set) -> Box:
    return one[0].box or Box(0.0, 0.0, 0.0, 0.0)


def _from_right(one: _Set) -> tuple[float, float]:
    return -_box(one).right, _box(one).top


def _height(one: _Set) -> tuple[float, float]:
    return _box(one).top, _box(one).left


def _wall(rule: Box, frame: Frame) -> Wall | None:
    """A rule as a wall if it is upright."""
    across = (rule.right - rule.left) * frame.width
    down = (rule.bottom - rule.top) * frame.height
    if down <= across:
        return None
    x = (rule.left + rule.right) / 2 * frame.width
    return Wall(x, rule.top * frame.height, rule.bottom * frame.height)
