"""Conditions on honours that stand together: they are to hold for the same honour.

`荣誉:样板支部 状态:通过验收` asks for one honour that is both; an entry in which one
branch was named and another one passed is no answer. A part that is named again
(荣誉:甲 状态:入选 荣誉:乙) begins another honour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from casebase.query import HONOUR, Filter
from casebase.search.parse import AllOf, AnyOf, Asked, OneHonour, Without


def together(tree: Asked, also: Sequence[Filter] = ()) -> Asked:
    """`tree` with its conditions on honours joined.

    `also` are conditions from beside the text; they narrow the honour that the text
    asks for last, if it asks for one.
    """
    joined = _joined(tree)
    named = last_honour(joined)
    if named is None or not also:
        return joined
    narrowed = OneHonour((*named.conditions, *also))
    if not isinstance(joined, AllOf):
        return narrowed
    children = (narrowed if it is named else it for it in joined.children)
    return replace(joined, children=tuple(children))


def last_honour(joined: Asked) -> OneHonour | None:
    """The last honour that each hit must have, if there is one."""
    children = joined.children if isinstance(joined, AllOf) else (joined,)
    return next((it for it in reversed(children) if isinstance(it, OneHonour)), None)


def filters_in(conditions: Iterable[Asked]) -> list[Filter]:
    """The single conditions of an honour."""
    found: list[Filter] = []
    for condition in conditions:
        if isinstance(condition, Filter):
            found.append(condition)
        elif isinstance(condition, AllOf | AnyOf):
            found += filters_in(condition.children)
        elif isinstance(condition, OneHonour):
            found += filters_in(condition.conditions)
    return found


def _joined(asked: Asked) -> Asked:
    match asked:
        case Filter(field) if field in HONOUR:
            return OneHonour((asked,))
        case AnyOf(children):
            either = AnyOf(tuple(map(_joined, children)))
            of_one = all(isinstance(child, OneHonour) for child in either.children)
            return OneHonour((either,)) if of_one else either
        case AllOf(children):
            kept = _merged(map(_joined, children))
            return kept[0] if len(kept) == 1 else replace(asked, children=kept)
        case Without(child):
            return Without(_joined(child))
        case _:
            return asked


def _merged(children: Iterable[Asked]) -> tuple[Asked, ...]:
    """Honours that name different parts become one, in the place of the first."""
    kept: list[Asked] = []
    at: int | None = None
    for child in children:
        if not isinstance(child, OneHonour):
            kept.append(child)
            continue
        last = kept[at] if at is not None else None
        if at is not None and isinstance(last, OneHonour) and _apart(last, child):
            kept[at] = OneHonour((*last.conditions, *child.conditions))
        else:
            at = len(kept)
            kept.append(child)
    return tuple(kept)


def _apart(one: OneHonour, other: OneHonour) -> bool:
    fields = {it.field for it in filters_in(one.conditions)}
    return fields.isdisjoint(it.field for it in filters_in(other.conditions))
