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

        So an unknown value finds nothing, and is no error.
        """
        if condition.is_range:
            return replace(
                condition, low=_bare(condition.low), high=_bare(condition.high)
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
        if condition.is_range or field in RANGED:
            return ()
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
            return [] if _EITHER.search(typed) else [_bare(typed) or typed]
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


def _bare(value: str | None) -> str | None:
    """A year, date or number without the words around it: 2023年, 案例37."""
    if value is None:
        return None
    folded = fold(value).text
    match = _COUNTERS.match(folded)
    return match[1] if match else folded
