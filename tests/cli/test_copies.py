"""What people see of a text that stands in several files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run
from tests.copies.texts import NEWS

TITLES = ("党课开在机床旁", "云溪职院：把课堂搬到工位旁")
NAMES = ("丙/原文.txt", "丙/复本.txt", "乙/转载.md")


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an article, its file again, and it under another headline."""
    made = tmp_path_factory.mktemp("copied")
    original, again, reprint = (made / "corpus" / name for name in NAMES)
    original.parent.mkdir(parents=True)
    reprint.parent.mkdir()
    original.write_text("\n\n".join((TITLES[0], *NEWS)), encoding="utf-8")
    shutil.copy(original, again)
    reprint.write_text("\n\n".join((f"# {TITLES[1]}", *NEWS)), encoding="utf-8")
    done = run(made, "reindex")
    assert done.returncode == 0, done.stdout
    return made


def search(home: Path, *args: str) -> Any:
    done = run(home, "search", "--json", *args)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_one_hit_tells_of_the_others(copied: Path) -> None:
    found = search(copied, "车间党课")
    assert (found["total"], found["distinct"]) == (2, 1)
    (hit,) = found["hits"]
    main, other = sorted(NAMES[:2])
    assert hit["document"] == main
    assert [(it["document"], it["title"]) for it in hit["also_in"]] == sorted(
        [(other, TITLES[0]), (NAMES[2], TITLES[1])]
    )
    assert set(hit["also_in"][0]) == {
        *("id", "document", "document_title", "title", "pages")
    }


@pytest.mark.parametrize("option", ["--all-copies", "--exact"])
def test_each_can_be_listed(copied: Path, option: str) -> None:
    found = search(copied, "车间党课", option)
    assert found["total"] == found["distinct"] == len(found["hits"]) == 2
    assert all(len(hit["also_in"]) == 2 for hit in found["hits"])


def test_it_is_told_in_lines(copied: Path) -> None:
    said = run(copied, "search", "车间党课").stdout
    assert "找到 2 条，同一内容合并后为 1 条" in said
    places = f"{max(NAMES[:2])}；{NAMES[2]}《{TITLES[1]}》"
    assert f"另见 {places}" in said
    assert "还有" not in said
    entry = search(copied, "车间党课")["hits"][0]["id"]
    shown = run(copied, "show", entry).stdout
    assert f"同一内容另有 2 份：{places}" in shown


def test_pages_go_by_texts(copied: Path) -> None:
    assert (
        "还有 1 条，加 --offset 1"
        in run(copied, "search", "车间党课", "--limit", "1", "--all-copies").stdout
    )
    assert search(copied, "车间党课", "--offset", "1")["hits"] == []


def test_the_files_themselves_are_no_problem(copied: Path) -> None:
    assert run(copied, "doctor").returncode == 0
    problems = json.loads(run(copied, "problems", "--json").stdout)
    assert {it["document"] for it in problems} <= set(NAMES[:2])
