"""How well a document was read: what was found against what is true.

All of them compare squeezed texts: width folded by NFKC, white space removed.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

CHUNK = 12  # characters; short enough to survive a slip, long enough to be unique
Rows = Sequence[Sequence[str]]


def squeezed(text: str) -> str:
    """`text` without white space and without differences of width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def character_error(found: str, truth: str) -> float:
    """Edit distance over the length of the truth; what was made up counts as much."""
    return Levenshtein.distance(found, truth) / max(1, len(truth))


def order(found: str, truth: str) -> float:
    """The share of the truth's consecutive chunks that stand in `found` in sequence.

    The longest such sequence counts (Hunt and Szymanski 1977): a chunk that is lost
    does not carry off those after it where its words happen to come again later.
    """
    chunks = [
        truth[start : start + CHUNK]
        for start in range(0, len(truth) - CHUNK + 1, CHUNK)
    ]
    ends: list[int] = []  # the lowest place at which a sequence of each length ends
    for chunk in chunks:
        for place in reversed(list(_places(chunk, found))):
            length = bisect_left(ends, place)
            ends[length : length + 1] = [place]
    return len(ends) / len(chunks) if chunks else 1.0


def _places(chunk: str, text: str) -> Iterator[int]:
    place = text.find(chunk)
    while place >= 0:
        yield place
        place = text.find(chunk, place + 1)


def in_sequence(anchors: Sequence[str], text: str) -> int:
    """How many of `anchors` are found, each after the end of the one before."""
    place, count = 0, 0
    for anchor in anchors:
        found = text.find(anchor, place)
        if found >= 0:
            place, count = found + len(anchor), count + 1
    return count


def forbidden_in(found: str, forbidden: Sequence[str], truth: str) -> list[str]:
    """The strings that stand in `found` more often than in the truth."""
    return [word for word in forbidden if found.count(word) > truth.count(word)]


def without(found: str, floating: Sequence[str]) -> tuple[str, str]:
    """`found` without the strings whose place is free, and those that it lacks.

    A caption or a footnote may stand anywhere; each is taken out once.
    """
    missing = ""
    for piece in floating:
        if piece in found:
            found = found.replace(piece, "", 1)
        else:
            missing += piece
    return found, missing


def cells_right(found: Sequence[Rows], truth: Rows) -> tuple[int, int]:
    """How many cells of a true table are found, and how many there are.

    A row counts for as many cells as the most similar row left has in their places.
    """
    rows = [[squeezed(cell) for cell in row] for table in found for row in table]
    right = 0
    for row in ([squeezed(cell) for cell in row] for row in truth):
        score, index = max(
            ((_same(row, other), -place) for place, other in enumerate(rows)),
            default=(0, 0),
        )
        if score:
            right += score
            del rows[-index]
    return right, sum(map(len, truth))


def _same(row: Sequence[str], other: Sequence[str]) -> int:
    return sum(cell == there for cell, there in zip(row, other, strict=False))
