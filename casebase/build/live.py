"""Documents put into an index by a process that goes on: a server.

The child that reads them is kept, with all that it has loaded; so a document is in the
index in a fraction of the time that a command takes to start.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from casebase.build.ahead import started
from casebase.build.cutting import warm
from casebase.build.deposit import Added, add
from casebase.build.report import Progress, Report
from casebase.build.run import reindex
from casebase.settings import Settings


class Live:
    """Adds documents to the index of a home, one call after the other."""

    def __init__(self, settings: Settings) -> None:
        """Starts the child, which loads what it needs meanwhile."""
        self._settings = settings
        self._opened = ExitStack()
        self._pool = self._opened.enter_context(started(settings.lexicons))
        warm(settings.lexicons)

    def add(
        self,
        paths: Sequence[Path],
        *,
        replace: bool = False,
        progress: Progress | None = None,
    ) -> tuple[Added, Report]:
        """Copy files into the corpus and bring the index in line with it.

        Searchers of this process and of others go over to it with their next query.

        Raises:
            CasebaseError: As `deposit.add` and `reindex` do.
        """
        added = add(self._settings, paths, replace=replace)
        return added, reindex(self._settings, progress=progress, pool=self._pool)

    def close(self) -> None:
        """Let the child go."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
