from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.document import Block, BlockKind
from casebase.lexicon import SHIPPED, load_lexicon
from casebase.text.segment import Segmenter
from casebase.writing.check import Finding, Kind, checked

SEGMENTER = Segmenter()
MISTAKES = {"做为": "作为", "样版支部": "样板支部"}


def body(*texts: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


def headed(*texts: str) -> list[Block]:
    return [Block(BlockKind.HEADING, text, level=1) for text in texts]


def table(*rows: Sequence[str]) -> Block:
    return Block(BlockKind.TABLE, "", rows=tuple(map(tuple, rows)))


def found(*blocks: Block) -> list[Finding]:
    return checked(blocks, SEGMENTER, MISTAKES)


@pytest.mark.parametrize(
    ("text", "wrong", "instead"),
    [
        ("该项目立项为为校级培育项目。", "为为", "为"),
        ("在此基础上上申报的案例。", "上上", "上"),
        ("支部的的做法。", "的的", "的"),
        ("做为一名党员。", "做为", "作为"),
        ("建设样版支部。", "样版支部", "样板支部"),
        ("党员要學习党章党规和系列讲话，做合格的共产党员。", "學", "学"),
        ("奋发有为,创先争优。", ",", "，"),
        ("第十届“创青春“大赛。", "“", "”"),
        ("服务“共建“鲁班工坊”国家战略”。", "“", "‘"),
        ("一是学习，。二是实践。", "，。", ""),
        ("他说：“明天再来。", "“", ""),
        ("他说明天再来”。", "”", ""),
        ("根据《章程要求。", "《", ""),
        ("学习（自学为主。", "（", ""),
    ],
)
def test_slips_are_found(text: str, wrong: str, instead: str) -> None:
    (finding,) = found(*body(text))
    assert (finding.text, finding.instead) == (wrong, instead)
    assert text[finding.start : finding.end] == wrong


@pytest.mark.parametrize(
    "text",
    [
        "人人都是服务员，天天都有新变化，等等。",
        "初中中大展身手的少年。",
        "上上下下一条心，上上周开了会。",
        "北京京剧院的的士停在门口。",
        "He said the Party's and the Party’s work, 3:2, a,b.",
        "时间：9:30，比分 3:2，网址 http://a.example/b,c。",
        "1）学习；2）实践。（一）带头",
        "一）学习",
        "他说：“我读过‘两学一做’的书。”",
        "（一）第一条（含附件（表））",
        "好！！真好？！……",
        "乾坤湾边的支部。",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(*body(text)) == []


def test_a_long_speech_may_begin_each_paragraph_with_a_mark() -> None:
    assert found(*body("他说：“先学习。", "“再实践。”")) == []


def test_a_text_set_in_traditional_characters_is_not_corrected() -> None:
    assert found(*body("學習貫徹黨的教育方針，培養時代新人。")) == []


def test_the_same_thing_is_counted_alike() -> None:
    blocks = body("建成三大应用中心。", "夯实“四大应用中心”。")
    (finding,) = found(*blocks)
    assert finding.kind is Kind.NUMBER
    assert finding.message == "这里是“四大应用中心”，前文是“三大应用中心”。"
    assert found(*body("三大应用中心。", "三大应用中心，四大服务平台。")) == []


LEVELS = [["1", "甲赛", "国家级"], *([str(n), "乙赛", "省级"] for n in range(2, 7))]


@pytest.mark.parametrize(("told", "wrong"), [(6, True), (5, False), (50, False)])
def test_a_text_agrees_with_its_table(told: int, *, wrong: bool) -> None:
    blocks = [
        *body(f"共取得国家荣誉 1 项，省级荣誉 {told} 项。"),
        Block(BlockKind.CAPTION, "表 1 获奖情况"),
        table(["序号", "名称", "级别"], *LEVELS),
    ]
    assert [it.message for it in found(*blocks)] == (
        ["这里说省级的有 6，下面的表里有 5 行。"] if wrong else []
    )


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        ([["项目", "人数"], ["甲", "10"], ["乙", "1,020"], ["合计", "1,030"]], []),
        (
            [["项目", "人数"], ["甲", "10"], ["乙", "20"], ["合计", "31"]],
            ["合计写的是 31，各行相加是 30。"],
        ),
        ([["项目", "占比"], ["甲", "三成"], ["乙", "七成"], ["合计", "10"]], []),
        ([["项目", "万元"], ["甲", "1.33"], ["乙", "1.33"], ["合计", "2.67"]], []),
        ([["序号", "名称"], ["1", "甲"], ["2", "乙"], ["3", "丙"]], []),
        (
            [["序号", "名称"], ["1", "甲"], ["2", "乙"], ["4", "丁"]],
            ["序号从 1 到 4，缺了 3，实有 3 行。"],
        ),
        (
            [["序号", "名称"], ["1", "甲"], ["2", "乙"], ["2", "丙"]],
            ["序号 2 用了不止一次。"],
        ),
        ([["编号", "名称"], ["101", "甲"], ["205", "乙"]], []),
    ],
)
def test_tables_add_up(rows: list[list[str]], messages: list[str]) -> None:
    assert [it.message for it in found(table(*rows))] == messages


@pytest.mark.parametrize(
    ("titles", "wrong"),
    [
        (["一、背景", "二、做法", "三、成效"], []),
        (["一、背景", "三、成效"], ["三、"]),
        (["一、甲", "（一）子", "（二）丑", "二、乙", "（一）子"], []),
        (["一、甲", "（一）子", "（三）丑"], ["（三）"]),
        (["案例 1：甲", "案例 2：乙", "案例 4：丁"], ["案例 4："]),
        (["1.甲", "2.乙", "4.丁"], ["4."]),
        (["第二部分", "2.1 目标"], []),
    ],
)
def test_headings_skip_no_number(titles: list[str], wrong: list[str]) -> None:
    assert [it.text for it in found(*headed(*titles))] == wrong


def test_captions_of_tables_and_pictures_have_series_of_their_own() -> None:
    names = ("表 1 甲", "图 1 乙", "表 2 丙", "图 3 丁")
    blocks = [Block(BlockKind.CAPTION, name) for name in names]
    (finding,) = found(*blocks)
    assert finding.message == "前一个是 1，这里是 3，中间缺了 2。"


def test_the_shipped_mistakes_are_wrong_and_their_corrections_right() -> None:
    shipped = load_lexicon(SHIPPED.parent / "no-such-folder").mistakes
    for wrong, right in shipped.items():
        assert wrong != right
        assert not [it for it in shipped if it in right]


@given(st.lists(st.text("党的的“”‘’《》（）,，。为为上1一、", max_size=20), max_size=5))
def test_findings_have_their_places(texts: list[str]) -> None:
    blocks = body(*texts)
    for it in found(*blocks):
        assert texts[it.paragraph][it.start : it.end] == it.text
        assert it.message.endswith("。")


def test_endless_signs_take_no_longer() -> None:
    assert len(found(*body("“" * 3000 + "（" * 3000))) > 1000
