"""The words that prove why an entry meets conditions on what is known of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from casebase.entry import LISTED, PARTS, Entry, Evidence, Fact, Honour, Quantity
from casebase.matching import And, Has, Node, Or
from casebase.query import Filter
from casebase.search.figures import stored_figure
from casebase.search.honours import STORED as HONOURS
from casebase.search.honours import stored_honour
from casebase.search.needles import Found, Needle

MOST = 8  # facts shown to be so
_PROOF = Needle("", weight=2.0)


def wanted(node: Node) -> Iterator[Filter]:
    """The conditions of a query, whose values are stored ones; those excluded are not.

    Of alternatives all are given: an entry has proof of those that it meets.
    """
    match node:
        case Has(condition):
            if not condition.exclude:
                yield condition
        case And(children) | Or(children):
            for child in children:
                yield from wanted(child)
        case _:
            return


def allowed(conditions: Iterable[Filter]) -> tuple[tuple[str, frozenset[str]], ...]:
    """The conditions as fields with the stored values that meet them."""
    return tuple((it.field, frozenset(it.values)) for it in conditions if it.values)


def proofs(
    entry: Entry, asked: Sequence[tuple[str, frozenset[str]]]
) -> dict[int, list[Found]]:
    """By paragraph, the words that prove the facts that meet what is `allowed`."""
    if not asked:
        return {}
    met = [fact for fact in entry.facts if any(_meets(fact, *it) for it in asked)]
    said = [words for fact in met[:MOST] for words in fact.evidence[:1]]
    return _placed(entry, (it for it in said if it.place == "text"))


def _meets(fact: Fact, field: str, values: frozenset[str]) -> bool:
    value = fact.value
    if isinstance(value, Honour) and field == HONOURS:
        return stored_honour(value) in values
    if isinstance(value, Quantity) and field == "quantity":
        return stored_figure(value) in values
    if field == "family":  # a slogan's other wordings are marked as such
        return False
    name, part = PARTS.get(field, (LISTED.get(field, ""), ""))
    return fact.name == name and str(getattr(value, part, value)) in values


def _placed(entry: Entry, said: Iterable[Evidence]) -> dict[int, list[Found]]:
    lengths = (len(paragraph.text) + 1 for paragraph in entry.paragraphs)
    starts = list(accumulate(lengths, initial=0))[:-1]
    found: dict[int, dict[tuple[int, int], Found]] = {}
    for words in said:
        at = max(bisect_right(starts, words.start) - 1, 0)
        length = len(entry.paragraphs[at].text)
        start, end = words.start - starts[at], min(words.end - starts[at], length)
        if 0 <= start < end:
            found.setdefault(at, {})[start, end] = Found(start, end, _PROOF)
    return {at: list(ones.values()) for at, ones in found.items()}
