"""Texts as sequences of tokens, to look for patterns in.

A sequence is an array of numbers, one a character. Those of a token of several
characters are marked as its first, its last, or one between, so that equal numbers in
a row are equal tokens in a row. Arrays are searched at gigabytes a second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Units = NDArray[np.uint32]

_UNIT = np.dtype("<u4")
_CODES = 0x110000  # of Unicode; a mark is a multiple of it, added to the code
FIRST, BETWEEN, LAST = _CODES, 2 * _CODES, 3 * _CODES
EDGE = 4 * _CODES  # before every text, so that no phrase goes from one to the next
# What part of all texts may be copied together, before searching all is faster.
_COPIED = 1 / 4


@dataclass(frozen=True, slots=True)
class Part:
    """The values of one file: that of document n is at `starts[n]` to `ends[n]`.

    `rows` gives the row of each document, or -1 where it is deleted.
    """

    file: Path
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    rows: Rows

    def begins(self) -> Rows:
        """The first unit of each document."""
        return self.starts // _UNIT.itemsize

    def units(self) -> Units:
        """All of them, read where they lie."""
        size = int(self.ends[-1]) // _UNIT.itemsize
        return np.memmap(self.file, dtype=_UNIT, mode="r", shape=(size,))


def phrase(tokens: Sequence[str]) -> Units:
    """The numbers of `tokens`, none of them empty."""
    text = "".join(tokens).encode("utf-32-le", "surrogatepass")
    units = np.frombuffer(text, dtype=_UNIT).astype(_UNIT)
    sizes = np.fromiter(map(len, tokens), np.int64, len(tokens))
    ends = np.cumsum(sizes)
    long = sizes > 1
    marks = np.repeat(np.where(long, BETWEEN, 0), sizes)
    marks[(ends - sizes)[long]] = FIRST
    marks[(ends - 1)[long]] = LAST
    return units + marks.astype(_UNIT)


def stored(tokens: Sequence[str]) -> bytes:
    """The value to store for a text of `tokens`."""
    return np.array([EDGE], dtype=_UNIT).tobytes() + phrase(tokens).tobytes()


class Sequences:
    """The texts of a field, read from their files as they are needed."""

    def __init__(self, parts: list[Part]) -> None:
        """The parts in the order of their rows."""
        self._parts = [(part, part.units()) for part in parts]

    def having(
        self, rows: Rows, places: Callable[[Units], Rows]
    ) -> tuple[Rows, NDArray[np.float64]]:
        """Which of `rows` have what `places` finds in some texts, and how often."""
        found = [
            row
            for part, units in self._parts
            for row in _find(part, units, rows, places)
        ]
        everywhere = np.concatenate(found) if found else np.empty(0, np.int64)
        having, counts = np.unique(everywhere, return_counts=True)
        return having, counts.astype(np.float64)

    def close(self) -> None:
        """Let go of the files."""
        self._parts = []


def _find(
    part: Part, units: Units, rows: Rows, places: Callable[[Units], Rows]
) -> list[Rows]:
    """The row of each place in a part that `places` finds, of those in `rows`."""
    documents = np.flatnonzero(np.isin(part.rows, rows))
    starts = part.begins()[documents]
    ends = part.ends[documents] // _UNIT.itemsize
    if (ends - starts).sum() < len(units) * _COPIED:
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        pieces = [units[start:end] for start, end in spans]
        if not pieces:
            return []
        starts = np.cumsum(ends - starts) - (ends - starts)
        owners = part.rows[documents]
        at = places(np.concatenate(pieces))
    else:
        starts, owners = part.begins(), part.rows
        at = places(units)
    found = owners[np.searchsorted(starts, at, side="right") - 1]
    return [found[np.isin(found, rows)]]
