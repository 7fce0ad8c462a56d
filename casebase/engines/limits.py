"""How long a search may go on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

Made = TypeVar("Made")
Part = TypeVar("Part")


class OutOfTimeError(Exception):
    """The time for a search is over; engines answer with what they have found."""


@dataclass(frozen=True, slots=True)
class Limit:
    """When a search is to end.

    Attributes:
        deadline: By `time.monotonic`; None for never.
        partly: Whether it may end with a part of what there is.
    """

    deadline: float | None = None
    partly: bool = True

    def is_over(self) -> bool:
        """Whether it is time to end."""
        return self.deadline is not None and time.monotonic() >= self.deadline

    def check(self) -> None:
        """Go on if there is time.

        Raises:
            OutOfTimeError: There is none.
        """
        if self.is_over():
            raise OutOfTimeError

    def strictly(self) -> Limit:
        """The same for what is no use in part: what is to be excluded."""
        return replace(self, partly=False)

    def in_time(
        self, parts: Iterable[Part], find: Callable[[Part], Made]
    ) -> Iterator[Made]:
        """What `find` finds of each of `parts`, of as many as there is time for.

        Raises:
            OutOfTimeError: There was not even time for one, or all are needed.
        """
        found = False
        for part in parts:
            try:
                made = find(part)
            except OutOfTimeError:
                if not (found and self.partly):
                    raise
                return
            found = True
            yield made
