"""The values that rows have in a facet field: to filter by, and to count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from casebase.engines.engine import Names, Renamed
from casebase.query import Filter
from casebase.results import FacetCount

# A row is the number of an entry within an engine, from 0.
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one facet field: `rows[i]` has `values[codes[i]]`.

    `named` is what was worked out for the other names of the values.
    """

    values: tuple[str, ...]
    rows: NDArray[np.int64]
    codes: NDArray[np.int64]
    named: WeakKeyDictionary[Names, tuple[tuple[str, ...], NDArray[np.int64]]] = field(
        default_factory=WeakKeyDictionary
    )

    def meets(self, condition: Filter, size: int) -> Mask:
        """Which of `size` rows meet `condition`, its `exclude` not looked at."""
        meets = _meeting(condition)
        wanted = np.fromiter(map(meets, self.values), bool, len(self.values))
        mask = np.zeros(size, dtype=bool)
        mask[self.rows[wanted[self.codes]]] = True
        return mask

    def counts(self, mask: Mask, most: int) -> tuple[FacetCount, ...]:
        """The `most` frequent values of the rows of `mask`, the first first."""
        found = np.bincount(self.codes[mask[self.rows]], minlength=len(self.values))
        return _most_frequent(self.values, found, most)

    def renamed(self, mask: Mask, wanted: Renamed) -> tuple[FacetCount, ...]:
        """The same of the names that the values go by; a row counts once for each."""
        names, by_code = self._named(wanted.names)
        if wanted.among is not None:
            within = map(wanted.among.__contains__, self.values)
            met = np.fromiter(within, bool, len(self.values))
            by_code = np.where(met, by_code, -1)
        named = by_code[self.codes]
        kept = mask[self.rows] & (named >= 0)
        pairs = np.unique(self.rows[kept] * len(names) + named[kept])
        found = np.bincount(pairs % max(len(names), 1), minlength=len(names))
        return _most_frequent(names, found, wanted.size)

    def _named(self, names: Names) -> tuple[tuple[str, ...], NDArray[np.int64]]:
        """The names, and by the code of each value the place of its own, or -1."""
        if names not in self.named:
            told = tuple(dict.fromkeys(names.by_value.values()))
            place = {name: at for at, name in enumerate(told)}
            by_code = [
                place.get(names.by_value.get(value, ""), -1) for value in self.values
            ]
            self.named[names] = told, np.array(by_code, dtype=np.int64)
        return self.named[names]


def gathered(by_value: Mapping[str, Sequence[int]]) -> Facet:
    """The facet whose values the rows of `by_value` have; there is one at least."""
    sizes = [len(rows) for rows in by_value.values()]
    return Facet(
        values=tuple(by_value),
        rows=np.concatenate([np.array(rows) for rows in by_value.values()]),
        codes=np.repeat(np.arange(len(sizes)), sizes),
    )


def _most_frequent(
    names: Sequence[str], found: NDArray[np.int64], most: int
) -> tuple[FacetCount, ...]:
    counted = [
        FacetCount(names[at], int(found[at])) for at in np.flatnonzero(found).tolist()
    ]
    counted.sort(key=lambda count: (-count.count, count.value))
    return tuple(counted[:most])


def _meeting(condition: Filter) -> Callable[[str], bool]:
    if not condition.is_range:
        return set(condition.values).__contains__
    within = _dates_within if condition.field == "date" else _numbers_within
    return lambda value: within(value, condition.low, condition.high)


def _dates_within(value: str, low: str | None, high: str | None) -> bool:
    """ISO dates, of which a bound may give the beginning: up to 2023 is all of 2023."""
    return (low is None or value >= low) and (
        high is None or value[: len(high)] <= high
    )


def _numbers_within(value: str, low: str | None, high: str | None) -> bool:
    """Whole numbers; what is not one is never within."""
    bounds = [bound for bound in (low, high) if bound is not None]
    if not all(text.isdecimal() for text in (value, *bounds)):
        return False
    number = int(value)
    return (low is None or number >= int(low)) and (high is None or number <= int(high))
