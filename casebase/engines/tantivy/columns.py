"""What is known of each entry besides its tokens, in arrays kept beside the index.

Tantivy hands facts out one by one; counted and sorted they are as columns. Their file
is written anew with every change, which takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casebase.engines.engine import Record
from casebase.engines.facets import Facet, Mask, Rows, gathered
from casebase.engines.manifest import damaged
from casebase.engines.spreading import Documents, documents
from casebase.entry import EntryId

FILE = "columns.npz"
_NO_ROWS = np.empty(0, np.int64)
NO_FACET = Facet((), _NO_ROWS, _NO_ROWS)


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns of an index, by row.

    Attributes:
        numbers: The number of each entry in the index, ascending.
        ids: Their ids.
        dates: ISO dates, or empty.
        facets: By field.
    """

    numbers: Rows
    ids: tuple[EntryId, ...]
    dates: tuple[str, ...]
    facets: dict[str, Facet]

    def documents(self) -> Documents:
        """Which document each row is from."""
        facet = self.facets.get("document", NO_FACET)
        return documents(len(self.ids), facet.rows, facet.codes)

    def date_ranks(self) -> Rows:
        """Of each row, how late it is; -1 is without a date."""
        order = {date: rank for rank, date in enumerate(sorted(set(self.dates) - {""}))}
        return np.array([order.get(date, -1) for date in self.dates], dtype=np.int64)

    def ranks(self) -> Rows:
        """Where each row stands among equals: the newer first, then by id."""
        order = sorted(range(len(self.ids)), key=self.ids.__getitem__)
        order.sort(key=self.dates.__getitem__, reverse=True)
        ranks = np.empty(len(order), dtype=np.int64)
        ranks[order] = np.arange(len(order))
        return ranks


EMPTY = Columns(_NO_ROWS, (), (), {})


@dataclass(slots=True)
class Gathering:
    """Gathers the columns of entries that are numbered from `first` on."""

    first: int
    ids: list[EntryId] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    rows: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def add(self, record: Record) -> int:
        """Take in `record`; its number."""
        row = len(self.ids)
        self.ids.append(record.id)
        self.dates.append(record.date)
        for name, values in record.facets.items():
            for value in dict.fromkeys(values):
                self.rows.setdefault(name, {}).setdefault(value, []).append(row)
        return self.first + row

    def columns(self) -> Columns:
        """The columns of what was taken in."""
        numbers = np.arange(self.first, self.first + len(self.ids))
        facets = {name: gathered(rows) for name, rows in self.rows.items()}
        return Columns(numbers, tuple(self.ids), tuple(self.dates), facets)


def joined(base: Columns, gone: Collection[EntryId], added: Columns) -> Columns:
    """The rows of `base` whose ids are not `gone`, and then those that were added."""
    kept = np.fromiter((it not in gone for it in base.ids), bool, len(base.ids))
    names = {**base.facets, **added.facets}
    return Columns(
        numbers=np.concatenate((base.numbers[kept], added.numbers)),
        ids=(*_chosen(base.ids, kept), *added.ids),
        dates=(*_chosen(base.dates, kept), *added.dates),
        facets={
            name: _joined(
                base.facets.get(name, NO_FACET),
                added.facets.get(name, NO_FACET),
                kept,
            )
            for name in names
        },
    )


def _chosen(texts: Sequence[str], kept: Mask) -> list[str]:
    return [texts[row] for row in np.flatnonzero(kept).tolist()]


def _joined(old: Facet, new: Facet, kept: Mask) -> Facet:
    """One facet; values that no row has any more go."""
    stays = kept[old.rows]
    codes = {value: code for code, value in enumerate(old.values)}
    of_new = [codes.setdefault(value, len(codes)) for value in new.values]
    found = np.concatenate(
        (old.codes[stays], np.array(of_new, dtype=np.int64)[new.codes])
    )
    used, again = np.unique(found, return_inverse=True)
    values = tuple(codes)
    places = np.cumsum(kept) - 1
    rows = (places[old.rows[stays]], new.rows + np.count_nonzero(kept))
    return Facet(tuple(values[at] for at in used.tolist()), np.concatenate(rows), again)


def save(columns: Columns, path: Path) -> None:
    """Write `columns` for the index at `path`."""
    arrays = {"numbers": columns.numbers}
    arrays |= _packed("ids", columns.ids) | _packed("dates", columns.dates)
    arrays |= _packed("fields", tuple(columns.facets))
    for place, facet in enumerate(columns.facets.values()):
        arrays |= _packed(f"values{place}", facet.values)
        arrays |= {f"rows{place}": facet.rows, f"codes{place}": facet.codes}
    with (path / FILE).open("xb") as file:
        np.savez(file, allow_pickle=False, **arrays)


def load(path: Path) -> Columns:
    """The columns of the index at `path`.

    Raises:
        IndexDamagedError: They cannot be read.
    """
    try:
        return _load(path / FILE)
    except Exception as error:  # damaged bytes make numpy raise anything
        raise damaged(path) from error


def _load(file: Path) -> Columns:
    with np.load(file, allow_pickle=False) as arrays:
        fields = _unpacked(arrays, "fields")
        return Columns(
            numbers=arrays["numbers"],
            ids=_unpacked(arrays, "ids"),
            dates=_unpacked(arrays, "dates"),
            facets={
                name: Facet(
                    _unpacked(arrays, f"values{place}"),
                    arrays[f"rows{place}"],
                    arrays[f"codes{place}"],
                )
                for place, name in enumerate(fields)
            },
        )


def _packed(name: str, texts: Sequence[str]) -> dict[str, NDArray[Any]]:
    encoded = [text.encode() for text in texts]
    sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
    blob = np.frombuffer(b"".join(encoded), dtype=np.uint8)
    return {name: blob, f"{name}_ends": np.cumsum(sizes)}


def _unpacked(arrays: Mapping[str, NDArray[Any]], name: str) -> tuple[str, ...]:
    blob = arrays[name].tobytes()
    ends = arrays[f"{name}_ends"].tolist()
    return tuple(blob[start:end].decode() for start, end in pairwise([0, *ends]))
