"""The margins of a placed page: the rows at its head and foot, from outside inwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from casebase.document import Line, Page
from casebase.place import Box

MARGIN = 0.15  # of the page's height
LEVEL = 0.5  # of the lower one's height: middles no farther apart are on one level
APART = 0.6  # of a row's height: the least white between a head and the text
WIDER = 1.5  # times the usual white between rows
WIDE_RULE = 0.55  # of the width that the page's type fills


@dataclass(frozen=True, slots=True)
class Row:
    """Lines on one level.

    Attributes:
        lines: From left to right.
        top: As `Box.top`.
        bottom: As `Box.bottom`.
        apart: Whether more white, or a drawn line, parts it from the row further in.
    """

    lines: tuple[Line, ...]
    top: float
    bottom: float
    apart: bool = False

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Margin:
    """The head or the foot of a page.

    Attributes:
        upper: Whether it is the head.
        rows: From the edge of the page inwards.
        rules: The heights of the wide lines drawn in it.
    """

    upper: bool
    rows: tuple[Row, ...]
    rules: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its margins.

    Attributes:
        page: As it was read.
        body: The size of most of its type.
        margins: Its head and its foot.
    """

    page: Page
    body: float
    margins: tuple[Margin, Margin]


def sheet_of(page: Page) -> Sheet:
    """A placed page with its margins."""
    rows = _rows(page.lines)
    rules = _wide_rules(page)
    sizes: Counter[float] = Counter()
    for line in page.lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    body = min(sizes, key=lambda size: (-sizes[size], size), default=0.0)
    usual = _usual(rows)
    head = [row for row in rows if row.middle < MARGIN]
    foot = [row for row in rows[::-1] if row.middle > 1 - MARGIN]
    upper = Margin(
        upper=True,
        rows=_told(head, rows, usual, rules),
        rules=tuple(height for height in rules if height < MARGIN),
    )
    lower = Margin(
        upper=False,
        rows=_told(foot, rows[::-1], usual, rules),
        rules=tuple(height for height in rules if height > 1 - MARGIN),
    )
    return Sheet(page, body, (upper, lower))


def _rows(lines: Iterable[Line]) -> list[Row]:
    """Lines on one level together, from top to bottom."""
    rows: list[list[tuple[Box, Line]]] = []
    boxed = [(line.box, line) for line in lines if line.box and not line.rows]
    for box, line in sorted(boxed, key=lambda one: (_middle(one[0]), one[0].left)):
        last = rows[-1][0][0] if rows else None
        if last and abs(_middle(last) - _middle(box)) <= LEVEL * _lower(last, box):
            rows[-1].append((box, line))
        else:
            rows.append([(box, line)])
    return [
        Row(
            tuple(line for _, line in sorted(row, key=lambda one: one[0].left)),
            min(box.top for box, _ in row),
            max(box.bottom for box, _ in row),
        )
        for row in rows
    ]


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _lower(one: Box, other: Box) -> float:
    return min(one.bottom - one.top, other.bottom - other.top)


def _usual(rows: Sequence[Row]) -> float:
    """The usual white between rows."""
    whites = [two.top - one.bottom for one, two in pairwise(rows)]
    return median(whites) if whites else 0.0


def _told(
    margin: Sequence[Row], rows: Sequence[Row], usual: float, rules: Sequence[float]
) -> tuple[Row, ...]:
    """The rows of a margin, each told apart from the next one inwards or not."""
    return tuple(
        Row(row.lines, row.top, row.bottom, _is_apart(row, inner, usual, rules))
        for row, inner in zip(margin, [*rows[1 : len(margin) + 1], None], strict=False)
    )


def _is_apart(
    row: Row, inner: Row | None, usual: float, rules: Sequence[float]
) -> bool:
    if inner is None:
        return True
    upper, lower = (row, inner) if row.middle < inner.middle else (inner, row)
    white = lower.top - upper.bottom
    least = max(APART * (row.bottom - row.top), WIDER * usual)
    parted = any(upper.middle < height < lower.middle for height in rules)
    return white >= least or parted


def _wide_rules(page: Page) -> list[float]:
    """The heights of the lines that are drawn across most of the type."""
    boxes = [line.box for line in page.lines if line.box]
    if not boxes:
        return []
    wide = max(box.right for box in boxes) - min(box.left for box in boxes)
    return sorted(
        (rule.top + rule.bottom) / 2
        for rule in page.rules
        if rule.right - rule.left >= WIDE_RULE * wide
        and rule.bottom - rule.top < rule.right - rule.left
    )
