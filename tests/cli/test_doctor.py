"""`casebase doctor --repair` puts right what it finds, and says what it did."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import run


def test_a_damaged_engine_is_found_and_repaired(home: Path, tmp_path: Path) -> None:
    mine = tmp_path / "home"
    shutil.copytree(home, mine)
    largest = max(mine.glob("index/engine/*/*"), key=lambda it: it.stat().st_size)
    data = bytearray(largest.read_bytes())
    data[len(data) // 2] ^= 1
    largest.write_bytes(data)
    done = run(mine, "doctor")
    assert done.returncode == 1
    assert "异常" in done.stdout
    done = run(mine, "doctor", "--repair")
    assert done.returncode == 0, done.stderr
    assert "修复  已从目录库重新建立检索引擎，没有重读文献。" in done.stdout
    assert "异常" not in done.stdout
