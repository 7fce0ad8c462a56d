"""Names by sound, initials and characters, against looking at each of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.search import namesake
from casebase.search.commonwords import common_words
from casebase.search.namesake import Namesakes, flat
from casebase.text.pinyin import syllables

NAMES = (
    "双带头人",
    "产教融合",
    "麦田党课",
    "灯下红",
    "重庆江湾学院",
    "绿色银行",
    "1+3+N",
)
TITLES = ("党建引领聚合力，支部作战显担当", "让党建引领产业兴", "“灯下红”进车间（二）")
KNOWN = Namesakes(NAMES, TITLES)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("dang jian yin ling", ["党建引领"]),
        ("党 jian 引 ling", ["党建引领"]),
        ("dang 健 yin ling", []),
        ("chong qing", ["重庆"]),
        ("zhong qing", ["重庆"]),  # as many misread it
        ("lv se yin hang", ["绿色银行"]),
        ("ling ju", ["领聚"]),
        ("li zhi", []),  # 力，支: a sign stands between
        ("deng xia hong", ["灯下红"]),
        ("dang", ["党", "当"]),
        ("", []),
    ],
)
def test_what_is_read_so(said: str, found: list[str]) -> None:
    assert KNOWN.spelt(said.split()) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("can jiao long he", []),
        ("can jiao rong he", ["产教融合"]),
        ("dan jian yin lin", ["党建引领"]),
        ("nü se yin han", []),  # ü is written v
        ("nv se yin han", ["绿色银行"]),
    ],
)
def test_what_is_read_nearly_so(said: str, found: list[str]) -> None:
    assert KNOWN.nearly_spelt(said.split()) == found


def test_the_more_frequent_comes_first() -> None:
    known = Namesakes(("引领",), ("银岭之春", "引领风尚", "处处引领"))
    assert known.spelt(("yin", "ling")) == ["引领", "银岭"]


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("sdtr", ["双带头人"]),
        ("djyljhl", ["党建引领聚合力"]),
        ("djyl", []),  # no whole piece
        ("dxh", ["灯下红"]),
        ("cqjwxy", ["重庆江湾学院"]),
        ("n", []),
    ],
)
def test_initials_are_those_of_a_whole_piece(letters: str, found: list[str]) -> None:
    assert KNOWN.initialled(letters) == found


def test_the_same_characters_in_another_order() -> None:
    assert KNOWN.anagrams("融产教合") == ("产教融合",)
    assert KNOWN.anagrams("产教融合") == ()
    assert KNOWN.anagrams("党建引领") == ()  # part of titles, and no name


def test_all_but_one_character() -> None:
    assert list(KNOWN.but_one("双带投人")) == [("双带头人", 2)]
    assert list(KNOWN.but_one("双带投入")) == []
    assert list(KNOWN.but_one("灯下虹")) == [("灯下红", 2)]


def test_holding_and_being() -> None:
    assert "党建引领" in KNOWN
    assert "合力支部" not in KNOWN
    assert KNOWN.is_name("灯下红")
    assert not KNOWN.is_name("党建引领")


SHORTEST = 3  # of a name that is told by its characters
HAN = st.text(st.sampled_from("党建银行重庆引领支部长率"), min_size=1, max_size=6)


@pytest.mark.parametrize("sound", [str, flat], ids=["said", "nearly"])
@given(names=st.lists(HAN, max_size=6), typed=HAN)
def test_nothing_that_sounds_so_is_missed(
    sound: Callable[[str], str], names: list[str], typed: str
) -> None:
    """Looking at every piece of every name finds the same, by its word's reading."""

    def heard(text: str) -> list[str]:
        return [sound(syllable) for syllable in syllables(text)]

    wanted = heard(typed)
    expected = {
        name[at : at + len(typed)]
        for name in names
        for at in range(len(name) - len(typed) + 1)
        if heard(name)[at : at + len(typed)] == wanted
    }
    known = Namesakes(names)
    look = known.spelt if sound is str else known.nearly_spelt
    assert expected <= set(look(syllables(typed)))


@given(st.lists(HAN, max_size=6), HAN)
def test_nothing_of_the_same_characters_is_missed(names: list[str], typed: str) -> None:
    expected = {
        it
        for it in names
        if sorted(it) == sorted(typed) and it != typed and len(it) >= SHORTEST
    }
    assert set(Namesakes(names).anagrams(typed)) == expected


@given(st.lists(HAN, max_size=6), st.text(st.sampled_from("党建引领支部"), min_size=2))
def test_nothing_that_differs_once_is_missed(names: list[str], typed: str) -> None:
    expected = {
        it
        for it in names
        if SHORTEST <= len(it) == len(typed)
        and sum(a != b for a, b in zip(it, typed, strict=True)) == 1
    }
    assert {it for it, _ in Namesakes(names).but_one(typed)} == expected


@given(st.lists(HAN, max_size=6), st.text(st.sampled_from("党建引领支部"), min_size=2))
def test_nothing_that_has_one_more_is_missed(names: list[str], typed: str) -> None:
    expected = {
        it
        for it in names
        if len(it) >= SHORTEST
        and typed in {it[:at] + it[at + 1 :] for at in range(len(it))}
    }
    assert set(Namesakes(names).with_one_more(typed)) == expected


def test_of_many_titles_the_last_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(namesake, "_MOST_CHARACTERS", 12)
    known = Namesakes(("重庆江湾",), ("党建引领", "银行"))
    assert known.spelt(("zhong", "qing")) == ["重庆"]
    assert known.spelt(("dang", "jian")) == ["党建"]
    assert known.spelt(("yin", "hang")) == []


def test_common_words_are_those_of_the_language() -> None:
    assert common_words().is_name("番茄")
    assert common_words().anagrams("以本为人") == ("以人为本",)
    assert not common_words().is_name("产教")
