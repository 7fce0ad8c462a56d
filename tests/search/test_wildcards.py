"""Stars: what they find in texts, titles and values, and what is marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casebase.query import Query
from casebase.search.needles import Haystack, marks
from casebase.search.service import Searcher
from casebase.search.wildcards import GAP, TOO_SHORT, glob, value_fits, wild
from tests.search.invented import entry, searching

FAR = "甲" * (GAP + 1)
ENTRIES = (
    entry(1, "一站式社区里的支部", "党建工作引领发展，推行“1+3+N”模式。"),
    entry(2, "社区一站式服务实践", f"党建{FAR}引领。", "AIGC 进课堂，1+模式。"),
    entry(3, "党建", "引领发展，2023 年立项 20 个，AI 课堂。"),
    entry(4, "引领与党建", "“1+X”证书，1+2+N 和 21+3。"),
)


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    with searching(ENTRIES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("党建*引领", {1}),
        ("党建＊引领", {1}),
        ("引领*党建", {4}),
        ("党建*", {1, 2, 3, 4}),
        ("*引领", {1, 2, 3, 4}),
        ("标题:一站式*", {1}),
        ("标题:*实践", {2}),
        ("标题:*一站式*", {1, 2}),
        ("题名:社区*实践", {2}),
        ("1+*", {1, 2, 4}),
        ("1+*+N", {1, 4}),
        ("1+*模式", {1, 2}),
        ("AI*", {2, 3}),
        ("AI*课堂", {2, 3}),
        ("202*", {3}),
        ("20*", {3}),
        ("社区 -1+*+N", {2}),
        ("党建*引领 OR 标题:*实践", {1, 2}),
        ("*", {1, 2, 3, 4}),
        ("“党建*”", set()),
    ],
)
def test_what_stars_find(searcher: Searcher, text: str, numbers: set[int]) -> None:
    results = searcher.search(Query(text, correct=False))
    found = {int(hit.entry.id.rpartition("-")[2]) for hit in results.hits}
    assert (found, results.total) == (numbers, len(numbers))


def test_a_letter_alone_stays_one_and_it_is_told(searcher: Searcher) -> None:
    results = searcher.search(Query("A*"))
    assert results.notes == (TOO_SHORT.format("A*"),)
    assert not results.total


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("党建*引领", "以党建工作为引领，党建", ["党建工作为引领"]),
        ("党建*引领", "党建。党建引领", ["党建引领"]),
        ("党*建*引", f"党建引，党{FAR[1:]}建引", ["党建引", f"党{FAR[1:]}建引"]),
        ("党*建*引", f"党{FAR}建引", []),
        ("的*的*甲", "的的的", []),
        ("1+*", "推行“1+3+N”与1+模式", ["1+3+N", "1+"]),
        ("AI*", "AIGC、ai 与 MAIN", ["AIGC", "ai"]),
        ("1+*+N", "1+2+N、1+2", ["1+2+N"]),
    ],
)
def test_what_is_marked(typed: str, text: str, marked: list[str]) -> None:
    meaning = wild(typed)
    assert meaning is not None
    (hits,) = Haystack(text).find(meaning.needles)
    found = marks(hits, 0, len(text))
    assert [text[mark.start : mark.end] for mark in found] == marked


@pytest.mark.parametrize(
    ("value", "typed", "fits"),
    [
        ("红帆先锋", "红帆*", True),
        ("“红帆”先锋", "*先锋", True),
        ("红帆先锋队", "*先锋", False),
        ("红帆先锋队", "红*队", True),
        ("红帆先锋队", "帆*队", False),
        ("红帆先锋队", "*帆*", True),
        ("先锋", "*先锋*先锋", False),
        ("先锋先锋", "*先锋*先锋", True),
        ("甲先锋", "先锋*", False),
    ],
)
def test_values_fit_as_a_whole(value: str, typed: str, *, fits: bool) -> None:
    wanted = glob(typed)
    assert wanted is not None
    assert value_fits(value, wanted) is fits
