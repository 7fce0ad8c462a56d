"""Folding: what index and query compare, never what people see.

`fold` keeps of a text what makes a difference to a reader who searches: case, width,
traditional forms, kinds of brackets and quotes, and white space that means nothing in
Chinese are folded away. Every folded character knows where it came from, so that what
matched can be marked in the original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from casebase.text.characters import WORDLIKE, is_dropped, joins, same

# Stands for a character that does not fold to exactly one; no text has it, as Unicode
# promises that U+FFFF is no character, and `same` drops it.
_ODD = "\uffff"
_ODD_STRETCH = re.compile(f"[^{_ODD}]?{_ODD}+")
# White space, of which the group is what stays: one space between two words.
_WHITE = re.compile(rf"(?<={WORDLIKE})( ) *(?={WORDLIKE})| +")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers where it came from.

    Attributes:
        text: The folded text.
        origins: For each folded character, the index of the source character it came
            from. Several have the same origin where one character was spelt out (㈠).
        ends: For origins that stand for several source characters (a letter and the
            accents after it), one past the last of them.
    """

    text: str
    origins: array[int]
    ends: Mapping[int, int] = field(default_factory=dict)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the source, as (start, end).

        An empty stretch is an empty stretch of the source.
        """
        if start >= end:
            at = self.origins[start] if start < len(self.origins) else self._source_end
            return at, at
        last = self.origins[end - 1]
        return self.origins[start], self.ends.get(last, last + 1)

    @property
    def _source_end(self) -> int:
        return self.span(len(self.text) - 1, len(self.text))[1] if self.text else 0


class _Table(dict[int, str]):
    """Folds a character to one character, to a space, or to `_ODD`; learns as it goes.

    Filling it for all of Unicode would take a second of every start.
    """

    def __missing__(self, code: int) -> str:
        folded = same(chr(code))
        one = len(folded) == 1 and not joins(chr(code))
        self[code] = folded if one else _ODD
        return self[code]


_TABLE = _Table()


def fold(text: str) -> Folded:
    """Fold `text`: see DESIGN, “Words”. Folding a folded text changes nothing."""
    flat = text.translate(_TABLE)
    if _ODD not in flat:
        return _squeeze(Folded(flat, array("l", range(len(flat)))))
    return _squeeze(_spell_out(text, flat))


def _spell_out(text: str, flat: str) -> Folded:
    """Replace the odd stretches of `flat` by what `text` has there, spelt out."""
    pieces: list[str] = []
    origins = array("l")
    ends: dict[int, int] = {}
    done = 0
    for match in _ODD_STRETCH.finditer(flat):
        pieces.append(flat[done : match.start()])
        origins.extend(range(done, match.start()))
        done = match.end()
        for start, end in _clusters(text, match.start(), done):
            folded = _fold_cluster(text[start:end])
            pieces.append(folded)
            origins.extend([start] * len(folded))
            if end - start > 1:
                ends[start] = end
    pieces.append(flat[done:])
    origins.extend(range(done, len(flat)))
    return Folded("".join(pieces), origins, ends)


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut `text[start:end]` into characters, each with what combines with it."""
    first = start
    for at in range(start + 1, end):
        if not (joins(text[at]) or is_dropped(text[at])):
            yield first, at
            first = at
    yield first, end


def _fold_cluster(cluster: str) -> str:
    visible = "".join(char for char in cluster if not is_dropped(char))
    while True:
        composed = unicodedata.normalize("NFC", visible)
        wide = "".join(same(char) for char in unicodedata.normalize("NFKC", composed))
        if wide == visible:
            return wide
        visible = wide


def _squeeze(folded: Folded) -> Folded:
    """Keep one space between words of letters and numbers, and no other white space."""
    if " " not in folded.text:
        return folded
    text = folded.text
    pieces: list[str] = []
    origins = array("l")
    done = 0
    for match in _WHITE.finditer(text):
        kept = match.end(1) if match[1] else match.start()
        pieces.append(text[done:kept])
        origins.extend(folded.origins[done:kept])
        done = match.end()
    pieces.append(text[done:])
    origins.extend(folded.origins[done:])
    return Folded("".join(pieces), origins, folded.ends)
