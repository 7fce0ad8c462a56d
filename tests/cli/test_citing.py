"""`cite`: a reference as a writer copies it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import run


def test_a_reference_says_what_it_lacks(home: Path) -> None:
    done = run(home, "cite", "春季")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("青禾职业学院. 青禾职业学院开展支部结对活动[")
    told = json.loads(run(home, "cite", "春季", "--json").stdout)
    assert told["text"] == done.stdout.strip()
    assert all(name in done.stderr for name in told["missing"])
    assert told["source"]["title"] == "青禾职业学院开展支部结对活动"


@pytest.mark.parametrize(
    ("style", "begins"), [("bibtex", "@"), ("ris", "TY  - "), ("2015-author", "青禾")]
)
def test_the_form_can_be_chosen(home: Path, style: str, begins: str) -> None:
    done = run(home, "cite", "春季", "--style", style)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(begins)


def test_an_unknown_form_is_refused(home: Path) -> None:
    done = run(home, "cite", "春季", "--style", "apa")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
