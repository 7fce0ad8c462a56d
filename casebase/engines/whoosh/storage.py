"""What a Whoosh index of ours holds, and how it is written.

Whoosh keeps the postings (which entry has which token how often) and a few columns. It
keeps no positions: a phrase is looked for in the `sequence` columns, which hold the
tokens of a gram field in reading order, among the entries that have all its tokens.
That is exact, and the index is built in a fraction of the time.
"""

from __future__ import annotations

import contextlib
import json
import struct
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casebase.engines.engine import GRAM_FIELDS, WORD_FIELDS, Record
from casebase.engines.whoosh.sequences import stored

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # old escapes and comparisons in its source
    from whoosh import fields, formats, index
    from whoosh.codec.whoosh3 import W3Codec
    from whoosh.reading import SegmentReader

FIELDS = (*WORD_FIELDS, *GRAM_FIELDS)
LENGTHS = struct.Struct(f"<{len(FIELDS)}I")  # tokens by field, in the order of FIELDS
_LOCK = "MAIN_WRITELOCK"
# Postings a block; large ones are fewer to decode. Whoosh's own default is 128.
_BLOCK = 1024
_MEMORY_MB = 512  # what sorting may take; a small corpus takes what it needs


_FORMAT = formats.Existence()  # frequencies are the weights; it spares a second copy


class Tokens(fields.FieldType):  # type: ignore[misc]
    """A field of given tokens, with their frequencies, without analysis.

    Whoosh requires a class here: it asks the field for its postings, and keeps it with
    the index by its name.
    """

    def __init__(self) -> None:
        """Without options."""
        super().__init__(_FORMAT, analyzer=None)

    def index(
        self, value: Sequence[str], **_: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The postings of one entry: token, frequency, weight, nothing more."""
        for token, count in Counter(value).items():
            yield token.encode(), count, float(count), b""


def write(path: Path, records: Iterable[Record], remove: Iterable[str]) -> None:
    """Add `records` to the index at `path`, replacing those with the same ids.

    `path` is a directory with the files of a finished index, or an empty one.

    Raises:
        ValueError: Two records have the same id.
    """
    with contextlib.closing(_open_or_create(path)) as whoosh:
        writer = whoosh.writer(codec=_codec(), compound=False, limitmb=_MEMORY_MB)
        try:
            _change(writer, records, set(remove), _numbers(whoosh))
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=_merge)
    (path / _LOCK).unlink(missing_ok=True)


def opened(path: Path) -> Any:  # noqa: ANN401 - whoosh has no types
    """The Whoosh index at `path`."""
    return index.open_dir(path)


def column_file(reader: Any, name: str) -> str:  # noqa: ANN401 - as above
    """The name of the file that holds a column of a segment, its values first."""
    return str(W3Codec.column_filename(reader.segment(), name))


def blocks(
    reader: Any,  # noqa: ANN401 - as above
    field: str,
    token: bytes,
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Document numbers and frequencies of `token` in a segment, block by block.

    It reads what Whoosh's own matcher would hand out one by one, from the same place.
    """
    if (field, token) not in reader:
        return
    matcher = reader._terms.matcher(field, token, _FORMAT)  # noqa: SLF001
    while matcher.is_active():
        matcher._read_data()  # noqa: SLF001
        steps, weights, _ = matcher._data  # noqa: SLF001
        numbers = np.cumsum(np.array(steps, dtype=np.int64))
        # None stands for all one; a single number for all the same.
        counts = np.ones(len(numbers)) * (1.0 if weights is None else weights)
        yield numbers, counts
        matcher._next_block()  # noqa: SLF001


def segments(whoosh: Any) -> list[Any]:  # noqa: ANN401 - whoosh has no types
    """The readers of the segments that hold anything, in order."""
    readers = [reader for reader, _ in whoosh.reader().leaf_readers()]
    return [reader for reader in readers if reader.doc_count_all()]


def _schema() -> fields.Schema:
    held = {name: Tokens() for name in FIELDS}
    sequences = {sequence_field(name): fields.COLUMN() for name in GRAM_FIELDS}
    about = {name: fields.COLUMN() for name in ("id", "lengths", "facets")}
    return fields.Schema(**held, **sequences, **about)


def sequence_field(name: str) -> str:
    """The column with the tokens of the gram field `name` in reading order."""
    return f"{name}_sequence"


def _open_or_create(path: Path) -> Any:  # noqa: ANN401 - whoosh has no types
    if index.exists_in(path):
        return index.open_dir(path)
    return index.create_in(path, _schema())


def _codec() -> W3Codec:
    codec = W3Codec(blocklimit=_BLOCK, compression=1)
    codec.length_stats = False  # lengths are in a column of ours, exact
    return codec


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


def _change(
    writer: Any,  # noqa: ANN401 - whoosh has no types
    records: Iterable[Record],
    remove: set[str],
    numbers: Mapping[str, int],
) -> None:
    for gone in remove & numbers.keys():
        writer.delete_document(numbers[gone])
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise ValueError(f"two records with the id {record.id}")
        seen.add(record.id)
        if record.id in numbers and record.id not in remove:
            writer.delete_document(numbers[record.id])
        writer.add_document(**_document(record))


def _document(record: Record) -> dict[str, Any]:
    held = {name: record.tokens.get(name, ()) for name in FIELDS}
    about = {"date": record.date, "facets": record.facets}
    return {
        **held,
        **{sequence_field(name): stored(held[name]) for name in GRAM_FIELDS},
        "id": record.id.encode(),
        "lengths": LENGTHS.pack(*(len(held[name]) for name in FIELDS)),
        "facets": json.dumps(about, ensure_ascii=False).encode(),
    }


def _merge(writer: Any, found: list[Any]) -> list[Any]:  # noqa: ANN401 - as above
    """Which segments stay; the others are written anew with what is being added.

    Sizes grow geometrically, so that there are few segments, and an entry is written
    anew a few times in its life. (Whoosh's own policy lets many small ones stand.)
    """
    stay = []
    merged = writer.doc_count()
    for segment in sorted(found, key=lambda segment: segment.doc_count()):
        if segment.doc_count() > 2 * merged:
            stay.append(segment)
        elif segment.doc_count():
            merged += segment.doc_count()
            with contextlib.closing(
                SegmentReader(writer.storage, writer.schema, segment)
            ) as reader:
                writer.add_reader(reader)
    return stay
