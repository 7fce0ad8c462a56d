"""How a Whoosh index of ours is written: Whoosh's files, without its pool of postings.

An entry's tokens go into an `Inversion`, and from there in whole blocks to the file of
postings. What is on disk is what Whoosh itself would have written.
"""

from __future__ import annotations

import contextlib
import json
import warnings
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from casebase.engines.engine import GRAM_FIELDS, Record
from casebase.engines.whoosh import pairs
from casebase.engines.whoosh.inverting import Counts, Inversion, Inverted, Numbers
from casebase.engines.whoosh.sequences import stored
from casebase.engines.whoosh.storage import (
    FIELDS,
    LENGTHS,
    blocks,
    opened,
    opened_or_created,
    pairs_file,
    part,
    segments,
    sequence_field,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # old escapes and comparisons in its source
    from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter
    from whoosh.reading import SegmentReader
    from whoosh.writing import NO_MERGE, SegmentWriter

_LOCK = "MAIN_WRITELOCK"
# Postings a block; large ones are fewer to decode. Whoosh's own default is 128.
_BLOCK = 4096
# Postings of a segment: about ten thousand entries of two thousand characters, which
# take half a gigabyte while they are sorted. More become several segments.
_MOST_POSTINGS = 16_000_000
_MOST_MERGED = 10_000  # entries; larger segments stay as they are


def write(path: Path, records: Iterable[Record], remove: Iterable[str]) -> None:
    """Add `records` to the index at `path`, replacing those with the same ids.

    `path` is a directory with the files of a finished index, or an empty one.

    Raises:
        ValueError: Two records have the same id.
    """
    with contextlib.closing(opened_or_created(path)) as whoosh:
        _Change(whoosh, set(remove)).write(records)
    with contextlib.closing(opened(path)) as whoosh:
        for reader in segments(whoosh):
            with contextlib.closing(reader):
                _write_pairs(path, reader)
    (path / _LOCK).unlink(missing_ok=True)


def _write_pairs(path: Path, reader: Any) -> None:  # noqa: ANN401 - whoosh has no types
    """Of a new segment; segments never change."""
    for field in GRAM_FIELDS:
        file = path / pairs_file(reader, field)
        if not file.exists():
            texts = part(path, reader, sequence_field(field), np.empty(0, np.int64))
            pairs.write(texts.units(), file)


class _Change:
    """Records being added to an index, and what they replace being taken out."""

    def __init__(self, whoosh: Any, remove: set[str]) -> None:  # noqa: ANN401 - whoosh has no types
        self._whoosh = whoosh
        self._numbers = _numbers(whoosh)
        self._remove = remove

    def write(self, records: Iterable[Record]) -> None:
        writer = _Writer(self._whoosh)
        try:
            for number in self._gone(self._remove):
                writer.delete_document(number)
            for record in self._each_once(records):
                for number in self._gone({record.id}):
                    writer.delete_document(number)
                writer.add(record)
                if writer.pool.size >= _MOST_POSTINGS:
                    writer.commit(mergetype=NO_MERGE)
                    writer = _Writer(self._whoosh)
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise
        writer.commit(mergetype=_merge)

    def _gone(self, ids: set[str]) -> list[int]:
        """The numbers of those that are there, each told once."""
        return [self._numbers.pop(it) for it in ids & self._numbers.keys()]

    @staticmethod
    def _each_once(records: Iterable[Record]) -> Iterator[Record]:
        seen: set[str] = set()
        for record in records:
            if record.id in seen:
                raise ValueError(f"two records with the id {record.id}")
            seen.add(record.id)
            yield record


def _numbers(whoosh: Any) -> dict[str, int]:  # noqa: ANN401 - whoosh has no types
    """The document number of each id that is not deleted."""
    numbers: dict[str, int] = {}
    base = 0
    for reader in segments(whoosh):
        with contextlib.closing(reader):
            ids = reader.column_reader("id", translate=False)
            count = reader.doc_count_all()
            alive = (n for n in range(count) if not reader.is_deleted(n))
            numbers.update((ids[number].decode(), base + number) for number in alive)
            base += count
    return numbers


class _Writer(SegmentWriter):  # type: ignore[misc]
    """Whoosh's own, but for how postings are collected."""

    def __init__(self, whoosh: Any) -> None:  # noqa: ANN401 - whoosh has no types
        super().__init__(whoosh, codec=_codec(), compound=False)
        self.pool = _Pool()

    def add(self, record: Record) -> None:
        for name in FIELDS:
            self.pool.add(name, self.docnum, record.tokens.get(name, ()))
        self.add_document(**_columns(record))

    def add_postings_to_pool(
        self,
        reader: Any,  # noqa: ANN401 - whoosh has no types
        startdoc: int,
        docmap: Mapping[int, int] | None,
    ) -> None:
        """As Whoosh calls it, to merge a segment into what is being written."""
        places = np.full(reader.doc_count_all(), -1, dtype=np.int64)
        alive = list(docmap) if docmap is not None else slice(None)
        places[alive] = np.arange(startdoc, self.docnum)
        for field, token in reader.all_terms():
            found = zip(*blocks(reader, field, token), strict=True)
            numbers, counts = map(np.concatenate, found)
            numbers = places[numbers]
            kept = numbers >= 0
            moved = numbers[kept].astype(np.uint32)
            if len(moved):
                weights = counts[kept].astype(np.float32)
                self.pool.add_token(Inverted(field, token, moved, weights))


class _Pool(Inversion):
    """An inversion that Whoosh takes for its own pool of postings."""

    iter_postings = Inversion.inverted

    def cleanup(self) -> None:
        """Nothing: it keeps nothing on disk."""


def _columns(record: Record) -> dict[str, bytes]:
    about = {"date": record.date, "facets": record.facets}
    lengths = (len(record.tokens.get(name, ())) for name in FIELDS)
    return {
        **{
            sequence_field(name): stored(record.tokens.get(name, ()))
            for name in GRAM_FIELDS
        },
        "id": record.id.encode(),
        "lengths": LENGTHS.pack(*lengths),
        "facets": json.dumps(about, ensure_ascii=False).encode(),
    }


class _Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own, which takes postings in blocks."""

    length_stats = False  # lengths are in a column of ours, exact

    def field_writer(self, storage: Any, segment: Any) -> _Fields:  # noqa: ANN401 - whoosh has no types
        return _Fields(self, storage, segment)

    def postings_writer(self, dbfile: Any, *, byteids: bool = False) -> _Postings:  # noqa: ANN401 - as above
        return _Postings(dbfile, self._blocklimit, byteids, self._compression)


def _codec() -> _Codec:
    return _Codec(blocklimit=_BLOCK, compression=1)


class _Fields(W3FieldWriter):  # type: ignore[misc]
    """Writes what a pool holds, field by field."""

    def add_postings(self, schema: Any, _: object, found: Iterator[Inverted]) -> None:  # noqa: ANN401 - as above
        for name, tokens in groupby(found, key=lambda one: one.field):
            self.start_field(name, schema[name])
            for one in tokens:
                self.start_term(one.token)
                self._postwriter.add_postings(one.numbers, one.counts)
                self.finish_term()
            self.finish_field()


class _Postings(W3PostingsWriter):  # type: ignore[misc]
    """Writes the postings of one token after the other."""

    def add_postings(self, numbers: Numbers, counts: Counts) -> None:
        for start in range(0, len(numbers), self._blocklimit):
            if len(self):
                self._write_block()
            end = start + self._blocklimit
            self._ids = array("I", numbers[start:end].tobytes())
            self._weights = array("f", counts[start:end].tobytes())
            self._maxweight = float(counts[start:end].max())


def _merge(writer: Any, found: list[Any]) -> list[Any]:  # noqa: ANN401 - as above
    """Which segments stay; the others are written anew with what is being added.

    Sizes grow geometrically, so that there are few segments, and an entry is written
    anew a few times in its life. (Whoosh's own policy lets many small ones stand.)
    """
    stay = []
    merged = writer.doc_count()
    for segment in sorted(found, key=lambda segment: segment.doc_count()):
        size = segment.doc_count()
        if size > 2 * merged or size > _MOST_MERGED:
            stay.append(segment)
        elif size:
            merged += size
            with contextlib.closing(
                SegmentReader(writer.storage, writer.schema, segment)
            ) as reader:
                writer.add_reader(reader)
    return stay
