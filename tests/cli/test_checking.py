"""`check`: what seems wrong in a draft."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import run


def test_findings_are_told_with_their_words(tmp_path: Path) -> None:
    draft = tmp_path / "稿子.txt"
    draft.write_text(
        "一张长桌的支部工作法\n\n该项目立项为为校级项目，大家都说好。\n\n学习笔记,人手一本。\n",
        encoding="utf-8",
    )
    done = run(tmp_path, "check", str(draft))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("稿子.txt：有 2 处请核对。")
    assert "“为”重复了。［该项目立项为为校级项目，大家都说好。］" in done.stdout
    told = json.loads(run(tmp_path, "check", str(draft), "--json").stdout)
    assert [it["instead"] for it in told] == ["为", "，"]
    assert told[0]["page"] is None


def test_nothing_wrong_is_said_too(tmp_path: Path) -> None:
    draft = tmp_path / "稿子.txt"
    draft.write_text(
        "一张长桌\n\n支部每周三晚上在车间开门，谁有难题谁来。\n", encoding="utf-8"
    )
    assert run(tmp_path, "check", str(draft)).stdout == "稿子.txt：没有发现问题。\n"
