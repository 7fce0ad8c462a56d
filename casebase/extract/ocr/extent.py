"""How far the type of a line reaches in its picture, which shows paper around it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from casebase.extract.ocr.rasters import Corners, Numbers, Picture

CONTRAST = 0.35  # of the range between paper and ink, from which a pixel is inked
ROW, COLUMN = 0.02, 0.05  # of the pixels of a row or column, inked where there is type
BLANK = 0.12  # of the height: rows that part the line from its neighbours


def close_around(line: Picture, corners: Corners) -> Corners:
    """The corners of a line, moved to where its type begins and ends.

    Args:
        line: What stands between the corners, level.
        corners: In the picture it was cut out of.
    """
    grey = line.mean(axis=2)
    inked = np.abs(grey - np.median(grey)) > CONTRAST * np.ptp(
        np.percentile(grey, (1, 99))
    )
    top, bottom = _middle(inked.mean(axis=1) > ROW)
    left, right = _outermost(inked[top:bottom].mean(axis=0) > COLUMN)
    height, width = inked.shape
    shares = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
    return _within(corners, shares / (width, height))


def _outermost(held: NDArray[np.bool_]) -> tuple[int, int]:
    """From the first to the last."""
    places = np.flatnonzero(held)
    return (int(places[0]), int(places[-1]) + 1) if len(places) else (0, len(held))


def _middle(held: NDArray[np.bool_]) -> tuple[int, int]:
    """The rows around the middle: strokes of the lines above and below are not its."""
    count, gap = len(held), max(2, round(BLANK * len(held)))
    start, end = count // 2, count // 2
    while start > 0 and held[max(0, start - gap) : start].any():
        start -= 1
    while end < count and held[end : end + gap].any():
        end += 1
    first, last = _outermost(held[start:end])
    return (start + first, start + last) if end > start else (0, count)


def _within(corners: Corners, shares: Numbers) -> Corners:
    """The points that stand there between the corners."""
    upper_left, upper_right, lower_right, lower_left = corners
    across, down = shares[:, :1], shares[:, 1:]
    upper = upper_left + (upper_right - upper_left) * across
    lower = lower_left + (lower_right - lower_left) * across
    moved: Corners = upper + (lower - upper) * down
    return moved
