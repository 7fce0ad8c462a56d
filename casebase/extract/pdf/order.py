"""Headlines that are drawn last, put where they stand.

Layout programs draw the columns first and the headline over them at the end; text in
order of drawing then has its title at the bottom.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from casebase.extract.pdf.rows import Row

_HEADLINE = 1.25  # times the size of the body type
_ABOVE = 0.9  # of the body's lines: what is above so many stands above the text
_BODY_PLAY = 0.1  # of the body size: the same type, rounded differently


def in_place(rows: list[Row]) -> list[Row]:
    """`rows` with a late headline, and what is drawn below it, before its text."""
    size = _body_size(rows)
    if not size:
        return rows
    for at, row in enumerate(rows):
        if row.size >= _HEADLINE * size and _is_late(rows[:at], row, size):
            return _moved(rows, at)
    return rows


def _body_size(rows: list[Row]) -> float:
    sizes = Counter[float]()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_late(before: list[Row], headline: Row, size: float) -> bool:
    """Whether most of the page's text is drawn before a headline that is above it."""
    body = [row for row in before if abs(row.size - size) <= _BODY_PLAY * size]
    above = sum(headline.y > row.y for row in body)
    return bool(body) and above >= _ABOVE * len(body)


def _moved(rows: list[Row], at: int) -> list[Row]:
    headline = rows[at]
    first = next(i for i, row in enumerate(rows) if row.y < headline.y)
    top = max(row.y for row in rows[first:at] if row.y < headline.y)
    block = list(takewhile(lambda row: row.y > top, rows[at:]))
    block.sort(key=lambda row: -row.y)
    return rows[:first] + block + rows[first:at] + rows[at + len(block) :]
