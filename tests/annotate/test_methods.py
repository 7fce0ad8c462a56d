"""Formulas, compounds and national formulas; slogans and their families."""

from __future__ import annotations

from typing import Any

import pytest

from casebase.entry import Method, Slogan

METHODS: dict[str, list[Method]] = {
    "打造“1+3+N”党建工作体系": [Method("1+3+N")],
    "打造“1＋3＋N”党建工作体系": [Method("1+3+N")],
    "打造“1 + 3 + n”党建工作体系": [Method("1+3+N")],
    "打造“１＋３＋Ｎ”党建工作体系": [Method("1+3+N")],
    "实施1+N帮扶": [Method("1+N")],
    "推行1+4志愿服务体系": [Method("1+4")],
    "推进1+X证书试点": [Method("1+X", (), national=True)],
    "“2+2+4”模式与“1+3”模式": [Method("2+2+4"), Method("1+3")],
    "推行“五个三”工作模式": [Method("五个三")],
    "建立“四三一”机制": [Method("四三一")],
    "实行“12345”党建工作法": [Method("12345")],
    "“一核两翼”模式，“一核”即党委，“两翼”即支部和班级。": [
        Method("一核两翼", ("党委", "支部和班级"))
    ],
    "以“一核两翼三支撑”工作体系": [Method("一核两翼三支撑")],
    "落实“三会一课”": [Method("三会一课", (), national=True)],
    "增强四个意识，做到“两个维护”": [
        Method("四个意识", (), national=True),
        Method("两个维护", (), national=True),
    ],
    "以“支部+企业、社区”的“1+2”联建模式": [Method("1+2", ("支部", "企业、社区"))],
    "“1+2+N”模式：“1”即一个中心；“2”是指两支队伍；“N”为多方参与。": [
        Method("1+2+N", ("一个中心", "两支队伍", "多方参与"))
    ],
    "“1+2+N”体系：“1”是一个核心，强领导；“2”是两级组织；\n“N”就是若干岗位。": [
        Method("1+2+N", ("一个核心", "两级组织", "若干岗位"))
    ],
    "“三二一”机制：“三”是三张单；“二”指两级会商；“一”即一本账。": [
        Method("三二一", ("三张单", "两级会商", "一本账"))
    ],
    "“1+2”模式覆盖全校。2023年，1为示范、2为培育。": [Method("1+2")],
    # only some parts are explained: nothing is made up
    "“1+2+N”模式：“1”即一个中心，其余不表。": [Method("1+2+N")],
}

NO_METHODS = [
    "实现1+1＞2的效果",
    "做到“1+1>2”",
    "坚持7*24小时值守",
    "建设5G+智慧校园",
    "推行“学院+书院”育人模式",
    "打造“党建+”品牌和“互联网+”平台",
    "获得3+2个奖项",
    "版本号2.1+3.2",
    "C+N体系的化学",
    "落实“十四五”工作机制",
    "建立“一人一策”工作机制",
    "共有三个代表队参加，四个服务中心建成",
    "“一站式”服务机制，“一体化”管理体系",
    "“10+3”领导人会议和“2+2”对话",
    "坚持“一国两制”制度体系，“双一流”建设机制",
    "电话010+12345",
    "得分12+15=27",
    "面向“2035”目标体系，拨打“120”求助",
]


@pytest.mark.parametrize(("text", "expected"), METHODS.items())
def test_methods(text: str, expected: list[Method], desk: Any) -> None:
    assert desk.article("一个标题", text).values("methods") == expected


@pytest.mark.parametrize("text", NO_METHODS)
def test_no_methods(text: str, desk: Any) -> None:
    assert desk.article("一个标题", text).values("methods") == []


def test_a_method_is_one_fact_with_its_fullest_parts(desk: Any) -> None:
    entry = desk.article(
        "“1+2”模式的探索",
        "实行“1+2”模式。",
        "以“支部+企业、社区”的“1+2”联建模式为抓手。",
    )
    (fact,) = [fact for fact in entry.facts if fact.name == "methods"]
    assert fact.value == Method("1+2", ("支部", "企业、社区"))
    assert [words.place for words in fact.evidence] == ["title", "text", "text"]


@pytest.mark.parametrize(
    "wording",
    ["一支部一品牌", "一支部一特色", "一系一品", "一校一品", "一院一品", "一部一品"],
)
def test_the_family_keeps_its_wordings(wording: str, desk: Any) -> None:
    entry = desk.article("标题", f"开展“{wording}”创建活动。")
    assert entry.values("slogans") == [Slogan(wording, "一支部一品牌")]


@pytest.mark.parametrize(
    "text",
    [
        "一人一策",
        "一人一档",
        "一带一路",
        "一企一策",
        "一村一品",
        "一校一品质",
        "一岗双责",
        "一县一品",
        "一乡一品牌",
        "一人一品",
        "一生一档",
        "第一支部一品牌",
        "一支部一\n品牌",
    ],
)
def test_no_members_of_the_family(text: str, desk: Any) -> None:
    assert desk.article("标题", f"推行“{text}”。").values("slogans") == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("一支部 一品牌", "一支部一品牌"),
        ("一支部\u3000一品牌", "一支部一品牌"),
        ("一支部、一特色", "一支部、一特色"),
        ("一个支部一个品牌", "一个支部一个品牌"),
        ("一学院一品牌", "一学院一品牌"),
        ("一班一品", "一班一品"),
        ("一党委一亮点", "一党委一亮点"),
        ("一科室一名片", "一科室一名片"),
        ("一总支·一特色", "一总支·一特色"),
    ],
)
def test_other_writings_of_the_family(written: str, name: str, desk: Any) -> None:
    entry = desk.article("标题", f"开展「{written}」创建活动。")
    assert entry.values("slogans") == [Slogan(name, "一支部一品牌")]


def test_the_longest_wording_wins(desk: Any) -> None:
    entry = desk.article("标题", "打造一支部一品牌，建设一院一品牌。")
    names = [slogan.name for slogan in entry.values("slogans")]
    assert names == ["一支部一品牌", "一院一品牌"]
