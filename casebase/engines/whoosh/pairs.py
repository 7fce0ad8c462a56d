"""Where each pair of neighbouring units stands in the texts of a field.

To look for a phrase in all texts takes longer the more there are; where its pairs stand
is looked up, and where they stand one after the other, the phrase stands. The places of
all pairs take as much room as the texts themselves, and are read where they lie.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from casebase.engines.whoosh.sequences import Part, Rows, Units

_HEAD = 2  # numbers before all: of the pairs, and of the places
_LONG, _SHORT = np.dtype("<u8"), np.dtype("<u4")
_SHIFT = 32  # the first unit of a pair is above, the second below


def write(units: Units, path: Path) -> None:
    """Write where the pairs of `units` stand to `path`, where nothing is."""
    keys, starts, places = _sorted(units)
    with path.open("xb") as file:
        for numbers, kind in (
            ((len(keys), len(places)), _LONG),
            (keys, _LONG),
            (starts, _LONG),
            (places, _SHORT),
        ):
            np.asarray(numbers, dtype=kind).tofile(file)


def _sorted(units: Units) -> tuple[NDArray[np.uint64], Rows, Rows]:
    """The pairs in order, where the places of each begin, and all places."""
    seen = np.zeros(int(units.max(initial=0)) + 1, dtype=bool)
    seen[units] = True
    known = np.flatnonzero(seen).astype(np.uint64)
    codes = np.zeros(len(seen), dtype=np.uint64)
    codes[seen] = np.arange(len(known))
    pairs = codes[units[:-1]] * np.uint64(len(known)) + codes[units[1:]]
    places = np.argsort(pairs, kind="stable")
    pairs = pairs[places]
    starts = np.flatnonzero(np.diff(pairs, prepend=np.uint64(2**64 - 1)))
    first, second = np.divmod(pairs[starts], np.uint64(len(known)))
    return known[first] << np.uint64(_SHIFT) | known[second], starts, places


class Pairs:
    """Such a file, open."""

    def __init__(self, path: Path) -> None:
        """Its beginning is read; the rest is, where it is needed."""
        self._data = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
        head = _HEAD * _LONG.itemsize
        keys, places = self._data[:head].view(_LONG).tolist()
        starts = head + keys * _LONG.itemsize
        ends = starts + keys * _LONG.itemsize
        self._keys = self._data[head:starts].view(_LONG)
        self._starts = self._data[starts:ends].view(_LONG)
        self._places = self._data[ends : ends + places * _SHORT.itemsize].view(_SHORT)

    def places(self, wanted: Units) -> Rows:
        """Where `wanted`, of two units at least, begins."""
        last = len(wanted) - 2
        offsets = {*range(0, last, 2), last}
        found = [(self._of(wanted[at], wanted[at + 1]), at) for at in offsets]
        found.sort(key=lambda one: len(one[0]))
        (fewest, at), *others = found
        begins: Rows = fewest.astype(np.int64) - at
        for places, at in others:
            begins = begins[_among(begins + at, places)]
        return begins

    def _of(self, first: np.uint32, second: np.uint32) -> NDArray[np.uint32]:
        key = (int(first) << _SHIFT) | int(second)
        at = int(np.searchsorted(self._keys, np.uint64(key)))
        if at == len(self._keys) or int(self._keys[at]) != key:
            return self._places[:0]
        following = self._starts[at + 1 : at + 2].tolist() or [len(self._places)]
        return self._places[int(self._starts[at]) : following[0]]


class Phrases:
    """The texts of a field, to look for phrases in."""

    def __init__(self, parts: list[tuple[Part, Path]]) -> None:
        """The parts in the order of their rows, each with the file of its pairs."""
        self._parts = [(part.begins(), part.rows, Pairs(path)) for part, path in parts]

    def find(self, wanted: Units) -> tuple[Rows, NDArray[np.float64]]:
        """Which rows have `wanted`, of two units at least; ascending, and how often."""
        found = [
            _owned(begins, rows, pairs.places(wanted))
            for begins, rows, pairs in self._parts
        ]
        none = np.empty(0, np.int64), np.empty(0)
        rows, counts = map(np.concatenate, zip(none, *found, strict=True))
        return rows, counts

    def close(self) -> None:
        """Let go of the files."""
        self._parts = []


def _owned(begins: Rows, rows: Rows, places: Rows) -> tuple[Rows, NDArray[np.float64]]:
    """The rows in whose texts there are places, and how many."""
    bounds = np.searchsorted(places, begins)
    counts = np.diff(bounds, append=len(places))
    having = np.flatnonzero((counts > 0) & (rows >= 0))
    return rows[having], counts[having].astype(np.float64)


def _among(wanted: Rows, places: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which of `wanted` are `places`; both ascend."""
    at = np.searchsorted(places, wanted)
    inside = at < len(places)
    inside[inside] = places[at[inside]] == wanted[inside]
    return inside
