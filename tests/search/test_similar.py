"""Entries like another: by telling words, not copies, other documents first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casebase.search.service import Searcher
from casebase.search.similar import MOST, similar_json
from tests.search.invented import entry, searching

FERRY = "渡轮实训中心的党员教师在船坞开设轮机课堂，学员登船检修轮机。"
REPORT = "渡口年报.pdf"
ENTRIES = [
    entry(1, "船坞里的轮机课堂", FERRY, "每周登船一次。"),
    entry(2, "船坞里的轮机课堂", FERRY, "每周登船一次。"),  # a copy
    entry(3, "轮机课堂登船记", "学员登船检修轮机，船坞就是课堂。", document=REPORT),
    entry(4, "船坞轮机检修班", "登船检修轮机的学员来自船坞。", document=REPORT),
    entry(5, "轮机教师下船坞", "教师登船讲轮机检修。"),
    *(entry(n, f"果园{n}号讲堂", "果农听党课，学修剪枝条。") for n in range(6, 12)),
]
COPIES = [(ENTRIES[0].id, ENTRIES[1].id)]


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching(ENTRIES, COPIES) as opened:
        yield opened


def numbers(searcher: Searcher, of: int, limit: int = 6) -> list[int]:
    found = searcher.similar(ENTRIES[of - 1], limit)
    return [int(it.entry.id.rpartition("-")[2]) for it in found]


def test_neither_itself_nor_copies_nor_others_texts(searcher: Searcher) -> None:
    assert sorted(numbers(searcher, 1)) == [3, 4, 5]
    assert numbers(searcher, 1) == numbers(searcher, 2)


def test_copies_are_one(searcher: Searcher) -> None:
    assert len({1, 2} & set(numbers(searcher, 5))) == 1


def test_other_documents_come_before_its_own(searcher: Searcher) -> None:
    found = numbers(searcher, 3)
    assert found[-1] == 4
    assert set(found) - {4} <= {1, 2, 5}


def test_as_many_as_are_wanted(searcher: Searcher) -> None:
    assert len(numbers(searcher, 1, 2)) == 2
    assert len(searcher.similar(ENTRIES[6], 10**6)) <= MOST


def test_what_is_like_it_is_told_and_how_much(searcher: Searcher) -> None:
    found = searcher.similar(ENTRIES[0])
    assert all(0 < it.share <= 1 for it in found)
    words = {word for it in found for word in it.words}
    assert words >= {"轮机", "船坞"}
    for it in found:
        text = f"{it.entry.title}{it.entry.text}"
        assert all(word in text for word in it.words)
    shown = similar_json(found[0])
    assert shown["similarity"] == round(found[0].share, 4)
    assert shown["id"] == found[0].entry.id


@pytest.mark.parametrize(
    "text", ["", "的", "2024", "。" * 50, "独此一处的词语组合无人有"]
)
def test_where_nothing_tells_nothing_is_alike(searcher: Searcher, text: str) -> None:
    assert searcher.similar(entry(99, "", text)) == []
