"""Draws one page; runs in a child, where a hostile file does no harm."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from casebase.extract.pdf import page_of, render
from casebase.facsimile.sheet import Sheet

_QUALITY = 80  # of WebP, where 100 is the best
_MOST_PIXELS = 12_000_000
_INCH = 72.0  # points


def draw(path: Path, number: int, width: int) -> Sheet | None:
    """Page `number`, 1-based, `width` pixels wide, or None where it cannot be drawn."""
    data = path.read_bytes()
    try:
        page = page_of(data, number)
        dpi = width / max(page.size[0], 1.0) * _INCH
        pixels = render(data, number, dpi, _MOST_PIXELS)
    except ValueError:
        return None
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "WEBP", quality=_QUALITY)
    height, wide, _ = pixels.shape
    runs = page.lines if page.placed else ()
    return Sheet(written.getvalue(), wide, height, tuple(it for it in runs if it.box))
