"""The text of a page in the order in which it is drawn, by pypdf.

For what pdfium cannot read. Places tell no more here than rows, indents and gaps.
"""

from __future__ import annotations

from collections.abc import Mapping

from pypdf import PageObject
from pypdf.generic import DictionaryObject, StreamObject

from casebase.document import Line
from casebase.extract.pdf.lines import lines_of
from casebase.extract.pdf.mending import mend
from casebase.extract.pdf.order import in_place
from casebase.extract.pdf.rows import Piece, rows_of

_MIN_BLANK_DRAWING = 400  # bytes of drawing above which a page is not simply blank


def streamed_lines(page: PageObject) -> tuple[Line, ...]:
    """The lines of a page; whatever the bytes provoke is raised."""
    return mend(lines_of(in_place(rows_of(_pieces(page)))))


def _pieces(page: PageObject) -> list[Piece]:
    """What is drawn, piece by piece, with where it stands."""
    pieces: list[Piece] = []
    upright = page.rotation % 360 == 0

    def collect(  # pypdf calls it with five positional arguments
        text: str, cm: list[float], tm: list[float], _font: object, size: float
    ) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = (tm[0] ** 2 + tm[1] ** 2) ** 0.5 * (cm[0] ** 2 + cm[1] ** 2) ** 0.5
        pieces.append(Piece(text, x, y, size * scale if upright else 0.0))

    page.extract_text(visitor_text=collect)
    return pieces


def shows_something(page: PageObject) -> bool:
    """Whether a page without text has a picture or drawing on it, or cannot be told."""
    try:
        contents = page.get_contents()
        drawn = contents is not None and len(contents.get_data()) > _MIN_BLANK_DRAWING
        return drawn or _has_picture(page.get("/Resources"))
    except Exception:  # noqa: BLE001  pypdf raises whatever the bytes provoke
        return True


def _has_picture(resources: object) -> bool:
    found = resources.get_object() if hasattr(resources, "get_object") else None
    if not isinstance(found, DictionaryObject):
        return False
    objects = found.get("/XObject", DictionaryObject()).get_object()
    return isinstance(objects, Mapping) and any(
        isinstance(one.get_object(), StreamObject) for one in objects.values()
    )
