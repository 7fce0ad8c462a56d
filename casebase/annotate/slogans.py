"""Slogans of the families in the lexicon, each under its own wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from casebase.entry import Entry, Evidence, Slogan
from casebase.lexicon import Lexicon

# 一校一品质 and 一系一品类 are other words.
_WHOLE = "(?<!品)|(?![质类种位行格味德])"


def slogans(entry: Entry, lexicon: Lexicon) -> Iterator[tuple[Slogan, Evidence]]:
    """The slogans of an entry, in its title and then in its text."""
    pattern = _pattern(lexicon)
    if pattern is None:
        return
    for place, text in (("title", entry.title), ("text", entry.text)):
        for match in pattern.finditer(text):
            wording = match.group()
            slogan = Slogan(wording, lexicon.families[wording])
            yield slogan, Evidence(place, *match.span(), wording, "slogan.family")


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str] | None:
    wordings = sorted(lexicon.families, key=len, reverse=True)
    if not wordings:
        return None
    return re.compile(f"(?:{'|'.join(map(re.escape, wordings))})(?:{_WHOLE})")
