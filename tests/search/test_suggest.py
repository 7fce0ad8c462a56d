"""What is offered while somebody types, in characters, sounds and initials."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.entry import Brand, Method, Value
from casebase.search.keystrokes import MAX_WAYS, ways
from casebase.search.service import Searcher
from casebase.search.suggest import MOST, TITLES, Suggestion, Suggestions
from casebase.text.fold import fold
from casebase.text.pinyin import syllables
from tests.search.invented import entry, searching, segmenter

NAMES = {
    "清渡职业技术学院": "school",
    "清职": "school",
    "重庆江北职业学院": "school",
    "红帆先锋": "brand",
    "1+3+N": "method",
    "AI课堂": "term",
    "党建引领": "term",
    "西安论坛": "title",
    "先进支部": "term",
}


def starts(text: str) -> list[int]:
    return [word.start for word in segmenter().words(text)]


def offered(names: Iterable[tuple[str, str, int]]) -> Suggestions:
    return Suggestions(
        ((text, Suggestion(text, kind, count)) for text, kind, count in names), starts
    )


@pytest.fixture(scope="module")
def small() -> Suggestions:
    short = ("清职", Suggestion("清渡职业技术学院", "school", 3))
    named = ((text, Suggestion(text, kind, 3)) for text, kind in NAMES.items())
    return Suggestions([short, *(it for it in named if it[0] != "清职")], starts)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("清", "清渡职业技术学院"),
        ("清职", "清渡职业技术学院"),
        ("qingdu", "清渡职业技术学院"),
        ("qdzy", "清渡职业技术学院"),
        ("职业", "清渡职业技术学院"),
        ("zhiyejishu", "清渡职业技术学院"),
        ("chongqing", "重庆江北职业学院"),
        ("zhongqing", "重庆江北职业学院"),
        ("cqjb", "重庆江北职业学院"),
        ("红帆", "红帆先锋"),
        ("hongfan", "红帆先锋"),
        ("hong fan", "红帆先锋"),
        ("hfx", "红帆先锋"),
        ("红f先", "红帆先锋"),
        ("先锋", "红帆先锋"),
        ("xianf", "红帆先锋"),
        ("1+", "1+3+N"),
        ("1+3+n", "1+3+N"),
        ("ai", "AI课堂"),
        ("aiket", "AI课堂"),
        ("dangjian yinl", "党建引领"),
        ("党j", "党建引领"),
        ("yinling", "党建引领"),
        ("xi'an", "西安论坛"),
        ("“红帆", "红帆先锋"),
        ("ＨＯＮＧ", "红帆先锋"),
    ],
)
def test_what_is_offered_first(small: Suggestions, typed: str, first: str) -> None:
    assert small.find(typed)[0].text == first


def test_several_ways_to_cut_letters_are_tried(small: Suggestions) -> None:
    assert {it.text for it in small.find("xian")} >= {"西安论坛", "先进支部"}


@pytest.mark.parametrize(
    "typed", ["", " ", "“”", "无", "hongq", "红帆先锋队", "帆先", "xyzzy", "\0", "𠮷"]
)
def test_where_nothing_begins_so_nothing_is_offered(
    small: Suggestions, typed: str
) -> None:
    assert small.find(typed) == []


def test_there_is_an_end_to_it_and_titles_leave_room() -> None:
    titles = [(f"党建工作第{number}讲", "title", 1) for number in range(50)]
    terms = [(f"党建方法{number}", "term", number + 1) for number in range(50)]
    found = offered([*titles, *terms]).find("党建", 10)
    kinds = [it.kind for it in found]
    assert (len(found), kinds.count("title")) == (10, TITLES)
    assert [it.count for it in found if it.kind == "term"] == [50, 49, 48, 47, 46, 45]
    assert len(offered(titles).find("党建", 10)) == 10
    assert len(offered([*titles, *terms]).find("党建", 1000)) == MOST


def test_of_equal_names_one_is_offered_and_nothing_of_nothing() -> None:
    twice = offered([("“红帆”", "title", 1), ("红帆", "brand", 4), ("", "term", 1)])
    assert twice.find("红") == [Suggestion("红帆", "brand", 4)]
    assert offered([]).find("红") == []


@given(st.sampled_from(sorted(NAMES)), st.integers(1, 8), st.booleans())
def test_the_beginning_of_a_name_finds_it(name: str, size: int, sounds: bool) -> None:  # noqa: FBT001
    names = offered((text, kind, 3) for text, kind in NAMES.items())
    head = fold(name).text[:size]
    typed = "".join(syllables(head)) if sounds else head
    assert name in {it.text for it in names.find(typed, MOST)}


@given(st.text("abcdehgiounzsx' 党1+", max_size=40))
def test_whatever_is_typed_is_read_in_a_few_ways(typed: str) -> None:
    assert len(ways(typed)) <= MAX_WAYS


def test_ten_thousand_titles_are_looked_through_in_milliseconds() -> None:
    chars = "党建引领支部品牌教育学院工作实践案例创新发展合作校企育人文化"
    titles = [
        "".join(
            chars[(number * 7 + at * at * 3 + number // 9) % 28] for at in range(18)
        )
        for number in range(10_000)
    ]
    names = Suggestions(
        ((title, Suggestion(title, "title", 1)) for title in titles),
        lambda text: range(0, len(text), 2),
    )
    typed = ["党", "d", "dangjian", "zhibu", "xy", "shuang", "gongzuo", "教育xy", "y"]
    took = []
    for text in typed * 5:
        began = time.process_time()
        names.find(text)
        took.append(time.process_time() - began)
    assert sorted(took)[int(len(took) * 0.95)] < 0.02


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    facts: dict[str, Value] = {
        "school": "清渡职业技术学院",
        "brands": Brand("红帆先锋"),
    }
    entries = [
        entry(1, "码头上的党课", "实施“一支部一品牌”。", facts=facts),
        entry(2, "码头上的党课", "“1+3+N”模式。", facts={"methods": Method("1+3+N")}),
    ]
    with searching(entries) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("matou", Suggestion("码头上的党课", "title", 1)),
        ("清职", Suggestion("清渡职业技术学院", "school", 1)),
        ("红帆", Suggestion("红帆先锋", "brand", 1)),
        ("1+", Suggestion("1+3+N", "method", 1)),
        ("yizhibu", Suggestion("一支部一品牌", "term", 1)),
    ],
)
def test_names_of_the_index_are_offered(
    searcher: Searcher, typed: str, offer: Suggestion
) -> None:
    assert offer in searcher.suggest(typed)


def test_what_no_entry_has_is_not_offered(searcher: Searcher) -> None:
    for typed in ("一支部一特色", "产教融合", "北京", "职业"):
        found = [it for it in searcher.suggest(typed) if it.kind != "school"]
        assert found == []
