"""Facts that are opened when they are looked at are those that were packed."""

from __future__ import annotations

import json

import pytest

from casebase.catalogue.codec import pack_fact
from casebase.catalogue.unopened import facts as unopened
from casebase.entry import Brand, Evidence, Fact
from casebase.errors import IndexDamagedError

FACTS = (
    Fact("school", "江洲职业学院", (Evidence("title", 0, 6, "江洲职业学院", "rule"),)),
    Fact("brands", Brand("麦田党课", "江洲职业学院"), ()),
    Fact("year", 2024, ()),
)
PACKED = json.dumps([pack_fact(fact) for fact in FACTS])


def test_they_are_like_a_tuple_of_the_same() -> None:
    facts = unopened(PACKED)
    assert tuple(facts) == FACTS
    assert facts == FACTS
    assert [*FACTS] == [*facts]
    assert facts == unopened(PACKED)
    assert hash(facts) == hash(FACTS)
    assert unopened(PACKED) != FACTS[1:]
    assert (len(facts), facts[1], facts[1:]) == (3, FACTS[1], FACTS[1:])


def test_nothing_is_opened_before_somebody_looks() -> None:
    facts = unopened("[torn")
    with pytest.raises(IndexDamagedError, match="reindex"):
        len(facts)
