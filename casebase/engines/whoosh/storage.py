"""What a Whoosh index of ours holds, and how its postings are read.

Whoosh keeps the postings (which entry has which token how often) and a few columns. It
keeps no positions: a phrase is looked for in the `sequence` columns, which hold the
tokens of a gram field in reading order, among the entries that have all its tokens.
That is exact, and the index is built in a fraction of the time.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casebase.engines.engine import GRAM_FIELDS, WORD_FIELDS
from casebase.engines.whoosh.sequences import Part, Rows

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # old escapes and comparisons in its source
    from whoosh import fields, formats, index
    from whoosh.codec.whoosh3 import W3Codec

FIELDS = (*WORD_FIELDS, *GRAM_FIELDS)
LENGTHS = struct.Struct(f"<{len(FIELDS)}I")  # tokens by field, in the order of FIELDS
_FORMAT = formats.Existence()  # frequencies are the weights; it spares a second copy


class Tokens(fields.FieldType):  # type: ignore[misc]
    """A field of given tokens, with their frequencies, without analysis.

    Whoosh keeps it with the index by its name.
    """

    def __init__(self) -> None:
        """Without options."""
        super().__init__(_FORMAT, analyzer=None)


def opened(path: Path) -> Any:  # noqa: ANN401 - whoosh has no types
    """The Whoosh index at `path`."""
    return index.open_dir(path)


def part(path: Path, reader: Any, column: str, rows: Rows) -> Part:  # noqa: ANN401 - as above
    """Where the values of a column of a segment are.

    Whoosh itself reads them one by one. The file has them first.
    """
    values = reader.column_reader(column, translate=False)
    starts = np.array(values._offsets, dtype=np.int64)  # noqa: SLF001
    ends = starts + np.array(values._lengths, dtype=np.int64)  # noqa: SLF001
    file = path / W3Codec.column_filename(reader.segment(), column)
    return Part(file, starts, ends, rows)


def pairs_file(reader: Any, field: str) -> str:  # noqa: ANN401 - as above
    """The name of the file that tells where the pairs of a gram field stand.

    Whoosh takes it for one of the segment's own, and removes it with them.
    """
    return str(reader.segment().make_filename(f".{field}.pairs"))


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


def opened_or_created(path: Path) -> Any:  # noqa: ANN401 - whoosh has no types
    """The Whoosh index at `path`, made where there is none."""
    if index.exists_in(path):
        return index.open_dir(path)
    return index.create_in(path, _schema())
