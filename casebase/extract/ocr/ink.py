"""Red ink: seals lie over the type that they certify, red heads are type themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casebase.extract.ocr.rasters import Corners, Picture, areas, closed

Bounds = tuple[int, int, int, int]  # left, top, right, bottom in pixels

REDDER = 50  # levels of 255 by which red ink is redder than green and than blue
SOME = 0.0002  # share of the picture from which there is red ink on it
SEAL = 0.04  # of the page's longer side: the least that a seal is across
DARK = 128  # level of 255 of some channel, below which there is ink of any colour
MOSTLY = 0.5  # of that ink is red in a line of red type
SLACK = 0.15  # of a seal's side, by which its type may stand out of it


@dataclass(frozen=True, slots=True)
class RedInk:
    """The red ink of a page.

    Attributes:
        mask: Where it is.
        without: The page as if it had none; what it covers is there.
        seals: What has the size of a seal.
    """

    mask: NDArray[np.bool_]
    without: Picture
    seals: tuple[Bounds, ...]


def red_ink(picture: Picture) -> RedInk | None:
    """The red ink of a page, or None where there is hardly any.

    Red ink is as bright as paper in the red channel, black type is dark in all three.
    """
    red = picture[:, :, 0]
    rest = np.maximum(picture[:, :, 1], picture[:, :, 2])
    inked = red > rest.astype(np.int16) + REDDER
    if inked.mean() < SOME:
        return None
    without = picture.copy()
    without[inked] = red[inked][:, None]
    return RedInk(inked, without, _seals(inked))


def _seals(inked: NDArray[np.bool_]) -> tuple[Bounds, ...]:
    least = SEAL * max(inked.shape)
    gap = max(3, round(least / 8))
    joined = closed(inked.astype(np.uint8), gap, gap)
    return tuple(
        (left, top, left + width, top + height)
        for left, top, width, height in areas(joined)
        if min(width, height) >= least
    )


def is_red_type(corners: Corners, picture: Picture, ink: RedInk) -> bool:
    """Whether a line is printed in red, and is not that of a seal."""
    left, top = np.maximum(corners.min(axis=0), 0).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int)
    dark = picture[top:bottom, left:right].min(axis=2) < DARK
    red = np.count_nonzero(ink.mask[top:bottom, left:right])
    if red < MOSTLY * np.count_nonzero(dark):
        return False
    return not any(_is_within((left, top, right, bottom), seal) for seal in ink.seals)


def _is_within(line: Bounds, seal: Bounds) -> bool:
    slack = SLACK * min(seal[2] - seal[0], seal[3] - seal[1])
    low = line[0] > seal[0] - slack and line[1] > seal[1] - slack
    return low and line[2] < seal[2] + slack and line[3] < seal[3] + slack
