"""The project's own gold sets: what is found in them does not get worse."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from bench.floors import digest, load, missed
from bench.whole_way import Tallies, gold_files, measured
from casebase.lexicon import Lexicon, load_lexicon

GOLD = Path(__file__).resolve().parents[1] / "gold"
# own: written while the rules were; the others before the rules that read them.
SETS = ("own", "fresh", "held", "last")
ADVICE = "run `python bench/knowledge.py --no-speed --list` and, if right, with --pin"


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    return load_lexicon()


@lru_cache(maxsize=len(SETS))
def tallies(name: str) -> Tallies:
    return measured(GOLD / name, GOLD / name, shipped())


def test_there_are_fifteen_documents_of_many_kinds() -> None:
    assert len(gold_files(GOLD / "own")) >= 15
    assert sum(len(gold_files(GOLD / name)) for name in SETS[1:]) >= 15


@pytest.mark.parametrize("name", SETS)
def test_the_gold_is_the_one_that_was_pinned(name: str) -> None:
    pinned, _ = load(GOLD / f"floors-{name}.toml")
    assert pinned == digest(GOLD / name, GOLD / name), ADVICE


@pytest.mark.parametrize("name", SETS)
def test_floors_hold(name: str) -> None:
    _, floors = load(GOLD / f"floors-{name}.toml")
    assert floors
    assert not missed(floors, tallies(name)), ADVICE


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("field", ["school", "docno", "evidence"])
def test_what_may_never_be_wrong(name: str, field: str) -> None:
    tally = tallies(name)[field]
    assert not tally.missed
    assert not tally.extra
