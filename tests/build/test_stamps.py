"""Digests are remembered by stamps, and never where a file may have changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from casebase.build.digests import digest
from casebase.build.stamps import FILE, SETTLED, Stamps

OLD = time.time_ns() - 10 * SETTLED


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that was written some time ago, as far as its times tell."""
    path = tmp_path / "甲.txt"
    path.write_text("支部共建", encoding="utf-8")
    os.utime(path, ns=(OLD, OLD))
    return path


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of the inode cannot be set: the clock goes on instead."""
    now = time.time_ns
    monkeypatch.setattr(
        "casebase.build.stamps.time.time_ns", lambda: now() + 10 * SETTLED
    )


def asked(index: Path, path: Path) -> tuple[str, bool]:
    """The digest as it is told, and whether the file was not read for it."""
    stamps = Stamps.load(index)
    told = stamps.digest(path.name, path, path.stat())
    known = stamps.known.get(path.name, (None, ""))[0] == stamps.seen.get(
        path.name, (0, "")
    )[0]  # fmt: skip
    stamps.save(index)
    return told, known


@pytest.mark.usefixtures("settled")
def test_a_file_as_it_was_is_not_read(file: Path, tmp_path: Path) -> None:
    assert asked(tmp_path, file) == (digest(file), False)
    assert asked(tmp_path, file) == (digest(file), True)


def test_what_was_written_just_now_is_read_again(file: Path, tmp_path: Path) -> None:
    assert asked(tmp_path, file) == (digest(file), False)
    assert asked(tmp_path, file) == (digest(file), False)


@pytest.mark.usefixtures("settled")
def test_other_bytes_of_the_same_size_and_time_are_seen(
    file: Path, tmp_path: Path
) -> None:
    before = asked(tmp_path, file)[0]
    file.write_text("支部联建", encoding="utf-8")
    os.utime(file, ns=(OLD, OLD))  # as cp -p and touch -r do
    assert asked(tmp_path, file) == (digest(file), False)
    other = file.with_name("乙.txt")
    other.write_text("支部融建", encoding="utf-8")
    os.utime(other, ns=(OLD, OLD))
    other.replace(file)
    assert asked(tmp_path, file)[0] == digest(file) != before


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("place", range(0, 200, 7))
def test_a_damaged_list_is_as_none(file: Path, tmp_path: Path, place: int) -> None:
    asked(tmp_path, file)
    data = bytearray((tmp_path / FILE).read_bytes())
    if place >= len(data):
        pytest.skip("the list is shorter")
    data[place] ^= 1
    (tmp_path / FILE).write_bytes(data)
    assert asked(tmp_path, file) == (digest(file), False)


def test_what_is_gone_is_forgotten(file: Path, tmp_path: Path) -> None:
    stamps = Stamps({"丙.txt": ((1, 2, 3, 4), "d" * 64)})
    stamps.digest(file.name, file, file.stat())
    stamps.save(tmp_path)
    assert not Stamps.load(tmp_path).known
