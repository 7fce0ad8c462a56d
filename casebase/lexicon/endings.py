"""Words in which names end, and whether a name ends in one of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import groupby

_TAIL = 2  # characters by which words are sorted


class Endings:
    """Words in which names end.

    Attributes:
        tails: Finds the last two characters of any of them: where none is there is no
            word either.
    """

    def __init__(self, words: Collection[str]) -> None:
        """Sort the words by how they end."""
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in words:
            lengths.setdefault(word[-_TAIL:], set()).add(len(word))
        self._lengths = {tail: tuple(found) for tail, found in lengths.items()}
        self.tails = _any(self._lengths)

    def end(self, name: str) -> bool:
        """Whether the name ends in one of the words."""
        for length in self._lengths.get(name[-_TAIL:], ()):
            if name[-length:] in self._words:
                return True
        return False


def _any(tails: Collection[str]) -> re.Pattern[str]:
    groups = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(tail[1:]) for tail in group)})"
        for first, group in groupby(sorted(tails), key=lambda tail: tail[0])
    )
    return re.compile("|".join(groups) or "(?!)")
