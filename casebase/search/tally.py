"""What the entries have in a field: each value with how many have it, and details."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from casebase.entry import FACTS, LISTED, PARTS, Entry, Value
from casebase.errors import BadRequestError
from casebase.query import FIELDS, field_named
from casebase.text.pinyin import pinyin_key

# Facts by the part that is listed; the other facts are values themselves.
_LISTED_BY: Mapping[str, tuple[str, str]] = {
    **PARTS,
    "quantity": ("quantities", "subject"),
    "headings": ("headings", "pattern"),
}
_OF_FACTS: Mapping[str, str] = {
    "brands": "brand", "methods": "method", "slogans": "slogan", "honours": "honour",
    "policies": "policy", "quantities": "quantity",
    **{fact: name for name, fact in LISTED.items()},
}  # fmt: skip
# What is told beside a value; of most, whose entries have it.
_BESIDE = {"school": ("province", "city"), "province": (), "city": ("province",)}
_OF_ENTRIES = ("kind", "document", "number")
MOST_DETAILS = 100  # of one kind, for one value


@dataclass(slots=True)
class Tally:
    """A value, how many entries have it, and what else they say of it, each once.

    `details` are the other parts of compound facts by name, and whose entries they are
    or, of schools and cities, where they are.
    """

    value: str
    count: int = 0
    details: dict[str, list[Any]] = field(default_factory=dict)


def tally_field(name: str) -> str:
    """The field that people mean by `name`: honour, honours, 荣誉.

    Raises:
        BadRequestError: There is no such field.
    """
    plain = name.strip().lower()
    told = next((fact for fact, shown in FACTS.items() if shown == plain), plain)
    known = {*FIELDS, *_LISTED_BY, "alias"}
    found = _OF_FACTS.get(told, told)
    wanted = found if found in known else field_named(plain)
    if wanted in known:
        return str(wanted)
    names = "、".join(names[0] for names in FIELDS.values())
    raise BadRequestError(f"没有“{name[:20]}”这个字段。", f"可用的有：{names}。")


def tallied(entries: Iterable[Entry], name: str) -> list[Tally]:
    """The values of a field (`tally_field`), those that most entries have first.

    Those that as many have stand from A to Z.
    """
    found: dict[str, Tally] = {}
    for entry in entries:
        counted: set[str] = set()
        for value, details in _values(entry, name):
            one = found.setdefault(value, Tally(value))
            if value not in counted:
                counted.add(value)
                one.count += 1
            _note(one, details)
            _note(one, {it: entry.first(it) for it in _BESIDE.get(name, ("school",))})
    return sorted(found.values(), key=lambda it: (-it.count, pinyin_key(it.value)))


def tally_json(one: Tally) -> dict[str, Any]:
    """The shape of `/api/facts/FIELD` and of `casebase facts FIELD --json`."""
    return {"value": one.value, "count": one.count, **one.details}


def _note(one: Tally, details: Mapping[str, Any]) -> None:
    for name, value in details.items():
        kept = one.details.setdefault(name, [])
        if value is not None and value not in kept and len(kept) < MOST_DETAILS:
            kept.append(value)


def _values(entry: Entry, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if name in _LISTED_BY:
        fact, part = _LISTED_BY[name]
        for value in entry.values(fact):
            shown = getattr(value, part)
            if shown is not None:
                yield str(shown), _other_parts(value, part)
    elif name in _OF_ENTRIES:
        own = getattr(entry, name)
        if own is not None:
            yield str(own), {}
    else:
        for value in entry.values(LISTED.get(name, name)):
            yield str(value), {}


def _other_parts(value: Value, part: str) -> Mapping[str, Any]:
    if not is_dataclass(value):
        return {}
    parts = {it.name: getattr(value, it.name) for it in fields(value)}
    return {
        name: list(told) if isinstance(told, tuple) else told
        for name, told in parts.items()
        if name != part and told not in {None, ()}
    }
