"""Where a paragraph stands: one place for each column and page it runs through."""

from __future__ import annotations

import pytest

from casebase.place import Box, Place
from casebase.repair.paragraphs.places import places_of

FIRST = Box(0.1, 0.80, 0.45, 0.82)
SECOND = Box(0.08, 0.83, 0.44, 0.85)
NEXT_COLUMN = Box(0.55, 0.10, 0.90, 0.12)
NEXT_COLUMN_TOO = Box(0.55, 0.13, 0.70, 0.15)


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ([], ()),
        ([(1, None), (None, FIRST)], ()),
        ([(1, FIRST)], (Place(1, FIRST),)),
        ([(1, FIRST), (1, SECOND)], (Place(1, Box(0.08, 0.80, 0.45, 0.85)),)),
        (
            [(1, FIRST), (1, NEXT_COLUMN), (1, NEXT_COLUMN_TOO)],
            (Place(1, FIRST), Place(1, Box(0.55, 0.10, 0.90, 0.15))),
        ),
        ([(1, FIRST), (2, FIRST)], (Place(1, FIRST), Place(2, FIRST))),
        (  # a full column, and its rest beside the middle of it
            [
                (1, Box(0.1, 0.1, 0.45, 0.9)),
                (1, Box(0.55, 0.5, 0.9, 0.52)),
            ],
            (
                Place(1, Box(0.1, 0.1, 0.45, 0.9)),
                Place(1, Box(0.55, 0.5, 0.9, 0.52)),
            ),
        ),
    ],
)
def test_places(
    lines: list[tuple[int | None, Box | None]], places: tuple[Place, ...]
) -> None:
    assert places_of(lines) == places
