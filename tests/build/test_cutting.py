"""Entries become records in children as they do here: the same ones, in order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from casebase.build import crew, cutting
from casebase.entry import Entry, Kind, Paragraph
from casebase.search.records import record
from casebase.text.segment import Segmenter

TERMS = ("麦田党课",)
COUNT = 50


def entry(number: int) -> Entry:
    return Entry(
        id=f"{number:016x}-1",
        document_id=f"{number:016x}",
        document=f"{number}.txt",
        document_title="",
        subtitle="",
        kind=Kind.ARTICLE,
        number=None,
        title=f"第{number}次麦田党课",
        path=(),
        pages=None,
        paragraphs=(Paragraph("师生在田埂上听课。" * (number % 5)),),
    )


ENTRIES = [entry(number) for number in range(COUNT)]
ALONE = [record(it, Segmenter(TERMS)) for it in ENTRIES]


def test_the_same_in_the_same_order_and_no_more_taken_than_are_under_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crew, "BATCH", 2)
    taken: list[Entry] = []

    def entries() -> Iterator[Entry]:
        for it in ENTRIES:
            taken.append(it)
            yield it

    made = crew.in_children(entries(), TERMS, 2)
    assert [next(made) for _ in range(5)] == ALONE[:5]
    assert len(taken) <= 5 + 1 + 2 * (2 * crew.AHEAD + 1)
    assert list(made) == ALONE[5:]


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_what_a_killed_child_had_is_cut_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "BATCH", 1)
    monkeypatch.setattr(crew, "_cut", _killed_on_the_way)
    assert list(crew.in_children(ENTRIES, TERMS, 1)) == ALONE


def _killed_on_the_way(batch: list[Entry]) -> Any:
    if batch == ENTRIES[COUNT // 2 : COUNT // 2 + 1]:
        os.kill(os.getpid(), signal.SIGKILL)
    return [record(it, Segmenter(TERMS)) for it in batch]


def test_where_no_child_can_be_started_it_is_cut_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", refused)
    assert list(crew.in_children(ENTRIES, TERMS, 2)) == ALONE


def test_a_mistake_in_a_child_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_cut", _mistaken)
    with pytest.raises(ZeroDivisionError):
        list(crew.in_children(ENTRIES, TERMS, 1))


def _mistaken(_: list[Entry]) -> Any:
    return 1 / 0


@pytest.mark.parametrize(
    ("jobs", "count", "fast", "children"),
    [
        (2, cutting.WORTH, False, True),
        (1, cutting.WORTH, False, False),
        (2, cutting.WORTH - 1, False, False),
        (2, cutting.WORTH, True, False),
    ],
)
def test_children_are_started_where_it_pays(
    monkeypatch: pytest.MonkeyPatch,
    jobs: int,
    count: int,
    *,
    fast: bool,
    children: bool,
) -> None:
    asked: list[int] = []

    def in_children(found: Sequence[Entry], _: object, jobs: int) -> Iterator[Any]:
        asked.append(jobs)
        yield from ALONE[: len(found)]

    monkeypatch.setattr(crew, "in_children", in_children)
    monkeypatch.setattr("casebase.extras.fast_segmenter", lambda: fast)
    made = list(cutting.cut(ENTRIES[:3], count, TERMS, jobs))
    assert [it.id for it in made] == [it.id for it in ALONE[:3]]
    assert bool(asked) == children
