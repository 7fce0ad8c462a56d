"""What is known of each row besides its tokens: id, date, facet values, lengths."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casebase.engines.facets import Facet, Mask, gathered
from casebase.engines.spreading import Documents, documents
from casebase.engines.whoosh.reading import Reading
from casebase.engines.whoosh.storage import FIELDS, LENGTHS
from casebase.query import Filter


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns of an index.

    Attributes:
        ids: By row.
        id_ranks: Where each row stands when sorted by id.
        date_ranks: Higher is later; -1 is without a date.
        facets: By field.
        lengths: By field, the number of tokens of each row.
        documents: Which document each row is from.
    """

    ids: tuple[str, ...]
    id_ranks: NDArray[np.int64]
    date_ranks: NDArray[np.int64]
    facets: dict[str, Facet]
    lengths: dict[str, NDArray[np.float64]]
    documents: Documents

    def meets(self, condition: Filter) -> Mask:
        """Which rows meet `condition`, turned round where it says so."""
        facet = self.facets.get(condition.field)
        size = len(self.ids)
        met = facet.meets(condition, size) if facet else np.zeros(size, dtype=bool)
        return ~met if condition.exclude else met


def load(reading: Reading) -> Columns:
    """Read the columns of an index.

    Raises:
        IndexDamagedError: They make no sense.
    """
    with reading.guarded():
        return _load(reading)


def _load(reading: Reading) -> Columns:
    ids = tuple(value.decode() for value in reading.column("id"))
    about = json.loads(b"[" + b",".join(reading.column("facets")) + b"]")
    lengths = np.frombuffer(b"".join(reading.column("lengths")), dtype="<u4")
    by_field = lengths.reshape(-1, LENGTHS.size // 4).T.astype(np.float64)
    facets = _facets(about)
    return Columns(
        ids=ids,
        id_ranks=_ranks(ids),
        date_ranks=_date_ranks([one["date"] for one in about]),
        facets=facets,
        lengths=dict(zip(FIELDS, by_field, strict=True)),
        documents=_documents(len(ids), facets.get("document")),
    )


def _documents(size: int, facet: Facet | None) -> Documents:
    none = np.empty(0, dtype=np.int64)
    rows, codes = (facet.rows, facet.codes) if facet else (none, none)
    return documents(size, rows, codes)


def _ranks(keys: tuple[str, ...]) -> NDArray[np.int64]:
    ranks = np.empty(len(keys), dtype=np.int64)
    ranks[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return ranks


def _date_ranks(dates: list[str]) -> NDArray[np.int64]:
    order = {date: rank for rank, date in enumerate(sorted(set(dates) - {""}))}
    return np.array([order.get(date, -1) for date in dates], dtype=np.int64)


def _facets(about: list[dict[str, Any]]) -> dict[str, Facet]:
    found: dict[str, dict[str, list[int]]] = {}
    for row, one in enumerate(about):
        for name, values in one["facets"].items():
            for value in dict.fromkeys(values):
                found.setdefault(name, {}).setdefault(value, []).append(row)
    return {name: gathered(values) for name, values in found.items()}
