"""Entries like one: they have its telling words, as rare and as often as it has them.

The words of an entry that tell most of it (those it has often and few others have;
Robertson's offer weight without feedback, as in “more like this”) are asked for as a
query, and what scores a good part of what the entry itself scores is like it. Copies of
its text are no news, and other documents come before the one it stands in.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from casebase.engines.engine import Engine, Groups, Request
from casebase.entry import Entry, EntryId, Role
from casebase.matching import Node, Or, Term
from casebase.search.stopwords import STOP_WORDS
from casebase.search.words import Words, longest
from casebase.text.fold import fold

LIMIT = 6
MOST = 20
_READ = 6_000  # characters of an entry; what it is about is said by then
_WEIGHED = 48  # words whose rarity is looked up
_ASKED = 20  # words that are asked for
_FACT = 1.5  # how much more a word tells in a fact
_COMMON = 0.3  # the part of all entries in which a word tells nothing
_FEW = 12  # entries that may have a word all the same, in a small base
_TITLE, _HEADING = 3, 2  # times that a word there counts
_LIKE = 0.2  # the part of the entry's own score that what is like it has
_TOLD = 5  # words that are told of each
_AHEAD = 3  # times as many hits are looked at as are wanted


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entry that is like another.

    Attributes:
        entry: Its id.
        share: From 0 to 1, how much of the telling words it has.
    """

    entry: EntryId
    share: float


@dataclass(frozen=True, slots=True)
class Similar:
    """An entry like another, how much of its telling words it has, and some of them."""

    entry: Entry
    share: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """What is like an entry, the most alike first, and by which words, likewise."""

    found: tuple[Likeness, ...]
    words: tuple[str, ...]


def alike(
    engine: Engine,
    segmenter: Words,
    copies: Groups,
    entry: Entry,
    limit: int = LIMIT,
) -> Alike:
    """The entries of other texts that are like `entry`."""
    words = _telling(engine, entry, segmenter)
    if not words:
        return Alike((), ())
    own = {entry.id, *_same_text(copies, entry.id)}
    request = Request(
        Or(tuple(_asked(words))), limit=_AHEAD * limit + len(own), groups=copies
    )
    hits = engine.search(request).hits
    itself = max((score for found, score in hits if found in own), default=0.0)
    found = [
        Likeness(other, min(score / itself, 1.0))
        for other, score in hits
        if other not in own and itself and score >= _LIKE * itself
    ]
    home = f"{entry.document_id}-"
    found.sort(key=lambda it: it.entry.startswith(home))
    return Alike(tuple(found[:limit]), tuple(words))


def gathered(
    found: Alike, entries: Callable[[Sequence[EntryId]], Sequence[Entry]]
) -> list[Similar]:
    """What was found, with the entries themselves; those that are gone left out."""
    shares = {it.entry: it.share for it in found.found}
    return [
        Similar(entry, shares[entry.id], _shared(found.words, entry))
        for entry in entries(list(shares))
    ]


def similar_json(found: Similar) -> dict[str, Any]:
    """The shape of `casebase similar --json` and of /api/entries/ID/similar."""
    entry = found.entry
    return {
        "id": entry.id,
        "title": entry.title,
        "document": entry.document,
        "document_title": entry.document_title,
        "kind": str(entry.kind),
        "number": entry.number,
        "school": entry.first("school"),
        "date": entry.first("date"),
        "pages": list(entry.pages) if entry.pages else None,
        "similarity": round(found.share, 4),
        "words": list(found.words),
    }


def _shared(words: Sequence[str], other: Entry) -> tuple[str, ...]:
    """The first few of `words` that stand in the title or text of another entry."""
    text = fold(f"{other.title}\n{other.text[:_READ]}").text
    return tuple(islice((word for word in words if word in text), _TOLD))


def _telling(engine: Engine, entry: Entry, segmenter: Words) -> dict[str, float]:
    """The words that tell most of an entry, by their weight, the first the most."""
    often = {word: _often(n, word) for word, n in _counts(entry, segmenter).items()}
    ranked = sorted(often, key=lambda word: (-often[word], word))[:_WEIGHED]
    size = engine.count()
    weights = {}
    for word in ranked:
        having = engine.frequency(Term("text", word))
        if 1 < having < max(_COMMON * size, _FEW):
            weights[word] = often[word] * math.log1p(size / having)
    best = sorted(weights, key=lambda word: (-weights[word], word))[:_ASKED]
    return {word: weights[word] for word in best}


def _counts(entry: Entry, segmenter: Words) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text, times in _texts(entry):
        for word in longest(segmenter.words(text)):
            if _may_tell(word.token):
                counts[word.token] += times
    return counts


def _texts(entry: Entry) -> Iterator[tuple[str, int]]:
    yield entry.title, _TITLE
    left = _READ
    for paragraph in entry.paragraphs:
        times = _HEADING if paragraph.role is Role.HEADING else 1
        yield paragraph.text[:left], times
        left -= len(paragraph.text)
        if left <= 0:
            return


def _may_tell(token: str) -> bool:
    return len(token) > 1 and not token.isdecimal() and token not in STOP_WORDS


def _often(count: int, word: str) -> float:
    """Repetition tells less each time, a long word more than a short one."""
    return (1 + math.log(count)) * math.sqrt(min(len(word), 4))


def _asked(words: dict[str, float]) -> Iterator[Node]:
    """Each word, weightier where it is a part of a brand, a method or another fact."""
    most = max(words.values())
    for word, weight in words.items():
        boost = weight / most
        fields = (("text", boost), ("title", boost), ("fact", _FACT * boost))
        yield from (Term(field, word, each) for field, each in fields)


def _same_text(copies: Groups, entry_id: EntryId) -> Sequence[EntryId]:
    return next((group for group in copies.members if entry_id in group), ())
