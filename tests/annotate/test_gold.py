"""The project's own gold set: what is found in it does not get worse."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.floors import digest, load, missed
from bench.whole_way import Tallies, gold_files, measured
from casebase.lexicon import Lexicon

GOLD = Path(__file__).resolve().parents[1] / "gold"
OWN = GOLD / "own"
FLOORS = GOLD / "floors-own.toml"
ADVICE = "run `python bench/knowledge.py --no-speed --list` and, if right, with --pin"


@pytest.fixture(scope="module")
def tallies(lexicon: Lexicon) -> Tallies:
    return measured(OWN, OWN, lexicon)


def test_there_are_fifteen_documents_of_many_kinds() -> None:
    assert len(gold_files(OWN)) >= 15


def test_the_gold_is_the_one_that_was_pinned() -> None:
    assert load(FLOORS)[0] == digest(OWN, OWN), ADVICE


def test_floors_hold(tallies: Tallies) -> None:
    assert not missed(load(FLOORS)[1], tallies), ADVICE


@pytest.mark.parametrize("field", ["school", "docno", "evidence"])
def test_what_may_never_be_wrong(field: str, tallies: Tallies) -> None:
    assert not tallies[field].missed
    assert not tallies[field].extra
