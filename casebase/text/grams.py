"""Grams: the smallest pieces of a text that a person can ask for exactly.

Each Han character, each run of digits, each run of letters and each sign is a gram; so
is a whole formula such as 1+3+N, because nobody who asks for 1+3 means a part of it.
A text contains a query exactly when the query's grams follow one another in the text's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebase.text.characters import HAN, LETTERS, WORDLIKE
from casebase.text.fold import fold

FORMULA = rf"{WORDLIKE}+(?:\+{WORDLIKE}+)+"
# "." is any sign, and the space that folding keeps between words.
_GRAM = re.compile(rf"[{HAN}]|{FORMULA}|\d+|{LETTERS}+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gram:
    """One gram: folded as `token`; in the source text at `start` to `end`."""

    token: str
    start: int
    end: int


def grams(text: str) -> list[Gram]:
    """The grams of one paragraph, title or query, with offsets into `text` itself."""
    folded = fold(text)
    return [
        Gram(match[0], *folded.span(match.start(), match.end()))
        for match in _GRAM.finditer(folded.text)
    ]


def gram_tokens(text: str) -> list[str]:
    """The tokens of `grams` alone, several times faster."""
    return _GRAM.findall(fold(text).text)
