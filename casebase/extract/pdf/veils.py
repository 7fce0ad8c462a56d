"""What a page draws and nobody sees: type cut off by a clip, layers switched off."""

from __future__ import annotations

import ctypes
from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from typing import NamedTuple

from pypdfium2 import raw

_MOST = 32  # paths of a clip, points of a path, marks of an object that are looked at
_NEAR = 0.01  # points: places no farther apart are one
_LONGEST = 256  # bytes of a name


class Clip(NamedTuple):
    """The rectangle around what a clip lets through, in the file's own space."""

    left: float
    bottom: float
    right: float
    top: float

    def hides(self, x: float, y: float, size: float) -> bool:
        """Whether type whose origin is there is cut off, whichever way it is turned."""
        return not (
            self.left - size <= x <= self.right + size
            and self.bottom - size <= y <= self.top + size
        )


EVERYTHING = Clip(-1e9, -1e9, 1e9, 1e9)


def clip_of(drawn: raw.FPDF_PAGEOBJECT, x: float, y: float) -> Clip:
    """What the clip of a piece of type lets through.

    Args:
        drawn: The piece.
        x: Where it stands on the page.
        y: Where it stands on the page; both differ from where the piece itself says
            that it stands where it belongs to a form, whose clips cannot be told.
    """
    own = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(drawn, own):
        return EVERYTHING
    if abs(own.e - x) > _NEAR or abs(own.f - y) > _NEAR:
        return EVERYTHING
    path = raw.FPDFPageObj_GetClipPath(drawn)
    clip = EVERYTHING
    for index in range(min(raw.FPDFClipPath_CountPaths(path), _MOST) if path else 0):
        points = list(_points(path, index))
        if not points:
            continue
        across, down = zip(*points, strict=True)
        clip = Clip(
            max(clip.left, min(across)),
            max(clip.bottom, min(down)),
            min(clip.right, max(across)),
            min(clip.top, max(down)),
        )
    return clip


def _points(path: raw.FPDF_CLIPPATH, index: int) -> Iterator[tuple[float, float]]:
    """The corners of a path; none where it has too many to look at."""
    count = raw.FPDFClipPath_CountPathSegments(path, index)
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(count if count <= _MOST else 0):
        part = raw.FPDFClipPath_GetPathSegment(path, index, at)
        if raw.FPDFPathSegment_GetPoint(part, x, y):
            yield x.value, y.value


def is_off(drawn: raw.FPDF_PAGEOBJECT, off: frozenset[str]) -> bool:
    """Whether a piece belongs to a layer that is switched off.

    Args:
        drawn: The piece.
        off: The names of those layers (ISO 32000-1, 8.11).
    """
    if not off:
        return False
    return any(name in off for name in _layers(drawn))


def _layers(drawn: raw.FPDF_PAGEOBJECT) -> Iterator[str]:
    for index in range(min(raw.FPDFPageObj_CountMarks(drawn), _MOST)):
        mark = raw.FPDFPageObj_GetMark(drawn, index)
        text = (ctypes.c_ubyte * _LONGEST)()
        length = ctypes.c_ulong()
        if raw.FPDFPageObjMark_GetParamBlobValue(mark, b"Name", text, _LONGEST, length):
            yield _read(bytes(text)[: length.value])


def _read(name: bytes) -> str:
    """A text string of a file (ISO 32000-1, 7.9.2.2)."""
    if name.startswith(BOM_UTF16_BE):
        return name[2:].decode("utf-16-be", "replace")
    return name.decode("latin-1")
