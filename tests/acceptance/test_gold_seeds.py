"""The five real documents, annotated by hand: what is found does not get worse."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.floors import digest, load, missed
from bench.whole_way import Tallies, measured
from casebase.lexicon import load_lexicon

pytestmark = pytest.mark.acceptance

GOLD = Path(__file__).resolve().parents[1] / "gold"
FLOORS = GOLD / "floors-seeds.toml"
ADVICE = "run `python bench/knowledge.py --no-speed --list` and, if right, with --pin"


@pytest.fixture(scope="module")
def tallies(shared: Path) -> Tallies:
    return measured(GOLD / "seeds", shared / "seeds", load_lexicon())


def test_the_gold_is_the_one_that_was_pinned() -> None:
    assert load(FLOORS)[0] == digest(GOLD / "seeds"), ADVICE


def test_floors_hold(tallies: Tallies) -> None:
    assert not missed(load(FLOORS)[1], tallies), ADVICE


@pytest.mark.parametrize("field", ["school", "docno", "evidence"])
def test_what_may_never_be_wrong(field: str, tallies: Tallies) -> None:
    assert not tallies[field].missed
    assert not tallies[field].extra
