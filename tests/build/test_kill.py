"""Killed for real, at any moment: a whole index remains, and the next run finishes.

The commands run as operators run them, over files that take a while to read and cut.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebase.catalogue import Catalogue
from casebase.engines import ENGINES, backend
from casebase.errors import IndexMissingError
from casebase.settings import Settings, load_settings

COMMAND = [sys.executable, "-m", "casebase.cli"]
FILES = 8
SEED = 20240501


def start(home: Settings) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, "--home", str(home.home), "reindex"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def write(home: Settings, version: int) -> set[str]:
    """Give every file another text; returns the titles."""
    titles = set()
    for number in range(FILES):
        title = f"第{version}版第{number}篇支部工作纪实"
        body = "支部党员大会讨论了年度计划，明确了责任分工和完成时限。" * 60
        path = home.corpus / f"文{number}.md"
        path.write_text(f"# {title}\n\n{body}\n", encoding="utf-8")
        titles.add(title)
    return titles


def whole(home: Settings) -> set[str] | None:
    """The titles of the index there is, which must be whole; None if there is none."""
    try:
        catalogue = Catalogue.open(home.database)
    except IndexMissingError:
        return None
    with catalogue:
        state = catalogue.state()
        assert state is not None
        path = home.index / state.engine_path
        backend(state.engine).verify(path)
        engine = backend(state.engine).open(path)
        try:
            assert engine.ids() == catalogue.entry_ids()
        finally:
            engine.close()
        assert catalogue.integrity() == ""
        return {entry.title for entry in catalogue.all_entries()}


def finished(home: Settings) -> str:
    done = start(home)
    said, complained = done.communicate(timeout=120)
    assert done.returncode == 0, complained
    return said


def session(pid: int) -> list[int]:
    """The processes that the killed one left behind."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == pid and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def kill_at_random(home: Settings, kills: int) -> None:
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    old: set[str] | None = None
    began = time.monotonic()
    expected = write(home, 0)
    finished(home)
    took = time.monotonic() - began
    assert whole(home) == expected
    old = expected
    for kill in range(1, kills + 1):
        expected = write(home, kill)
        running = start(home)
        try:
            running.communicate(timeout=chance.uniform(0.05, took))
        except subprocess.TimeoutExpired:
            os.kill(running.pid, signal.SIGKILL)
            running.communicate()
        assert whole(home) in (old, expected), f"kill {kill}"
        if kill % 3 == 0:
            finished(home)
            assert whole(home) == expected
        old = whole(home)
        deadline = time.monotonic() + 5
        while session(running.pid) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert session(running.pid) == [], "children must die with their parent"
    said = finished(home)
    assert "未变" in said
    assert whole(home) == expected


@pytest.fixture(params=ENGINES)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    told = f'engine = "{request.param}"'
    (tmp_path / "casebase.toml").write_text(told, encoding="utf-8")
    return load_settings(tmp_path)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for children in /proc")
def test_killed_at_random_moments(home: Settings) -> None:
    kill_at_random(home, 6)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for children in /proc")
def test_killed_at_many_random_moments(home: Settings) -> None:
    kill_at_random(home, 100)
