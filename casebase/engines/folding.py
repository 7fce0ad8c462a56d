"""Rows with the same text as one hit: the first of them that matches, as the best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casebase.engines.engine import Groups
from casebase.engines.facets import Mask, Rows

Keys = NDArray[np.float64] | NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Folding:
    """The groups of an index.

    Attributes:
        groups: As given.
        numbers: Of each row the number of its group, or -1.
        places: Of each row its place in its group.
    """

    groups: Groups
    numbers: NDArray[np.int64]
    places: NDArray[np.int64]

    def leads(self, mask: Mask) -> Rows:
        """By the number of a group, the row of `mask` that stands for it, or -1."""
        grouped = np.flatnonzero(mask & (self.numbers >= 0))
        order = np.argsort(-self.places[grouped], kind="stable")  # the first comes last
        leads = np.full(len(self.groups.members), -1, dtype=np.int64)
        leads[self.numbers[grouped[order]]] = grouped[order]
        return leads

    def folded(self, rows: Rows, keys: Sequence[Keys]) -> tuple[Rows, Rows]:
        """Of `rows` those that stand for all, and whose keys each of them has.

        Args:
            rows: All that match.
            keys: Of each of `rows`, what it is sorted by, highest first; the first key
                counts most.
        """
        grouped = np.flatnonzero(self.numbers[rows] >= 0)
        if not len(grouped):
            return rows, np.arange(len(rows))
        numbers, places = self.numbers[rows[grouped]], self.places[rows[grouped]]
        best = np.lexsort((places, *(-key[grouped] for key in reversed(keys)), numbers))
        first = np.lexsort((places, numbers))
        lead = np.flatnonzero(np.diff(numbers[first], prepend=-1))
        alone = np.flatnonzero(self.numbers[rows] < 0)
        return (
            np.concatenate((rows[alone], rows[grouped[first[lead]]])),
            np.concatenate((alone, grouped[best[lead]])),
        )


def folding(groups: Groups, ids: Sequence[str]) -> Folding:
    """`groups` for the rows of `ids`; entries that are not there are left out."""
    rows = {name: row for row, name in enumerate(ids)}
    numbers = np.full(len(ids), -1, dtype=np.int64)
    places = np.zeros(len(ids), dtype=np.int64)
    for number, group in enumerate(groups.members):
        for place, name in enumerate(group):
            if name in rows:
                numbers[rows[name]] = number
                places[rows[name]] = place
    return Folding(groups, numbers, places)
