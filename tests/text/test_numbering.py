from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.text.numbering import (
    Style,
    article_label,
    caption_label,
    case_label,
    is_named,
    mark_of,
    number_of,
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12), ("１２", 12), ("十", 10), ("十二", 12), ("九十九", 99),
        ("一百零三", 103), ("一百一十", 110), ("一〇二", 102), ("两千", 2000),
    ],
)  # fmt: skip
def test_numbers(written: str, value: int) -> None:
    assert number_of(written) == value


@given(st.integers(0, 9999))
def test_digits_are_their_number(value: int) -> None:
    assert number_of(str(value)) == value


@pytest.mark.parametrize(
    ("text", "style", "number", "rest"),
    [
        ("第二编 分则", Style.PART, 2, "分则"),
        ("第一章　总 则", Style.CHAPTER, 1, "总 则"),
        ("第三部分 教学类", Style.CHAPTER, 3, "教学类"),
        ("第十节 附加", Style.SECTION, 10, "附加"),
        ("一、人才培养", Style.CHINESE, 1, "人才培养"),
        ("（十二）强化实训", Style.BRACKETED, 12, "强化实训"),
        ("(三) 强化实训", Style.BRACKETED, 3, "强化实训"),
        ("1 问题的提出", Style.ARABIC, 1, "问题的提出"),
        ("3　个案分析", Style.ARABIC, 3, "个案分析"),
        ("2. 加强领导", Style.ARABIC, 2, "加强领导"),
        ("1.2 调查对象", Style.DECIMAL, 2, "调查对象"),
        ("1.2.3 样本", Style.DECIMAL_3, 3, "样本"),
        ("（1）样本", Style.ARABIC_BRACKETED, 1, "样本"),
        ("②样本", Style.CIRCLED, 2, "样本"),
    ],
)
def test_marks(text: str, style: Style, number: int, rest: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.style, mark.number, mark.rest) == (style, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2023 年",
        "3.5%的增长",
        "1+X 证书",
        "28 门课程",
        "10 余项",
        "一是",
        "第一，",
        "共12人",
    ],
)
def test_numbers_that_mark_nothing(text: str) -> None:
    assert mark_of(text) is None


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("案例 1：一次走访", 1, "一次走访"),
        ("案例1 个性化培养", 1, "个性化培养"),
        ("【案例 3】一次走访", 3, "一次走访"),
        ("典型案例5:一次走访", 5, "一次走访"),
        ("案例十二 一次走访", 12, "一次走访"),
        ("案例之二——一次走访", 2, "一次走访"),
        ("案例三", 3, ""),
    ],
)
def test_case_labels(text: str, number: int, rest: str) -> None:
    label = case_label(text)
    assert label is not None
    assert (label.number, label.rest) == (number, rest)


@pytest.mark.parametrize(
    "text",
    ["案例 8 个。", "案例 3 中的做法", "赋能案例 8 个", "案例表明", "案例 2 所示"],
)
def test_what_is_no_case(text: str) -> None:
    assert case_label(text) is None


def test_captions_and_articles() -> None:
    assert [caption_label(text) is not None for text in ("图 1召开", "表3 名单")] == [
        True,
        True,
    ]
    assert caption_label("图 3 所示的结果") is None
    assert caption_label("图书馆建设") is None
    article = article_label("第十二条　支部书记由选举产生。")
    assert article is not None
    assert (article.number, article.rest) == (12, "支部书记由选举产生。")
    assert article_label("第十二章 附则") is None


@pytest.mark.parametrize("text", ["前 言", "结语", "参考文献：", "附 录", "Abstract"])
def test_named_headings(text: str) -> None:
    assert is_named(text)
    assert not is_named(f"{text}里说过")
