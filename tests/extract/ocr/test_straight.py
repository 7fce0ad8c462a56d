"""Places as on a page that lies straight, however it lay."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.extract.ocr.rasters import Corners, Numbers
from casebase.extract.ocr.straight import lie_of

SIZE = (1600, 2260)
LEVEL = 0.004  # of a slope: a third of a line's height over the page


def page(columns: int = 2, lines: int = 30) -> list[Corners]:
    """Lines in columns; every fifth is indented, every seventh ends short."""
    wide = 1300 / columns
    return [
        box(
            150 + column * wide + 60 * (line % 5 == 0),
            160 + line * 62,
            150 + (column + 1) * wide - 50 - 200 * (line % 7 == 0),
        )
        for column in range(columns)
        for line in range(lines)
    ]


def box(left: float, top: float, right: float, high: float = 34) -> Corners:
    return np.array(
        [[left, top], [right, top], [right, top + high], [left, top + high]],
        dtype=np.float64,
    )


def turned(corners: Corners, degrees: float) -> Corners:
    angle, centre = np.radians(degrees), np.array(SIZE) / 2
    matrix = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    done: Numbers = (corners - centre) @ matrix + centre
    return done


def photographed(corners: Corners, across: float, down: float) -> Corners:
    """Seen from aside and from below, by so much of the page's size."""
    u, v = ((corners - np.array(SIZE) / 2) / SIZE[0]).T
    far = 1 + across * u + down * v
    return np.stack([u / far, v / far], axis=1) * SIZE[0] + np.array(SIZE) / 2


def slopes(corners: list[Corners]) -> Numbers:
    points = np.array(corners)
    run = points[:, 1] - points[:, 0]
    found: Numbers = run[:, 1] / run[:, 0]
    return found


def lefts(corners: list[Corners]) -> Numbers:
    """Where the lines of the first column begin that are not indented."""
    return np.array([one[0, 0] for at, one in enumerate(corners[:30]) if at % 5])


@settings(max_examples=30, deadline=None)
@given(st.floats(-8, 8), st.integers(1, 4))
def test_a_turned_page(degrees: float, columns: int) -> None:
    askew = [turned(one, degrees) for one in page(columns)]
    lie = lie_of(askew, SIZE)
    straight = [lie.straight(one) for one in askew]
    assert np.abs(slopes(straight)).max() < LEVEL
    assert np.ptp(lefts(straight)) < 12
    assert np.abs(np.array(straight) - np.array(page(columns))).max() < 20


@pytest.mark.parametrize("across", [-0.1, 0.0, 0.1])
@pytest.mark.parametrize("down", [-0.1, 0.0, 0.1])
@pytest.mark.parametrize("degrees", [-4.0, 0.0, 3.0])
def test_a_photographed_page(across: float, down: float, degrees: float) -> None:
    askew = [turned(photographed(one, across, down), degrees) for one in page()]
    lie = lie_of(askew, SIZE)
    straight = [lie.straight(one) for one in askew]
    assert np.abs(slopes(straight)).max() < 2 * LEVEL
    assert np.ptp(lefts(straight)) < 30, "half of an indent"


def test_one_line_tells_its_slope_only() -> None:
    askew = turned(box(200, 400, 900), 5)
    straight = lie_of([askew], SIZE).straight(askew)
    assert abs(slopes([straight])[0]) < 1e-6


def test_no_lines() -> None:
    corners = box(1, 2, 30)
    assert np.array_equal(lie_of([], SIZE).straight(corners), corners)


def test_other_slopes_are_outvoted() -> None:
    strays = [turned(box(300 + 90 * at, 700, 520 + 90 * at), 40) for at in range(8)]
    askew = [turned(one, 2) for one in page()]
    lie = lie_of([*askew, *strays], SIZE)
    straight = [lie.straight(one) for one in askew]
    assert np.abs(slopes(straight)).max() < LEVEL
