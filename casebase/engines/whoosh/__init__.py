"""The engine one gets by default: Whoosh keeps the postings, numpy does the sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from casebase.engines.directories import Directories
from casebase.engines.engine import Groups, Request, Response
from casebase.engines.facets import Mask
from casebase.engines.folding import Folding, Keys, folding
from casebase.engines.limits import Limit, OutOfTimeError
from casebase.engines.spreading import Page, turns
from casebase.engines.whoosh import columns, writing
from casebase.engines.whoosh.ranking import Match, Ranking
from casebase.engines.whoosh.reading import Reading
from casebase.engines.whoosh.sequences import Rows
from casebase.entry import EntryId
from casebase.matching import Node, Or
from casebase.query import Sort
from casebase.results import FacetCount

# Goes up whenever what is written changes, so that an older index is not misread.
_FORMAT = "whoosh 4"


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
        limit = Limit(request.deadline)
        found = self._found(request, limit)
        incomplete = limit.is_over()
        facets = self._counts(found.mask, request)
        page = self._page(found, request)
        counts = self._columns.documents.counts(found.mask)
        rows = found.rows[page.among]
        ids = (self._columns.ids[row] for row in rows)
        return Response(
            hits=tuple(zip(ids, page.scores.tolist(), strict=True)),
            total=int(np.count_nonzero(found.mask)),
            facets={
                field: facets.get(field, ())
                for field in (*request.facets, *request.renamed)
            },
            distinct=len(found.rows),
            documents=int(np.count_nonzero(counts)),
            siblings=self._columns.documents.siblings(counts, rows),
            incomplete=incomplete,
        )

    def frequency(self, node: Node) -> int:
        """How many records match `node`."""
        return int(np.count_nonzero(self._ranking.match(node)[0]))

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

    def _matched(self, node: Node, limit: Limit) -> Match:
        try:
            limit.check()
            return self._ranking.match(node, limit)
        except OutOfTimeError:
            return self._ranking.match(Or(()))

    def _found(self, request: Request, limit: Limit) -> _Found:
        mask, scores = self._matched(request.node, limit)
        mask = mask & self._ranking.meets(request.where)
        rows = np.flatnonzero(mask)
        ahead = np.zeros(len(rows), dtype=bool)
        if request.ahead is not None:
            first, first_scores = self._matched(request.ahead, limit)
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

    def scores(
        self, leaves: Sequence[Node], ids: Sequence[EntryId]
    ) -> list[tuple[float | None, ...]]:
        """What each node alone scores for each of `ids`, or None."""
        held = [name for name in ids if name in self._places]
        rows = np.array([self._places[name] for name in held], dtype=np.int64)
        by_leaf = [self._ranking.at(leaf, rows) for leaf in leaves]
        found = {name: tuple(of[at] for of in by_leaf) for at, name in enumerate(held)}
        return [found.get(name, (None,) * len(leaves)) for name in ids]

    @cached_property
    def _places(self) -> dict[EntryId, int]:
        """The row of each id."""
        return {name: row for row, name in enumerate(self._columns.ids)}

    def _page(self, found: _Found, request: Request) -> Page:
        """The hits of the page, the best first."""
        last = request.offset + request.limit
        if not request.limit or request.offset >= len(found.rows):
            return Page(np.empty(0, np.int64), np.empty(0))
        spread = request.spread and request.sort is Sort.RELEVANCE
        ranked = self._spread(found, last) if spread else self._ranked(found, last)
        return ranked[request.offset : last]

    def _ranked(self, found: _Found, most: int) -> Page:
        """The first `most` hits in order, and those level with the last."""
        among = found.first(most)
        order = self._order(found, among, found.keys[among])
        return Page(among[order], found.scores[among[order]])

    def _spread(self, found: _Found, most: int) -> Page:
        """The first `most` hits in the order that brings documents forward.

        No score grows by it, so that those that are left out stay behind as long as
        `most` are level with the last of those that were looked at.
        """
        looked = 2 * most
        while True:
            best = self._ranked(found, looked)
            documents = self._columns.documents.codes[found.rows[best.among]]
            scores = best.scores / turns(documents)
            whole = len(best.among) == len(found.rows)
            if whole or np.count_nonzero(scores >= best.scores[-1]) >= most:
                order = self._order(found, best.among, scores)
                return Page(best.among[order], scores[order])
            looked *= 4

    def _order(self, found: _Found, among: Rows, keys: Keys) -> Rows:
        """How to sort: what is ahead, then by key, the newer of equals, then by id."""
        rows = found.rows[among]
        dates, ids = self._columns.date_ranks[rows], self._columns.id_ranks[rows]
        return np.lexsort((ids, -dates, -keys, ~found.ahead[among]))


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


WHOOSH = Directories("whoosh", _FORMAT, writing.write, _WhooshEngine)
