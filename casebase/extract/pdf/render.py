"""Pictures of pages, for recognition and for people to look at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from casebase.extract.pdf.placed import opened, quarters_of

MOST_PIXELS = 25_000_000  # A3 at 300 dpi has 17 million
_POINTS = 72.0  # to an inch
_PAPER = 0xFFFFFFFF


def render(
    data: bytes, number: int, dpi: float = 200.0, most: int = MOST_PIXELS
) -> NDArray[np.uint8]:
    """A page as it is read, as an array of (height, width, 3) in RGB.

    It is turned as `Page` says it: a table printed sideways stands upright.

    Args:
        data: The file.
        number: Of the page, 1-based.
        dpi: Pixels to an inch; less for a page that would have too many pixels.
        most: How many pixels are too many.

    Raises:
        ValueError: The file or the page cannot be opened, or there is no memory for it.
    """
    with opened(data) as document:
        if document is None:
            raise ValueError(number)
        with document.page(number) as (page, shown):
            area = shown.width * shown.height
            scale = min(dpi / _POINTS, (most / area) ** 0.5)
            picture = _drawn(
                page, round(shown.width * scale), round(shown.height * scale)
            )
            return np.rot90(picture, -quarters_of(page, shown)).copy()


def _drawn(page: raw.FPDF_PAGE, width: int, height: int) -> NDArray[np.uint8]:
    picture = np.empty((max(height, 1), max(width, 1), 3), dtype=np.uint8)
    height, width, _ = picture.shape
    bitmap = raw.FPDFBitmap_CreateEx(
        width, height, raw.FPDFBitmap_BGR, picture.ctypes.data, picture.strides[0]
    )
    if not bitmap:
        raise ValueError((width, height))
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _PAPER)
        flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return picture
