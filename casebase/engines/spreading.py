"""Which document each row is from, so that hits of one do not fill a page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casebase.engines.facets import Rows


@dataclass(frozen=True, slots=True)
class Page:
    """Hits in order: their places among those found, and their scores."""

    among: Rows
    scores: NDArray[np.float64]

    def __getitem__(self, part: slice) -> Page:
        return Page(self.among[part], self.scores[part])


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of an index: of each row the number of its own, or -1."""

    codes: NDArray[np.int64]
    size: int

    def counts(self, mask: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How many rows of `mask` each document has."""
        codes = self.codes[mask]
        return np.bincount(codes[codes >= 0], minlength=self.size)

    def siblings(self, counts: NDArray[np.int64], rows: Rows) -> tuple[int, ...]:
        """By `counts`, how many the document of each of `rows` has; alone, one."""
        codes = self.codes[rows].tolist()
        return tuple(int(counts[code]) if code >= 0 else 1 for code in codes)


def documents(size: int, rows: Rows, codes: NDArray[np.int64]) -> Documents:
    """Of `size` rows those at `rows` are in the documents of `codes`."""
    by_row = np.full(size, -1, dtype=np.int64)
    by_row[rows] = codes
    return Documents(by_row, int(codes.max(initial=-1)) + 1)


def turns(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The how-manieth of its document each hit is, from 1; of none, always the first.

    `codes` are the documents of the hits in order.
    """
    order = np.argsort(codes, kind="stable")
    ranked = codes[order]
    first = np.flatnonzero(np.diff(ranked, prepend=-2))
    sizes = np.diff(first, append=len(ranked))
    counted = np.empty(len(codes), dtype=np.int64)
    counted[order] = np.arange(len(codes)) - np.repeat(first, sizes) + 1
    return np.where(codes < 0, 1, counted)
