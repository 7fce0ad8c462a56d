"""Red ink: seals lie over the type that they certify, red heads are type themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casebase.extract.ocr.rasters import Corners, Picture, areas, closed

REDDER = 50  # levels of 255 by which red ink is redder than green and than blue
SOME = 0.0002  # share of the picture from which there is red ink on it
SEAL = 0.04  # of the page's longer side: the least that a seal is across
SLACK = 0.15  # of a seal's side, by which its type may stand out of it


@dataclass(frozen=True, slots=True)
class RedInk:
    """The red ink of a page.

    Attributes:
        without: The page as if it had none; what it covers is there.
        seals: What has the size of a seal: left, top, right, bottom in pixels.
    """

    without: Picture
    seals: tuple[tuple[int, int, int, int], ...]


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
    return RedInk(without, _seals(inked))


def _seals(inked: NDArray[np.bool_]) -> tuple[tuple[int, int, int, int], ...]:
    least = SEAL * max(inked.shape)
    gap = max(3, round(least / 8))
    joined = closed(inked.astype(np.uint8), gap, gap)
    return tuple(
        (left, top, left + width, top + height)
        for left, top, width, height in areas(joined)
        if min(width, height) >= least
    )


def on_seal(corners: Corners, seals: Sequence[tuple[int, int, int, int]]) -> bool:
    """Whether a line is the type of a seal: it stands within one."""
    low, high = corners.min(axis=0), corners.max(axis=0)
    for left, top, right, bottom in seals:
        slack = SLACK * min(right - left, bottom - top)
        inside = low[0] > left - slack and high[0] < right + slack
        if inside and low[1] > top - slack and high[1] < bottom + slack:
            return True
    return False
