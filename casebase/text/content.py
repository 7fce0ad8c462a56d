"""What of a text is compared: its letters and numbers, folded, without any signs.

Whoever copies a passage changes punctuation, width and line ends first; what is left of
it is the same.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import cached_property

from casebase.text.fold import Folded, fold

_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Content:
    """The letters and numbers of a text, and where each stands in it.

    Attributes:
        text: The characters that are compared.
        folded: The folded text they are from.
    """

    text: str
    folded: Folded

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, which is not empty, stands in the source."""
        return self.folded.span(self._kept[start], self._kept[end - 1] + 1)

    @cached_property
    def _kept(self) -> array[int]:
        """For each character, its place in the folded text."""
        kept = array("l")
        for match in _LETTERS.finditer(self.folded.text):
            kept.extend(range(*match.span()))
        return kept


def content(text: str) -> Content:
    """What of `text` is compared."""
    folded = fold(text)
    return Content("".join(_LETTERS.findall(folded.text)), folded)
