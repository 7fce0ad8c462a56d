"""An open tantivy index of ours; see `casebase.engines.engine.Engine`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import tantivy

from casebase.engines.engine import Groups, Request, Response
from casebase.engines.facets import Mask
from casebase.engines.folding import Folding, folding
from casebase.engines.limits import Limit, OutOfTimeError
from casebase.engines.tantivy import columns
from casebase.engines.tantivy.columns import NO_FACET
from casebase.engines.tantivy.native import Native
from casebase.engines.tantivy.paging import Hits, Order, grouping, looked_at
from casebase.engines.tantivy.queries import (
    Queries,
    scores,
    together,
    unscored,
    without,
)
from casebase.entry import EntryId
from casebase.matching import Node
from casebase.query import Sort
from casebase.results import FacetCount

_AT_ONCE = 64  # hits that are looked at first: most queries need no more


@dataclass(frozen=True, slots=True)
class _Tier:
    """A query whose hits come before those of the next tier."""

    ahead: bool
    query: tantivy.Query
    scores: bool


class TantivyEngine:
    """Answers requests; it may be used from several threads."""

    def __init__(self, path: Path) -> None:
        """Open the index at `path`, which was checked against its manifest.

        Raises:
            IndexDamagedError: It cannot be read all the same.
        """
        self._columns = columns.load(path)
        self._native = Native(path, self._columns.numbers)
        self._queries = Queries(self._native, self._columns.facets)
        self._documents = self._columns.documents()
        self._ranks = self._columns.ranks()
        self._date_ranks = self._columns.date_ranks()
        self._places = {name: row for row, name in enumerate(self._columns.ids)}
        self._folded: Folding | None = None

    def search(self, request: Request) -> Response:
        """Answer `request`; the top hits are really the top.

        Tantivy itself cannot be stopped, but none of what it is asked takes long.
        """
        limit = Limit(request.deadline)
        try:
            limit.check()
            everything, by_tier = self._put(request, limit)
        except OutOfTimeError:
            return _nothing(request)
        is_cut = limit.is_over()
        best = self._best(by_tier, _AT_ONCE) if _looks(request, by_tier) else None
        if best is None or not best.whole:
            mask = self._native.mask(everything)
        else:
            mask = np.zeros(self.count(), dtype=bool)
            mask[best.rows] = True
        order = self._order(request, mask)
        page, is_whole = self._page(request, by_tier, order, best)
        counts = self._documents.counts(mask)
        return Response(
            hits=tuple(
                zip(
                    (self._columns.ids[row] for row in page.rows.tolist()),
                    page.scores.tolist(),
                    strict=True,
                )
            ),
            total=int(np.count_nonzero(mask)),
            facets=self._facets(mask, request),
            distinct=order.distinct(int(np.count_nonzero(mask))),
            documents=int(np.count_nonzero(counts)),
            siblings=self._documents.siblings(counts, page.rows),
            incomplete=is_cut or not is_whole,
        )

    def frequency(self, node: Node) -> int:
        """How many records match `node`."""
        return self._native.count(self._queries.query(node, Limit()))

    def scores(
        self, leaves: Sequence[Node], ids: Sequence[EntryId]
    ) -> list[tuple[float | None, ...]]:
        """What each node alone scores for each of `ids`, or None."""
        rows = [self._places[name] for name in ids if name in self._places]
        by_leaf = [
            self._scored(self._queries.query(it, Limit()), rows) for it in leaves
        ]
        return [
            tuple(found.get(self._places.get(name, -1)) for found in by_leaf)
            for name in ids
        ]

    def count(self) -> int:
        """How many records it holds."""
        return len(self._columns.ids)

    def ids(self) -> set[EntryId]:
        """The ids it holds."""
        return set(self._columns.ids)

    def close(self) -> None:
        """Nothing to do: the files go with the object."""

    def _put(
        self, request: Request, limit: Limit
    ) -> tuple[tantivy.Query, tuple[_Tier, ...]]:
        """The request for tantivy: as a whole, and in tiers, the first ones first."""
        node = self._queries.query(request.node, limit)
        filters = self._queries.filters(request.where)
        everything = together([node, *filters])
        rest = _Tier(ahead=False, query=everything, scores=scores(request.node))
        if request.ahead is None:
            return everything, (rest,)
        first = self._queries.query(request.ahead, limit)
        ahead = _Tier(
            ahead=True,
            query=together([first, unscored(node), *filters]),
            scores=scores(request.ahead),
        )
        return everything, (ahead, replace(rest, query=without(everything, first)))

    def _best(self, by_tier: Sequence[_Tier], most: int) -> Hits:
        """The best `most` hits at least, those of the first tier first."""
        found = []
        left = most
        for tier in by_tier:
            best = (
                self._native.best(tier.query, max(left, 1))
                if tier.scores
                else self._native.all(tier.query)
            )
            found.append((tier.ahead, best))
            left -= len(best.rows)
            if not best.whole:
                break
        return looked_at(found)

    def _latest(self, by_tier: Sequence[_Tier]) -> Hits:
        """All hits, sorted by date; what they score is not known yet."""
        found = [(it.ahead, self._native.all(it.query)) for it in by_tier]
        hits = looked_at(found)
        return replace(hits, keys=self._date_ranks[hits.rows])

    def _page(
        self,
        request: Request,
        by_tier: Sequence[_Tier],
        order: Order,
        best: Hits | None,
    ) -> tuple[Hits, bool]:
        """The hits of the page, and whether there was time to be sure of them."""
        page = slice(request.offset, request.offset + request.limit)
        if not request.limit:
            return looked_at([]), True
        if request.sort is Sort.NEWEST:
            hits = order.applied(self._latest(by_tier))[page]
            return self._with_scores(hits, by_tier), True
        most = max(2 * page.stop, _AT_ONCE)
        if best is None or (not best.whole and most > _AT_ONCE):
            best = self._best(by_tier, most)
        while True:
            hits = order.applied(best)
            is_sure = best.whole or hits.certain() >= page.stop
            if is_sure or Limit(request.deadline).is_over():
                return hits[page], is_sure
            most *= 4
            best = self._best(by_tier, most)

    def _with_scores(self, hits: Hits, by_tier: Sequence[_Tier]) -> Hits:
        found: dict[int, float] = {}
        for tier in by_tier:
            rows = hits.best[hits.ahead == tier.ahead].tolist()
            if tier.scores and rows:
                found |= self._scored(tier.query, rows)
        known = [found.get(row, 0.0) for row in hits.best.tolist()]
        return replace(hits, scores=np.array(known, dtype=np.float64))

    def _scored(self, query: tantivy.Query, rows: Sequence[int]) -> dict[int, float]:
        """What those of `rows` score that match."""
        if not rows:
            return {}
        numbers = self._columns.numbers[list(rows)].tolist()
        among = together([query, unscored(self._native.among(numbers))])
        best = self._native.best(among, len(rows))
        return dict(zip(best.rows.tolist(), best.scores.tolist(), strict=True))

    def _order(self, request: Request, mask: Mask) -> Order:
        spread = request.spread and request.sort is Sort.RELEVANCE
        folded = None if request.groups is None else self._folding(request.groups)
        return Order(
            ranks=self._ranks,
            groups=None if folded is None else grouping(folded, mask),
            documents=self._documents if spread else None,
        )

    def _folding(self, groups: Groups) -> Folding:
        folded = self._folded
        if folded is None or folded.groups is not groups:
            folded = self._folded = folding(groups, self._columns.ids)
        return folded

    def _facets(
        self, mask: Mask, request: Request
    ) -> dict[str, tuple[FacetCount, ...]]:
        facets = self._columns.facets
        plain = {
            field: facets.get(field, NO_FACET).counts(mask, most)
            for field, most in request.facets.items()
        }
        return plain | {
            name: facets.get(wanted.field, NO_FACET).renamed(mask, wanted)
            for name, wanted in request.renamed.items()
        }


def _looks(request: Request, by_tier: Sequence[_Tier]) -> bool:
    """Whether hits are wanted by their scores."""
    sorts = request.sort is Sort.RELEVANCE and request.limit > 0
    return sorts and all(tier.scores for tier in by_tier)


def _nothing(request: Request) -> Response:
    facets = dict.fromkeys((*request.facets, *request.renamed), ())
    return Response((), 0, facets, incomplete=True)
