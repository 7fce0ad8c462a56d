"""The time to order a page grows with what stands on it, not faster."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from casebase.document import Line, Page
from casebase.place import Box
from casebase.repair.columns import in_order
from casebase.repair.furniture import without_furniture

SMALL, TIMES = 2_000, 4
Span = tuple[float, float, float]  # left, top, right


def scattered(count: int) -> Iterator[Span]:
    for number in range(count):
        left = number * 7919 % count / count * 0.9
        yield left, number * 104_729 % count / count, left + 0.05


def grid(count: int) -> Iterator[Span]:
    side = int(count**0.5)
    for number in range(side * side):
        row, column = divmod(number, side)
        yield column / side, row / side, (column + 0.6) / side


def stairs(count: int) -> Iterator[Span]:
    for number in range(count):
        left = number * 0.5 / count
        yield left, number / count, left + 0.4


def heap(count: int) -> Iterator[Span]:
    for _ in range(count):
        yield 0.1, 0.5, 0.9


def five_columns(count: int) -> Iterator[Span]:
    for number in range(count):
        left = number % 5 * 0.2
        yield left, number // 5 * 5 / count, left + 0.18


def page(spans: Iterator[Span], height: float) -> Page:
    lines = tuple(
        Line(
            "支部建在专业上，党员走在前",
            box=Box(left, top, right, min(top + height, 1.0)),
            size=height * 800,
        )
        for left, top, right in spans
    )
    return Page(1, lines, placed=True, size=(600.0, 800.0))


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


@pytest.mark.parametrize(
    "spans", [scattered, grid, stairs, heap, five_columns], ids=lambda it: it.__name__
)
def test_heaps_of_type_are_ordered_in_linear_time(
    spans: Callable[[int], Iterator[Span]],
) -> None:
    def took(count: int) -> float:
        made = page(spans(count), 2.0 / count)
        return seconds(lambda: in_order(without_furniture([made])[0]))

    base = min(took(SMALL) for _ in range(2))
    # Quadratic work would take sixteen times as long, linear work four.
    assert took(SMALL * TIMES) < max(4.0, base * TIMES * 2.5)
