"""The engine one gets by default: Whoosh keeps the postings, numpy does the sums."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from casebase.engines import manifest
from casebase.engines.engine import Engine, Groups, Record, Request, Response
from casebase.engines.whoosh import columns, storage
from casebase.engines.whoosh.columns import Mask
from casebase.engines.whoosh.folding import Folding, Keys, folding
from casebase.engines.whoosh.ranking import Ranking
from casebase.engines.whoosh.reading import Reading
from casebase.engines.whoosh.sequences import Rows
from casebase.entry import EntryId
from casebase.query import Sort
from casebase.results import FacetCount

# Goes up whenever what is written changes, so that an older index is not misread.
_FORMAT = "whoosh 2"


class WhooshBackend:
    """Makes and opens Whoosh indexes; see `casebase.engines.engine.Backend`."""

    name = "whoosh"

    def build(
        self,
        path: Path,
        records: Iterable[Record],
        *,
        base: Path | None = None,
        remove: Iterable[EntryId] = (),
    ) -> None:
        """Make an index at `path`; what went wrong leaves nothing behind.

        Raises:
            FileExistsError: There is something at `path`.
            IndexDamagedError: `base` is not whole.
            ValueError: Two records have the same id.
        """
        path.mkdir(parents=True)
        try:
            if base is not None:
                manifest.take_over(base, path, _FORMAT)
            storage.write(path, records, remove)
            manifest.seal(path, _FORMAT, base)
        except BaseException:
            shutil.rmtree(path, ignore_errors=True)
            raise

    def open(self, path: Path) -> Engine:
        """Open a finished index.

        Raises:
            IndexDamagedError: It is not whole.
        """
        manifest.check(path, _FORMAT)
        return _WhooshEngine(path)

    def verify(self, path: Path) -> None:
        """Read every byte of a finished index.

        Raises:
            IndexDamagedError: It is not as it was written.
        """
        manifest.check(path, _FORMAT, thorough=True)


class _WhooshEngine:
    """One open index; see `casebase.engines.engine.Engine`."""

    def __init__(self, path: Path) -> None:
        self._reading = Reading(path)
        try:
            self._columns = columns.load(self._reading)
        except BaseException:
            self._reading.close()
            raise
        self._ranking = Ranking(self._reading, self._columns)
        self._folded: Folding | None = None

    def search(self, request: Request) -> Response:
        """Answer `request`; every match is scored, and the top ones are the top."""
        found = self._found(request)
        facets = self._counts(found.mask, request)
        return Response(
            hits=self._page(found, request),
            total=int(np.count_nonzero(found.mask)),
            facets={
                field: facets.get(field, ())
                for field in (*request.facets, *request.renamed)
            },
            distinct=len(found.rows),
        )

    def _counts(
        self, mask: Mask, request: Request
    ) -> dict[str, tuple[FacetCount, ...]]:
        """The counts of the facets that some record has."""
        facets = self._columns.facets
        plain = {
            field: facet.counts(mask, most)
            for field, most in request.facets.items()
            if (facet := facets.get(field))
        }
        return plain | {
            name: facet.renamed(mask, wanted)
            for name, wanted in request.renamed.items()
            if (facet := facets.get(wanted.field))
        }

    def _found(self, request: Request) -> _Found:
        mask, scores = self._ranking.match(request.node)
        mask = mask & self._ranking.meets(request.where)
        rows = np.flatnonzero(mask)
        ahead = np.zeros(len(rows), dtype=bool)
        if request.ahead is not None:
            first, first_scores = self._ranking.match(request.ahead)
            scores = np.where(first, first_scores, scores)
            ahead = first[rows]
        by_date = request.sort is Sort.NEWEST
        keys = self._columns.date_ranks[rows] if by_date else scores[rows]
        if request.groups is None:
            return _Found(mask, rows, ahead, keys, scores[rows])
        kept, best = self._folding(request.groups).folded(
            rows, (ahead.astype(float), keys)
        )
        return _Found(mask, kept, ahead[best], keys[best], scores[rows[best]])

    def _folding(self, groups: Groups) -> Folding:
        folded = self._folded
        if folded is None or folded.groups is not groups:
            folded = self._folded = folding(groups, self._columns.ids)
        return folded

    def count(self) -> int:
        """How many records it holds."""
        return self._reading.size

    def ids(self) -> set[EntryId]:
        """The ids it holds."""
        return set(self._columns.ids)

    def close(self) -> None:
        """Let go of the files."""
        self._reading.close()

    def _page(
        self, found: _Found, request: Request
    ) -> tuple[tuple[EntryId, float], ...]:
        """The ids and scores of the page, the best first; ties break by id."""
        last = request.offset + request.limit
        if not request.limit or request.offset >= len(found.rows):
            return ()
        among = found.first(last)
        ranks = self._columns.id_ranks[found.rows[among]]
        order = np.lexsort((ranks, -found.keys[among], ~found.ahead[among]))
        page = among[order][request.offset : last]
        ids = (self._columns.ids[row] for row in found.rows[page])
        return tuple(zip(ids, found.scores[page].tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Found:
    """What matches: the mask of all rows, and of each hit its row and what sorts it."""

    mask: Mask
    rows: Rows
    ahead: Mask
    keys: Keys
    scores: NDArray[np.float64]

    def first(self, most: int) -> Rows:
        """The places of the first `most` hits, and of those level with the last."""
        if most >= len(self.rows) or self.ahead.any():
            return np.arange(len(self.rows))
        worst = np.partition(self.keys, len(self.keys) - most)[len(self.keys) - most]
        return np.flatnonzero(self.keys >= worst)
