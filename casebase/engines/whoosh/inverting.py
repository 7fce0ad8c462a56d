"""Texts turned round: from the tokens of each entry to the entries of each token.

Whoosh's own pool holds, sorts and compares a Python tuple for every posting. As arrays
of numbers they take a tenth of the memory and are sorted in a hundredth of the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]  # of entries
Counts = NDArray[np.float32]  # how often each has a token; Whoosh calls them weights


class Inverted(NamedTuple):
    """The entries that have a token in a field, ascending, and how often each does."""

    field: str
    token: bytes
    numbers: Numbers
    counts: Counts


class Inversion:
    """Collects the tokens of entries that come in ascending order of their numbers.

    Attributes:
        size: How many postings it holds; twelve bytes each.
    """

    def __init__(self) -> None:
        """Empty."""
        self.size = 0
        self._fields: defaultdict[str, _Field] = defaultdict(_Field)

    def add(self, field: str, number: int, tokens: Sequence[str]) -> None:
        """Add all tokens that an entry has in a field."""
        if tokens:
            self.size += self._fields[field].add(number, tokens)

    def add_token(self, found: Inverted) -> None:
        """Add what an earlier segment has of a token."""
        self.size += self._fields[found.field].add_token(found)

    def inverted(self) -> Iterator[Inverted]:
        """All that was added, by field and token in the order of their bytes."""
        for name in sorted(self._fields):
            for token, numbers, counts in self._fields[name].sorted():
                yield Inverted(name, token, numbers, counts)


class _Field:
    """Three columns of as many rows: code of the token, number of the entry, count."""

    def __init__(self) -> None:
        self._codes: defaultdict[str, int] = defaultdict(count().__next__)
        self._pieces: list[tuple[Numbers, Numbers, Counts]] = []

    def add(self, number: int, tokens: Sequence[str]) -> int:
        every = np.fromiter(map(self._codes.__getitem__, tokens), np.uint32)
        codes, counts = np.unique(every, return_counts=True)
        numbers = np.full(len(codes), number, dtype=np.uint32)
        self._pieces.append((codes, numbers, counts.astype(np.float32)))
        return len(codes)

    def add_token(self, found: Inverted) -> int:
        code = self._codes[found.token.decode()]
        codes = np.full(len(found.numbers), code, dtype=np.uint32)
        self._pieces.append((codes, found.numbers, found.counts))
        return len(codes)

    def sorted(self) -> Iterator[tuple[bytes, Numbers, Counts]]:
        """By token; what was added first comes first."""
        tokens = [token.encode() for token in self._codes]
        order = sorted(range(len(tokens)), key=tokens.__getitem__)
        ranks = np.empty(len(tokens), dtype=np.uint32)
        ranks[order] = np.arange(len(tokens), dtype=np.uint32)
        codes, numbers, counts = map(np.concatenate, zip(*self._pieces, strict=True))
        by_token = np.argsort(ranks[codes], kind="stable")
        numbers, counts = numbers[by_token], counts[by_token]
        ends = np.cumsum(np.bincount(codes, minlength=len(tokens))[order]).tolist()
        for start, end, code in zip([0, *ends], ends, order, strict=False):
            yield tokens[code], numbers[start:end], counts[start:end]
