"""Names from A to Z."""

from __future__ import annotations

import pytest

from casebase.text.pinyin import OTHERS, initial, pinyin_key


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
