"""Drawn lines that go on one another, made one: tables are drawn cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_NEAR = 1.5  # points: lines so near are one


class Rectangle(NamedTuple):
    """In points from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float


def merged(rules: Sequence[Rectangle]) -> list[Rectangle]:
    """`rules` with those that go on one another, as the sides of cells do, as one."""
    level = [one for one in rules if one.right - one.left >= one.bottom - one.top]
    upright = [one for one in rules if one.right - one.left < one.bottom - one.top]
    flipped = _joined([_flipped(one) for one in upright])
    return _joined(level) + [_flipped(one) for one in flipped]


def _flipped(one: Rectangle) -> Rectangle:
    return Rectangle(one.top, one.left, one.bottom, one.right)


def _joined(level: list[Rectangle]) -> list[Rectangle]:
    """Level lines, those at one height that touch joined."""
    heights: list[list[Rectangle]] = []
    for one in sorted(level, key=lambda one: (one.top + one.bottom, one)):
        last = heights[-1][-1] if heights else one
        apart = (one.top + one.bottom - last.top - last.bottom) / 2
        if heights and apart <= _NEAR:
            heights[-1].append(one)
        else:
            heights.append([one])
    joined: list[Rectangle] = []
    for lines in heights:
        parts: list[Rectangle] = []
        for one in sorted(lines):
            if parts and one.left <= parts[-1].right + _NEAR:
                last = parts[-1]
                parts[-1] = Rectangle(
                    last.left,
                    min(last.top, one.top),
                    max(last.right, one.right),
                    max(last.bottom, one.bottom),
                )
            else:
                parts.append(one)
        joined += parts
    return joined
