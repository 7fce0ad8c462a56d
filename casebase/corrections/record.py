"""A correction, and the line of JSON that it is in the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from casebase.entry import (
    Brand,
    HeadingSet,
    Honour,
    Method,
    Policy,
    Quantity,
    Slogan,
    Value,
)

Json = dict[str, Any]
Pattern = Mapping[str, Any]  # parts that a value must have

# The types of the compound facts, by the facts' names.
COMPOUNDS: Mapping[str, Callable[..., Value]] = {
    "brands": Brand,
    "methods": Method,
    "slogans": Slogan,
    "honours": Honour,
    "policies": Policy,
    "quantities": Quantity,
    "headings": HeadingSet,
}
SINGULAR = ("school", "province", "city", "date", "year", "genre")


class Action(StrEnum):
    """What a person did."""

    SET = "set"  # of a fact that is said once: this is it
    CLEAR = "clear"  # there is none
    ADD = "add"  # of a fact that is said several times: this too
    REMOVE = "remove"  # not this


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be corrected in an entry.

    Attributes:
        action: What to do.
        field: The name of the fact.
        value: To set or to add; of what to remove, the parts that it must have, or the
            value of a simple fact; None to clear.
    """

    action: Action
    field: str
    value: Value | Pattern | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A wish, whose, when, and which entry it means.

    Attributes:
        number: Counts the lines of the file, from 1.
        at: When, ISO 8601 with time zone.
        by: Who.
        document: The path that the document had below corpus/.
        document_id: Its id.
        ordinal: Which of its entries, from 1.
        title: The entry's title.
        wish: What to do.
    """

    number: int
    at: str
    by: str
    document: str
    document_id: str
    ordinal: int
    title: str
    wish: Wish


def to_json(made: Correction) -> Json:
    """The line's object; parts that say nothing are left out."""
    where = {
        field.name: getattr(made, field.name)
        for field in fields(made)
        if field.name != "wish"
    }
    wish = made.wish
    what: Json = {"action": str(wish.action), "field": wish.field}
    if wish.value is not None:
        what["value"] = packed(wish.value)
    return where | what


def packed(value: Value | Pattern) -> Any:  # noqa: ANN401 - JSON
    """A value as JSON."""
    if isinstance(value, str | int):
        return value
    parts = value if isinstance(value, Mapping) else asdict(value)
    return {name: part for name, part in parts.items() if part is not None}


def from_json(data: Json) -> Correction:
    """The correction of such an object.

    Raises:
        KeyError, TypeError, ValueError: It is none.
    """
    rest = dict(data)
    wish = _wish(rest.pop("action"), rest.pop("field"), rest.pop("value", None))
    made = Correction(**rest, wish=wish)
    texts = (made.at, made.by, made.document, made.document_id, made.title)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(texts)
    if not all(isinstance(number, int) for number in (made.number, made.ordinal)):
        raise TypeError(made.number)
    return made


def _wish(action: str, field: str, value: Any) -> Wish:  # noqa: ANN401 - JSON
    wanted = Action(action)
    if wanted is Action.CLEAR:
        return Wish(wanted, field)
    if field not in COMPOUNDS:
        if not isinstance(value, str | int):
            raise TypeError(value)
        return Wish(wanted, field, value)
    parts = {name: _frozen(part) for name, part in dict(value).items()}
    if wanted is Action.REMOVE:
        return Wish(wanted, field, parts)
    return Wish(wanted, field, COMPOUNDS[field](**parts))


def _frozen(part: Any) -> Any:  # noqa: ANN401 - JSON
    return tuple(part) if isinstance(part, list) else part


def matching(value: Value, wanted: Value | Pattern | None) -> bool:
    """Whether `value` is the one that is to be removed, or has the parts of it."""
    if not isinstance(wanted, Mapping):
        return value == wanted
    return all(getattr(value, name, None) == part for name, part in wanted.items())
