"""Names from A to Z."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.text.pinyin import (
    MAX_CUTS,
    OTHERS,
    all_syllables,
    cuts,
    initial,
    pinyin_key,
    readings,
    syllables,
)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("麦田党课", "M"),
        ("重庆某职业学院", "C"),  # chong, not zhong
        ("厦门某学院", "X"),
        ("长沙", "C"),
        ("“灯下红”品牌", "D"),
        ("《条例》", "T"),
        ("BIM大赛", "B"),
        ("ｂ类", "B"),
        ("1+3+N", OTHERS),
        ("", OTHERS),
        ("——", OTHERS),
    ],
)
def test_initial(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_order_is_by_sound_then_by_characters() -> None:
    names = ["周口", "安阳", "鞍山", "“八点”书桌", "聊城", "1+3"]
    ordered = sorted(names, key=pinyin_key)
    assert ordered == ["1+3", "鞍山", "安阳", "“八点”书桌", "聊城", "周口"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("重庆", "chong qing"),
        ("重点", "zhong dian"),
        ("银行", "yin hang"),
        ("执行", "zhi xing"),
        ("长沙", "chang sha"),
        ("校长", "xiao zhang"),
        ("率先", "shuai xian"),
        ("绿色", "lv se"),
        ("5G党课", "5 G dang ke"),
        ("", ""),
    ],
)
def test_a_character_is_read_by_its_word(text: str, read: str) -> None:
    assert syllables(text) == read.split()


def test_other_readings_come_second() -> None:
    assert readings("重庆") == [("chong", "zhong"), ("qing",)]


@pytest.mark.parametrize(
    ("letters", "ways"),
    [
        ("xian", ["xian", "xi an"]),
        ("xi'an", ["xi an"]),
        ("lvse", ["lv se"]),
        ("ydsg", []),
        ("vr", []),
        ("'", []),
        ("", []),
        ("a" * 100, []),
    ],
)
def test_letters_are_cut_into_syllables(letters: str, ways: list[str]) -> None:
    assert [" ".join(way) for way in cuts(letters)] == ways


@given(st.lists(st.sampled_from(sorted(all_syllables())), min_size=1, max_size=10))
def test_every_cut_is_of_syllables_and_loses_no_letter(spoken: list[str]) -> None:
    letters = "".join(spoken)
    found = list(cuts(letters))
    assert 1 <= len(found) <= MAX_CUTS
    assert all("".join(way) == letters for way in found)
    assert all(all_syllables().issuperset(way) for way in found)
