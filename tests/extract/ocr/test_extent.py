"""Where the type of a line begins and ends within what was found of it."""

from __future__ import annotations

import numpy as np
import pytest

from casebase.extract.ocr.extent import close_around
from casebase.extract.ocr.rasters import Corners, Picture
from tests.extract.ocr.bars import INK, PAPER

WIDE, HIGH = 400, 60
FOUND: Corners = np.array([[100, 50], [500, 50], [500, 110], [100, 110]], dtype=float)


def line(left: int, top: int, right: int, bottom: int) -> Picture:
    """Strokes with gaps, as characters are, on paper with some noise."""
    noise = np.random.default_rng(1).normal(0, 6, (HIGH, WIDE))
    grey = np.full((HIGH, WIDE), float(PAPER)) + noise
    for x in range(left, right, 8):
        grey[top:bottom, x : min(x + 3, right)] = INK
    return np.repeat(grey.clip(0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


@pytest.mark.parametrize(
    ("left", "top", "right", "bottom"),
    [(20, 12, 383, 48), (0, 0, 395, 60), (60, 20, 111, 40), (5, 14, 200, 50)],
)
def test_the_edges_of_type(left: int, top: int, right: int, bottom: int) -> None:
    moved = close_around(line(left, top, right, bottom), FOUND)
    wanted = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
    assert np.abs(moved - wanted - (100, 50)).max() <= 3


def test_strokes_of_the_neighbours_are_left_out() -> None:
    shown = np.minimum(line(20, 16, 380, 46), line(20, 0, 380, 5))
    assert close_around(shown, FOUND)[0, 1] - 50 >= 14


def test_white_on_black() -> None:
    moved = close_around(255 - line(20, 12, 383, 48), FOUND)
    assert np.abs(moved[0] - (120, 62)).max() <= 3


def test_paper_alone_keeps_its_bounds() -> None:
    blank = np.full((HIGH, WIDE, 3), PAPER, dtype=np.uint8)
    assert np.array_equal(close_around(blank, FOUND), FOUND)


def test_leaning_lines_lean_still() -> None:
    leaning = FOUND + np.array([[0, 0], [0, 30], [0, 30], [0, 0]])
    moved = close_around(line(0, 12, 397, 48), leaning)
    assert (
        abs((moved[1, 1] - moved[0, 1]) / (moved[1, 0] - moved[0, 0]) - 30 / 400) < 0.01
    )
