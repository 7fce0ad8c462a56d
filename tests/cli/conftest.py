"""The command as people run it, over a small home made once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

Ran = subprocess.CompletedProcess[str]

DOCUMENTS = {
    "简报/春季.md": (
        "# 青禾职业学院开展支部结对活动\n\n"
        "2023年4月12日，青禾职业学院机电系党支部与河湾村党支部结对共建，"
        "实施“一支部一品牌”创建活动，形成“1+2+N”工作法。\n\n"
        "## 做法\n\n党员教师每月进村讲课两次，学生党员随行服务。\n"
    ),
    "通知.txt": (
        "关于做好主题党日活动的通知\n\n各党支部：\n\n"
        "现就做好本年度主题党日活动通知如下，请结合实际认真落实。\n\n"
        "一、每月第一周的星期三为主题党日。\n\n二、活动要有计划、有记录、有总结。\n"
    ),
    "表.xlsx": "不是文字",
}


def run(
    home: Path | None,
    *args: str,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Ran:
    at = [] if home is None else ["--home", str(home)]
    return subprocess.run(
        [sys.executable, "-m", "casebase.cli", *at, *args],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env=env,
        cwd=cwd,
    )


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two documents and a file that nobody reads, indexed."""
    made = tmp_path_factory.mktemp("home")
    for name, text in DOCUMENTS.items():
        path = made / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = run(made, "reindex")
    assert done.returncode == 1, done.stderr  # a file was lost
    assert "表.xlsx" in done.stdout
    return made
