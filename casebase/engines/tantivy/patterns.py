"""Which entries fit a pattern: those in question are read, as they are stored.

Where a pattern is a single token that goes on, the index alone tells. Else stored texts
are searched as they are spelt: see `casebase.engines.patterns.fits` for what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tantivy

from casebase.engines.limits import Limit, OutOfTimeError
from casebase.engines.patterns import PARAGRAPH_END, whole_tokens
from casebase.engines.tantivy.native import Native
from casebase.engines.tantivy.schema import PAIRS
from casebase.engines.tantivy.spelling import meant, pairs, spelt, spelt_one
from casebase.matching import Pattern, Run

_END = f" {spelt_one(PARAGRAPH_END)} "
_EDGE = len(_END)
_AT_A_TIME = 64  # entries that are read before looking at the clock again
_SPELT = 3  # characters that one takes with its space at most, in a text as spelt
Places = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Fitting:
    """What fits a pattern.

    Attributes:
        query: Finds it, without a score.
        frequency: How many entries do.
        whole: Whether there was time to look at all.
    """

    query: tantivy.Query
    frequency: int
    whole: bool = True


def fitting(native: Native, pattern: Pattern, limit: Limit) -> Fitting:
    """What fits `pattern`, or a part of it where that will do.

    Raises:
        OutOfTimeError: It takes too long.
    """
    query = _candidates(native, pattern)
    if _is_one_token(pattern):
        return Fitting(query, native.count(query))
    runs = [re.compile(_expression(run)) for run in pattern.runs]
    found: list[int] = []
    for place, (number, text) in enumerate(native.texts(query, pattern.field)):
        if place % _AT_A_TIME == 0 and limit.is_over():
            if not (found and limit.partly):
                raise OutOfTimeError
            return Fitting(native.among(found), len(found), whole=False)
        if _stands(pattern, runs, f" {text} "):
            found.append(number)
    return Fitting(native.among(found), len(found))


def _is_one_token(pattern: Pattern) -> bool:
    """Whether who has the tokens of a pattern fits it."""
    (first, *others) = pattern.runs
    anchored = pattern.starts or pattern.ends
    return not (others or anchored or len(first.tokens) > 1)


def _stands(pattern: Pattern, runs: list[re.Pattern[str]], text: str) -> bool:
    """Whether a text, with a space before and behind each token, fits."""
    first, *others = runs
    found = [match.span(1) for match in first.finditer(text)]
    if pattern.starts:
        found = [it for it in found if _is_edge(text[max(it[0] - _EDGE, 0) : it[0]])]
    for run in others:
        if not found:
            return False
        found = list(_longer(found, run, text, pattern.gap))
    if pattern.ends:
        found = [it for it in found if _is_edge(text[it[1] : it[1] + _EDGE])]
    return bool(found)


def _is_edge(beside: str) -> bool:
    """Whether a text or paragraph begins or ends there."""
    return beside in {" ", _END}


def _longer(
    before: Places, run: re.Pattern[str], text: str, gap: int
) -> Iterator[tuple[int, int]]:
    """What was found, and a run behind the nearest of it, within the gap."""
    at = 0
    for match in run.finditer(text):
        start, end = match.span(1)
        while at < len(before) and before[at][1] < start:
            at += 1
        if at and _is_near(text[before[at - 1][1] : start], gap):
            yield before[at - 1][0], end


def _is_near(between: str, gap: int) -> bool:
    if len(between) > _SPELT * gap + 1 or _END in between:
        return False
    return sum(map(len, meant(between.split(" ")))) <= gap


def _expression(run: Run) -> str:
    """Finds a run at each token where it stands, as the first group."""
    whole = spelt(run.tokens if run.tail is None else run.tokens[:-1])
    parts = [re.escape(token) for token in whole]
    if run.tail is not None:
        tail = re.escape(spelt_one(run.tail)) if run.tail else ""
        parts.append(rf"{re.escape(spelt_one(run.tokens[-1]))}[^ ]*{tail}")
    return rf"(?<= )(?=({' '.join(parts)}) )"


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
    long = len(spelt_one(head)) + len(end)
    terms = [term for term, _ in found if term.endswith(end) and len(term) >= long]
    return tantivy.Query.term_set_query(native.schema, field, terms)
