"""Drawn vertical lines, which no run of type goes through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple


class Wall(NamedTuple):
    """A vertical line, in points from the upper left corner."""

    x: float
    top: float
    bottom: float


class Walls:
    """Tells whether two places are parted by a line."""

    def __init__(self, walls: Iterable[Wall]) -> None:
        self._walls = sorted(walls)
        self._xs = [wall.x for wall in self._walls]

    def part(self, left: float, right: float, height: float) -> bool:
        """Whether a line stands between two places at one height."""
        at = bisect_left(self._xs, left)
        while at < len(self._walls) and self._walls[at].x < right:
            if self._walls[at].top <= height <= self._walls[at].bottom:
                return True
            at += 1
        return False
