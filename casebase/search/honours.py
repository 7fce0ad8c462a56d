"""Honours in the index: each whole, so that conditions can hold for the same one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from casebase.engines.engine import Renamed
from casebase.entry import Honour
from casebase.query import HONOUR, Filter
from casebase.search.parse import AllOf, AnyOf, Asked, OneHonour

STORED = "honours"  # the facet that holds them
_BETWEEN = "\x1f"
# Where each part stands; the name, which texts choose, comes last.
_ORDER = ("level", "batch", "status", "awarded", "honour")


def stored_honour(honour: Honour) -> str:
    """An honour as the index has it; who holds it is left out."""
    year = None if honour.year is None else str(honour.year)
    parts = (honour.level, honour.batch, honour.status, year, honour.name)
    return _BETWEEN.join(part or "" for part in parts)


def _read(stored: str) -> dict[str, str]:
    return dict(zip(_ORDER, stored.split(_BETWEEN, len(_ORDER) - 1), strict=True))


@dataclass(frozen=True)
class Honours:
    """The honours of an index, as stored."""

    stored: Sequence[str]

    @cached_property
    def _parts(self) -> Mapping[str, Mapping[str, str]]:
        return {stored: _read(stored) for stored in self.stored}

    def values(self, field: str) -> tuple[str, ...]:
        """The values of one part (`query.HONOUR`), each once."""
        found = (parts[field] for parts in self._parts.values())
        return tuple(dict.fromkeys(filter(None, found)))

    def meeting(self, asked: Iterable[Asked]) -> tuple[str, ...]:
        """Those that meet every condition, whose values are stored ones."""
        conditions = [_sets(it) for it in asked]
        return tuple(
            stored
            for stored, parts in self._parts.items()
            if all(fits(parts) for fits in conditions)
        )

    def counting(self, field: str, conditions: Iterable[Asked], size: int) -> Renamed:
        """How to count the values of a part among the honours that meet these."""
        met = {it: self._parts[it][field] for it in self.meeting(conditions)}
        return Renamed(STORED, {it: name for it, name in met.items() if name}, size)


_Fits = Callable[[Mapping[str, str]], bool]


def _sets(asked: Asked) -> _Fits:
    """Whether an honour's parts meet a condition."""
    match asked:
        case Filter(field, values) if field in HONOUR:
            wanted = set(values)
            return lambda parts: parts[field] in wanted
        case AnyOf(children):
            some = [_sets(child) for child in children]
            return lambda parts: any(fits(parts) for fits in some)
        case AllOf(children) | OneHonour(children):
            every = [_sets(child) for child in children]
            return lambda parts: all(fits(parts) for fits in every)
        case _:
            raise TypeError(asked)
