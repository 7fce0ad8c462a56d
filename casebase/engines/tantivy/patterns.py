"""Which entries fit a pattern: few are in question, and their paragraphs are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import tantivy

from casebase.engines.limits import Limit
from casebase.engines.patterns import PARAGRAPH_END, fits, whole_tokens
from casebase.engines.tantivy.native import Native
from casebase.engines.tantivy.schema import PAIRS
from casebase.engines.tantivy.spelling import meant, pairs, spelt, spelt_one
from casebase.matching import Pattern, Run

_END = f" {spelt_one(PARAGRAPH_END)} "  # each token has its own space on either side
_AT_A_TIME = 64  # entries that are read before looking at the clock again


def fitting(native: Native, pattern: Pattern, limit: Limit) -> list[int]:
    """The numbers of the entries that fit `pattern`, ascending.

    Raises:
        OutOfTimeError: It takes too long.
    """
    query = _candidates(native, pattern)
    needed = [_apart(spelt(whole_tokens(run))) for run in pattern.runs]
    found = []
    for place, (number, text) in enumerate(native.texts(query, pattern.field)):
        if place % _AT_A_TIME == 0:
            limit.check()
        if any(
            all(stretch in paragraph for stretch in needed)
            and fits(pattern, meant(paragraph.split()))
            for paragraph in _apart(text.split(" ")).split(_END)
        ):
            found.append(number)
    return sorted(found)


def _candidates(native: Native, pattern: Pattern) -> tantivy.Query:
    """Entries that have all the tokens of the pattern, or something like them."""
    parts = [
        part for run in pattern.runs for part in _parts(native, pattern.field, run)
    ]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])


def _parts(native: Native, field: str, run: Run) -> Iterator[tantivy.Query]:
    grams = spelt(whole_tokens(run))
    for gram in grams[:1]:
        yield tantivy.Query.term_query(native.schema, field, gram, "freq")
    for pair in pairs(grams):
        yield tantivy.Query.term_query(native.schema, PAIRS[field], pair, "freq")
    if run.tail is not None:
        yield _going_on(native, field, run.tokens[-1], run.tail)


def _going_on(native: Native, field: str, head: str, tail: str) -> tantivy.Query:
    """Entries with a token that begins with `head` and ends with `tail`."""
    found = native.searcher.terms_with_prefix(field, spelt_one(head))
    end = spelt_one(tail) if tail else ""
    terms = [term for term, _ in found if term.endswith(end)]
    return tantivy.Query.term_set_query(native.schema, field, terms)


def _apart(spelt_tokens: Sequence[str]) -> str:
    return "".join(f" {token} " for token in spelt_tokens)
