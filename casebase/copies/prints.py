"""Fingerprints, by which copied passages are found among all texts.

Of a text in the base every `STRIDE`-th piece of `SIZE` characters is kept as a number
of three bytes; of a draft all pieces are looked at. So a passage of `SURE` characters
that both have shares at least two pieces on one diagonal, wherever it stands in either
(winnowing, Schleimer, Wilkerson & Aiken 2003, gives the same guarantee from samples of
both sides; sampling one side by place alone needs fewer numbers). Where each piece
stands need not be kept: it follows from its turn.

The numbers of all texts are looked through from first to last, at some hundred million
a second: there is no index to keep in order, and a text more is a row more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casebase.entry import Entry
from casebase.text.content import content

SIZE = 4  # characters of a piece
STRIDE = 7  # from one piece to the next
SURE = 2 * STRIDE + SIZE - 1  # characters that are shared are found
_BITS = 24
_BYTES = _BITS // 8
# Odd numbers without a pattern, one for each character of a piece (Fibonacci hashing,
# Knuth 1973, volume 3, section 6.4).
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)

# A piece that a draft repeats more often is looked at where it first stands.
_REPEATS = 32

Numbers = NDArray[np.uint32]
Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Prints:
    """The fingerprints of many texts, one after the other.

    Attributes:
        numbers: Of all pieces.
        starts: Where the pieces of each text begin, and at the end their count.
    """

    numbers: Numbers
    starts: Places

    @classmethod
    def of(cls, printed: Sequence[bytes]) -> Prints:
        """The fingerprints of texts, each as `fingerprint` gives it."""
        sizes = [len(each) // _BYTES for each in printed]
        return cls(_unpacked(b"".join(printed)), np.cumsum([0, *sizes]))


@dataclass(frozen=True, eq=False)
class Shared:
    """Pieces that a draft shares with texts, in order of text and then of place.

    Attributes:
        texts: Which text has it.
        there: Where it begins there, in characters of the content.
        here: Where it begins in the draft.
    """

    texts: Places
    there: Places
    here: Places


def compared(entry: Entry) -> str:
    """What of an entry is compared: its title, a line break, and its text."""
    return f"{entry.title}\n{entry.text}"


def printed(entry: Entry) -> bytes:
    """The fingerprint of an entry."""
    return fingerprint(content(compared(entry)).text)


def fingerprint(text: str) -> bytes:
    """The fingerprint of a content: three bytes for seven characters."""
    numbers = pieces(text)[::STRIDE]
    return numbers.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :_BYTES].tobytes()


def pieces(text: str) -> Numbers:
    """The number of each piece of a content, by place; empty where it is too short."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    count = len(codes) - SIZE + 1
    if count < 1:
        return np.empty(0, np.uint32)
    mixed = np.zeros(count, np.uint32)
    for at, factor in enumerate(_FACTORS):
        mixed = (mixed ^ codes[at : at + count]) * np.uint32(factor)
        mixed ^= mixed >> np.uint32(15)
    return mixed >> np.uint32(32 - _BITS)


def shared(draft: Numbers, prints: Prints) -> Shared:
    """The pieces of the draft that `prints` has too."""
    wanted = np.zeros(1 << _BITS, bool)
    wanted[draft] = True
    found = np.flatnonzero(wanted[prints.numbers])
    order = np.argsort(draft, kind="stable")
    ranked = draft[order]
    first = np.searchsorted(ranked, prints.numbers[found], side="left")
    past = np.searchsorted(ranked, prints.numbers[found], side="right")
    times = np.minimum(past - first, _REPEATS)
    at = np.repeat(found, times)
    # The places in the draft of a number that stands there several times.
    turn = np.arange(len(at)) - np.repeat(np.cumsum(times) - times, times)
    here = order[np.repeat(first, times) + turn]
    texts = np.searchsorted(prints.starts, at, side="right") - 1
    return Shared(texts, (at - prints.starts[texts]) * STRIDE, here.astype(np.int64))


def _unpacked(data: bytes) -> Numbers:
    packed = np.frombuffer(data, np.uint8).reshape(-1, _BYTES)
    numbers = np.zeros((len(packed), 4), np.uint8)
    numbers[:, :_BYTES] = packed
    return numbers.view("<u4").reshape(-1)
