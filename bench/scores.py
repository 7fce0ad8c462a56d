"""A reading held against the truth."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.measures import (
    cells_right,
    character_error,
    forbidden_in,
    in_sequence,
    order,
    squeezed,
    without,
)
from bench.readings import Read
from bench.truth import Truth

Share = tuple[int, int]  # how many are right, of how many


@dataclass(frozen=True)
class Score:
    """How well one file was read; None where its truth says nothing.

    Attributes:
        error: Edit distance over the length of the truth.
        order: The share of the truth's chunks found in sequence.
        anchors: Those found in order; of a law, its articles; of a compilation, the
            titles of its pieces.
        forbidden: The strings that should not be there.
        title: Whether it is right.
        date: Whether it is right.
        cases: Those with the right title and first page.
        cells: Of its tables.
    """

    error: float | None = None
    order: float | None = None
    anchors: Share | None = None
    forbidden: list[str] = field(default_factory=list)
    title: bool | None = None
    date: bool | None = None
    cases: Share | None = None
    cells: Share | None = None


def score(read: Read, truth: Truth, case_pages: dict[int, int] | None = None) -> Score:
    """The score of one reading.

    Args:
        read: What the product made of the file.
        truth: What is known of it.
        case_pages: The page on which each case begins, by its number.
    """
    found = squeezed(read.text)
    body, missing = without(found, truth.floating)
    full = truth.text + missing
    return Score(
        error=character_error(body, full) if truth.text else None,
        order=order(body, full) if truth.text else None,
        anchors=_anchors(read, truth, found),
        forbidden=forbidden_in(
            found, truth.forbidden, truth.text + "".join(truth.floating)
        ),
        title=squeezed(read.title) == truth.title if truth.title else None,
        date=read.date == truth.date if truth.date else None,
        cases=_cases(read, truth, case_pages or {}),
        cells=_cells(read, truth),
    )


def _anchors(read: Read, truth: Truth, found: str) -> Share | None:
    if truth.articles:
        return min(len(set(read.anchors)), truth.articles), truth.articles
    if truth.items:
        titles = "\n".join(map(squeezed, read.items))
        return in_sequence(truth.items, titles), len(truth.items)
    if truth.anchors:
        return in_sequence(truth.anchors, found), len(truth.anchors)
    return None


def _cases(read: Read, truth: Truth, pages: dict[int, int]) -> Share | None:
    if not truth.cases:
        return None
    said = {number: (squeezed(title), first) for number, title, first in read.cases}
    right = sum(
        number in said
        and said[number][0] == title
        and said[number][1][:1] == [pages.get(number)]
        for number, title in truth.cases
    )
    return right, len(truth.cases)


def _cells(read: Read, truth: Truth) -> Share | None:
    if not truth.tables:
        return None
    counted = [cells_right(read.tables, table) for table in truth.tables]
    return sum(right for right, _ in counted), sum(total for _, total in counted)
