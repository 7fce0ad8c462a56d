"""The drawn lines of a scanned page: the rules and grids that tables are made of."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from casebase.extract.ocr.rasters import (
    Corners,
    Grey,
    Picture,
    areas,
    closed,
    grey,
    levelled,
    median,
    opened,
    reduced,
)

SEARCHED = 2_000_000  # pixels of the picture in which lines are looked for
SHORTEST = 0.03  # of the picture's longer side: nine millimetres on A4
PIECE = 0.015  # of the same: the least that is straight of a line that was bent
GAP = 0.006  # of the same, which dust, folds and slopes leave in a line
THICKEST = 0.005  # of the same
DARKER = 12  # levels of 255 than the paper around it
AROUND = 0.01  # of the longer side: how far that is looked at


def drawn_lines(picture: Picture, slope: float) -> list[Corners]:
    """The level and the upright lines, as thin quadrangles in pixels.

    Args:
        picture: Of the page.
        slope: Of its type; drawn lines have it too.
    """
    small = reduced(picture, SEARCHED)
    scale = small.shape[1] / picture.shape[1]
    level, back = levelled(grey(small), slope)
    dark = _darker(level)
    lines = (*_along(dark, down=False), *_along(dark, down=True))
    return [(one @ back[:, :2].T + back[:, 2]) / scale for one in lines]


def _darker(level: Grey) -> Grey:
    """Where it is darker than around: what is drawn there is thin."""
    paper = median(level, max(3, round(AROUND * max(level.shape))))
    return (level.astype(np.int16) < paper.astype(np.int16) - DARKER).astype(np.uint8)


def _along(dark: Grey, *, down: bool) -> Iterator[Corners]:
    """The lines in one direction, as quadrangles."""
    longer = max(dark.shape)
    straight = opened(dark, *_window(PIECE * longer, down=down))
    joined = closed(straight, *_window(GAP * longer, down=down))
    for left, top, width, height in areas(joined):
        long, thick = (height, width) if down else (width, height)
        if long >= SHORTEST * longer and thick <= max(3, THICKEST * longer):
            right, bottom = left + width, top + height
            yield np.array(
                [(left, top), (right, top), (right, bottom), (left, bottom)], float
            )


def _window(length: float, *, down: bool) -> tuple[int, int]:
    reach = max(3, round(length))
    return (1, reach) if down else (reach, 1)
