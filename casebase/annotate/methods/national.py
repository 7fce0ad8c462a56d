"""Formulas that are the whole country's, from the lexicon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from casebase.annotate.methods.named import CLOSE, TRIED, Named, signs_of
from casebase.annotate.methods.parts import given_parts
from casebase.entry import Evidence, Method
from casebase.lexicon import Lexicon


def national(
    place: str, text: str, lexicon: Lexicon
) -> Iterator[tuple[Method, Evidence]]:
    """The national formulas that a text names; those with a plus are formulas."""
    pattern = _pattern(lexicon)
    if pattern is None:
        return
    tried: Counter[str] = Counter()
    for match in pattern.finditer(text):
        name = match[0]
        tried[name] += 1
        named = Named(name, signs_of(name), *match.span())
        parts = given_parts(named, text) if tried[name] <= TRIED else ()
        evidence = Evidence(place, *match.span(), name, "method.national")
        yield Method(name, parts, national=True), evidence


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str] | None:
    """The names by their first characters, so that one look at it decides."""
    names = sorted(
        (name for name in lexicon.national if "+" not in name),
        key=lambda name: (name[0], -len(name), name),
    )
    by_first = groupby(names, key=lambda name: name[0])
    largest = sorted(
        ((first, list(group)) for first, group in by_first),
        key=lambda each: -len(each[1]),
    )
    # 三个代表队 and 四个服务中心 only begin like one.
    free = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(name[1:]) for name in group)})"
        "(?![队处团中站点所项])"
        for first, group in largest
    )
    bound = (
        f"{re.escape(name)}(?=[{CLOSE}]?(?:{'|'.join(map(re.escape, words))}))"
        for name, words in lexicon.bound.items()
    )
    branches = (*free, *bound)
    return re.compile("|".join(branches)) if branches else None
