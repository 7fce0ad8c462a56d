"""Watermarks: large words that other type is printed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casebase.document import Line
from casebase.place import Box
from casebase.repair.furniture.sheets import Sheet

LARGE = 1.8  # times the body's size
SMALLER = 0.75  # of its size: the type that is printed over it
SHARED = 0.3  # of the narrower one's width
SAME = 0.004  # of the page: places no farther apart are one
MOST = 60  # large lines of one page; a page with more is a poster


def watermarks(sheets: Sequence[Sheet]) -> dict[int, list[Line]]:
    """The watermarks of each page, by the page's identity.

    Words that lie under the text of one page stand at the same place of others.
    """
    large = {id(sheet): _large(sheet) for sheet in sheets}
    under = [
        line
        for sheet in sheets
        for line in large[id(sheet)]
        if _lies_under(line, sheet.page.lines)
    ]
    return {
        key: [line for line in lines if any(_are_one(line, other) for other in under)]
        for key, lines in large.items()
    }


def _large(sheet: Sheet) -> list[Line]:
    lines = [
        line
        for line in sheet.page.lines
        if line.size >= LARGE * sheet.body > 0 and not line.rows
    ]
    return lines if len(lines) <= MOST else []


def _lies_under(line: Line, others: Sequence[Line]) -> bool:
    box = line.box
    return box is not None and any(
        _covers(box, other) for other in _boxes(others, SMALLER * line.size)
    )


def _boxes(lines: Sequence[Line], most: float) -> Iterator[Box]:
    for line in lines:
        if line.box and 0 < line.size <= most and not line.rows:
            yield line.box


def _covers(box: Box, other: Box) -> bool:
    shared = min(box.right, other.right) - max(box.left, other.left)
    narrower = min(box.right - box.left, other.right - other.left)
    within = box.top < (other.top + other.bottom) / 2 < box.bottom
    return within and shared >= SHARED * narrower > 0


def _are_one(line: Line, other: Line) -> bool:
    one, two = line.box, other.box
    return (
        line.text == other.text
        and one is not None
        and two is not None
        and abs(one.left - two.left) <= SAME
        and abs(one.top - two.top) <= SAME
    )
