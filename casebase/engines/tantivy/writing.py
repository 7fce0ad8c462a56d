"""How a tantivy index of ours is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tantivy

from casebase.engines.engine import Record
from casebase.engines.tantivy import columns, schema
from casebase.engines.tantivy.columns import EMPTY, Columns, Gathering, joined
from casebase.engines.tantivy.spelling import spelt_one

_HEAP = 256 * 1024 * 1024  # bytes; a segment is written whenever they are full


def write(path: Path, records: Iterable[Record], remove: Iterable[str]) -> None:
    """Add `records` to the index at `path`, replacing those with the same ids.

    `path` is a directory with the files of a finished index, or an empty one.

    Raises:
        ValueError: Two records have the same id.
    """
    base = _taken_over(path)
    index = schema.created(path) if base is EMPTY else schema.opened(path)
    writer = index.writer(heap_size=_HEAP, num_threads=1)
    try:
        made = _changed(writer, base, records, remove)
        writer.commit()
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()  # it writes until then
    columns.save(made, path)
    for lock in path.glob(".*.lock"):
        lock.unlink()


def _changed(
    writer: tantivy.IndexWriter,
    base: Columns,
    records: Iterable[Record],
    remove: Iterable[str],
) -> Columns:
    """Have the changes written; the columns after them."""
    held = frozenset(base.ids)
    gone = held.intersection(remove)
    for name in gone:
        writer.delete_documents_by_term(schema.ID, spelt_one(name))
    gathering = Gathering(first=int(base.numbers.max(initial=-1)) + 1)
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise ValueError(f"two records with the id {record.id}")
        seen.add(record.id)
        if record.id in held and record.id not in gone:
            writer.delete_documents_by_term(schema.ID, spelt_one(record.id))
        writer.add_document(schema.document(record, gathering.add(record)))
    return joined(base, gone | seen, gathering.columns())


def _taken_over(path: Path) -> Columns:
    """The columns of the index that is to be changed, taken away to be made anew."""
    if not (path / columns.FILE).exists():
        return EMPTY
    base = columns.load(path)
    (path / columns.FILE).unlink()  # this name of it alone
    return base
