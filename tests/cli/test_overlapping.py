"""`overlap`: what a draft has from the base."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import DOCUMENTS, run

COPIED = "青禾职业学院机电系党支部与河湾村党支部结对共建，实施"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿子.txt"
    own = "我们学校在江的另一边，支部开会都在船上，船上摆着一张旧长桌。"
    path.write_text(
        f"一张长桌\n\n{own}\n{COPIED}我们自己的办法。\n{own}\n", encoding="utf-8"
    )
    return path


def test_copied_passages_are_told_with_their_source(home: Path, draft: Path) -> None:
    done = run(home, "overlap", str(draft), "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    (source,) = told["sources"]
    assert source["document"] == "简报/春季.md"
    (passage,) = told["passages"]
    assert passage["text"].startswith(COPIED[:20])
    assert passage["source_text"] in DOCUMENTS["简报/春季.md"]
    assert 0 < told["share"] < 0.5
    (repeat,) = told["repeats"]
    assert repeat["text"].startswith("我们学校在江的另一边")


def test_people_read_it_in_lines(home: Path, draft: Path) -> None:
    done = run(home, "overlap", str(draft))
    assert done.stdout.startswith("稿子.txt：")
    assert "青禾职业学院开展支部结对活动：1 处" in done.stdout
    assert "稿件内部重复 1 处" in done.stdout


def test_a_document_of_the_base_is_not_compared_with_itself(
    home: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "春季.md"
    copy.write_text(DOCUMENTS["简报/春季.md"], encoding="utf-8")
    done = run(home, "overlap", str(copy), "--json")
    assert json.loads(done.stdout)["passages"] == []


@pytest.mark.parametrize("name", ["没有.txt", "表.xlsx"])
def test_what_cannot_be_read_says_so(home: Path, tmp_path: Path, name: str) -> None:
    if name == "表.xlsx":
        (tmp_path / name).write_text("不是文字", encoding="utf-8")
    done = run(home, "overlap", str(tmp_path / name))
    assert done.returncode != 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert "程序出错" not in done.stderr
