"""Pictures as large as a page, which are scans more often than not."""

from __future__ import annotations

import re

from lxml import etree

from casebase.extract.word.names import number, qualified

_WIDE, _HIGH = 326.0, 463.0  # points: 55 % of an A4 page
_POINTS = 12_700.0  # English metric units in a point
_SIDE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([0-9.]{1,12})(pt|in|cm|mm|px)?")
_SIZE = re.compile(r"[0-9]+(?:\.[0-9]*)?")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}


def is_large(element: etree._Element) -> bool:
    """Whether a wp:inline, wp:anchor or v:shape is a picture as large as a page."""
    if element.tag == qualified("v", "shape"):
        sides = _sides(element.get("style") or "")
        return element.find(qualified("v", "imagedata")) is not None and _fills(*sides)
    extent = element.find(qualified("wp", "extent"))
    picture = element.find(f".//{qualified('a', 'blip')}")
    if extent is None or picture is None:
        return False
    wide, high = (number(extent.get(side)) or 0 for side in ("cx", "cy"))
    return _fills(wide / _POINTS, high / _POINTS)


def _sides(style: str) -> tuple[float, float]:
    """Width and height in points that a style of VML says."""
    found = {
        name: float(size) * _UNITS[unit or "pt"]
        for name, size, unit in _SIDE.findall(style)
        if _SIZE.fullmatch(size)
    }
    return found.get("width", 0.0), found.get("height", 0.0)


def _fills(wide: float, high: float) -> bool:
    return wide >= _WIDE and high >= _HIGH
