"""The values that rows have in a facet field: to filter by, and to count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from casebase.engines.engine import Names, Renamed
from casebase.query import Filter
from casebase.results import FacetCount

# A row is the number of an entry within an engine, from 0.
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]
_Compact = NDArray[np.int32]
_FEW = 1 / 16  # of all rows; fewer are faster looked up one by one


@dataclass(frozen=True)
class Facet:
    """The values of one facet field: `rows[i]` has `values[codes[i]]`.

    `named` is what was worked out for the other names of the values.
    """

    values: tuple[str, ...]
    rows: NDArray[np.int64]
    codes: NDArray[np.int64]
    named: WeakKeyDictionary[Names, Named] = field(default_factory=WeakKeyDictionary)

    def meeting(self, condition: Filter) -> tuple[str, ...]:
        """The values that meet `condition`, its `exclude` not looked at."""
        return tuple(filter(_meeting(condition), self.values))

    def meets(self, condition: Filter, size: int) -> Mask:
        """Which of `size` rows meet `condition`, its `exclude` not looked at."""
        meets = _meeting(condition)
        wanted = np.fromiter(map(meets, self.values), bool, len(self.values))
        mask = np.zeros(size, dtype=bool)
        mask[self.rows[wanted[self.codes]]] = True
        return mask

    def counts(self, mask: Mask, most: int) -> tuple[FacetCount, ...]:
        """The `most` frequent values of the rows of `mask`, the first first."""
        if self._only is not None:
            codes = self._only[mask[: len(self._only)]]
            found = np.bincount(codes, minlength=len(self.values) + 1)[:-1]
        else:
            _, codes = self._of(mask)
            found = np.bincount(codes, minlength=len(self.values))
        return _most_frequent(self.values, self._ranks, found, most)

    def renamed(self, mask: Mask, wanted: Renamed) -> tuple[FacetCount, ...]:
        """The same of the names that the values go by; a row counts once for each."""
        if wanted.names not in self.named:
            self.named[wanted.names] = self._by_name(wanted.names)
        named = self.named[wanted.names]
        if wanted.among is None:
            return named.facet.counts(mask, wanted.size)
        within = map(wanted.among.__contains__, self.values)
        met = np.fromiter(within, bool, len(self.values))
        rows, codes = self._of(mask)
        of_those = _renamed(
            named.facet.values, rows, np.where(met, named.by_code, -1)[codes]
        )
        return of_those.counts(mask, wanted.size)

    def _by_name(self, names: Names) -> Named:
        told = tuple(dict.fromkeys(names.by_value.values()))
        place = {name: at for at, name in enumerate(told)}
        found = (names.by_value.get(value) for value in self.values)
        by_code = np.array([-1 if it is None else place[it] for it in found], np.int64)
        return Named(_renamed(told, self.rows, by_code[self.codes]), by_code)

    def _of(self, mask: Mask) -> tuple[_Compact, _Compact]:
        """The rows of `mask` with the codes of their values, a row for each value.

        Few rows are looked up one by one, for many all values are gone through.
        """
        rows, codes = self._by_row
        if np.count_nonzero(mask) > len(mask) * _FEW:
            kept = mask[rows]
            return rows[kept], codes[kept]
        wanted = np.flatnonzero(mask)
        starts = np.searchsorted(rows, wanted)
        sizes = np.searchsorted(rows, wanted, side="right") - starts
        ends = np.cumsum(sizes)
        at = np.arange(sizes.sum()) + np.repeat(starts - (ends - sizes), sizes)
        return rows[at], codes[at]

    @cached_property
    def _by_row(self) -> tuple[_Compact, _Compact]:
        order = np.argsort(self.rows, kind="stable")
        return self.rows[order].astype(np.int32), self.codes[order].astype(np.int32)

    @cached_property
    def _only(self) -> _Compact | None:
        """Of each row the code of its value, where none has two; one more for none.

        Rows behind the last that has one are left out.
        """
        rows, codes = self._by_row
        if np.any(rows[1:] == rows[:-1]):
            return None
        only = np.full(rows.max(initial=-1) + 1, len(self.values), dtype=np.int32)
        only[rows] = codes
        return only

    @cached_property
    def _ranks(self) -> NDArray[np.int64]:
        return _ranks(self.values)


@dataclass(frozen=True, slots=True)
class Named:
    """Other names of a facet's values.

    Attributes:
        facet: Of the names.
        by_code: By the code of each value the place of its name, or -1.
    """

    facet: Facet
    by_code: NDArray[np.int64]


def _renamed(names: tuple[str, ...], rows: Rows | _Compact, codes: Rows) -> Facet:
    """The facet in which `rows` have the names of `codes`, where these are no -1."""
    kept = codes >= 0
    pairs = np.unique(rows[kept].astype(np.int64) * len(names) + codes[kept])
    return Facet(names, *np.divmod(pairs, max(len(names), 1)))


def gathered(by_value: Mapping[str, Sequence[int]]) -> Facet:
    """The facet whose values the rows of `by_value` have; there is one at least."""
    sizes = [len(rows) for rows in by_value.values()]
    return Facet(
        values=tuple(by_value),
        rows=np.concatenate([np.array(rows) for rows in by_value.values()]),
        codes=np.repeat(np.arange(len(sizes)), sizes),
    )


def _ranks(names: Sequence[str]) -> NDArray[np.int64]:
    """Where each of `names` stands in the order of the alphabet."""
    ranks = np.empty(len(names), dtype=np.int64)
    ranks[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return ranks


def _most_frequent(
    names: Sequence[str], ranks: NDArray[np.int64], found: NDArray[np.int64], most: int
) -> tuple[FacetCount, ...]:
    """The names found most often; of those found as often, the first ones."""
    some = np.flatnonzero(found)
    keys = found[some] * len(names) - ranks[some]  # no two are the same
    if 0 < most < len(some):
        top = np.argpartition(keys, -most)[-most:]
        some, keys = some[top], keys[top]
    order = np.argsort(-keys)[:most]
    shown = some[order]
    counts = zip(shown.tolist(), found[shown].tolist(), strict=True)
    return tuple(FacetCount(names[at], count) for at, count in counts)


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
