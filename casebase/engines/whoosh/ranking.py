"""Which rows a query matches, and how well.

Each token of each field scores by BM25 (Robertson & Zaragoza 2009, with the inverse
document frequency that is never negative), times its boost; scores of several nodes add
up. Every matching row is scored, so that the top ones are really the top.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from casebase.engines.engine import GRAM_FIELDS
from casebase.engines.facets import Mask
from casebase.engines.limits import Limit
from casebase.engines.patterns import whole_tokens
from casebase.engines.whoosh.columns import Columns
from casebase.engines.whoosh.reading import NOWHERE, Postings, Reading
from casebase.engines.whoosh.sequences import Rows
from casebase.matching import (
    All,
    And,
    Has,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Term,
)
from casebase.query import Filter

_K1, _B = 1.2, 0.75
_FOR_EVER = Limit()
_MOST_PREFIXED = 1000  # tokens that a prefix may stand for
# Fewer candidates than this are faster looked through than narrowed down further.
_FEW = 64

Leaf = Term | Phrase | Prefix | Pattern
Match = tuple[Mask, NDArray[np.float64]]  # which rows; their scores, 0 for the others


class Ranking:
    """Matches and scores the rows of one index."""

    def __init__(self, reading: Reading, columns: Columns) -> None:
        """Nothing is read yet."""
        self._reading = reading
        self._columns = columns
        self._means = {
            field: float(lengths.mean()) if len(lengths) else 0.0
            for field, lengths in columns.lengths.items()
        }

    def match(self, node: Node, limit: Limit = _FOR_EVER) -> Match:
        """The rows that `node` matches.

        Raises:
            OutOfTimeError: It takes too long.
        """
        match node:
            case Term() | Phrase() | Prefix() | Pattern():
                limit.check()
                return self._scored(node, self._found(node))
            case And(children):
                found = [self.match(child, limit) for child in children]
                return self._combined(found, every=True)
            case Or(children):
                find = partial(self.match, limit=limit)
                return self._combined(limit.in_time(children, find), every=False)
            case Not(child):
                return self._unscored(~self.match(child, limit.strictly())[0])
            case Has(condition):
                return self._unscored(self._columns.meets(condition))
            case All():
                return self._unscored(np.ones(self._reading.size, dtype=bool))

    def at(self, node: Node, rows: Rows) -> list[float | None]:
        """What `node` scores for each of a few rows; None where it does not match."""
        if not isinstance(node, Leaf):
            mask, scores = self.match(node)
            found = zip(mask[rows].tolist(), scores[rows].tolist(), strict=True)
            return [score if matches else None for matches, score in found]
        postings = self._found(node)
        if not len(postings.rows):
            return [None] * len(rows)
        places = np.searchsorted(postings.rows, rows)
        places = np.minimum(places, len(postings.rows) - 1)
        met = postings.rows[places] == rows
        part = Postings(rows[met], postings.counts[places[met]])
        gains = iter(self._gains(node, part, len(postings.rows)).tolist())
        return [next(gains) if matches else None for matches in met.tolist()]

    def meets(self, where: Iterable[Filter]) -> Mask:
        """The rows that meet the filters: any of those on a field, and all fields.

        Filters that exclude must all hold.
        """
        mask = np.ones(self._reading.size, dtype=bool)
        wanted: dict[str, Mask] = {}
        for condition in where:
            met = self._columns.meets(condition)
            if condition.exclude:
                mask &= met
            else:
                field = condition.field
                wanted[field] = wanted[field] | met if field in wanted else met
        return reduce(np.logical_and, wanted.values(), mask)

    def _unscored(self, mask: Mask) -> Match:
        return mask, np.zeros(self._reading.size)

    def _combined(self, found: Iterable[Match], *, every: bool) -> Match:
        """All of nothing is everything; any of nothing is nothing."""
        mask = np.full(self._reading.size, every)
        scores = np.zeros(self._reading.size)
        for met, score in found:
            mask = mask & met if every else mask | met
            scores += score
        return mask, np.where(mask, scores, 0.0) if every else scores

    def _scored(self, node: Leaf, found: Postings) -> Match:
        mask, scores = self._unscored(np.zeros(self._reading.size, dtype=bool))
        if len(found.rows):
            mask[found.rows] = True
            scores[found.rows] = self._gains(node, found, len(found.rows))
        return mask, scores

    def _gains(
        self, node: Leaf, found: Postings, frequency: int
    ) -> NDArray[np.float64]:
        """What rows score that have what `frequency` rows have."""
        rarity = (self._reading.size - frequency + 0.5) / (frequency + 0.5)
        lengths = self._columns.lengths[node.field][found.rows]
        lengths = lengths / self._means[node.field]
        damped = found.counts + _K1 * (1 - _B + _B * lengths)
        return node.boost * math.log1p(rarity) * (_K1 + 1) * found.counts / damped

    def _found(self, node: Leaf) -> Postings:
        match node:
            case Term(field, token):
                return self._reading.postings(field, token)
            case Prefix(field, prefix):
                return self._reading.prefixed(field, prefix, _MOST_PREFIXED)
            case Phrase(field, tokens):
                return self._find_phrase(field, tokens)
            case Pattern():
                return self._reading.remembered(
                    (node.field, node), lambda: self._find_pattern(node)
                )

    def _find_phrase(self, field: str, tokens: tuple[str, ...]) -> Postings:
        """The rows that have `tokens` one after the other."""
        if field not in GRAM_FIELDS:
            raise ValueError(f"{field} keeps no order of tokens")
        if not tokens:
            return NOWHERE
        if len(tokens) == 1:
            return self._reading.postings(field, tokens[0])
        return self._reading.phrase(field, tokens)

    def _find_pattern(self, node: Pattern) -> Postings:
        """The rows that fit a pattern, whose open tokens say nothing of candidates."""
        closed = tuple(token for run in node.runs for token in whole_tokens(run))
        among = (
            self._candidates(node.field, closed)
            if closed
            else np.arange(self._reading.size)
        )
        return self._reading.fitting(node, among)

    def _candidates(self, field: str, tokens: tuple[str, ...]) -> Rows:
        """The rows that have all `tokens`, or a few more."""
        frequency = {token: self._reading.frequency(field, token) for token in tokens}
        rows: Rows | None = None
        for token in sorted(frequency, key=frequency.__getitem__):
            found = self._reading.postings(field, token).rows
            rows = found if rows is None else _common(rows, found)
            if len(rows) <= _FEW:
                break
        return np.empty(0, np.int64) if rows is None else rows


def _common(some: Rows, others: Rows) -> Rows:
    return np.intersect1d(some, others, assume_unique=True)
