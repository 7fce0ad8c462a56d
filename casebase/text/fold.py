"""Folding: what index and query compare, never what people see.

`fold` keeps of a text what makes a difference to a reader who searches: case, width,
traditional forms, kinds of brackets and quotes, and white space that means nothing in
Chinese are folded away. Every folded character knows where it came from, so that what
matched can be marked in the original.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import overload

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from casebase.text.characters import WORDLIKE, is_dropped, joins, same

# Stands for a character that does not fold to exactly one; no text has it, as Unicode
# promises that U+FFFF is no character, and `same` drops it.
_ODD = "\uffff"
_ODD_STRETCH = re.compile(f"[^{_ODD}]?{_ODD}+")
_WORD = re.compile(WORDLIKE)
_CODE = np.dtype("<u4")
_ONE = _CODE.type(1)
_SPACE = ord(" ")


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
    origins: Sequence[int]
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


class _Table:
    """What each character folds to: one character, a space, or `_ODD`; it learns.

    Filling it for all of Unicode would take a second of every start. The code of what
    a character folds to stands at the character's own code, plus one; 0 is not known.
    """

    def __init__(self) -> None:
        """Of what nobody touches, the system makes no memory."""
        self._codes = np.zeros(sys.maxunicode + 1, dtype=_CODE)

    def folded(self, text: str) -> str:
        """`text`, character by character."""
        raw = _codes(text)
        codes = self._codes[raw]
        if np.count_nonzero(codes) < len(raw):
            for code in np.unique(raw[codes == 0]).tolist():
                self._codes[code] = ord(_one(chr(code))) + 1
            codes = self._codes[raw]
        return (codes - _ONE).tobytes().decode("utf-32-le", "surrogatepass")


def _one(char: str) -> str:
    folded = same(char)
    return folded if len(folded) == 1 and not joins(char) else _ODD


_TABLE = _Table()


def fold(text: str) -> Folded:
    """Fold `text`: see DESIGN, “Words”. Folding a folded text changes nothing."""
    flat = _TABLE.folded(text)
    if _ODD not in flat:
        return _squeeze(Folded(flat, range(len(flat))))
    return _squeeze(_spell_out(text, flat))


def _spell_out(text: str, flat: str) -> Folded:
    """Replace the odd stretches of `flat` by what `text` has there, spelt out."""
    pieces: list[str] = []
    origins = array("q")
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
    kept: list[str] = []
    last = ""
    for piece in filter(None, folded.text.split(" ")):
        if last and _is_word(last) and _is_word(piece[0]):
            kept.append(" ")
        kept.append(piece)
        last = piece[-1]
    text = "".join(kept)
    return Folded(text, _Squeezed(text, folded.text, folded.origins), folded.ends)


class _Squeezed(Sequence[int]):
    """The origins of a text that was squeezed, worked out where somebody asks."""

    def __init__(self, text: str, loose: str, origins: Sequence[int]) -> None:
        self._text, self._loose, self._origins = text, loose, origins

    @cached_property
    def _places(self) -> array[int]:
        text, loose = _codes(self._text), _codes(self._loose)
        places = np.empty(len(text), dtype=np.int64)
        places[text != _SPACE] = np.flatnonzero(loose != _SPACE)
        spaces = np.flatnonzero(text == _SPACE)
        places[spaces] = places[spaces - 1] + 1  # the first of several stays
        if not isinstance(self._origins, range):
            places = np.array(self._origins, dtype=np.int64)[places]
        return array("q", places.tobytes())

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> array[int]: ...
    @override
    def __getitem__(self, at: int | slice) -> int | array[int]:
        return self._places[at]

    @override
    def __len__(self) -> int:
        return len(self._text)


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=_CODE)


@cache
def _is_word(char: str) -> bool:
    return _WORD.fullmatch(char) is not None
