"""From a picture to lines of type: found, turned upright, read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from casebase.extract.ocr.engine import Engine
from casebase.extract.ocr.extent import close_around
from casebase.extract.ocr.ink import is_red_type, red_ink
from casebase.extract.ocr.rasters import Corners, Picture, cut_out, reduced

FINDING = 900_000  # pixels of the picture in which lines are looked for
TALL = 1.5  # times as high as wide: a line that stands on its side
SAMPLE = 5  # lines that tell which side is up
SURE = 0.9  # mean certainty of lines that are the right way up
CLEARER = 0.1  # by which the other way up must be better
MIN_SIDE = 4.0  # pixels


@dataclass(frozen=True, slots=True)
class Seen:
    """A line as it was read: where its type stands, its words, how sure they are."""

    corners: Corners
    text: str
    score: float


def read_lines(picture: Picture, engine: Engine) -> tuple[Picture, list[Seen]]:
    """The picture turned upright, and its lines in no order.

    What a red seal lies on is read as if it were not there.
    """
    picture, corners = _upright(picture, engine)
    ink = red_ink(picture)
    if ink is None:
        return picture, _read(picture, corners, engine)
    black = _find(ink.without, engine)
    red = [one for one in corners if is_red_type(one, picture, ink)]
    red = [one for one in red if not _is_over(one, black)]
    return picture, [*_read(ink.without, black, engine), *_read(picture, red, engine)]


def _upright(picture: Picture, engine: Engine) -> tuple[Picture, list[Corners]]:
    corners = _find(picture, engine)
    if _lies(corners):
        picture = np.ascontiguousarray(np.rot90(picture))
        corners = _find(picture, engine)
    if _upside_down(picture, corners, engine):
        picture = np.ascontiguousarray(np.rot90(picture, 2))
        corners = [_turned(one, picture) for one in corners]
    return picture, corners


def _is_over(corners: Corners, others: Sequence[Corners]) -> bool:
    x, y = corners.mean(axis=0)
    return any(
        other[:, 0].min() < x < other[:, 0].max()
        and other[:, 1].min() < y < other[:, 1].max()
        for other in others
    )


def _find(picture: Picture, engine: Engine) -> list[Corners]:
    """The corners of lines, looked for in a picture of bounded size."""
    small = reduced(picture, FINDING)
    (height, width), (down, across) = picture.shape[:2], small.shape[:2]
    back = np.array([width / across, height / down])
    found = [one * back for one in engine.find(small)]
    return [one for one in found if min(sides(one)) >= MIN_SIDE]


def sides(corners: Corners) -> tuple[float, float]:
    """Width and height of the line itself, however it is turned."""
    a, b, c, d = corners
    across = max(np.hypot(*(b - a)), np.hypot(*(c - d)))
    down = max(np.hypot(*(d - a)), np.hypot(*(c - b)))
    return float(across), float(down)


def _lies(corners: Sequence[Corners]) -> bool:
    """Whether most of what is there stands on its side."""
    each = [sides(one) for one in corners]
    long = [max(side) ** 2 for side in each if max(side) > TALL * min(side)]
    tall = [down**2 for across, down in each if down > TALL * across]
    return sum(tall) > sum(long) / 2


def _upside_down(picture: Picture, corners: Sequence[Corners], engine: Engine) -> bool:
    longest = sorted(corners, key=lambda one: -sides(one)[0])[:SAMPLE]
    if not longest:
        return False
    lines = [crop(picture, one) for one in longest]
    upright = [engine.read(line)[1] for line in lines]
    if np.mean(upright) >= SURE:
        return False
    other = [engine.read(np.ascontiguousarray(np.rot90(line, 2)))[1] for line in lines]
    return bool(np.mean(other) > np.mean(upright) + CLEARER)


def _turned(corners: Corners, picture: Picture) -> Corners:
    height, width = picture.shape[:2]
    return np.roll(np.array([width, height]) - corners, 2, axis=0)


def _read(picture: Picture, corners: Sequence[Corners], engine: Engine) -> list[Seen]:
    return [_seen(picture, one, engine) for one in corners]


def _seen(picture: Picture, corners: Corners, engine: Engine) -> Seen:
    line = crop(picture, corners)
    return Seen(close_around(line, corners), *engine.read(line))


def crop(picture: Picture, corners: Corners) -> Picture:
    """The line itself, level, whatever its slope."""
    across, down = sides(corners)
    return cut_out(picture, corners, max(1, round(across)), max(1, round(down)))
