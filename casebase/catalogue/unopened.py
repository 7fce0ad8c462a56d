"""Parts of entries as the database has them, opened when somebody looks at them.

A list of entries shows neither their facts nor where their paragraphs stand, and
opening those of ten entries takes longer than finding them among ten thousand.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar, overload

from typing_extensions import override

from casebase.catalogue.codec import unpack_fact, unpack_places
from casebase.catalogue.connection import unreadable
from casebase.entry import Fact
from casebase.place import Place

Part = TypeVar("Part")


def facts(packed: str) -> Sequence[Fact]:
    """What `codec.pack_fact` made lists of, in JSON."""
    return _Unopened(packed, _open_facts)


def places(packed: list[Any]) -> Sequence[Place]:
    """What `codec.pack_paragraph` made lists of."""
    return _Unopened(packed, unpack_places)


def _open_facts(packed: str) -> tuple[Fact, ...]:
    try:
        return tuple(map(unpack_fact, json.loads(packed)))
    except json.JSONDecodeError as error:
        raise unreadable() from error


class _Unopened(Sequence[Part], Generic[Part]):
    """Equal to a tuple of the same."""

    def __init__(self, packed: Any, opening: Callable[[Any], tuple[Part, ...]]) -> None:  # noqa: ANN401 - as the database has it
        self._packed, self._opening = packed, opening

    @cached_property
    def _opened(self) -> tuple[Part, ...]:
        return self._opening(self._packed)

    @overload
    def __getitem__(self, at: int) -> Part: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Part, ...]: ...
    @override
    def __getitem__(self, at: int | slice) -> Part | tuple[Part, ...]:
        return self._opened[at]

    @override
    def __len__(self) -> int:
        return len(self._opened)

    @override
    def __iter__(self) -> Iterator[Part]:
        return iter(self._opened)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._opened == tuple(other)

    @override
    def __hash__(self) -> int:
        return hash(self._opened)
