"""A byte that is flipped in the database is noticed, whatever it stood in."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from casebase.catalogue import Catalogue, Ledger
from casebase.catalogue.sealed import (
    SealedBytes,
    SealedInteger,
    SealedJson,
    SealedText,
    UnsealedError,
)
from casebase.errors import CasebaseError
from tests.catalogue.rows import STATE, reading_for, row

DIALECT = sqlite.dialect()
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS, st.data())
def test_text_keeps_its_checksum(text: str, data: st.DataObject) -> None:
    sealed = SealedText().process_bind_param(text, DIALECT)
    assert sealed is not None
    assert SealedText().process_result_value(sealed, DIALECT) == text
    at = data.draw(st.integers(0, len(sealed) - 1))
    other = sealed[:at] + chr(ord(sealed[at]) ^ 1) + sealed[at + 1 :]
    if other.encode(errors="replace") != sealed.encode():
        with pytest.raises(UnsealedError):
            SealedText().process_result_value(other, DIALECT)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_sort_as_before(a: int, b: int) -> None:
    one, other = (SealedInteger().process_bind_param(it, DIALECT) for it in (a, b))
    assert one is not None
    assert other is not None
    assert (one < other) == (a < b)
    assert SealedInteger().process_result_value(one, DIALECT) == a
    with pytest.raises(UnsealedError):
        SealedInteger().process_result_value(one ^ 1, DIALECT)


@given(st.binary(), st.recursive(TEXTS | st.integers(), st.lists))
def test_bytes_and_json_keep_theirs(held: bytes, value: object) -> None:
    packed = SealedBytes().process_bind_param(held, DIALECT)
    assert packed is not None
    assert SealedBytes().process_result_value(packed, DIALECT) == held
    with pytest.raises(UnsealedError):
        SealedBytes().process_result_value(bytes([packed[0] ^ 1]) + packed[1:], DIALECT)
    written = SealedJson().process_bind_param(value, DIALECT)
    assert SealedJson().process_result_value(written, DIALECT) == value
    assert SealedJson().process_result_value(None, DIALECT) is None


def test_what_a_flipped_byte_makes_unreadable_is_never_shown(tmp_path: Path) -> None:
    """What is shown of documents and entries is what was written, or an error."""
    whole = tmp_path / "c.sqlite"
    with Ledger.open(f"sqlite:///{whole}") as ledger:
        readings = [reading_for(f"{at:016x}") for at in range(5)]
        for made in readings:
            ledger.save(made, f"{made.document_id}.1")
        rows = [row(made.document_id, f"{made.document_id}.1") for made in readings]
        state = replace(STATE, documents=5, entries=10)
        ledger.switch(state, rows, ())
    before = shown(whole)
    chance = random.Random(3)  # noqa: S311 - places, not secrets
    noticed = 0
    for _ in range(60):
        damaged = tmp_path / "d.sqlite"
        data = bytearray(whole.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        damaged.write_bytes(data)
        found = shown(damaged)
        noticed += found is None
        assert found in (before, None)
    assert noticed > 3


def shown(path: Path) -> object:
    """What people see of a catalogue; None where it says that it is damaged."""
    try:
        with Catalogue.open(f"sqlite:///{path}") as catalogue:
            cards = catalogue.documents()
            return (
                [(card.id, card.title, card.entry_count) for card in cards],
                [list(entry.facts) for entry in catalogue.all_entries()],
                [entry.paragraphs for entry in catalogue.all_entries()],
                [entry.title for entry in catalogue.all_entries()],
                [catalogue.text(card.id) for card in cards],
            )
    except CasebaseError:
        return None
