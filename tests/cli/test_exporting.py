"""`export`: a draft as a file to send in."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import run


@pytest.fixture
def draft(home: Path, tmp_path: Path) -> Path:
    entry = json.loads(run(home, "show", "春季", "--json").stdout)["id"]
    path = tmp_path / "稿.md"
    path.write_text(f"# 长桌\n\n## 一、做法\n照着做[[{entry}]]。\n", encoding="utf-8")
    return path


def test_word_with_its_references(home: Path, draft: Path) -> None:
    file = draft.with_suffix(".docx")
    done = run(home, "export", str(draft), str(file))
    assert done.returncode == 0, done.stderr
    assert "参考文献 1 条" in done.stdout
    texts = [it.text for it in Document(io.BytesIO(file.read_bytes())).paragraphs]
    assert texts[:3] == ["长桌", "一、做法", "照着做[1]。"]
    assert texts[-1].startswith("[1] 青禾职业学院. 青禾职业学院开展支部结对活动[")


@pytest.mark.parametrize("form", [".md", ".txt"])
def test_text_with_its_references(home: Path, draft: Path, form: str) -> None:
    file = draft.with_name(f"导出{form}")
    assert run(home, "export", str(draft), str(file)).returncode == 0
    assert "[1] 青禾职业学院" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "name"),
    [("# 题", "a.pdf"), ("[[0000000000000000-1]]", "a.docx"), ("# 题", "no/a.docx")],
)
def test_what_cannot_be_done_is_one_line(
    home: Path, tmp_path: Path, text: str, name: str
) -> None:
    path = tmp_path / "b.md"
    path.write_text(text, encoding="utf-8")
    done = run(home, "export", str(path), str(tmp_path / name))
    assert done.returncode != 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert "程序出错" not in done.stderr
