from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.text.fold import fold

SAME = [
    ("case", "AI赋能", "ai赋能"),
    ("width", "１＋３＋Ｎ", "1+3+n"),
    ("traditional", "職業學院黨總支後勤", "职业学院党总支后勤"),
    ("simplified that looks traditional", "乾坤", "乾坤"),
    ("Kangxi radicals", "⼀⽀部", "一支部"),
    ("radicals NFKC misses", "⻄⻅⻆⻓⻣⻧", "西见角长骨卤"),
    ("round brackets", "（一）(一)", "(一)(一)"),
    ("document number brackets", "鲁发〔2022〕19 号", "鲁发(2022)19号"),
    ("square and heavy brackets", "[甲]【甲】［甲］", "(甲)(甲)(甲)"),
    ("book titles stay", "《规定》", "《规定》"),
    ("quotes", "“双高”‘双高’「双高」＂双高＂", '"双高""双高""双高""双高"'),
    ("space in Chinese", "一 支 部　一\t品\n牌", "一支部一品牌"),
    ("space before a sign", "1 + 3 + N 模式", "1+3+n模式"),
    ("space between words", "Party  building\t2022\n19", "party building 2022 19"),
    ("space between word and Chinese", "AI 赋能 2022 年", "ai赋能2022年"),
    ("space at the ends", "  AI  ", "ai"),
    ("ideographic number in brackets", "㈠和①", "(一)和1"),
    ("ligature", "oﬃce", "office"),
    ("accent put together", "Cafe\u0301", "café"),
    ("accent that combines with nothing", "x\u0302一\u0302", "x一"),
    ("accent after white space", "a \u0301b", "a b"),
    ("capital with its own dot", "İ", "i"),
    ("half-width kana and mark", "ｶﾞ", "ガ"),
    ("Hangul letters", "\u1112\u1161\u11ab", "한"),
    ("invisible", "党\u200b建\ufeff一\u00ad体\u2060化", "党建一体化"),
    ("invisible within a word", "soft\u00adware", "software"),
    ("control characters", "党\x00建\x07", "党建"),
    ("what no file can hold", "党\ud800建", "党\ufffd建"),
    ("nothing", "", ""),
    ("only white space", " \n\u3000", ""),
]


@pytest.mark.parametrize(
    ("text", "folded"), [row[1:] for row in SAME], ids=[row[0] for row in SAME]
)
def test_what_counts_as_the_same(text: str, folded: str) -> None:
    assert fold(text).text == folded


SPANS = [
    # text, what stands in the folded text, what it was in the original
    ("一 支 部", "支部", "支 部"),
    ("第 19 号", "19", "19"),
    ("㈠组织", "一", "㈠"),
    ("㈠组织", ")组", "㈠组"),
    ("cafe\u0301吧", "é", "e\u0301"),
    ("cafe\u0301吧", "吧", "吧"),
    ("A  B", " ", " "),
    ("A  B", "a b", "A  B"),
    ("党\u200b建", "党建", "党\u200b建"),
    ("党\u200b建", "建", "建"),
    ("黨建 １＋３ 模式", "1+3", "１＋３"),
]


@pytest.mark.parametrize(("text", "part", "original"), SPANS)
def test_span_leads_back_to_the_original(text: str, part: str, original: str) -> None:
    folded = fold(text)
    start = folded.text.index(part)
    source = slice(*folded.span(start, start + len(part)))
    assert text[source] == original


def test_an_empty_stretch_is_empty_in_the_original() -> None:
    folded = fold(" 党 建 ")
    assert folded.span(0, 0) == (1, 1)
    assert folded.span(1, 1) == (3, 3)
    assert folded.span(2, 2) == (4, 4)
    assert fold(" ").span(0, 0) == (0, 0)


TRAPS = (
    "一支部品牌黨學後⻄⼀〇々〔［【（）】］〕“”「」'\"+＋1１2①㈠½aAＡéßİſﬁ℃…—·，。"
    " \t\n\u3000\u00a0\u200b\u00ad\ufeff\u0301\u0307\u3099ｶﾞﾞガ゛´¨"
    "\u1100\u1161\u11a8가ㄱㅏﾡￂ\uffff\ufffd\x00\x1f𠮷𝟙"
)
texts = st.text(st.one_of(st.sampled_from(TRAPS), st.characters()), max_size=30)


@given(texts)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(texts)
def test_compatible_texts_fold_alike(text: str) -> None:
    plain = text.replace("\ufffd", "")
    spacing_accents = {"´", "¨", "゛"}  # signs here; NFKC makes them space and accent
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, plain)).text == fold(plain).text
    if not spacing_accents & set(plain) and " " not in _compatibility_spaces(plain):
        assert fold(unicodedata.normalize("NFKC", plain)).text == fold(plain).text


def _compatibility_spaces(text: str) -> set[str]:
    """The characters of `text` that NFKC turns into a space and something."""
    wide = (unicodedata.normalize("NFKC", char) for char in text if not char.isspace())
    return {" " for char in wide if " " in char}


@given(texts)
def test_every_folded_character_has_an_origin_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    for at, char in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        if char != " ":
            assert char in fold(text[start:end]).text


@given(texts)
def test_no_white_space_is_left_beside_chinese_or_a_sign(text: str) -> None:
    folded = fold(text).text
    assert "\n" not in folded
    for at, char in enumerate(folded):
        if char.isspace():
            assert char == " "
            assert folded[at - 1].isalnum()
            assert folded[at + 1].isalnum()
            assert 0 < at < len(folded) - 1
