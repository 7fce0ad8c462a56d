"""What people type as a filter's value, and the stored values they mean by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from casebase.query import FIELDS, KINDS, RANGED, Filter
from casebase.search.names import Names
from casebase.text.fold import fold
from casebase.text.grams import gram_tokens

MAX_EITHER = 60  # values that one condition may name
_KIND_NAMED = {name: str(kind) for kind, names in KINDS.items() for name in names}
# Values that people know a part of; of the others nobody types half.
_BY_PART = frozenset({"school", "method", "slogan", "policy", "docno", "document"})
_EITHER = re.compile("[|｜]")
_REGION_ENDS = re.compile(r"(?:省|市|自治区|特别行政区)$")
_DATE = re.compile(r"(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2}))?)?[年月日]?")
_COUNTED = re.compile(r"\d+(?:-(?:0\d|1[0-2])(?:-[0-3]\d)?)?")
_COUNTERS = re.compile(r"^(?:案例|第)?(\d[\d-]*)(?:年|号|条)?$")


@dataclass(frozen=True, slots=True)
class Resolver:
    """Turns typed values into stored ones.

    Attributes:
        names: Knows the schools by their short names.
        vocabulary: The values that the current index has in a field.
    """

    names: Names
    vocabulary: Callable[[str], Sequence[str]]

    def resolve(self, condition: Filter) -> Filter:
        """`condition` with stored values; one that means nothing stays as typed.

        So an unknown value finds nothing, and is no error. A date is all the days that
        begin as it does.
        """
        if condition.field == "date" and len(condition.values) == 1:
            (day,) = condition.values
            condition = replace(condition, values=(), low=day, high=day)
        if condition.is_range:
            low = _bound(condition.field, condition.low)
            return replace(
                condition, low=low, high=_bound(condition.field, condition.high)
            )
        found = [
            v
            for typed in condition.values
            for v in self._values(condition.field, typed)
        ]
        return replace(condition, values=tuple(dict.fromkeys(found)))

    def note(self, condition: Filter) -> tuple[str, ...]:
        """What to tell of a condition, as typed, that no entry meets."""
        field = condition.field
        if field in RANGED:
            return _range_note(self.resolve(condition), condition)
        found = self.resolve(condition).values
        if not set(found).isdisjoint(self.vocabulary(field)):
            return ()
        return (f"没有“{FIELDS[field][0]}：{'、'.join(condition.values)}”的条目。",)

    def _values(self, field: str, typed: str) -> list[str]:
        """The stored values that `typed` means, or `typed` itself where there are none.

        A | joins several (山东|浙江), unless it belongs to a value.
        """
        known = self._known(field, typed)
        if known:
            return known
        parts = [part for part in _EITHER.split(typed) if part.strip()]
        if not 0 < len(parts) <= MAX_EITHER:
            return [typed]
        return [v for part in parts for v in self._known(field, part) or [part]]

    def _known(self, field: str, typed: str) -> list[str]:
        """The stored values that are the same, or else those that hold it."""
        if field in RANGED:
            return [] if _EITHER.search(typed) else [_bare(typed)]
        stored = self.vocabulary(field)
        if typed in stored:
            return [typed]
        wanted = _plain(field, typed)
        same = [value for value in stored if _plain(field, value) == wanted]
        if same:
            return same
        school = self.names.school(wanted) if field == "school" else None
        if school is not None and school in stored:
            return [school]
        return _holding(typed, stored) if field in _BY_PART else []


def _holding(typed: str, stored: Iterable[str]) -> list[str]:
    """Those whose grams hold the grams of `typed`: 1+3 is no part of 1+3+N."""
    wanted = _spaced(typed)
    return [v for v in stored if wanted.strip("\0") and wanted in _spaced(v)]


def _spaced(text: str) -> str:
    return "\0" + "\0".join(gram_tokens(text)) + "\0"


def _plain(field: str, value: str) -> str:
    folded = fold(value).text
    if field in {"province", "city"}:
        return _REGION_ENDS.sub("", folded) or folded
    if field == "kind":
        return _KIND_NAMED.get(folded, folded)
    return folded


def _range_note(resolved: Filter, typed: Filter) -> tuple[str, ...]:
    """What to tell of a range or number that cannot be one."""
    bounds = [bound for bound in (resolved.low, resolved.high) if bound]
    name = FIELDS[typed.field][0]
    if not all(_COUNTED.fullmatch(bound) for bound in (*bounds, *resolved.values)):
        return (f"没有看懂{name}“{_as_typed(typed)}”，没有条目符合。",)
    if bounds != sorted(bounds, key=_parts):
        return (f"{name}“{_as_typed(typed)}”的起止颠倒了，没有条目符合。",)
    return ()


def _as_typed(condition: Filter) -> str:
    return "、".join(arg.partition(":")[2] for arg in condition.to_args())


def _parts(bound: str) -> list[int]:
    return [int(part) for part in bound.split("-")]


def _bound(field: str, value: str | None) -> str | None:
    """An end of a range as stored: a date in its ISO form, a number alone."""
    if value is None or field != "date":
        return value and _bare(value)
    match = _DATE.fullmatch(fold(value).text)
    return (
        "-".join(part.zfill(2) for part in match.groups() if part) if match else value
    )


def _bare(value: str) -> str:
    """A year or number without the words around it: 2023年, 案例37."""
    folded = fold(value).text
    match = _COUNTERS.match(folded)
    return match[1] if match else folded
