"""`user`: the accounts of the web."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import run

GOOD = "旧船坞里的灯-2026"


def told(home: Path, *args: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "casebase.cli", "--home", str(home), "user", *args],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_an_account_from_first_to_last(tmp_path: Path) -> None:
    assert "还没有账号" in run(tmp_path, "user", "list").stdout
    first = told(tmp_path, "add", "guan", "--password-stdin", typed=GOOD + "\n")
    assert first.returncode == 0, first.stderr
    second = told(
        tmp_path, "add", "苗青", "--role", "读者", "--password-stdin", typed=GOOD
    )
    assert second.returncode == 0, second.stderr
    assert "写作者" in told(tmp_path, "role", "苗青", "写作者").stdout
    assert "停用" in told(tmp_path, "disable", "苗青").stdout
    listed = run(tmp_path, "user", "list").stdout.splitlines()
    assert [line.split()[:2] for line in listed] == [
        ["guan", "管理员"],
        ["苗青", "写作者"],
    ]
    assert "停用" in listed[1]
    assert told(tmp_path, "password", "guan", "--password-stdin", typed=GOOD).stdout


@pytest.mark.parametrize(
    ("args", "typed"),
    [
        (("add", "guan", "--password-stdin"), "short"),
        (("add", "guan", "--role", "主任", "--password-stdin"), GOOD),
        (("role", "nobody", "读者"), ""),
        (("add", "guan"), f"{GOOD}\n{GOOD}?\n"),
    ],
)
def test_what_will_not_do_is_one_line(
    tmp_path: Path, args: tuple[str, ...], typed: str
) -> None:
    done = told(tmp_path, *args, typed=typed)
    assert done.returncode != 0
    assert "程序出错" not in done.stderr
    assert done.stderr.strip().splitlines()[-1].endswith("。")
