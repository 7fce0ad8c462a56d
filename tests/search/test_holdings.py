"""Entries are read once, and asked about only where need be."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from typing_extensions import override

from casebase.entry import Entry
from casebase.results import Copy
from casebase.search import holdings
from casebase.search.holdings import Holdings
from tests.search.invented import Store, entry


class Counting(Store):
    """One that remembers what it was asked."""

    def __init__(
        self, entries: Sequence[Entry], groups: Sequence[tuple[str, ...]] = ()
    ) -> None:
        super().__init__(entries, groups)
        self.read: list[str] = []
        self.placed: list[str] = []
        self.at_several: frozenset[str] = frozenset()

    @override
    def entries(self, ids: Sequence[str]) -> list[Entry]:
        self.read += ids
        return super().entries(ids)

    @override
    def also_in(self, ids: Sequence[str]) -> dict[str, tuple[Copy, ...]]:
        self.placed += ids
        return super().also_in(ids)

    @override
    def shared(self) -> frozenset[str]:
        return self.at_several


ONE, TWO, THREE = (entry(n, f"题{n}", "正文") for n in (1, 2, 3))


def test_an_entry_is_read_once() -> None:
    store = Counting([ONE, TWO])
    held = Holdings(store)
    assert held.entries([ONE.id, TWO.id, "gone-1"]) == {ONE.id: ONE, TWO.id: TWO}
    assert held.entries([TWO.id, ONE.id]) == {ONE.id: ONE, TWO.id: TWO}
    assert store.read == [ONE.id, TWO.id, "gone-1"]


def test_only_the_last_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holdings, "MOST", 2)
    store = Counting([ONE, TWO, THREE])
    held = Holdings(store)
    for one in (ONE, TWO, ONE, THREE, ONE, TWO):
        assert held.entries([one.id]) == {one.id: one}
    assert store.read == [ONE.id, TWO.id, THREE.id, TWO.id]


def test_long_texts_are_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holdings, "MOST_TEXT", len("正文"))
    store = Counting([ONE, TWO])
    held = Holdings(store)
    for one in (ONE, TWO, ONE):
        assert held.entries([one.id]) == {one.id: one}
    assert store.read == [ONE.id, TWO.id, ONE.id]


def test_only_what_stands_elsewhere_is_asked_about() -> None:
    store = Counting([ONE, TWO, THREE], [(ONE.id, TWO.id)])
    held = Holdings(store)
    for _ in range(2):  # the second time, it is remembered
        assert set(held.also_in([ONE, THREE])) == {ONE.id}
    assert store.placed == [ONE.id]
    store.at_several = frozenset({THREE.document_id})
    Holdings(store).also_in([THREE])
    assert store.placed == [ONE.id, THREE.id]
    assert Holdings(store).also_in([]) == {}
