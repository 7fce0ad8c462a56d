"""What tantivy finds, as numbers of entries in arrays.

The binding hands out hits as objects, one by one, which is dear where there are many.
So it is asked for the best hits only; the set of all is had as sums: of each 52
numbers, those that are found are the bits of the sum of their powers of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import tantivy
from numpy.typing import NDArray

from casebase.engines.facets import Mask, Rows
from casebase.engines.manifest import damaged
from casebase.engines.tantivy import schema

_SPARE = 8  # hits that are asked for besides, to see where equal ones end
_MORE = 8  # how many times more are, where they don't
_SET = {
    "blocks": {
        "histogram": {
            "field": schema.NUMBER,
            "interval": schema.BITS,
            "min_doc_count": 1,
        },
        "aggs": {"bits": {"sum": {"field": schema.BIT}}},
    }
}


@dataclass(frozen=True, slots=True)
class Best:
    """The best hits: their rows, best first, and scores.

    Attributes:
        whole: Whether there are no others. All others score less than the last.
    """

    rows: Rows
    scores: NDArray[np.float64]
    whole: bool


class Native:
    """An open tantivy index, to ask."""

    def __init__(self, path: Path, numbers: Rows) -> None:
        """`numbers` are the entries by their rows, ascending.

        Raises:
            IndexDamagedError: It cannot be read.
        """
        self._path = path
        with self.guarded():
            index = schema.opened(path)
            self.schema = index.schema
            self.searcher = index.searcher()
        self.size = len(numbers)
        self._rows = np.full(int(numbers.max(initial=-1)) + schema.BITS, -1)
        self._rows[numbers] = np.arange(len(numbers))

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Say it plainly when what is read makes no sense."""
        try:
            yield
        except ValueError as error:
            raise damaged(self._path) from error
        except BaseException as error:
            if type(error).__name__ == "PanicException":  # Rust's; it can't be imported
                raise damaged(self._path) from error
            raise

    def count(self, query: tantivy.Query) -> int:
        """How many match."""
        with self.guarded():
            found: Any = self.searcher.search(query, limit=1, count=True)
        return int(found.count)  # which its stubs leave out

    def mask(self, query: tantivy.Query) -> Mask:
        """Which rows match."""
        with self.guarded():
            found = self.searcher.aggregate(query, _SET)["blocks"]["buckets"]
        first = np.array([block["key"] for block in found], dtype=np.int64)
        sums = np.array([block["bits"]["value"] for block in found], dtype=np.int64)
        at, bits = np.nonzero(sums[:, None] >> np.arange(schema.BITS) & 1)
        mask = np.zeros(self.size, dtype=bool)
        mask[self._rows[first[at] + bits]] = True
        return mask

    def all(self, query: tantivy.Query) -> Best:
        """All that match, in any order, as if they scored nothing."""
        rows = np.flatnonzero(self.mask(query))
        return Best(rows, np.zeros(len(rows)), whole=True)

    def best(self, query: tantivy.Query, most: int) -> Best:
        """The best `most` at least, and all that are level with the last."""
        asked = 2 * most + _SPARE
        while True:
            found = self._search(query, asked)
            if len(found.rows) < asked:
                return found
            level = np.count_nonzero(found.scores > found.scores[-1])
            if level >= most:
                return Best(found.rows[:level], found.scores[:level], whole=False)
            asked = min(asked * _MORE, self.size + 1)

    def among(self, numbers: Sequence[int]) -> tantivy.Query:
        """These entries, all with the same score."""
        return tantivy.Query.term_set_query(self.schema, schema.NUMBER, numbers)

    def texts(self, query: tantivy.Query, field: str) -> Iterator[tuple[int, str]]:
        """The number of each entry that matches, and its `field` as it is stored."""
        with self.guarded():
            found = self.searcher.search(query, limit=max(self.size, 1), count=False)
            addresses = [address for _, address in found.hits]
            numbers = self.searcher.fast_field_values(schema.NUMBER, addresses)
        for number, address in zip(numbers, addresses, strict=True):
            with self.guarded():
                document = self.searcher.doc(address)
            yield int(number or 0), str(document.get_first(field) or "")

    def _search(self, query: tantivy.Query, most: int) -> Best:
        """The best `most`.

        Weighted by a field that is even, each hit is scored in full, and scores do not
        depend on how many are asked for.
        """
        with self.guarded():
            hits = self.searcher.search(
                query, limit=most, count=False, weight_by_field=schema.EVEN
            ).hits
            numbers = self.searcher.fast_field_values(
                schema.NUMBER, [address for _, address in hits]
            )
        scores = np.fromiter((score for score, _ in hits), np.float64, len(hits))
        rows = self._rows[np.array(numbers, dtype=np.int64)]
        return Best(rows, scores, whole=len(hits) < most)
