"""A saved reading comes back whole, so that its facts can be found anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebase.catalogue import Ledger
from casebase.catalogue.stored import stored
from casebase.copies import Sketch
from casebase.entry import Evidence, Fact
from casebase.errors import NotFoundError
from tests.catalogue.rows import entry_for, reading_for

ID = "a" * 16
SKETCHES = (Sketch("d" * 32, 99, b"\x01" * 512), Sketch("", 3, b""))


def test_as_it_was_saved(any_url: str) -> None:
    said = Evidence("document", 0, 0, "", "person", "张三", "2024-05-01")
    entries = tuple(
        entry_for(ID, at, corrected=("city",), facts=(Fact("city", "聊城", (said,)),))
        for at in (1, 2)
    )
    made = reading_for(ID, sketches=SKETCHES, annotation="标 记", entries=entries)
    with Ledger.open(any_url) as ledger:
        ledger.save(made, "键")
        ledger.save(reading_for("b" * 16), "别的")
    found = stored(any_url, "键", "新名.txt")
    renamed = tuple(replace(entry, document="新名.txt") for entry in made.entries)
    assert made.document is not None
    document = replace(made.document, name="新名.txt")
    assert found == replace(made, entries=renamed, document=document)


def test_a_lost_file(any_url: str) -> None:
    made = reading_for(ID, 0, document=None)
    with Ledger.open(any_url) as ledger:
        ledger.save(made, "键")
    assert stored(any_url, "键", made.name) == made


def test_one_that_is_not_there(any_url: str) -> None:
    with Ledger.open(any_url):
        pass
    with pytest.raises(NotFoundError, match="reindex"):
        stored(any_url, "键", "某.txt")
