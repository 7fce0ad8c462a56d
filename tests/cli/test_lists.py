"""The commands of lists: batch, saved, queries, suggest, similar."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from casebase.cli.dispatch import _run
from tests.cli import conftest
from tests.cli.conftest import Ran

Runs = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runs:
    """Runs a command in this process: the dictionaries are loaded once."""

    def here(home: Path, *args: str) -> Ran:
        code = _run(["--home", str(home), *args])
        told = capsys.readouterr()
        return Ran(args, code, told.out, told.err)

    return here


@pytest.fixture
def own(home: Path, tmp_path: Path) -> Path:
    """A copy of the home, to change."""
    return Path(shutil.copytree(home, tmp_path / "home"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_batch_writes_a_table(
    run: Runs, home: Path, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "词.txt").write_text("主题党日\n# 注\n查无此词\n", encoding=encoding)
    out = tmp_path / "表.csv"
    args = ("--exact", "--output", str(out))
    done = run(home, "batch", str(tmp_path / "词.txt"), *args)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    found = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert [(it["检索词"], it["名次"], it["总数"]) for it in found] == [
        ("主题党日", "1", "1"),
        ("查无此词", "", "0"),
    ]
    assert found[0]["文献"] == "通知.txt"


def test_batch_as_json(run: Runs, home: Path, tmp_path: Path) -> None:
    (tmp_path / "词.txt").write_text("主题党日\n", encoding="utf-8")
    done = run(home, "batch", str(tmp_path / "词.txt"), "--format", "json")
    (row,) = json.loads(done.stdout)
    assert (row["term"], row["rank"], row["total"]) == ("主题党日", 1, 1)


@pytest.mark.parametrize(
    ("text", "args", "told"),
    [
        (b"", (), "没有检索词"),
        (b"# \xe6\xb3\xa8", (), "没有检索词"),
        (b"\x00\xff\xff\x81", (), "不是文本文件"),
        ("长".encode() * 600, (), "第 1 行有 600 字"),
        (b"a", ("--format", "xls"), "没有 xls 这种格式"),
        (b"a", ("--limit", "0"), "limit"),
        (b"a", ("--output", "/没有/表.csv"), "写不进去"),
        (None, (), "读不出来"),
    ],
)
def test_batch_that_cannot_be(
    run: Runs,
    home: Path,
    tmp_path: Path,
    text: bytes | None,
    args: tuple[str, ...],
    told: str,
) -> None:
    path = tmp_path / "词.txt"
    if text is not None:
        path.write_bytes(text)
    done = run(home, "batch", str(path), *args)
    assert done.returncode != 0
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_saved_searches_tell_what_is_new(run: Runs, own: Path, tmp_path: Path) -> None:
    assert "没有保存的检索" in run(own, "saved", "run").stdout
    done = run(own, "saved", "add", "党日", "主题党日", "--exact")
    assert (done.returncode, done.stderr) == (0, "")
    assert "现在有 1 条" in done.stdout
    assert run(own, "saved", "list").stdout == "党日：主题党日 一字不差\n"
    (listed,) = json.loads(run(own, "saved", "list", "--json").stdout)
    assert (listed["name"], listed["query"]) == ("党日", "主题党日")
    new = tmp_path / "新.md"
    new.write_text("# 春耕时节的主题党日\n\n河湾村党支部下田办主题党日。\n", "utf-8")
    assert conftest.run(own, "add", str(new)).returncode in {0, 1}
    (news,) = json.loads(run(own, "saved", "run", "党日", "--json").stdout)
    assert (news["total"], news["new"]) == (2, 1)
    assert news["entries"][0]["document"] == "新.md"
    assert "新的 0 条" in run(own, "saved", "run").stdout
    assert run(own, "saved", "remove", "党日").returncode == 0
    assert json.loads(run(own, "saved", "list", "--json").stdout) == []


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("remove", "无"), "没有名为“无”的检索"),
        (("run", "无"), "没有名为“无”的检索"),
        (("add", "甲"), "没有要保存的检索词"),
        (("add", "甲", "乙", "--where", "颜色=红"), "颜色"),
        (("keep",), "没有 saved keep 这个命令"),
    ],
)
def test_saved_that_cannot_be(
    run: Runs, own: Path, args: tuple[str, ...], told: str
) -> None:
    done = run(own, "saved", *args)
    assert (done.returncode, done.stdout) == (2, "") or done.returncode == 1
    assert told in done.stderr


def test_what_was_asked_is_listed(run: Runs, own: Path) -> None:
    assert "还没有" in run(own, "queries").stdout
    assert json.loads(run(own, "queries", "--fruitless", "--json").stdout) == []


def test_suggest_and_similar(run: Runs, home: Path) -> None:
    offered = json.loads(run(home, "suggest", "qinghe", "--json").stdout)
    assert {"text": "青禾职业学院", "kind": "school", "count": 1} in offered
    assert "青禾职业学院" in run(home, "suggest", "青禾").stdout
    assert "没有这样开头的" in run(home, "suggest", "xyzzy").stdout
    done = run(home, "similar", "通知.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert isinstance(
        json.loads(run(home, "similar", "通知.txt", "--json").stdout), list
    )
    assert run(home, "similar", "无此条目").returncode != 0
