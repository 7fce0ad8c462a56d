"""The places of lines, put together as the places of their paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from casebase.place import Box, Place


def places_of(lines: Iterable[tuple[int | None, Box | None]]) -> tuple[Place, ...]:
    """One place for each column or page that lines of one paragraph run through.

    Args:
        lines: Of each line its page and its box, in reading order.
    """
    found: list[Place] = []
    for page, box in lines:
        if page is None or box is None:
            continue
        if found and found[-1].page == page and _goes_on(found[-1].box, box):
            found[-1] = Place(page, _around(found[-1].box, box))
        else:
            found.append(Place(page, box))
    return tuple(found)


def _goes_on(above: Box, line: Box) -> bool:
    """Whether the line stands in the same column and not above."""
    same_column = line.left < above.right and line.right > above.left
    return same_column and line.bottom > above.top


def _around(one: Box, two: Box) -> Box:
    return Box(
        min(one.left, two.left),
        min(one.top, two.top),
        max(one.right, two.right),
        max(one.bottom, two.bottom),
    )
