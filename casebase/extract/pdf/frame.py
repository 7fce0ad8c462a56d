"""The page as it is shown: upright, measured in points from its upper left corner.

PDF counts from a lower left corner that may lie anywhere, and shows pages cropped and
turned (ISO 32000-1, 14.11.2 and 7.7.3.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casebase.place import Box

QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """Where points of the file's own space stand on the page as shown.

    A point (x, y) stands at (a·x + c·y + e, b·x + d·y + f), counted rightwards and
    downwards from the upper left corner.
    """

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file's space stands, in points."""
        return (
            self.a * x + self.c * y + self.e,
            self.b * x + self.d * y + self.f,
        )

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Which way a vector of the file's space points on the page."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def within(self, matrix: Sequence[float]) -> Frame:
        """The frame of what is drawn through a matrix, such as a form."""
        a, b, c, d, e, f = matrix
        ax, ay = self.direction(a, b)
        cx, cy = self.direction(c, d)
        ex, ey = self.point(e, f)
        return Frame(ax, ay, cx, cy, ex, ey, self.width, self.height)

    def turned(self, quarters: int) -> Frame:
        """The frame of the page turned clockwise by so many right angles."""
        frame = self
        for _ in range(quarters % QUARTERS):
            frame = Frame(
                a=-frame.b,
                b=frame.a,
                c=-frame.d,
                d=frame.c,
                e=frame.height - frame.f,
                f=frame.e,
                width=frame.height,
                height=frame.width,
            )
        return frame

    def share(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A rectangle in points as shares of the page, cut at its edges."""
        return Box(
            _within(left / self.width),
            _within(top / self.height),
            _within(right / self.width),
            _within(bottom / self.height),
        )


def upright(left: float, bottom: float, right: float, top: float, turns: int) -> Frame:
    """The frame of a page whose visible part is given, shown turned clockwise."""
    frame = Frame(1.0, 0.0, 0.0, -1.0, -left, top, right - left, top - bottom)
    return frame.turned(turns)


def turned_box(box: Box, quarters: int) -> Box:
    """Where a rectangle stands after its page is turned clockwise."""
    for _ in range(quarters % QUARTERS):
        box = Box(1.0 - box.bottom, box.left, 1.0 - box.top, box.right)
    return box


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)
