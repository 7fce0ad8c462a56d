"""Where text stands on the pages of its document, so that it can be shown there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page as it is shown, upright.

    All four are shares of the page's width and height, from 0 to 1, counted from its
    upper left corner, so that they hold for a picture of the page of any size.
    """

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where text stands: a rectangle on a page, 1-based."""

    page: int
    box: Box
