"""A home, and reading in this process, for tests of what the build does around it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from casebase.build.annotating import Kept, annotate_again
from casebase.build.workers import Outcome, Task, _passing
from casebase.catalogue import Reading
from casebase.errors import Problem
from casebase.settings import Settings, load_settings
from tests.build.readers import obey


@dataclass
class Reader:
    """Stands for the pool: reads here and now, and keeps the names it was given."""

    read: list[str] = field(default_factory=list)
    fail_after: int | None = None
    trouble: set[str] = field(default_factory=set)  # names that cannot be read now
    renewed: list[str] = field(default_factory=list)

    def read_all(
        self, sources: Sequence[Any], task: Task[Any]
    ) -> Generator[Outcome[Any], None, None]:
        for source in sources:
            if isinstance(source, Kept):
                self.renewed.append(source.name)
                yield source, self._renewed(source, task)
                continue
            if self.fail_after == 0:
                raise KeyboardInterrupt
            if self.fail_after is not None:
                self.fail_after -= 1
            self.read.append(source.name)
            if source.name in self.trouble:
                yield source, _passing(source, "进程被终止了。", "请稍后重试。")
                continue
            yield (
                source,
                obey(source, task.fingerprint, task.own_lexicons, recognise=True),
            )

    def _renewed(self, kept: Kept, task: Task[Any]) -> Reading | Problem:
        if kept.name in self.trouble:
            return _passing(kept, "进程被终止了。", "请稍后重试。")
        return annotate_again(
            kept, task.fingerprint, task.own_lexicons, recognise=False
        )

    def taken(self) -> list[str]:
        """What was read since the last time somebody asked."""
        names, self.read = sorted(self.read), []
        return names


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return load_settings(tmp_path)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    stand_in = Reader()
    monkeypatch.setattr("casebase.build.workers.read_all", stand_in.read_all)
    return stand_in
