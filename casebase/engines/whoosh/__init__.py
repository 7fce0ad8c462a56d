"""The engine one gets by default: Whoosh keeps the postings, numpy does the sums."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from casebase.engines import manifest
from casebase.engines.engine import Engine, Record, Request, Response
from casebase.engines.whoosh import columns, storage
from casebase.engines.whoosh.columns import Mask
from casebase.engines.whoosh.ranking import Ranking
from casebase.engines.whoosh.reading import Reading
from casebase.engines.whoosh.sequences import Rows
from casebase.entry import EntryId
from casebase.query import Sort

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

    def search(self, request: Request) -> Response:
        """Answer `request`; every match is scored, and the top ones are the top."""
        mask, scores = self._ranking.match(request.node)
        mask = mask & self._ranking.meets(request.where)
        rows = self._page(mask, scores, request)
        facets = {
            field: facet.counts(mask, most)
            for field, most in request.facets.items()
            if (facet := self._columns.facets.get(field))
        }
        return Response(
            hits=tuple((self._columns.ids[row], float(scores[row])) for row in rows),
            total=int(np.count_nonzero(mask)),
            facets={field: facets.get(field, ()) for field in request.facets},
        )

    def count(self) -> int:
        """How many records it holds."""
        return self._reading.size

    def ids(self) -> set[EntryId]:
        """The ids it holds."""
        return set(self._columns.ids)

    def close(self) -> None:
        """Let go of the files."""
        self._reading.close()

    def _page(self, mask: Mask, scores: np.ndarray, request: Request) -> Rows:
        """The rows of the page, the best first; ties break by id."""
        rows = np.flatnonzero(mask)
        last = request.offset + request.limit
        if not request.limit or request.offset >= len(rows):
            return rows[:0]
        by_date = request.sort is Sort.NEWEST
        keys = self._columns.date_ranks[rows] if by_date else scores[rows]
        if last < len(rows):
            worst = np.partition(keys, len(rows) - last)[len(rows) - last]
            rows, keys = rows[keys >= worst], keys[keys >= worst]
        order = np.lexsort((self._columns.id_ranks[rows], -keys))
        return rows[order][request.offset : last]
