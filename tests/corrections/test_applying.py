"""What a correction does to an entry, and which entry it means."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from casebase.corrections import (
    Action,
    Concerning,
    Correction,
    Fit,
    Wish,
    applied,
    digest,
    sorted_out,
)
from casebase.entry import Brand, Entry, Honour, entry_json
from tests.catalogue.rows import entry_for

ID = "a" * 16


def made(wish: Wish, number: int = 1, **changes: Any) -> Correction:
    it = Correction(
        number=number,
        at="2024-05-01T08:00:00+08:00",
        by="张三",
        document="某.txt",
        document_id=ID,
        ordinal=1,
        title="第1个",
        wish=wish,
    )
    return replace(it, **changes)


def after(entry: Entry, *wishes: Wish) -> Entry:
    these = [Concerning(made(wish, at)) for at, wish in enumerate(wishes, 1)]
    (found,), _ = applied([entry], these)
    return found


ENTRY = entry_for(ID, 1)
CASES: dict[str, tuple[list[Wish], str, list[Any]]] = {
    "set": ([Wish(Action.SET, "school", "乙学院")], "school", ["乙学院"]),
    "set what was not known": ([Wish(Action.SET, "city", "聊城")], "city", ["聊城"]),
    "clear": ([Wish(Action.CLEAR, "school")], "school", []),
    "clear several": ([Wish(Action.CLEAR, "brands")], "brands", []),
    "add": (
        [Wish(Action.ADD, "brands", Brand("新"))],
        "brands",
        [Brand("红色驿站", "机电系党支部"), Brand("先锋岗"), Brand("新")],
    ),
    "add what is there": (
        [Wish(Action.ADD, "brands", Brand("先锋岗"))],
        "brands",
        [Brand("红色驿站", "机电系党支部"), Brand("先锋岗")],
    ),
    "remove by name": (
        [Wish(Action.REMOVE, "brands", {"name": "红色驿站"})],
        "brands",
        [Brand("先锋岗")],
    ),
    "remove by another part": (
        [Wish(Action.REMOVE, "honours", {"name": "样板支部", "status": "入选"})],
        "honours",
        [Honour("样板支部", "省级", "第二批", "获评", None, 2022)],
    ),
    "remove what rules no longer find": (
        [Wish(Action.REMOVE, "topics", "党建")],
        "topics",
        [],
    ),
    "the last word stands": (
        [Wish(Action.SET, "year", 2020), Wish(Action.SET, "year", 2021)],
        "year",
        [2021],
    ),
}


@pytest.mark.parametrize(("wishes", "field", "values"), CASES.values(), ids=CASES)
def test_corrections(wishes: list[Wish], field: str, values: list[Any]) -> None:
    found = after(ENTRY, *wishes)
    assert found.values(field) == values
    assert found.corrected == (field,)
    others = [it for it in ENTRY.facts if it.name != field]
    assert [it for it in found.facts if it.name != field] == others


def test_a_person_is_named_with_the_words_where_there_are_some() -> None:
    shown = entry_json(after(ENTRY, Wish(Action.SET, "school", "甲乙")))
    (fact,) = [it for it in shown["evidence"] if it["fact"] == "school"]
    assert fact["corrected"] is True
    assert fact["evidence"] == [
        {"place": "text", "start": 0, "end": 2, "quote": "甲乙", "rule": "person",
         "by": "张三", "at": "2024-05-01T08:00:00+08:00"}
    ]  # fmt: skip
    assert shown["corrected"] == ["school"]
    (other,) = [it for it in shown["evidence"] if it["fact"] == "slogans"]
    assert "corrected" not in other
    assert set(other["evidence"][0]) == {"place", "start", "end", "quote", "rule"}


TITLES = ["甲", "乙", "乙", "丙"]
FITS = {
    "as it was": (2, "乙", False, 2, Fit.WHOLE),
    "others before it": (1, "丙", False, 4, Fit.WHOLE),
    "two of that title": (1, "乙", False, None, Fit.NONE),
    "no such title": (1, "丁", False, None, Fit.NONE),
    "other bytes": (1, "甲", True, 1, Fit.CHANGED),
    "other bytes, elsewhere": (1, "丙", True, 4, Fit.CHANGED),
    "other bytes, no such title": (1, "丁", True, None, Fit.NONE),
}


@pytest.mark.parametrize("case", FITS.values(), ids=FITS)
def test_which_entry_is_meant(case: tuple[int, str, bool, int | None, Fit]) -> None:
    ordinal, title, changed, wanted, fit = case
    it = made(Wish(Action.SET, "city", "聊城"), ordinal=ordinal, title=title)
    entries = [entry_for(ID, at, title=name) for at, name in enumerate(TITLES, 1)]
    found, fits = applied(entries, [Concerning(it, changed)])
    assert fits == {1: fit}
    corrected = [at for at, entry in enumerate(found, 1) if entry.corrected]
    assert corrected == ([] if wanted is None else [wanted])


def test_the_only_entry_of_the_same_bytes_may_have_another_title() -> None:
    it = made(Wish(Action.SET, "city", "聊城"), title="旧题")
    _, fits = applied([ENTRY], [Concerning(it)])
    assert fits == {1: Fit.WHOLE}
    _, fits = applied([ENTRY], [Concerning(it, changed=True)])
    assert fits == {1: Fit.NONE}


def test_documents_are_known_by_bytes_then_by_path() -> None:
    clear = Wish(Action.CLEAR, "city")
    these = [
        made(clear, 1),
        made(clear, 2, document_id="b" * 16),
        made(clear, 3, document_id="c" * 16, document="没有.txt"),
    ]
    found, lonely = sorted_out(these, {ID: ("新处/某.txt", "某.txt")})
    assert found == {ID: (Concerning(these[0]), Concerning(these[1], changed=True))}
    assert lonely == (these[2],)


def test_digests_tell_corrections_apart() -> None:
    one, two = made(Wish(Action.CLEAR, "city")), made(Wish(Action.CLEAR, "year"))
    marks = {
        digest(these)
        for these in ([], [Concerning(one)], [Concerning(one, changed=True)],
                      [Concerning(two)], [Concerning(one), Concerning(two)])
    }  # fmt: skip
    assert len(marks) == 5
    assert "" in marks
