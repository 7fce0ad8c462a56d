"""Lines for people: columns, marks, and nothing that acts on a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click import unstyle
from hypothesis import given
from hypothesis import strategies as st

from casebase.cli.terminal import clipped, marked, padded, pages, plain, table, width
from casebase.results import Mark

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("ab", 2), ("党建", 4), ("（1）", 5), ("é", 1)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(), st.integers(1, 30))
def test_clipped_fits_and_padded_fills(text: str, columns: int) -> None:
    text = plain(text)
    short = clipped(text, columns)
    assert width(short) <= columns
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
    assert width(padded(short, columns)) == columns


def test_columns_line_up() -> None:
    lines = table([("党", "a", "尾"), ("建设了", "bcd", "末")])
    assert [
        width(line[: line.index(it)]) for line, it in zip(lines, "尾末", strict=True)
    ] == [width("建设了  bcd  ")] * 2


@given(st.text(min_size=1), st.data())
def test_marks_change_nothing_but_colour(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    marks = [Mark(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    assert unstyle(marked(plain(text), marks)) == plain(text)


def test_a_title_cannot_act_on_the_terminal() -> None:
    assert plain("红\x1b[31m字\x07\n") == "红 [31m字  "


@pytest.mark.parametrize(
    ("span", "words"), [(None, ""), ((3, 3), "第 3 页"), ((3, 5), "第 3—5 页")]
)
def test_pages(span: tuple[int, int] | None, words: str) -> None:
    assert pages(span) == words


def on_terminal(*args: str) -> str:
    """What the command writes when a person looks on."""
    above, below = pty.openpty()
    command = [sys.executable, "-m", "casebase.cli", *args]
    with subprocess.Popen(command, stdout=below, stderr=below, stdin=below) as process:
        os.close(below)
        said = b""
        while True:
            try:
                part = os.read(above, 65536)
            except OSError:  # Linux: the other side is closed
                break
            if not part:
                break
            said += part
        process.wait(60)
    os.close(above)
    return said.decode()


def test_marks_are_coloured_on_a_terminal_only(home: Path) -> None:
    said = on_terminal("--home", str(home), "search", "结对")
    assert "\x1b[31m" in said
    plainly = subprocess.run(
        [sys.executable, "-m", "casebase.cli", "--home", str(home), "search", "结对"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "\x1b" not in plainly.stdout


def test_progress_is_a_bar_on_a_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "文.md").write_text(
        "# 题目\n\n正文有一整句话在这里。\n", encoding="utf-8"
    )
    said = on_terminal("--home", str(tmp_path), "reindex")
    assert "读取文献" in said
    assert "1/1" in said
    assert "\r" in said


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_ctrl_c_says_what_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(40):
        text = f"# 第{number}篇\n\n" + "支部工作的一整句话。" * 400
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "casebase.cli", "--home", str(tmp_path), "reindex"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        assert "读取文献" in process.stderr.readline()
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGINT)
        said = process.stderr.read()
    assert process.returncode == 130
    assert "已中断" in said.splitlines()[-1]
    assert "casebase reindex" in said.splitlines()[-1]
    assert "Traceback" not in said
