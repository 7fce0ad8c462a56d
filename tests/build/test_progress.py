"""Whoever shows the progress of a run is told of every step."""

from __future__ import annotations

import pytest

from casebase.build import reindex
from casebase.settings import Settings
from tests.build.test_reindex import A, fill


class Told:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def begin(self, task: str, total: int, work: float = 0) -> None:
        assert not work or work >= total
        self.said.append(f"{task} {total}")

    def step(self, name: str, work: float = 1) -> None:
        assert work > 0
        self.said.append(name)

    def end(self) -> None:
        self.said.append("end")


@pytest.mark.usefixtures("reader")
def test_progress_counts_every_step(home: Settings) -> None:
    fill(home, A)
    told = Told()
    reindex(home, progress=told)
    assert told.said[0] == "读取文献 3"
    assert sorted(told.said[1:4]) == sorted(A)
    assert told.said[4:6] == ["end", "建立索引 3"]
    assert sorted(told.said[6:9]) == sorted(A)
    assert told.said[9:] == ["end"]
