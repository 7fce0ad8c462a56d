"""Facts as the database has them, opened when somebody looks at them.

A list of entries shows none of their facts, and opening those of ten entries takes
longer than finding them among ten thousand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from typing_extensions import override

from casebase.catalogue.codec import unpack_fact
from casebase.catalogue.connection import unreadable
from casebase.entry import Fact


class Facts(Sequence[Fact]):
    """The facts that a text in JSON holds; equal to a tuple of the same."""

    def __init__(self, packed: str) -> None:
        """`packed` is a list of what `codec.pack_fact` made."""
        self._packed = packed

    @cached_property
    def _opened(self) -> tuple[Fact, ...]:
        try:
            return tuple(map(unpack_fact, json.loads(self._packed)))
        except json.JSONDecodeError as error:
            raise unreadable() from error

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Fact, ...]: ...
    @override
    def __getitem__(self, at: int | slice) -> Fact | tuple[Fact, ...]:
        return self._opened[at]

    @override
    def __len__(self) -> int:
        return len(self._opened)

    @override
    def __iter__(self) -> Iterator[Fact]:
        return iter(self._opened)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._opened == tuple(other)

    @override
    def __hash__(self) -> int:
        return hash(self._opened)
