"""Which way up a page is, what a seal covers, what is drawn on it."""

from __future__ import annotations

import numpy as np
import pytest

from casebase.extract.ocr.drawn import drawn_lines
from casebase.extract.ocr.lines import FINDING, read_lines
from casebase.extract.ocr.rasters import Picture
from casebase.extract.ocr.recognition import recognise
from tests.extract.ocr.bars import HIGH, PAPER, Bars, bar, paper

RED = (210, 40, 45)


def page() -> Picture:
    done = paper()
    for line in range(12):
        bar(done, 160, 200 + 90 * line, 800 if line % 4 else 500)
    return done


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_is_turned_the_right_way_up(quarters: int) -> None:
    turned = np.ascontiguousarray(np.rot90(page(), quarters))
    found = recognise(
        turned, 4, (595.0, 842.0) if quarters % 2 == 0 else (842.0, 595.0), Bars()
    )
    assert found.page.size == (595.0, 842.0)
    assert found.certainty > 0.9
    boxes = sorted(
        (line.box for line in found.page.lines if line.box), key=lambda it: it.top
    )
    assert [round(box.left, 2) for box in boxes] == [0.13] * 12
    assert round(boxes[0].top, 2) == round(200 / 1700, 2)
    assert all(line.recognised for line in found.page.lines)
    assert found.page.placed
    assert found.page.number == 4


def test_type_has_a_size_in_points() -> None:
    found = recognise(page(), 1, (600.0, 850.0), Bars("支部" * 10))
    sizes = {round(line.size) for line in found.page.lines}
    assert sizes <= set(range(round(0.6 * HIGH / 2), HIGH // 2 + 1))


def test_doubtful_lines_are_left_out() -> None:
    found = recognise(page(), 1, (595.0, 842.0), Bars(sure=0.4, unsure=0.35))
    assert found.page.lines == ()
    assert found.certainty == 0.0


def test_an_empty_page() -> None:
    found = recognise(paper(), 1, (595.0, 842.0), Bars())
    assert found.page.lines == ()


def test_lines_are_looked_for_in_a_picture_of_bounded_size() -> None:
    engine = Bars()
    read_lines(np.full((5000, 4000, 3), PAPER, dtype=np.uint8), engine)
    ((height, width),) = engine.looked_at
    assert height * width < 1.01 * FINDING


def seal(on: Picture, x: int, y: int, radius: int) -> None:
    down, across = np.indices(on.shape[:2])
    far = np.hypot(across - x, down - y)
    ring = (radius - 12 < far) & (far < radius)
    star = (abs(across - x) + abs(down - y)) < radius // 3
    on[ring | star] = np.minimum(on[ring | star], RED)


def test_a_seal_hides_nothing() -> None:
    sealed = page()
    seal(sealed, 700, 900, 150)
    _, plain = read_lines(page(), Bars())
    _, seen = read_lines(sealed, Bars())
    assert len(seen) == len(plain)
    assert min(one.score for one in seen) > 0.9
    widths = sorted(round(np.ptp(one.corners[:, 0]), -2) for one in seen)
    assert widths == sorted(round(np.ptp(one.corners[:, 0]), -2) for one in plain)


def test_a_red_head_is_read() -> None:
    headed = page()
    headed[80:130, 300:900] = RED
    headed[113:130, 300:317] = PAPER
    _, seen = read_lines(headed, Bars())
    assert len(seen) == 13
    assert min(one.corners[:, 1].min() for one in seen) < 100


@pytest.mark.parametrize("slope", [-0.05, 0.0, 0.03])
def test_drawn_lines(slope: float) -> None:
    drawn = paper()
    for x in range(200, 1000):
        y = round(600 + slope * (x - 600))
        drawn[y : y + 3, x] = 90
        drawn[y + 400 : y + 403, x] = 90
    lines = drawn_lines(drawn, slope)
    assert len(lines) == 2
    for line in lines:
        assert abs(np.ptp(line[:, 0]) - 800) < 40


def test_type_is_no_drawn_line() -> None:
    assert recognise(page(), 1, (595.0, 842.0), Bars()).page.rules == ()
