"""What a file does to its reader stays with that file."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebase.build import workers
from casebase.build.reading import read
from casebase.build.workers import Task, read_all
from casebase.catalogue import Reading
from casebase.document import Source
from casebase.errors import CasebaseError, Problem, Severity
from tests.build.readers import obey


def put(folder: Path, name: str, text: str) -> Source:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Source(name, path, hashlib.sha256(text.encode()).hexdigest())


def task(folder: Path, **limits: float) -> Task[Source]:
    return Task("f" * 64, folder / "lexicons", jobs=2, reader=obey, **limits)  # type: ignore[arg-type]


def outcomes(
    folder: Path, texts: list[str], **limits: float
) -> dict[str, Reading | Problem]:
    sources = [put(folder, f"{n}.txt", text) for n, text in enumerate(texts)]
    found: dict[str, Reading | Problem] = {}
    for source, outcome in read_all(sources, task(folder, **limits)):
        if isinstance(outcome, Reading):
            assert outcome.document_id == source.document_id
        found[texts[sources.index(source)]] = outcome
    assert set(found) == set(texts)
    return found


def title(outcome: Reading | Problem) -> str:
    assert isinstance(outcome, Reading)
    return outcome.entries[0].title


def said(reading: Reading | Problem) -> str:
    """What is remembered of a file that nobody can read."""
    assert isinstance(reading, Reading)
    assert reading.document is None
    assert reading.entries == ()
    (problem,) = reading.problems
    assert problem.severity is Severity.LOST
    assert problem.advice.endswith("。")
    return problem.message


def test_whatever_a_file_does_the_others_are_read(tmp_path: Path) -> None:
    good = [f"好文件 {n}" for n in range(6)]
    bad = {
        "exit": "崩溃",
        "crash": "崩溃",
        "raise": "读取结果传不回来",
        "unsendable": "崩溃",
    }
    mixed = [*good[:3], *bad, *good[3:]]
    found = outcomes(tmp_path, mixed)
    assert [title(found[text]) for text in good] == good
    for text, words in bad.items():
        assert words in said(found[text]), text


@pytest.mark.parametrize("way", ["hang", "hold"])
def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path, way: str) -> None:
    began = time.monotonic()
    found = outcomes(tmp_path, ["好一", way, "好二"], seconds=2)
    assert time.monotonic() - began < 20
    given_up = found[way]
    assert isinstance(given_up, Problem), "the machine may have been busy"
    assert "2 秒" in given_up.message
    assert [title(found[text]) for text in ("好一", "好二")] == ["好一", "好二"]


def test_pages_to_recognise_wait_for_the_others_and_get_their_own_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "RECOGNISING", 5)
    texts = ["scan 4 页", "好一", "好二", "scan 1 页"]
    sources = [put(tmp_path, f"{n}.txt", text) for n, text in enumerate(texts)]
    found = list(read_all(sources, task(tmp_path, seconds=2)))
    assert {source.name for source, _ in found[:2]} == {"1.txt", "2.txt"}
    assert sorted(map(title, (outcome for _, outcome in found))) == sorted(texts)


def test_pages_that_take_too_long_to_recognise_are_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "RECOGNISING", 0.1)
    given_up = outcomes(tmp_path, ["scan 60 页"], seconds=2)["scan 60 页"]
    assert isinstance(given_up, Problem)
    assert "8 秒" in given_up.message


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_child_killed_from_outside_says_nothing_of_its_file(tmp_path: Path) -> None:
    found = outcomes(tmp_path, ["好", "kill", "kill-once"])
    assert title(found["好"]) == "好"
    assert title(found["kill-once"]) == "kill-once", "it is read once more"
    killed = found["kill"]
    assert isinstance(killed, Problem), "the next run tries again"
    assert "终止" in killed.message


@pytest.mark.skipif(sys.platform != "linux", reason="limits are the system's affair")
def test_when_no_child_starts_nothing_is_said_of_any_file(tmp_path: Path) -> None:
    with pytest.raises(CasebaseError, match="启动不了"):
        outcomes(tmp_path, ["一", "二", "三"], memory=1 << 20)


@pytest.mark.skipif(sys.platform != "linux", reason="limits are the system's affair")
def test_memory_is_limited(tmp_path: Path) -> None:
    found = outcomes(tmp_path, ["eat", "好"], memory=1 << 30)
    assert "传不回来" in said(found["eat"])
    assert title(found["好"]) == "好"


def test_a_file_that_changes_while_it_is_read_is_tried_again_next_time(
    tmp_path: Path,
) -> None:
    source = put(tmp_path, "变.txt", "读取之前的内容，足够长的一段话。")
    source.path.write_text("已经换成了别的内容，也是足够长的一段话。", encoding="utf-8")
    asked = Task("f" * 64, tmp_path / "lexicons", jobs=1, reader=read)
    ((_, outcome),) = read_all([source], asked)
    assert isinstance(outcome, Problem)
    assert "改动" in outcome.message


PARENT = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from casebase.build import workers
from casebase.build.reading import read
from casebase.build.workers import read_all
from tests.build.test_workers import put, task
if __name__ == "__main__":
    folder = Path({folder!r})
    sources = [put(folder, f"{{n}}.txt", word) for n, word in enumerate({words!r})]
    for source, outcome in read_all(sources, task(folder, seconds=2)):
        print(source.name, flush=True)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for children in /proc")
@pytest.mark.parametrize(("word", "patience"), [("hang", 3), ("hold", 7)])
def test_children_do_not_outlive_their_parent(
    tmp_path: Path, word: str, patience: float
) -> None:
    root = str(Path(__file__).resolve().parents[2])
    script = tmp_path / "parent.py"
    script.write_text(
        PARENT.format(root=root, folder=str(tmp_path), words=["好", word]),
        encoding="utf-8",
    )
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    with parent:
        assert parent.stdout.readline() == "0.txt\n"
        time.sleep(0.5)  # until the other is in the middle of it
        children = offspring(parent.pid)
        assert children
        os.kill(parent.pid, signal.SIGKILL)
    deadline = time.monotonic() + patience
    while any(map(alive, children)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [pid for pid in children if alive(pid)] == []


def offspring(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(stat.parent.name))
    return found


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
