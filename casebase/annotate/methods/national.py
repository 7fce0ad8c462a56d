"""Formulas that are the whole country's, from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from casebase.annotate.methods.named import CLOSE
from casebase.entry import Evidence, Method
from casebase.lexicon import Lexicon


def national(
    place: str, text: str, lexicon: Lexicon
) -> Iterator[tuple[Method, Evidence]]:
    """The national formulas that a text names; those with a plus are formulas."""
    pattern = _pattern(lexicon)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        method = Method(match[0], (), national=True)
        yield method, Evidence(place, *match.span(), match[0], "method.national")


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str] | None:
    names = sorted(
        (name for name in lexicon.national if "+" not in name), key=len, reverse=True
    )
    if not names:
        return None
    # 三个代表队 and 四个服务中心 only begin like one.
    free = f"(?:{'|'.join(map(re.escape, names))})(?![队处团中站点所项])"
    bound = (
        f"{re.escape(name)}(?=[{CLOSE}]?(?:{'|'.join(map(re.escape, words))}))"
        for name, words in lexicon.bound.items()
    )
    return re.compile("|".join((free, *bound)))
