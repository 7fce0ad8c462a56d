"""What a run did, for people and for the exit code; and how it tells while it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from casebase.build.plan import Changes
from casebase.catalogue import State
from casebase.errors import Problem, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """What `reindex` did.

    Attributes:
        changes: What happened to the files since the run before.
        read: How many files were read in this run.
        renewed: Of how many others the facts were found anew, without reading them.
        unread: How many of them could not be read this time, for a reason that may
            pass; what was read of them before is shown still.
        kinds: How many entries of which kind there are now.
        problems: All that are recorded now, of unchanged files too.
        state: The snapshot that is current now.
        rebuilt: Whether the engine was built from nothing.
        set_aside: Where a damaged catalogue was moved, else None.
        seconds: How long the run took.
    """

    changes: Changes
    read: int
    renewed: int
    unread: int
    kinds: Mapping[str, int]
    problems: tuple[Problem, ...]
    state: State
    rebuilt: bool
    set_aside: Path | None
    seconds: float

    @property
    def entries(self) -> int:
        """How many entries there are now."""
        return sum(self.kinds.values())

    @property
    def lost(self) -> int:
        """How many files cannot be searched at all."""
        return len(
            {
                problem.document
                for problem in self.problems
                if problem.severity is Severity.LOST
            }
        )


class Progress(Protocol):
    """Told what is going on, so that somebody can show it."""

    def begin(self, task: str, total: int, work: float = 0) -> None:
        """A task of `total` steps begins, named by a Chinese phrase.

        `work` is how much there is to do, where steps are of different size.
        """
        ...

    def step(self, name: str, work: float = 1) -> None:
        """One step is done, of so much work; `name` is a file's path, or empty."""
        ...

    def end(self) -> None:
        """The task is done, or given up."""
        ...


class Silent:
    """Shows nothing."""

    def begin(self, task: str, total: int, work: float = 0) -> None:
        """Nothing."""

    def step(self, name: str, work: float = 1) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""
