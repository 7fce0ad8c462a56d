"""Slogans of the families in the lexicon, each under its own wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from casebase.entry import Entry, Evidence, Slogan
from casebase.lexicon import Lexicon

# 第一支部 and 统一部署 only contain the beginning of one; 一校一品质 and 一系一品类 are
# other words.
_NOT_BEFORE, _WHOLE = "(?<![第统])", "(?:(?<!品)|(?![质类种位行格味德]))"
# What writers put between the halves: 一支部 一品牌, 一支部、一品牌.
_BETWEEN = "[ \u3000、·]{0,2}"
_LOOSE = re.compile("[ \u3000、·个]")


def slogans(entry: Entry, lexicon: Lexicon) -> Iterator[tuple[Slogan, Evidence]]:
    """The slogans of an entry, in its title and then in its text."""
    pattern = _pattern(lexicon)
    if pattern is None:
        return
    plain = {_LOOSE.sub("", wording): wording for wording in lexicon.families}
    for place, text in (("title", entry.title), ("text", entry.text)):
        for match in pattern.finditer(text):
            family = lexicon.families[plain[_LOOSE.sub("", match.group())]]
            slogan = Slogan("".join(match.group().split()), family)
            evidence = Evidence(place, *match.span(), match.group(), "slogan.family")
            yield slogan, evidence


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str] | None:
    wordings = sorted(lexicon.families, key=len, reverse=True)
    if not wordings:
        return None
    return re.compile(f"{_NOT_BEFORE}(?:{'|'.join(map(_loose, wordings))}){_WHOLE}")


def _loose(wording: str) -> str:
    """The pattern of 一支部一品牌 takes 一个支部、一个品牌 too."""
    halves = [half for half in wording.split("一") if half]
    if len(halves) != 2 or not wording.startswith("一"):  # noqa: PLR2004 - two halves
        return re.escape(wording)
    return _BETWEEN.join(f"一个?{re.escape(half)}" for half in halves)
