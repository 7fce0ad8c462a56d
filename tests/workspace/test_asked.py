"""Counting what is asked: by text and day, bounded, and nothing about persons."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from casebase.errors import CasebaseError
from casebase.workspace import Asked, AskedLog, Workspace, most_asked
from casebase.workspace.asked import LONGEST


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.open(tmp_path)


@pytest.fixture
def counting(workspace: Workspace) -> Iterator[AskedLog]:
    with closing(AskedLog(lambda: workspace)) as opened:
        yield opened


def test_texts_are_counted_by_their_folded_form(
    workspace: Workspace, counting: AskedLog
) -> None:
    for text in ("一支部 一品牌", "一支部一品牌", "一支部　一品牌 "):
        counting.count(text, 7)
    counting.count("偶尔", 1)
    for _ in range(4):
        counting.count("查不到的", 0)
    counting.flush()
    counting.count("一支部一品牌", 8)
    counting.flush()
    assert most_asked(workspace) == [Asked("一支部 一品牌", 4, 8)]
    assert most_asked(workspace, fruitless=True) == [Asked("查不到的", 4, 0)]


@pytest.mark.parametrize(
    "text", ["", " ", "长" * (LONGEST + 1), "13800001111 张某", "张某@学校"]
)
def test_what_may_tell_of_a_person_is_not_counted(
    workspace: Workspace, counting: AskedLog, text: str
) -> None:
    for _ in range(5):
        counting.count(text, 0)
    counting.flush()
    assert most_asked(workspace, fruitless=True) == []


def test_old_days_go_and_do_not_count(
    workspace: Workspace, counting: AskedLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (date(2026, 1, 5), date(2026, 6, 5), date(2026, 7, 30)):
        monkeypatch.setattr("casebase.workspace.asked._today", lambda day=day: day)
        for _ in range(3):
            counting.count("党建", day.month)
        counting.flush()
    assert most_asked(workspace, days=30) == [Asked("党建", 3, 7)]
    assert most_asked(workspace, days=999) == [Asked("党建", 6, 7)]


def test_a_day_and_the_memory_have_room_for_so_many(
    workspace: Workspace, counting: AskedLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casebase.workspace.asked.MOST_A_DAY", 3)
    monkeypatch.setattr("casebase.workspace.asked.MOST_WAITING", 5)
    for number in range(9):
        counting.count(f"查{number}", 0)
    counting.flush()
    counting.count("查0", 0)
    counting.flush()
    found = most_asked(workspace, fruitless=True)
    assert [(it.text, it.times) for it in found] == [("查0", 2), ("查1", 1), ("查2", 1)]


def test_many_threads_count_every_time(
    workspace: Workspace, counting: AskedLog
) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: counting.count("党建", 3), range(200)))
    counting.flush()
    assert most_asked(workspace) == [Asked("党建", 200, 3)]


def test_what_waits_is_written_by_itself(
    workspace: Workspace, counting: AskedLog
) -> None:
    for _ in range(3):
        counting.count("党建", 3)
    until = time.monotonic() + 10
    while not most_asked(workspace) and time.monotonic() < until:
        time.sleep(0.05)
    assert most_asked(workspace) == [Asked("党建", 3, 3)]


KILLED = """
import sys, time, os, signal
from pathlib import Path
from casebase.workspace import AskedLog, Workspace
log = AskedLog(lambda: Workspace.open(Path(sys.argv[1])))
for _ in range(3):
    log.count("党建", 3)
time.sleep(3)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_kill_loses_a_second_at_most(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)], check=False, timeout=60
    )
    assert done.returncode < 0
    assert most_asked(Workspace.open(tmp_path)) == [Asked("党建", 3, 3)]


def test_counting_goes_on_where_nothing_can_be_written(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refused() -> Workspace:
        raise CasebaseError("写不进去。", "请检查。")

    with closing(AskedLog(refused)) as counting:
        counting.count("党建", 3)
        counting.flush()
        counting.count("党建", 3)
    assert "could not be counted" in caplog.text
