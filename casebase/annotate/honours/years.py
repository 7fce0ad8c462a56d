"""The year in which an honour was given."""

from __future__ import annotations

import re

from casebase.annotate.honours.clauses import Clause

_YEAR = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})\s?年(?!级|度(?:规划|计划)|来|以来|前)"
)
_OPEN = re.compile(
    "近年来|近[一二三四五六七八九十两0-9]+年|去年|今年|以来|先后|历年|累计|多年"
)


def year_of(clause: Clause) -> int | None:
    """The year named last before the verb in its sentence, unless time is left open."""
    last = None
    for match in _YEAR.finditer(clause.sentence):
        last = match
    if last is None or _OPEN.search(clause.sentence, last.end()):
        return None
    return int(last[1])
