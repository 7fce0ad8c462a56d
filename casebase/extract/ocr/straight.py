"""Where lines would stand had the page lain straight: skew, perspective, a bent sheet.

The pictures of the lines themselves are levelled one by one as they are read; only
their places must be made straight. The slopes of the lines over the page tell how it
lies, and the slopes of its margins tell the other direction; both are fitted by planes,
as a photograph of a flat page has them to first order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from casebase.extract.ocr.rasters import Corners, Numbers

LONG = 4.0  # times as wide as high: a line whose slope can be trusted
FEW = 8  # lines below which there is only one slope
MARGIN = 0.12  # the most that a margin may slope
REACH = 8.0  # heights of a line below it, within which its margin is looked for
ROUNDS = 8  # of weighting outliers down
LEAST_OFF = 1e-4  # of a slope: what fits better weighs no more


@dataclass(frozen=True, slots=True)
class Lie:
    """How a page lies in its picture.

    All is in units of the picture's width, counted from its middle.

    Attributes:
        size: Width and height of the picture in pixels.
        slope: Of most of the type.
        lines: What is left of a line's slope: everywhere, by place across, by place
            down.
        margins: How margins slope then: everywhere, by place across.
    """

    size: tuple[int, int]
    slope: float = 0.0
    lines: tuple[float, float, float] = (0.0, 0.0, 0.0)
    margins: tuple[float, float] = (0.0, 0.0)

    def straight(self, corners: Numbers) -> Numbers:
        """The corners of one or more quadrangles as on a straight page, in pixels."""
        width = self.size[0]
        centre = np.array(self.size) / 2
        points = _rotated((corners - centre) / width, self.slope)
        points = _upright(_level(points, self.lines), self.margins)
        return points * width + centre


def lie_of(corners: Sequence[Corners], size: tuple[int, int]) -> Lie:
    """How a page lies, by the lines of type on it.

    Args:
        corners: Of each line, clockwise from the upper left, in pixels.
        size: Width and height of the picture in pixels.
    """
    if not corners:
        return Lie(size)
    width, height = size
    points = (np.array(corners) - np.array([width, height]) / 2) / width
    slope = _slope(points)
    points = _rotated(points, slope)
    lines = _plane(points)
    margins = _spread(_level(points, lines))
    return Lie(size, slope, lines, margins)


def _slopes(points: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Of long lines: their middles, slopes and lengths; or of all, if none is long."""
    left = (points[:, 0] + points[:, 3]) / 2
    right = (points[:, 1] + points[:, 2]) / 2
    across = np.maximum(right[:, 0] - left[:, 0], 1e-6)
    heights = np.hypot(*(points[:, 3] - points[:, 0]).T)
    long = across > LONG * heights
    long = long if long.any() else np.ones_like(long)
    slopes = (right[:, 1] - left[:, 1]) / across
    return ((left + right) / 2)[long], slopes[long], across[long]


def _slope(points: Numbers) -> float:
    """The median of the type's slopes."""
    _, slopes, lengths = _slopes(points)
    order = np.argsort(slopes)
    share = np.cumsum(lengths[order]) / lengths.sum()
    return float(slopes[order][np.searchsorted(share, 0.5)])


def _rotated(points: Numbers, slope: float) -> Numbers:
    angle = -np.arctan(slope)
    cos, sin = np.cos(angle), np.sin(angle)
    turned: Numbers = points @ np.array([[cos, sin], [-sin, cos]])
    return turned


def _plane(points: Numbers) -> tuple[float, float, float]:
    """How slopes differ over the page."""
    middles, slopes, lengths = _slopes(points)
    if len(slopes) < FEW:
        return 0.0, 0.0, 0.0
    u, v = middles.T
    level, across, down = _fitted([np.ones_like(u), u, v], slopes, lengths)
    return float(level), float(across), float(down)


def _level(points: Numbers, plane: tuple[float, float, float]) -> Numbers:
    level, across, down = plane
    u, v = points[..., 0], points[..., 1]
    return np.stack([u, v - level * u - across * u**2 / 2 - down * u * v], axis=-1)


def _spread(points: Numbers) -> tuple[float, float]:
    """How margins slope over the page."""
    u, slopes, lengths = _margins(points)
    if len(slopes) < FEW:
        return 0.0, 0.0
    lean, spread = _fitted([np.ones_like(u), u], slopes, lengths)
    return float(lean), float(spread)


def _upright(points: Numbers, margins: tuple[float, float]) -> Numbers:
    lean, spread = margins
    u, v = points[..., 0], points[..., 1]
    return np.stack([u - (lean + spread * u) * v, v], axis=-1)


def _margins(points: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Of lines that begin, or end, about one above the other: where, how it slopes.

    The third is how far apart they are, which is how well that is known.
    """
    heights = np.hypot(*(points[:, 3] - points[:, 0]).T)[:, None]
    found = []
    for end in (0, 1):
        x, y = points[:, end].T
        down, shift = y - y[:, None], x - x[:, None]
        near = (down > heights / 2) & (down < REACH * heights)
        one, other = np.nonzero(near & (np.abs(shift) < MARGIN * down))
        apart = down[one, other]
        found.append(np.stack([x[one], shift[one, other] / apart, apart]))
    places, slopes, lengths = np.concatenate(found, axis=1)
    return places, slopes, lengths


def _fitted(terms: Sequence[Numbers], values: Numbers, weights: Numbers) -> Numbers:
    """Least absolute deviations by least squares weighted anew (Schlossmacher 1973)."""
    matrix = np.stack(terms, axis=1)
    found: Numbers = np.zeros(matrix.shape[1])
    trust = weights
    for _ in range(ROUNDS):
        root = np.sqrt(trust)
        solved = np.linalg.lstsq(matrix * root[:, None], values * root, rcond=None)
        found = np.asarray(solved[0], dtype=np.float64)
        trust = weights / np.maximum(np.abs(values - matrix @ found), LEAST_OFF)
    return found
