"""Honours in the index: each whole, so that conditions can hold for the same one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce

from casebase.engines.engine import Names, Renamed
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


@dataclass(frozen=True, eq=False)
class Honours:
    """The honours of an index, as stored."""

    stored: Sequence[str]

    @cached_property
    def _names(self) -> Mapping[str, Names]:
        """By part, what each honour has there."""
        parts = {it: _read(it) for it in self.stored}
        return {
            field: Names({it: told[field] for it, told in parts.items() if told[field]})
            for field in _ORDER
        }

    @cached_property
    def _holding(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """By part and its value, the honours that have it."""
        found: dict[str, dict[str, list[str]]] = {}
        for field, names in self._names.items():
            by_value = found.setdefault(field, {})
            for stored, value in names.by_value.items():
                by_value.setdefault(value, []).append(stored)
        return {
            field: {value: frozenset(ones) for value, ones in by_value.items()}
            for field, by_value in found.items()
        }

    def values(self, field: str) -> tuple[str, ...]:
        """The values of one part (`query.HONOUR`), each once."""
        return tuple(self._holding[field])

    def meeting(self, asked: Iterable[Asked]) -> frozenset[str]:
        """Those that meet every condition, whose values are stored ones."""
        return reduce(frozenset.__and__, map(self._met, asked))

    def _met(self, asked: Asked) -> frozenset[str]:
        match asked:
            case Filter(field, values) if field in HONOUR:
                having = self._holding[field]
                return frozenset().union(*(having.get(it, ()) for it in values))
            case AnyOf(children):
                return frozenset().union(*map(self._met, children))
            case AllOf(children) | OneHonour(children):
                return self.meeting(children)
            case _:
                raise TypeError(asked)

    def counting(self, field: str, conditions: Sequence[Asked], size: int) -> Renamed:
        """How to count the values of a part among the honours that meet these."""
        among = self.meeting(conditions) if conditions else None
        return Renamed(STORED, self._names[field], size, among)
