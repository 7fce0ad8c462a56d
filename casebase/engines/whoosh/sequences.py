"""Texts as sequences of tokens, to look for phrases in."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Part:
    """The values of one file: that of document n is at `starts[n]` to `ends[n]`.

    `rows` gives the row of each document, or -1 where it is deleted.
    """

    file: Path
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    rows: NDArray[np.int64]


class Sequences:
    """The texts of a field by row, read from the files as they are needed."""

    def __init__(self, parts: list[Part]) -> None:
        """The parts in the order of their rows."""
        self._maps = [_mapped(part.file) for part in parts]
        alive = [part.rows >= 0 for part in parts]
        self._starts = _joined([p.starts[a] for p, a in zip(parts, alive, strict=True)])
        self._ends = _joined([p.ends[a] for p, a in zip(parts, alive, strict=True)])
        sizes = np.array([np.count_nonzero(a) for a in alive], dtype=np.int64)
        self._maps_of_rows = np.repeat(np.arange(len(parts)), sizes)

    def count(self, rows: NDArray[np.int64], phrase: bytes) -> NDArray[np.float64]:
        """How often each of `rows` has `phrase`, overlaps counted once."""
        places = zip(
            self._maps_of_rows[rows].tolist(),
            self._starts[rows].tolist(),
            self._ends[rows].tolist(),
            strict=True,
        )
        maps = self._maps
        return np.array(
            [maps[number][start:end].count(phrase) for number, start, end in places],
            dtype=np.float64,
        )

    def close(self) -> None:
        """Let go of the files."""
        for mapped in self._maps:
            mapped.close()


def _mapped(file: Path) -> mmap.mmap:
    with file.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


def _joined(parts: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate(parts) if parts else np.empty(0, np.int64)
