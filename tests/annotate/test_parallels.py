"""Parallel headings: which siblings are built alike, and which only stand together."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.annotate.parallels import parallels
from casebase.catalogue.codec import pack_fact, unpack_fact
from casebase.entry import (
    Entry,
    Fact,
    HeadingSet,
    Kind,
    Paragraph,
    Role,
    entry_json,
)

# Headings of one level, and the frame that makes them parallel.
SETS: list[tuple[str, str]] = [
    ("一个支部，一盏明灯 / 一条产线，一所学校 / 一本账册，一颗真心", "一……，一……"),
    ("党建搭台，企业唱戏 / 党建引路，师生同行", "党建……，……"),
    ("党建铸魂 炼就工匠本色 / 党建聚力 打通产教经脉", "党建…… ……"),
    ("搭好平台，建强队伍 / 搭实课堂，建好阵地 / 搭牢制度，建成品牌", "搭……，建……"),
    ("织密组织网，让党员有岗位 / 织牢课程网，让课堂有温度", "织……网，让……"),
    (
        "按时备课，让党课接地气 / 带种子下乡，让党员站前头 / 建起云课堂，让农户随时问",
        "……，让……",
    ),
    ("实施铸魂工程 / 实施强基固本工程 / 实施暖心工程", "实施……工程"),
    ("从一个动作学起 / 从一本笔记做深 / 从一条底线守住", "从一……"),
    ("把支部建到船上 / 让党课开到码头 / 叫品牌亮在海里", "七字句"),
    ("抓实理论武装 / 建强基层堡垒 / 促进融合发展", "六字句"),
    ("党建带动了教学 / 党建服务了乡村 / 党建擦亮了招牌", "党建……"),
    ("学生的变化 / 教师的变化 / 学校的变化", "……的变化"),
    (
        "一所夜校，办在车间里 / 三支队伍，立在难处边 / 一支部一特色，长成一片林",
        "……，五字",
    ),
    ("没有听到难处 / 没有听到原话 / 没有听到那件事", "没有听到……"),
]
NO_SETS = [
    "工作背景 / 主要做法 / 工作成效 / 经验启示",
    "申报范围 / 申报条件 / 申报材料",
    "总则 / 附则",
    "关于推荐样板支部的事项 / 关于经费使用情况的事项",
    "联合党支部的运行现状 / 个案分析 / 讨论与建议",
    "把职责写实 / 给书记以双重的支持 / 换一把新尺子来量",
    "申报单位：港湾职业学院航海系 / 申报类别：高校基层品牌",
    "调查的对象与方法 / 基本的情况与结果 / 主要的问题与建议",
    "一盏灯亮在渡口",
    "参考文献 / 致谢",
]


def entry_of(*paragraphs: Paragraph) -> Entry:
    kind = Kind.ARTICLE
    return Entry("x-1", "x", "甲.txt", "甲", "", kind, None, "甲", (), None, paragraphs)


def with_headings(*texts: str, level: int = 1) -> Entry:
    body = Paragraph("支部坚持把工作做实。")
    pairs = ((Paragraph(text, Role.HEADING, level), body) for text in texts)
    return entry_of(*(it for pair in pairs for it in pair))


def sets(entry: Entry) -> list[HeadingSet]:
    return list(dict.fromkeys(value for value, _ in parallels(entry)))


@pytest.mark.parametrize(("headings", "frame"), SETS)
def test_parallel_headings(headings: str, frame: str) -> None:
    texts = headings.split(" / ")
    assert sets(with_headings(*texts)) == [HeadingSet(tuple(texts), frame)]


@pytest.mark.parametrize("headings", NO_SETS)
def test_other_headings(headings: str) -> None:
    assert sets(with_headings(*headings.split(" / "))) == []


@pytest.mark.parametrize(("headings", "frame"), SETS)
def test_numbers_are_no_part_of_them(headings: str, frame: str) -> None:
    texts = headings.split(" / ")
    numbered = [
        f"{sign}、{text}" for sign, text in zip("一二三四", texts, strict=False)
    ]
    entry = with_headings(*numbered)
    assert sets(entry) == [HeadingSet(tuple(texts), frame)]
    for _, words in parallels(entry):
        assert words.place == "text"
        assert entry.text[words.start : words.end] == words.quote
        assert words.rule == "heading.parallel"
    assert [words.quote for _, words in parallels(entry)] == texts


def test_only_siblings_belong_together() -> None:
    first = [
        Paragraph(text, Role.HEADING, 2) for text in ("建强铁军队伍", "建实红色阵地")
    ]
    second = [
        Paragraph(text, Role.HEADING, 2) for text in ("建好云上课堂", "建立暖心台账")
    ]
    above = [Paragraph(text, Role.HEADING, 1) for text in ("做法", "成效")]
    entry = entry_of(above[0], *first, above[1], *second)
    assert [found.headings for found in sets(entry)] == []
    one = entry_of(above[0], *first, *second, above[1])
    assert [len(found.headings) for found in sets(one)] == [4]


def test_levels_are_kept_apart() -> None:
    outer = ("让党旗飘在田埂上", "让党课开在车间里", "让党员站在最前头")
    inner = ("送技术进大棚", "送政策进农家", "送岗位进小院")
    paragraphs = []
    for text in outer:
        paragraphs.append(Paragraph(text, Role.HEADING, 1))
        paragraphs += [Paragraph(it, Role.HEADING, 2) for it in inner]
    found = [it.headings for it in sets(entry_of(*paragraphs))]
    assert found == [inner, outer]


def test_a_run_within_other_headings() -> None:
    texts = ("工作背景", "送技术进大棚", "送政策进农家", "送岗位进小院", "几点启示")
    (found,) = sets(with_headings(*texts))
    assert found.headings == texts[1:4]


def test_the_annotated_entry_has_them(desk: Any) -> None:
    entry = desk.article("甲", "开头。")
    whole = with_headings(*SETS[0][0].split(" / "))
    facts = [Fact("headings", value, (words,)) for value, words in parallels(whole)]
    for fact in facts:
        assert unpack_fact(pack_fact(fact)) == fact
    said = entry_json(replace(entry, facts=tuple(facts[:1])))["headings"]
    texts = SETS[0][0].split(" / ")
    assert [list(it["headings"]) for it in said] == [texts]
    assert [it["pattern"] for it in said] == ["一……，一……"]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.tuples(st.text("把让党建一二，、的 ：车间", max_size=12), st.integers(1, 3)),
        max_size=12,
    )
)
def test_every_heading_is_in_one_set_at_most(drawn: list[tuple[str, int]]) -> None:
    paragraphs = [Paragraph(text, Role.HEADING, level) for text, level in drawn]
    entry = entry_of(*paragraphs)
    places = [words.start for _, words in parallels(entry)]
    assert len(places) == len(set(places))
    for value, words in parallels(entry):
        assert words.quote in value.headings
        assert entry.text[words.start : words.end] == words.quote
        assert len(value.headings) > 1


def test_linear_time() -> None:
    texts = ("把支部建到船上", "一灯，一船，一人", "实施暖心的工程")
    spent = []
    for times in (400, 1600):
        entry = with_headings(*(texts * times))
        begin = time.process_time()
        list(parallels(entry))
        spent.append(time.process_time() - begin)
    assert spent[1] < max(0.5, spent[0] * 10)
