"""The catalogue: what goes in comes out, and only whole snapshots are seen."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.catalogue import (
    Catalogue,
    Ledger,
)
from casebase.document import Metadata
from casebase.entry import (
    Paragraph,
)
from casebase.errors import (
    CasebaseError,
    NotFoundError,
    Severity,
)
from tests.catalogue.rows import entry_for, reading_for, row, show


def test_entries_come_back_as_they_went_in(shown: Catalogue) -> None:
    sent = entry_for("a" * 16, 2)
    assert shown.entry(sent.id) == replace(sent, document="一/甲.txt")


def test_document_comes_back_under_its_present_name(shown: Catalogue) -> None:
    sent = reading_for("a" * 16).document
    assert sent is not None
    assert shown.text("a" * 16) == replace(sent, name="一/甲.txt")


def test_card_knows_the_other_paths(shown: Catalogue) -> None:
    card = shown.document("二/甲抄.txt")
    assert (card.name, card.also) == ("一/甲.txt", ("二/甲抄.txt",))
    assert (card.entry_count, card.page_count) == (2, 9)
    assert card.metadata == Metadata(author="作者", date="2024-05")


@pytest.mark.parametrize(
    "name",
    [
        "a" * 16,
        "一/甲.txt",
        "corpus/一/甲.txt",
        "甲.txt",
        "甲",
        "一/甲",
        "甲抄",
        "./一/甲.txt",
    ],
)
def test_documents_are_found_by_many_names(shown: Catalogue, name: str) -> None:
    assert shown.document(name).id == "a" * 16


@pytest.mark.parametrize("name", ["", "丙", "一", "' OR 1=1 --", "%", "甲" * 5000])
def test_an_unknown_name_is_told(shown: Catalogue, name: str) -> None:
    with pytest.raises(NotFoundError, match="没有叫"):
        shown.document(name)


def test_a_name_that_fits_several_is_told(shown: Catalogue) -> None:
    with pytest.raises(NotFoundError, match=r"一/甲\.txt"):
        shown.document("某文")


def test_entries_keep_the_order_asked_for(shown: Catalogue) -> None:
    ids = [f"{'b' * 16}-1", "none-1", f"{'a' * 16}-2", f"{'a' * 16}-1"]
    assert [entry.id for entry in shown.entries(ids)] == [ids[0], ids[2], ids[3]]


def test_more_entries_than_one_statement_takes(ledger: Ledger, any_url: str) -> None:
    ledger.save(reading_for("c" * 16, 1203), "k")
    show(ledger, row("多.txt", "k"))
    with Catalogue.open(any_url) as opened:
        ids = [entry.id for entry in opened.all_entries()]
        assert [int(entry_id.split("-")[1]) for entry_id in ids] == list(range(1, 1204))
        assert [entry.id for entry in opened.entries(ids[::-1])] == ids[::-1]
        assert opened.entry_ids() == set(ids)


def test_all_entries_go_by_name_and_reading_order(shown: Catalogue) -> None:
    found = [(entry.document, entry.number) for entry in shown.all_entries()]
    assert found == sorted(found)
    assert len(found) == 3
    assert len(list(shown.all_entries("乙.md"))) == 1


def test_neighbours_end_with_the_document(shown: Catalogue) -> None:
    first, second = shown.all_entries("甲.txt")
    before, after = shown.neighbours(first)
    assert before is None
    assert after is not None
    assert after.id == second.id
    assert shown.neighbours(second)[1] is None


def test_problems_of_readings_and_of_the_snapshot(shown: Catalogue) -> None:
    assert [(it.document, it.severity) for it in shown.problems()] == [
        ("x.exe", Severity.LOST),
        ("一/甲.txt", Severity.DAMAGED),
        ("乙.md", Severity.DAMAGED),
    ]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("school", ["青禾职业学院"]),
        ("year", ["2023"]),
        ("kind", ["case"]),
        ("number", ["1", "2"]),
        ("document", ["一/甲.txt", "乙.md"]),
        ("method", ["1+2+N"]),
        ("family", ["一支部一品牌"]),
        ("docno", ["青发〔2021〕3号"]),
        ("city", []),
    ],
)
def test_facet_values(shown: Catalogue, field: str, values: list[str]) -> None:
    assert sorted(shown.facet_values(field)) == sorted(values)


def test_what_is_saved_is_not_seen_before_the_switch(
    ledger: Ledger, shown: Catalogue
) -> None:
    newer = reading_for("a" * 16, 7)
    ledger.save(newer, "k9")
    ledger.save(reading_for("c" * 16), "k3")
    assert len(list(shown.all_entries())) == 3
    show(ledger, row("一/甲.txt", "k9"))
    assert len(list(shown.all_entries())) == 7
    assert [card.name for card in shown.documents()] == ["一/甲.txt"]
    assert {it.document for it in shown.problems()} == {"一/甲.txt"}


def test_a_failed_switch_changes_nothing(ledger: Ledger, shown: Catalogue) -> None:
    before = (shown.state(), shown.files(), shown.problems())
    with pytest.raises(CasebaseError):
        show(ledger, row("新.txt", "no such reading"))
    assert (shown.state(), shown.files(), shown.problems()) == before


def test_sweeping_leaves_what_is_shown_or_wanted(
    ledger: Ledger, shown: Catalogue
) -> None:
    for key in ("k3", "k4"):
        ledger.save(reading_for("c" * 16), key)
    assert ledger.sweep(["k4"]) == 1
    assert {card.key for card in ledger.readings()} == {"k1", "k2", "k4"}
    assert len(list(shown.all_entries())) == 3


def test_bytes_keep_the_day_they_came(ledger: Ledger, any_url: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("casebase.catalogue.ledger._now", lambda: "2024-01-01")
        ledger.save(reading_for("a" * 16), "k1")
        patch.setattr("casebase.catalogue.ledger._now", lambda: "2025-01-01")
        ledger.save(reading_for("a" * 16), "k2")
    show(ledger, row("甲.txt", "k2"))
    with Catalogue.open(any_url) as opened:
        assert opened.document("甲.txt").added == "2024-01-01"


def test_lost_files_are_no_documents(ledger: Ledger, any_url: str) -> None:
    ledger.save(reading_for("a" * 16, 0, document=None), "k1")
    show(ledger, row("坏.pdf", "k1"))
    with Catalogue.open(any_url) as opened:
        assert opened.documents() == []
        assert [it.document for it in opened.problems()] == ["坏.pdf"]


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@settings(deadline=None)  # a database is made for each
@given(title=TEXT, texts=st.lists(TEXT), name=st.text(string.printable, min_size=1))
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, texts: list[str], name: str
) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('any') / 'c.sqlite'}"
    paragraphs = tuple(map(Paragraph, texts))
    sent = entry_for("a" * 16, 1, title=title, paragraphs=paragraphs, document=name)
    with Ledger.open(url) as ledger:
        ledger.save(reading_for("a" * 16, entries=(sent,)), "k")
        show(ledger, row(name, "k"))
    with Catalogue.open(url) as opened:
        assert opened.entry(sent.id) == sent
