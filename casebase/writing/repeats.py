"""What a text says twice, word for word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casebase.text.fold import fold

LEAST = 30  # characters
_FACTOR = np.uint64(0x9E3779B97F4A7C15)

Numbers = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage that a text has more than once.

    Attributes:
        places: Where it begins and one past its end, each time, in order.
        characters: How many it has, white space not counted.
    """

    places: tuple[tuple[int, int], ...]
    characters: int


def repeats(text: str, least: int = LEAST) -> list[Repeat]:
    """The passages that `text` has more than once, by where each stands first.

    `least` is how many characters make a passage, white space not counted.
    """
    folded = fold(text)
    before = _before(folded.text, least)
    found: dict[str, list[int]] = {}
    at = 0
    for here in np.flatnonzero(before >= 0).tolist():
        if here < at:
            continue
        there = int(before[here])
        at = here + _common(folded.text, there, here)
        if at - here >= least:
            found.setdefault(folded.text[here:at], [there]).append(here)
    told = [
        Repeat(
            tuple(folded.span(start, start + len(passage)) for start in starts),
            len(passage),
        )
        for passage, starts in found.items()
    ]
    return sorted(told, key=lambda repeat: repeat.places)


def _common(text: str, there: int, here: int) -> int:
    """How many characters agree from both places on, until one meets the other."""
    size = 0
    while (
        there + size < here
        and here + size < len(text)
        and text[there + size] == text[here + size]
    ):
        size += 1
    return size


def _before(text: str, size: int) -> NDArray[np.int64]:
    """For each place the first where the same `size` characters stand, if before it."""
    numbers = _windows(text, size)
    _, first, which = np.unique(numbers, return_index=True, return_inverse=True)
    earliest = first[which]
    return np.where(earliest < np.arange(len(numbers)), earliest, -1)


def _windows(text: str, size: int) -> Numbers:
    """A number for each stretch of `size` characters, by doubling its length."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    numbers = codes.astype(np.uint64)
    reach = 1
    while reach < size and len(numbers) > size - reach:
        step = min(reach, size - reach)
        numbers = _mixed(numbers[: len(numbers) - step], numbers[step:])
        reach += step
    return numbers if reach == size else np.empty(0, np.uint64)


def _mixed(some: Numbers, others: Numbers) -> Numbers:
    mixed = (some * _FACTOR) ^ others
    mixed ^= mixed >> np.uint64(29)
    return mixed * _FACTOR
