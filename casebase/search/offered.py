"""The names of one index that are offered while somebody types.

Only what a search finds is offered: values and titles of the entries of the index,
schools by their short names too, and terms of the lexicons that some entry has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from casebase.engines.engine import Engine, Request
from casebase.lexicon import Lexicon
from casebase.matching import All, Node, Or, Term
from casebase.search.names import short_names
from casebase.search.suggest import Suggestion
from casebase.search.words import Words

_FIELDS = ("school", "brand", "method", "slogan", "topic", "policy")
_EVERY = 1_000_000
_REMEMBERED = 200_000  # names, of some 200 bytes each
_SEEN = 256  # characters of a name


def names(
    engine: Engine, lexicon: Lexicon, titles: Iterable[str]
) -> Iterator[tuple[str, Suggestion]]:
    """Every name by what people type for it, with how many entries have it."""
    everything = Request(All(), facets=dict.fromkeys(_FIELDS, _EVERY), limit=0)
    facets = engine.search(everything).facets
    for field in _FIELDS:
        for counted in facets.get(field, ()):
            yield counted.value, Suggestion(counted.value, field, counted.count)
    schools = {
        it.value: Suggestion(it.value, "school", it.count)
        for it in facets.get("school", ())
    }
    for full, school in schools.items():
        yield from ((short, school) for short in short_names(full))
    for short, full in lexicon.aliases.items():
        if full in schools:
            yield short, schools[full]
    yield from _terms(engine, lexicon)
    for title in titles:
        yield title, Suggestion(title, "title", 1)


def word_starts(segmenter: Words, text: str) -> bytes:
    """Where words begin in the first characters of a folded text.

    It is remembered from one index to the next, which has nearly the same names.
    """
    # What cuts text is the same only where it is the same object.
    return _starts(segmenter, text)  # type: ignore[arg-type]


@lru_cache(maxsize=_REMEMBERED)
def _starts(segmenter: Words, text: str) -> bytes:
    starts = {word.start for word in segmenter.words(text)}
    return bytes(at for at in starts if at < _SEEN)


def _terms(engine: Engine, lexicon: Lexicon) -> Iterator[tuple[str, Suggestion]]:
    terms = {*lexicon.words, *lexicon.families, *lexicon.national, *lexicon.honours}
    for term in sorted(terms):
        count = engine.frequency(_holding(term))
        if count:
            yield term, Suggestion(term, "term", count)


def _holding(term: str) -> Node:
    """Entries that have a term as a word; the segmenter keeps it whole."""
    return Or((Term("text", term), Term("title", term)))
