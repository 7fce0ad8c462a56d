"""What people say of an entry: `correct`, `corrections`; and `facts`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run


@pytest.fixture
def own(home: Path, tmp_path: Path) -> Path:
    """A copy of the home, to be changed."""
    return Path(shutil.copytree(home, tmp_path / "home"))


def shown(home: Path) -> dict[str, Any]:
    found = json.loads(run(home, "show", "春季", "--json").stdout)
    assert isinstance(found, dict)
    return found


def said(home: Path, *args: str) -> str:
    done = run(home, *args)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_correction_from_first_to_last(own: Path) -> None:
    assert "乙学院" in said(own, "correct", "春季", "学校", "乙学院", "--by", "张三")
    honour = ("荣誉", "样板支部", "--with", "级别=省级", "--with", "状态=获评")
    assert "人工更正" in said(own, "correct", "春季", *honour)
    said(own, "correct", "春季", "工作法", "1+2+N", "--remove")
    now = shown(own)
    assert now["school"] == "乙学院"
    assert now["methods"] == []
    assert [(it["name"], it["level"]) for it in now["honours"]] == [
        ("样板支部", "省级")
    ]
    assert now["corrected"] == ["school", "honours", "methods"]
    assert "乙学院" in said(own, "search", "学校:乙学院")
    shutil.rmtree(own / "index")
    run(own, "reindex")
    assert shown(own) == now
    listed = json.loads(said(own, "corrections", "--json"))
    assert [(it["number"], it["action"], it["state"]) for it in listed] == [
        (1, "set", "applied"),
        (2, "add", "applied"),
        (3, "remove", "applied"),
    ]
    assert listed[0]["by"] == "张三"
    assert "学校改为 乙学院" in said(own, "corrections")
    assert "正常  人工更正" in said(own, "doctor")
    said(own, "correct", "春季", "学校", "--undo")
    said(own, "corrections", "--undo", "2")
    assert shown(own)["school"] == "青禾职业学院"
    assert len(json.loads(said(own, "corrections", "--json"))) == 1


MISTAKES: dict[str, tuple[tuple[str, ...], int, str]] = {
    "no such entry": (("correct", "没有", "学校", "甲"), 1, "casebase search"),
    "no such fact": (("correct", "春季", "颜色", "红"), 2, "学校"),
    "no value": (("correct", "春季", "学校"), 2, "--clear"),
    "no field": (("correct", "春季"), 2, "FIELD"),
    "out of the vocabulary": (("correct", "春季", "体裁", "小说"), 2, "期刊论文"),
    "nothing to remove": (
        ("correct", "春季", "工作法", "三个一", "--remove"),
        1,
        "1+2+N",
    ),
    "nothing to take back": (("correct", "春季", "城市", "--undo"), 1, "corrections"),
    "two wishes": (("correct", "春季", "品牌", "--clear", "--undo"), 2, "只能用一个"),
    "a value too many": (("correct", "春季", "学校", "甲", "--clear"), 2, "不用写值"),
    "nobody": (("correct", "春季", "学校", "甲", "--by", " "), 2, "--by"),
    "no such number": (("corrections", "--undo", "7"), 1, "第 7 条"),
    "no such field": (("facts", "颜色"), 2, "可用的有"),
}


@pytest.mark.parametrize(("args", "code", "told"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_one_line(
    home: Path, args: tuple[str, ...], code: int, told: str
) -> None:
    done = run(home, *args)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1
    assert told in done.stderr
    assert not (home / "workspace" / "corrections.jsonl").exists()


def test_a_file_of_corrections_that_is_damaged_is_told(own: Path) -> None:
    (own / "workspace").mkdir(exist_ok=True)
    (own / "workspace" / "corrections.jsonl").write_text("好\n", encoding="utf-8")
    for command in (
        ("reindex",),
        ("corrections",),
        ("correct", "春季", "年份", "2020"),
    ):
        done = run(own, *command)
        assert done.returncode == 2, done.stderr
        assert "第 1 行" in done.stderr.splitlines()[-1]
    assert shown(own)["school"] == "青禾职业学院"


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("学校", "青禾职业学院", 1),
        ("school", "青禾职业学院", 1),
        ("工作法", "1+2+N", 1),
        ("methods", "1+2+N", 1),
        ("口号族", "一支部一品牌", 1),
    ],
)
def test_facts_are_counted(home: Path, name: str, value: str, count: int) -> None:
    found = json.loads(said(home, "facts", name, "--json"))
    assert (value, count) in [(it["value"], it["count"]) for it in found]
    assert f"{count}  {value}" in said(home, "facts", name)


def test_facts_that_nobody_has(home: Path) -> None:
    assert said(home, "facts", "文号", "--json").strip() == "[]"
    assert said(home, "facts", "文号").strip() == "没有这样的事实。"


def test_another_lexicon_is_told_honestly(own: Path) -> None:
    (own / "lexicons").mkdir()
    (own / "lexicons" / "slogans.tsv").write_text(
        "写法\t口号族\n-一支部一品牌\n", encoding="utf-8"
    )
    done = run(own, "reindex")
    assert "这次读了 0 个" in done.stdout
    assert "重新标注 2 份，没有重读文件。" in done.stdout
    assert "标注：完成 2/2。" in done.stderr
    assert "一支部一品牌" not in {it["name"] for it in shown(own)["slogans"]}
