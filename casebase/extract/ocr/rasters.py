"""The door to OpenCV, which comes with rapidocr: pictures resized, turned, searched."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Picture: TypeAlias = NDArray[np.uint8]  # height × width × 3, RGB
Grey: TypeAlias = NDArray[np.uint8]  # height × width
Numbers: TypeAlias = NDArray[np.float64]
Corners: TypeAlias = Numbers  # 4 × 2, x and y in pixels, clockwise from the upper left
Area = tuple[int, int, int, int]  # left, top, width, height in pixels


def reduced(picture: Picture, most: int) -> Picture:
    """The picture with no more than `most` pixels."""
    import cv2  # noqa: PLC0415 - few files need it

    height, width = picture.shape[:2]
    scale = min(1.0, (most / (height * width)) ** 0.5)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


def grey(picture: Picture) -> Grey:
    """Its brightness."""
    import cv2  # noqa: PLC0415 - few files need it

    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def cut_out(picture: Picture, corners: Corners, width: int, height: int) -> Picture:
    """What stands between the corners, as an upright rectangle of that size."""
    import cv2  # noqa: PLC0415 - few files need it

    upright = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), upright)
    found = cv2.warpPerspective(
        picture,
        matrix,
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(found, dtype=np.uint8)


def levelled(picture: Grey, slope: float) -> tuple[Grey, Numbers]:
    """The picture turned so that what had that slope is level, and the way back.

    The way back is a matrix of 2 × 3, to be multiplied with (x, y, 1).
    """
    import cv2  # noqa: PLC0415 - few files need it

    height, width = picture.shape[:2]
    angle = float(np.degrees(np.arctan(slope)))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(
        picture, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE
    )
    back = cv2.invertAffineTransform(matrix)
    return np.asarray(turned, dtype=np.uint8), np.asarray(back, dtype=np.float64)


def median(picture: Grey, reach: int) -> Grey:
    """Each pixel as the median of those around it."""
    import cv2  # noqa: PLC0415 - few files need it

    return np.asarray(cv2.medianBlur(picture, reach | 1), dtype=np.uint8)


def opened(mask: Grey, width: int, height: int) -> Grey:
    """What of `mask` is at least that wide and high."""
    import cv2  # noqa: PLC0415 - few files need it

    window = np.ones((height, width), np.uint8)
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, window), dtype=np.uint8)


def closed(mask: Grey, width: int, height: int) -> Grey:
    """`mask` without gaps that are less than that wide and high."""
    import cv2  # noqa: PLC0415 - few files need it

    window = np.ones((height, width), np.uint8)
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, window), dtype=np.uint8)


def areas(mask: Grey) -> list[Area]:
    """The bounds of everything in `mask` that hangs together."""
    import cv2  # noqa: PLC0415 - few files need it

    found = cv2.connectedComponentsWithStats(mask)[2]
    return [
        (int(left), int(top), int(width), int(height))
        for left, top, width, height, _ in found[1:]
    ]
