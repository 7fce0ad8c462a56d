"""What cuts a folded text into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Cut = tuple[str, int, int]  # a word, where it starts, where it ends
# High enough that a term of ours is preferred to its parts, low enough to leave the
# common words of the dictionary (的 has 318,825) where they are.
FREQUENCY = 20_000


@dataclass(frozen=True, slots=True)
class Cutter:
    """A loaded dictionary.

    Attributes:
        cut: The words of a text in reading order, the shorter words in a long one
            before it, signs among them.
        tokens: The same without their places.
    """

    cut: Callable[[str], Iterable[Cut]]
    tokens: Callable[[str], Iterable[str]]
