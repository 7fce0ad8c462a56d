"""An open Whoosh index, its postings and columns as numpy arrays.

Whoosh's own matchers go through postings one by one in Python. Its blocks decoded as
arrays are several times faster, and what is counted over them is exact. A *row* is the
number of an entry here: rows count the entries that are not deleted, over all segments.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casebase.engines.engine import GRAM_FIELDS
from casebase.engines.manifest import damaged
from casebase.engines.whoosh import storage
from casebase.engines.whoosh.pairs import Phrases
from casebase.engines.whoosh.patterns import places
from casebase.engines.whoosh.sequences import Part, Rows, Sequences, phrase
from casebase.matching import Pattern

_CACHE_BYTES = 64 * 1024 * 1024
Key = tuple[str, str | tuple[str, ...] | Pattern]  # a token, those of a phrase, …


@dataclass(frozen=True, slots=True)
class Postings:
    """The rows that have a token, ascending, and how often each has it."""

    rows: Rows
    counts: NDArray[np.float64]


NOWHERE = Postings(np.empty(0, np.int64), np.empty(0))


@dataclass(frozen=True, slots=True)
class _Segment:
    """A part of the index; `rows` gives the row of each of its documents, or -1."""

    reader: Any  # whoosh has no types
    rows: Rows


class Reading:
    """A finished index, to read. Safe to use from several threads.

    Attributes:
        size: How many rows there are.
    """

    def __init__(self, path: Path) -> None:
        """Open the index at `path`, which was checked against its manifest.

        Raises:
            IndexDamagedError: It cannot be read all the same.
        """
        self._path = path
        self._lock = threading.RLock()  # Whoosh seeks in files that all readers share
        self._cache = _Cache()
        self._opened = ExitStack()
        try:
            with self.guarded():
                index = self._opened.enter_context(closing(storage.opened(path)))
                readers = storage.segments(index)
                for reader in readers:
                    self._opened.enter_context(closing(reader))
                self._segments, self.size = _number(readers)
                self._sequences = {name: self._map(name) for name in GRAM_FIELDS}
                self._phrases = {name: self._map_pairs(name) for name in GRAM_FIELDS}
        except BaseException:
            self._opened.close()
            raise

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._opened.close()

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Read one at a time, and say it plainly when what is read makes no sense."""
        with self._lock:
            try:
                yield
            except Exception as error:  # damaged bytes make Whoosh raise anything
                raise damaged(self._path) from error

    def column(self, name: str) -> list[bytes]:
        """The values of a column, by row."""
        with self.guarded():
            return [value for part in self._parts(name) for value in _values(part)]

    def postings(self, field: str, token: str) -> Postings:
        """Which rows have `token` in `field`, and how often."""
        return self.remembered(
            (field, token), lambda: self._joined(field, [token.encode()])
        )

    def remembered(self, key: Key, make: Callable[[], Postings]) -> Postings:
        """The postings of a field's token, phrase or pattern, made if need be.

        Those last asked for are kept; a loosened query asks for them several times.
        """
        return self._cache.get(key, make)

    def frequency(self, field: str, token: str) -> int:
        """About how many rows have `token` in `field`: deleted ones are counted."""
        with self.guarded():
            return sum(
                segment.reader.doc_frequency(field, token.encode())
                for segment in self._segments
            )

    def prefixed(self, field: str, prefix: str, most: int) -> Postings:
        """As `postings`, for all tokens that begin with `prefix`, `most` at most.

        The tokens are counted together, the first ones in the order of their bytes.
        """
        tokens: set[bytes] = set()
        with self.guarded():
            for segment in self._segments:
                found = segment.reader.expand_prefix(field, prefix.encode())
                tokens.update(islice(found, most))
        return self._joined(field, sorted(tokens)[:most])

    def phrase(self, field: str, tokens: tuple[str, ...]) -> Postings:
        """Which rows have `tokens`, of which there are two, in that order."""
        return self._cache.get(
            (field, tokens),
            lambda: Postings(*self._phrases[field].find(phrase(tokens))),
        )

    def fitting(self, pattern: Pattern, among: Rows) -> Postings:
        """Which rows `among` these fit `pattern`, and how often."""
        found = self._sequences[pattern.field].having(
            among, lambda units: places(units, pattern)
        )
        return Postings(*found)

    def _joined(self, field: str, tokens: list[bytes]) -> Postings:
        with self.guarded():
            parts = [
                part
                for segment in self._segments
                for token in tokens
                for part in _decode(segment, field, token)
            ]
        if not parts:
            return NOWHERE
        rows = np.concatenate([part.rows for part in parts])
        counts = np.concatenate([part.counts for part in parts])
        if len(tokens) > 1:
            total = np.bincount(rows, counts, self.size)
            rows = np.flatnonzero(total)
            counts = total[rows]
        return Postings(rows, counts)

    def _map(self, field: str) -> Sequences:
        sequences = Sequences(self._parts(storage.sequence_field(field)))
        return self._opened.enter_context(closing(sequences))

    def _map_pairs(self, field: str) -> Phrases:
        parts = self._parts(storage.sequence_field(field))
        files = [
            self._path / storage.pairs_file(segment.reader, field)
            for segment in self._segments
        ]
        phrases = Phrases(list(zip(parts, files, strict=True)))
        return self._opened.enter_context(closing(phrases))

    def _parts(self, column: str) -> list[Part]:
        return [
            storage.part(self._path, segment.reader, column, segment.rows)
            for segment in self._segments
        ]


class _Cache:
    """The postings last used, up to `_CACHE_BYTES` of them."""

    def __init__(self) -> None:
        self._held: OrderedDict[Key, Postings] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], Postings]) -> Postings:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            if key not in self._held:
                self._held[key] = made
                self._bytes += _size(made)
            while self._bytes > _CACHE_BYTES and len(self._held) > 1:
                self._bytes -= _size(self._held.popitem(last=False)[1])
        return made


def _size(postings: Postings) -> int:
    return postings.rows.nbytes + postings.counts.nbytes + 1000  # and what wraps them


def _number(readers: list[Any]) -> tuple[list[_Segment], int]:
    """Number the rows of all segments; how many there are."""
    segments = []
    size = 0
    for reader in readers:
        alive = np.ones(reader.doc_count_all(), dtype=bool)
        alive[list(reader.segment().deleted_docs())] = False
        rows = np.where(alive, np.cumsum(alive) - 1 + size, -1)
        segments.append(_Segment(reader, rows))
        size += int(np.count_nonzero(alive))
    return segments, size


def _values(part: Part) -> list[bytes]:
    content = part.file.read_bytes()
    alive = part.rows >= 0
    places = zip(part.starts[alive].tolist(), part.ends[alive].tolist(), strict=True)
    return [content[start:end] for start, end in places]


def _decode(segment: _Segment, field: str, token: bytes) -> Iterator[Postings]:
    """The postings of `token` in one segment, a block at a time."""
    for numbers, counts in storage.blocks(segment.reader, field, token):
        rows = segment.rows[numbers]
        alive = rows >= 0
        yield Postings(rows[alive], counts[alive])
