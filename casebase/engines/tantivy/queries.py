"""A query of ours as one of tantivy's.

A term scores by BM25 as tantivy has it (k1 = 1.2, b = 0.75, lengths to the nearest of
256). Tantivy weighs a phrase by the sum of what its terms weigh; here it is one term,
as rare as it is. What a prefix or a pattern stands for scores by its rarity alone.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

import tantivy

from casebase.engines.engine import GRAM_FIELDS
from casebase.engines.facets import Facet
from casebase.engines.limits import Limit
from casebase.engines.tantivy.native import Native
from casebase.engines.tantivy.patterns import Fitting, fitting
from casebase.engines.tantivy.schema import PAIRS, VALUE, spelt_value
from casebase.engines.tantivy.spelling import pairs, spelt, spelt_one
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

_MUST, _SHOULD, _NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
_MOST_PREFIXED = 1000  # tokens that a prefix may stand for
_REMEMBERED = 4096  # phrases and prefixes, with how many entries have them
_REMEMBERED_PATTERNS = 64


class Queries:
    """Puts queries to one index."""

    def __init__(self, native: Native, facets: dict[str, Facet]) -> None:
        """`facets` tell which values there are."""
        self._native = native
        self._schema = native.schema
        self._facets = facets
        self._weighed = lru_cache(maxsize=_REMEMBERED)(self._weigh)
        self._prefixed = lru_cache(maxsize=_REMEMBERED)(self._expand)
        self._lock = threading.Lock()
        self._fitted: dict[Pattern, Fitting] = {}

    def query(self, node: Node, limit: Limit) -> tantivy.Query:
        """`node`, with its scores.

        Raises:
            OutOfTimeError: Putting it takes too long.
        """
        match node:
            case And(children):
                return self._all(children, limit)
            case Or(children):
                put = partial(self.query, limit=limit)
                return any_of(list(limit.in_time(children, put)))
            case Not(child):
                return _excluding(everything(), [self.query(child, limit.strictly())])
            case Has(condition):
                return self._has(condition)
            case All():
                return everything()
            case _:
                limit.check()
                return self._leaf(node, limit)

    def _leaf(
        self, node: Term | Phrase | Prefix | Pattern, limit: Limit
    ) -> tantivy.Query:
        match node:
            case Term(field, token):
                return _boosted(self._term(field, spelt_one(token)), node.boost)
            case Phrase(field, tokens):
                return self._phrase(field, tokens, node.boost)
            case Prefix(field, prefix):
                return self._rare(*self._prefixed(field, prefix), node.boost)
            case Pattern():
                return self._rare(*self._fitting(node, limit), node.boost)

    def filters(self, where: Iterable[Filter]) -> list[tantivy.Query]:
        """What must match: any of the filters on a field, and all fields."""
        wanted: dict[str, list[tantivy.Query]] = {}
        apart: list[tantivy.Query] = []
        for condition in where:
            found = (
                apart if condition.exclude else wanted.setdefault(condition.field, [])
            )
            found.append(self._has(condition))
        return [*apart, *(any_of(of_field) for of_field in wanted.values() if of_field)]

    def _all(self, children: tuple[Node, ...], limit: Limit) -> tantivy.Query:
        """All of them; tantivy takes what is excluded together."""
        without = [
            self.query(it.child, limit) for it in children if isinstance(it, Not)
        ]
        found = [self.query(it, limit) for it in children if not isinstance(it, Not)]
        return _excluding(together(found), without) if without else together(found)

    def _term(self, field: str, token: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, token, "freq")

    def _phrase(
        self, field: str, tokens: tuple[str, ...], boost: float
    ) -> tantivy.Query:
        if field not in GRAM_FIELDS:
            raise ValueError(f"{field} keeps no order of tokens")
        grams = spelt(tokens)
        if not grams:
            return tantivy.Query.empty_query()
        if len(grams) == 1:
            return _boosted(self._term(field, grams[0]), boost)
        two = pairs(grams)
        if len(two) == 1:
            return _boosted(self._term(PAIRS[field], two[0]), boost)
        query, weight = self._weighed(PAIRS[field], tuple(two))
        return _boosted(query, boost * weight)

    def _weigh(self, field: str, two: tuple[str, ...]) -> tuple[tantivy.Query, float]:
        """The phrase of which `two` are the pairs; what its weight is to be times by.

        Every second pair is enough, and the last.
        """
        places = sorted({*range(0, len(two), 2), len(two) - 1})
        query = tantivy.Query.phrase_query(
            self._schema, field, [(place, two[place]) for place in places]
        )
        found = self._native.count(query)
        frequencies = (
            self._native.searcher.doc_freq(field, two[place]) for place in places
        )
        given = sum(map(self._rarity, frequencies))
        return query, self._rarity(found) / given

    def _expand(self, field: str, prefix: str) -> tuple[tantivy.Query, int]:
        """What begins with `prefix`, the first in the order of the alphabet."""
        found = self._native.searcher.terms_with_prefix(field, spelt_one(prefix))
        terms = sorted(term for term, _ in found)[:_MOST_PREFIXED]
        query = tantivy.Query.term_set_query(self._schema, field, terms)
        return query, self._native.count(query)

    def _fitting(self, pattern: Pattern, limit: Limit) -> tuple[tantivy.Query, int]:
        """What fits `pattern`; remembered by what it looks for, when that is all."""
        asked = replace(pattern, boost=1.0)
        with self._lock:
            known = self._fitted.get(asked)
        if known is None:
            known = fitting(self._native, asked, limit)
            if known.whole:
                with self._lock:
                    if len(self._fitted) >= _REMEMBERED_PATTERNS:
                        self._fitted.clear()
                    self._fitted[asked] = known
        return known.query, known.frequency

    def _rare(
        self, query: tantivy.Query, frequency: int, boost: float
    ) -> tantivy.Query:
        return tantivy.Query.const_score_query(query, boost * self._rarity(frequency))

    def _rarity(self, frequency: int) -> float:
        """Inverse document frequency as tantivy has it."""
        size = self._native.searcher.num_docs
        return math.log1p((max(size - frequency, 0) + 0.5) / (frequency + 0.5))

    def _has(self, condition: Filter) -> tantivy.Query:
        facet = self._facets.get(condition.field)
        values = facet.meeting(condition) if facet else ()
        facts = [spelt_value(condition.field, value) for value in values]
        met = unscored(tantivy.Query.term_set_query(self._schema, VALUE, facts))
        return _excluding(everything(), [met]) if condition.exclude else met


def scores(node: Node) -> bool:
    """Whether anything in `node` scores."""
    match node:
        case And(children) | Or(children):
            return any(map(scores, children))
        case Not() | Has() | All():
            return False
        case _:
            return True


def everything() -> tantivy.Query:
    """All entries, without a score."""
    return unscored(tantivy.Query.all_query())


def unscored(query: tantivy.Query) -> tantivy.Query:
    """The same entries, without a score."""
    return tantivy.Query.const_score_query(query, 0.0)


def together(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """What all of them find; of none of them, everything."""
    if len(queries) == 1:
        return queries[0]
    if not queries:
        return everything()
    return tantivy.Query.boolean_query([(_MUST, query) for query in queries])


def without(query: tantivy.Query, other: tantivy.Query) -> tantivy.Query:
    """What `query` finds and the other doesn't."""
    return _excluding(query, [other])


def any_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """What any of them finds; of none of them, nothing."""
    if len(queries) == 1:
        return queries[0]
    if not queries:
        return tantivy.Query.empty_query()
    return tantivy.Query.boolean_query([(_SHOULD, query) for query in queries])


def _excluding(query: tantivy.Query, others: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query(
        [(_MUST, query), *((_NOT, other) for other in others)]
    )


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return tantivy.Query.boost_query(query, boost)
