"""What the README tells people to type is run, over the sample corpus."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND = Path(sys.executable).with_name("casebase")


def commands() -> list[str]:
    """Each `casebase …` line of a code block, without its comment."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    lines = [
        line.split(" #")[0].strip() for block in blocks for line in block.split("\n")
    ]
    return [line for line in lines if line.startswith("casebase ")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "corpus", home / "corpus")
    received = home / "收到的材料"
    received.mkdir()
    (received / "新案例.txt").write_text(
        "党建案例\n\n支部做了三件事。\n", encoding="utf-8"
    )
    return home


def test_the_readme_shows_commands() -> None:
    assert len(commands()) > 8


@pytest.mark.parametrize("line", commands())
def test_command_works_as_written(home: Path, line: str) -> None:
    if " serve" in line:  # it serves until it is stopped: that it starts is enough
        line = "casebase serve --help"
    args = [arg.replace("~/", "./") for arg in shlex.split(line)[1:]]
    done = subprocess.run(
        [COMMAND, *args], cwd=home, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr.count("Error")) == (0, 0), done.stderr
    assert done.stdout.strip()


def test_every_place_on_the_map_is_there() -> None:
    rows = re.findall(r"^\| (`.+?) \|", README, re.MULTILINE)
    places = [place for row in rows for place in re.findall(r"`([a-z_/.]+)`", row)]
    assert len(places) > 10
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[.*?\]\((.*?)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
