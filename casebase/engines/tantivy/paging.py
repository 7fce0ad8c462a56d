"""Which hits are on a page, found by looking at the best only.

What changes their order afterwards (one hit a group, different documents first) never
lifts one that was not looked at: enough have been looked at when enough are level with
the last of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from casebase.engines.facets import Mask, Rows
from casebase.engines.folding import Folding, Keys
from casebase.engines.spreading import Documents, turns
from casebase.engines.tantivy.native import Best


@dataclass(frozen=True, slots=True)
class Hits:
    """Hits, perhaps not all.

    Attributes:
        rows: What is shown.
        best: Whose place and score it has: itself, or another of its group.
        ahead: Which come before all others.
        keys: What they are sorted by, the highest first.
        scores: What they score.
        whole: Whether there are no others; else all others come after `last`.
        last: Whether the last of them was ahead, and its key.
    """

    rows: Rows
    best: Rows
    ahead: Mask
    keys: Keys
    scores: NDArray[np.float64]
    whole: bool
    last: tuple[bool, float]

    def __getitem__(self, part: slice | Rows) -> Hits:
        return replace(
            self,
            rows=self.rows[part],
            best=self.best[part],
            ahead=self.ahead[part],
            keys=self.keys[part],
            scores=self.scores[part],
        )

    def certain(self) -> int:
        """How many nothing can come before or between, when in order."""
        if self.whole:
            return len(self.rows)
        ahead, key = self.last
        level = self.keys >= key
        kept = self.ahead & level if ahead else self.ahead | level
        return int(np.count_nonzero(kept))


def looked_at(found: Sequence[tuple[bool, Best]]) -> Hits:
    """The hits of tiers, each ahead or not; all but the last are whole."""
    rows = np.concatenate([np.empty(0, np.int64), *(it.rows for _, it in found)])
    scores = np.concatenate([np.empty(0), *(it.scores for _, it in found)])
    sizes = [len(it.rows) for _, it in found]
    ahead = np.repeat(np.array([it for it, _ in found], dtype=bool), sizes)
    last = (False, -np.inf)
    if sizes and sizes[-1]:
        last = (found[-1][0], float(scores[-1]))
    whole = not found or found[-1][1].whole
    return Hits(rows, rows, ahead, scores, scores, whole, last)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups that are to be one hit each.

    Attributes:
        folding: All groups there are.
        leads: By the number of a group, the row that stands for it, or -1.
        members: How many of those that match are in a group.
    """

    folding: Folding
    leads: Rows
    members: int


def grouping(folding: Folding, mask: Mask) -> Grouping | None:
    """The groups that the rows of `mask` are in, if any is."""
    members = int(np.count_nonzero(mask & (folding.numbers >= 0)))
    return Grouping(folding, folding.leads(mask), members) if members else None


@dataclass(frozen=True, slots=True)
class Order:
    """How hits are put in order.

    Attributes:
        ranks: Where each row stands among equals.
        groups: The groups that are to be one hit each, if any.
        documents: The documents, if different ones are to come first.
    """

    ranks: Rows
    groups: Grouping | None
    documents: Documents | None

    def applied(self, hits: Hits) -> Hits:
        """What stays of `hits`, in order."""
        ordered = self._sorted(hits)
        if self.groups is not None:
            ordered = self._sorted(_folded(ordered, self.groups))
        if self.documents is not None:
            ordered = self._sorted(_spread(ordered, self.documents))
        return ordered

    def distinct(self, total: int) -> int:
        """How many hits there are of `total` that match."""
        if self.groups is None:
            return total
        return (
            total - self.groups.members + int(np.count_nonzero(self.groups.leads >= 0))
        )

    def _sorted(self, hits: Hits) -> Hits:
        return hits[np.lexsort((self.ranks[hits.rows], -hits.keys, ~hits.ahead))]


def _folded(hits: Hits, groups: Grouping) -> Hits:
    """Of each group the first hit, in the name of the row that leads it."""
    numbers = groups.folding.numbers[hits.rows]
    # Each row without a group is one of its own.
    own = np.where(numbers < 0, -1 - hits.rows, numbers)
    _, first = np.unique(own, return_index=True)
    kept = hits[np.sort(first)]
    numbers = numbers[np.sort(first)]
    return replace(kept, rows=np.where(numbers < 0, kept.rows, groups.leads[numbers]))


def _spread(hits: Hits, documents: Documents) -> Hits:
    scores = hits.scores / turns(documents.codes[hits.rows])
    return replace(hits, keys=scores, scores=scores)
