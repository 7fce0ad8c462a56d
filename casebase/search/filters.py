"""What people type as a filter's value, and the stored values they mean by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from casebase.entry import Kind
from casebase.query import FIELDS, HONOUR, KINDS, RANGED, Filter
from casebase.ranges import read_range
from casebase.search.figures import Figures, read_figure
from casebase.search.honours import STORED, Honours
from casebase.search.names import Names
from casebase.search.near import holding, near
from casebase.search.parse import AllOf, AnyOf, Asked, OneHonour, bare
from casebase.search.wildcards import glob, value_fits
from casebase.text.fold import fold

MAX_EITHER = 60  # values that one condition may name
_KIND_NAMED = {name: str(kind) for kind, names in KINDS.items() for name in names}
# Values that people know a part of; of the others nobody types half.
_BY_PART = frozenset(
    {
        "school", "method", "slogan", "policy", "docno", "document", "honour", "brand",
        "department", "partner",
    }
)  # fmt: skip
# Those of which people type the beginning: 通过 for 通过验收, 国家 for 国家级.
_BY_BEGINNING = frozenset({"status", "level", "topic"})
_SAID = {"第一批": "首批", "全国": "国家级", "全省": "省级", "全市": "市级"}
_BATCH = re.compile(r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})批?")
_SIGNS = "零一二三四五六七八九十"
_ALL_TOLD = 16  # values; so many are listed for one that there is not
_EITHER = re.compile("[|｜]")
_REGION_ENDS = re.compile(r"(?:省|市|自治区|特别行政区)$")
_DATE = re.compile(r"(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2}))?)?[年月日]?")
_COUNTED = re.compile(r"\d+(?:-(?:0\d|1[0-2])(?:-[0-3]\d)?)?")
_COUNTERS = re.compile(r"^(?:案例|第)?(\d[\d-]*)(?:年|号|条)?$")


@dataclass(frozen=True)
class Resolver:
    """Turns typed values into stored ones.

    Attributes:
        names: Knows the schools by their short names.
        vocabulary: The values that the current index has in a field.
    """

    names: Names
    vocabulary: Callable[[str], Sequence[str]]

    @cached_property
    def honours(self) -> Honours:
        """The honours of the index."""
        return Honours(self.vocabulary(STORED))

    @cached_property
    def figures(self) -> Figures:
        """The figures of the index."""
        return Figures(self.vocabulary("quantity"))

    def stored(self, field: str) -> Sequence[str]:
        """The values that people may type in a field."""
        return self.honours.values(field) if field in HONOUR else self.vocabulary(field)

    def one_honour(self, conditions: Iterable[Asked]) -> Filter:
        """The stored honours that meet all the conditions, whose values are typed."""
        return Filter(STORED, tuple(self.honours.meeting(map(self.meant, conditions))))

    def meant(self, asked: Asked) -> Asked:
        """A condition on honours, its values stored ones."""
        match asked:
            case Filter():
                return self.resolve(asked)
            case AnyOf(children) | AllOf(children):
                return replace(asked, children=tuple(map(self.meant, children)))
            case OneHonour(children):
                return OneHonour(tuple(map(self.meant, children)))
            case _:
                return asked

    def resolve(self, condition: Filter) -> Filter:
        """`condition` with stored values; one that means nothing stays as typed.

        So an unknown value finds nothing, and is no error. A date is all the days that
        begin as it does.
        """
        if condition.field == "quantity":
            return replace(condition, values=self._figures(condition))
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
        if field == "quantity":
            return tuple(filter(None, map(self._figure_note, condition.values)))
        stored = self.stored(field)
        if not set(self.resolve(condition).values).isdisjoint(stored):
            return ()
        told = f"没有“{_typed(condition)}”的条目"
        alike = near("".join(condition.values), stored)
        if not alike and 0 < len(stored) <= _ALL_TOLD and field not in _BY_PART:
            return (f"{told}，有的是：{'、'.join(map(_shown(field), stored))}。",)
        also = f"，相近的有：{'、'.join(map(_shown(field), alike))}" if alike else ""
        return (f"{told}{also}。",)

    def honour_note(self, conditions: Sequence[Filter]) -> tuple[str, ...]:
        """What to tell of conditions that no single honour meets."""
        told = [note for condition in conditions for note in self.note(condition)]
        if told or len(conditions) < 2 or self.one_honour(conditions).values:  # noqa: PLR2004 - one condition has its own note
            return tuple(told)
        named = "、".join(map(_typed, conditions))
        return (f"没有哪一项荣誉同时符合“{named}”。",)

    def _figures(self, condition: Filter) -> tuple[str, ...]:
        wanted = [read_figure(typed) for typed in condition.values]
        found = [it for one in wanted if one for it in self.figures.meeting(one)]
        return tuple(dict.fromkeys(found))

    def _figure_note(self, typed: str) -> str:
        """What to tell of a condition on figures that none meets."""
        name = FIELDS["quantity"][0]
        wanted = read_figure(typed)
        if wanted is None:
            return f"没有看懂{name}“{typed}”，可以写成 技术服务到款>=500万。"
        if self.figures.any_meets(wanted):
            return ""
        if not wanted.subject or self.figures.named(wanted.subject):
            return f"没有符合“{name}：{typed}”的条目。"
        alike = near(wanted.subject, self.figures.subjects())
        also = f"，相近的有：{'、'.join(alike)}" if alike else ""
        return f"没有写到“{wanted.subject}”的{name}{also}。"

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
        stored = self.stored(field)
        exact = bare(typed) if field == "honour" else typed
        if exact is not None and exact in stored:
            return [exact]
        typed = exact or typed
        wanted = _plain(field, typed)
        same = [value for value in stored if _plain(field, value) == wanted]
        if same and exact is not None:
            return same
        return self._partly(field, typed, wanted)

    def _partly(self, field: str, typed: str, wanted: str) -> list[str]:
        """The stored values of which a part was typed."""
        stored = self.stored(field)
        bounds = read_range(field, typed) if field == "awarded" else None
        if bounds is not None:
            return [value for value in stored if _is_within(value, *bounds)]
        open_ = glob(typed)
        if open_ is not None:
            return [value for value in stored if value_fits(value, open_)]
        school = self.names.school(wanted) if field == "school" else None
        if school is not None and school in stored:
            return [school]
        if field in _BY_BEGINNING and wanted:
            return [it for it in stored if _plain(field, it).startswith(wanted)]
        return holding(typed, stored) if field in _BY_PART else []


def _is_within(value: str, low: str | None, high: str | None) -> bool:
    """Whether a stored year is in a range of years."""
    first, last = int(low or 0), int(high or 9999)
    return value.isdecimal() and first <= int(value) <= last


def _typed(condition: Filter) -> str:
    values = "、".join(bare(value) or value for value in condition.values)
    return f"{FIELDS[condition.field][0]}：{values}"


def _shown(field: str) -> Callable[[str], str]:
    """A stored value as people read it."""
    if field != "kind":
        return str
    return lambda value: KINDS[Kind(value)][0] if value in set(Kind) else value


def _batch(folded: str) -> str:
    """第3批, 三批 and 第一批 as they are stored: 第三批, 首批."""
    if not _BATCH.fullmatch(folded):
        return folded
    number = folded.removeprefix("第").removesuffix("批")
    if number.isdecimal():
        tens, ones = divmod(int(number), 10)
        number = ("" if tens < 2 else _SIGNS[tens]) + ("十" if tens else "")  # noqa: PLR2004 - 十, not 一十
        number += _SIGNS[ones] if ones else ""
    return f"第{number}批"


def _plain(field: str, value: str) -> str:
    folded = fold(value).text
    if field in {"province", "city"}:
        return _REGION_ENDS.sub("", folded) or folded
    if field == "kind":
        return _KIND_NAMED.get(folded, folded)
    if field == "batch":
        folded = _batch(folded)
    if field == "awarded":
        return folded.removesuffix("年")
    return _SAID.get(folded, folded) if field in {"batch", "level"} else folded


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
