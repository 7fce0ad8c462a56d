"""Columns of tables whose cells came as loose pieces, wrapped and run together.

The pieces of a row are known, and how many columns there may be is told by the head.
Which pieces make one cell is found by comparing the rows: values of one column are
alike in kind, length, beginning and end. That is learnt from the rows themselves, first
from all ways to cut them, then from the best ones, as k-means does (Lloyd 1982); the
best way to cut a row is found by dynamic programming.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import log

from casebase.document import Row
from casebase.text.typesetting import is_han, width

Pieces = tuple[str, ...]

ROUNDS = 6
MOST_PIECES = 16  # of a row
MOST_WAYS = 200  # to cut a row, looked at before anything is known
MOST_COLUMNS = 8
FEWEST_ROWS = 4
WRAPPED = 0.6  # of the rows have a piece as wide as the column: its line was full
PLAY = 1.6  # characters by which full lines differ
LONG = 4.0  # characters: shorter pieces are no full lines
PURE = 0.75  # of a column's values are alike, on average
BROKEN = 3.0  # what a line that goes on though it was not full costs
UNLIKELY = 0.05  # how likely such a line is before anything is known
RARE = 0.3  # what has not been seen counts so often
_NUMBER = re.compile(r"[-+]?[0-9][0-9,.]*+[%％]?")
_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:[年./-].{0,6})?")
_GLUED = re.compile(r"(?<=[0-9])\s+(?=[年月日届级项个名])|(?<=[A-Za-z])\s+(?=[A-Za-z])")


def columns_of(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Row] | None:
    """The head and the rows in columns; None where the columns are not clear.

    Args:
        head: The lines of the head.
        rows: The lines of each row.
    """
    names = _pieces(head)
    cut = [_pieces(row) for row in rows]
    if all(len(row) == len(names) > 1 for row in cut):
        return [names, *cut]
    few = min(map(len, cut), default=0)
    if len(cut) < FEWEST_ROWS or max(map(len, cut)) > MOST_PIECES:
        return None
    counts = range(max(map(len, map(str.split, head))), min(len(names), few) + 1)
    found: list[tuple[float, float, list[Row]]] = []
    for count in counts:
        if 1 < count <= MOST_COLUMNS:
            for usual in (_repeated(cut), frozenset[str]()):
                body = _fitted(cut, count, usual)
                made = [_head(head, count), *map(_texts, body)]
                found.append((round(_likeness(body), 2), _fit(body), made))
    best = max(found, key=lambda it: it[:2], default=(0.0, 0.0, []))
    return best[2] if best[0] >= PURE else None


def _pieces(lines: Iterable[str]) -> Pieces:
    return tuple(
        piece.replace("\x00", " ")
        for line in lines
        for piece in _GLUED.sub("\x00", line).split()
    )


# --- what a column is like ----------------------------------------------------------


@dataclass(slots=True)
class _Column:
    """What has been seen of a column, and how often."""

    seen: Counter[tuple[str, object]] = field(default_factory=Counter)
    total: float = 0.0
    wide: float = 0.0  # the widest piece

    def add(self, cell: Pieces, weight: float) -> None:
        self.total += weight
        self.wide = max(self.wide, *map(width, cell))
        for feature in _features(cell):
            self.seen[feature] += weight  # type: ignore[assignment]  # weights are shares

    def fit(self, cell: Pieces) -> float:
        """How well a cell fits, the higher the better; 0 at most."""
        fit = sum(
            log((self.seen[feature] + RARE) / (self.total + 10 * RARE))
            for feature in _features(cell)
        )
        broken = sum(width(piece) < self.wide - 2 * PLAY for piece in cell[:-1])
        return fit - BROKEN * (broken + _swelling(cell))


def _swelling(cell: Pieces) -> int:
    """How many lines of a cell are shorter than the next: they were not full."""
    return sum(width(one) + PLAY < width(other) for one, other in pairwise(cell))


def _features(cell: Pieces) -> list[tuple[str, object]]:
    text = "".join(cell)
    return [
        ("kind", _kind(text)),
        ("first", text[:1]),
        ("last", text[-1:]),
        ("length", round(2 * log(len(text)))),
        ("whole", text),
    ]


def _kind(text: str) -> str:
    if _NUMBER.fullmatch(text):
        return "number"
    if _DATE.fullmatch(text):
        return "date"
    return "words" if any(map(is_han, text)) else "signs"


# --- rows cut into cells ------------------------------------------------------------


def _fitted(
    rows: Sequence[Pieces], count: int, usual: frozenset[str]
) -> list[list[Pieces]]:
    columns = [_Column() for _ in range(count)]
    for row in rows:
        ways = [_cells(row, way) for way in _ways(len(row), count)]
        weights = [
            UNLIKELY ** sum(_swelling(cell) + _hidden(cell, usual) for cell in way)
            for way in ways
        ]
        for way, weight in zip(ways, weights, strict=True):
            for column, cell in zip(columns, way, strict=True):
                column.add(cell, weight / sum(weights))
    for column in columns:
        column.wide = 0.0
    cut = [_best(row, columns) for row in rows]
    for _ in range(ROUNDS):
        columns = _learnt(cut)
        again = [_best(row, columns) for row in rows]
        if again == cut:
            break
        cut = again
    return cut


def _learnt(rows: Sequence[Sequence[Pieces]]) -> list[_Column]:
    columns = [_Column() for _ in rows[0]]
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            column.add(cell, 1.0)
    return columns


def _fit(rows: Sequence[Sequence[Pieces]]) -> float:
    """How well all cells fit the columns that they make."""
    columns = _learnt(rows)
    return sum(
        column.fit(cell)
        for row in rows
        for column, cell in zip(columns, row, strict=True)
    )


def _repeated(rows: Sequence[Pieces]) -> frozenset[str]:
    """Short pieces that several rows have, such as 省级: they may be values."""
    tally = Counter(piece for row in rows for piece in set(row[1:]))
    return frozenset(
        piece for piece, times in tally.items() if times > 1 and width(piece) < LONG
    )


def _hidden(cell: Pieces, usual: frozenset[str]) -> int:
    """How many such values are but a part of a cell."""
    return sum(piece in usual for piece in cell) if len(cell) > 1 else 0


def _ways(pieces: int, count: int) -> list[tuple[int, ...]]:
    """Where a row may be cut; the first cell is one piece, the number of the row."""
    ways: list[tuple[int, ...]] = []
    for inner in combinations(range(2, pieces), count - 2):
        ways.append((1, *inner))
        if len(ways) == MOST_WAYS:
            break
    return ways


def _cells(row: Pieces, way: tuple[int, ...]) -> list[Pieces]:
    edges = (0, *way, len(row))
    return [row[start:end] for start, end in pairwise(edges)]


def _best(row: Pieces, columns: Sequence[_Column]) -> list[Pieces]:
    """The row cut so that its cells fit the columns best."""
    size = len(row)
    best: list[dict[int, tuple[float, int]]] = [{1: (0.0, 0)}]
    for column in columns[1:]:
        here: dict[int, tuple[float, int]] = {}
        for end in range(2, size + 1):
            options = [
                (score + column.fit(row[start:end]), start)
                for start, (score, _) in best[-1].items()
                if start < end
            ]
            if options:
                here[end] = max(options)
        best.append(here)
    edges = [size]
    for steps in reversed(best[1:]):
        edges.append(steps[edges[-1]][1])
    return _cells(row, tuple(reversed(edges[1:])))


def _texts(row: Sequence[Pieces]) -> Row:
    return tuple("".join(cell) for cell in row)


def _head(lines: Sequence[str], count: int) -> Row:
    """The names of the columns: what stands on lines of their own goes on."""
    names: list[str] = []
    for line in lines:
        parts = _pieces([line])
        if len(names) + len(parts) <= count:
            names += parts
        else:
            room = count - len(names)
            joined = len(parts) - room
            if names:
                names[-1] += "".join(parts[:joined])
            names += parts[joined:]
    return tuple(names + [""] * (count - len(names)))


# --- whether it is clear ------------------------------------------------------------


def _likeness(rows: Sequence[Sequence[Pieces]]) -> float:
    """How alike the values of the columns are, 1 at most; less for cut-off lines."""
    columns = list(zip(*rows, strict=True))[1:]
    alike = [_alike(column) for column in columns]
    torn = sum(_is_torn(one, other) for one, other in pairwise(columns))
    return sum(alike) / len(alike) - torn


def _alike(column: Sequence[Pieces]) -> float:
    """The share of values of one kind, end or wording."""
    texts = ["".join(cell) for cell in column]
    kinds = Counter(kind for text in texts if (kind := _kind(text)) != "words")
    lasts = Counter(text[-2:] for text in texts).most_common(3)
    most = max([*kinds.values(), sum(count for _, count in lasts)])
    return most / len(texts)


def _is_torn(column: Sequence[Pieces], after: Sequence[Pieces]) -> bool:
    """Whether most values end with a full line, so that they go on in the next."""
    widths = [width(cell[-1]) for cell in column]
    full = sum(max(widths) - it <= PLAY for it in widths)
    words = sum(_kind("".join(cell)) == "words" for cell in after)
    different = len({"".join(cell) for cell in column}) > len(column) / 2
    wrapped = max(widths) > LONG and full >= WRAPPED * len(widths)
    mixed = different and _alike(column) < PURE
    return wrapped and mixed and words > len(after) / 2
