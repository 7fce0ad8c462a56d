"""What a careful reader says of each sample document, and of each piece of it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from casebase.annotate import annotate
from casebase.document import Source
from casebase.entry import Entry, Kind
from casebase.extract import extract
from casebase.lexicon import load_lexicon
from casebase.repair import repair
from casebase.split import split

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


class Truth(NamedTuple):
    """What is known of a document; what it does not say itself is None."""

    title: str
    school: str | None
    province: str | None
    city: str | None
    date: str | None
    year: int | None
    genre: str


TRUTHS = {
    "会议与讲话/党委会会议纪要〔2024〕第9期.txt": Truth(
        "粤澜信息职业技术学院党委会会议纪要",
        "粤澜信息职业技术学院",
        "广东",  # its branch is put forward as one of 广东省高校
        None,
        "2024-05-17",
        2024,
        "会议纪要",
    ),
    "会议与讲话/庾稼轩在2023年度党建述职评议会上的讲话.docx": Truth(
        "把述职的话讲实　把明年的事做实",
        "青禾农业职业学院",
        None,  # 淮阳区大连乡 is neither the school's place nor in 辽宁
        None,
        "2024-01-12",
        2024,
        "讲话",
    ),
    "典型案例/清渡职业技术学院：“双带头人”领航 “四网”同织.docx": Truth(
        "“双带头人”领航　“四网”同织",
        "清渡职业技术学院",
        "浙江",
        "绍兴",
        None,
        None,
        "典型案例",
    ),
    "典型案例/青禾农职“麦田党课”工作品牌案例.docx": Truth(
        "青禾农业职业学院“麦田党课”工作品牌案例",
        "青禾农业职业学院",
        "河南",
        "周口",
        None,
        None,
        "典型案例",
    ),
    "制度/望岳职业技术大学“双带头人”培育工程实施办法.docx": Truth(
        "望岳职业技术大学教师党支部书记“双带头人”培育工程实施办法",
        "望岳职业技术大学",
        None,
        None,
        "2023-09-18",  # signed; passed six days before
        2023,
        "法规制度",
    ),
    "制度/浙江省职业院校“一支部一品牌”创建管理办法（试行）.md": Truth(
        "浙江省职业院校“一支部一品牌”创建管理办法（试行）",
        "浙江省职业院校党建工作联盟",
        "浙江",
        None,
        "2023-03-20",
        2023,
        "法规制度",
    ),
    "年报/粤澜信息职业技术学院质量年度报告（2023年度）节选.pdf": Truth(
        "粤澜信息职业技术学院职业教育质量年度报告（2023年度 节选）",
        "粤澜信息职业技术学院",
        "广东",
        "佛山",
        "2024-01",
        2023,
        "质量年报",
    ),
    "报刊/党旗插在产线旁（教育周报通讯）.txt": Truth(
        "党旗插在产线旁　匠心育出好栋梁",
        "望岳职业技术大学",
        "山东",
        None,
        None,
        None,
        "报纸通讯",
    ),
    "报刊/川西职教报20240618党建视窗.pdf": Truth(
        "锻造车间里的“红色焊缝”",
        "栖川工程职业学院",
        "四川",
        "德阳",
        "2024-06-18",
        2024,
        "报纸通讯",
    ),
    "期刊论文/把支部建在产业链上：职业院校联合党支部的运行机制研究.pdf": Truth(
        "把支部建在产业链上：职业院校联合党支部的运行机制研究",
        "秦枢轨道交通职业学院",
        "陕西",
        "宝鸡",
        "2024-04",  # from the running head
        2024,  # 文章编号：2099-7788（2024）02-0033-03
        "期刊论文",
    ),
    "期刊论文/行走的码头课堂——海事类高职院校“大思政课”实践教学探索.txt": Truth(
        "行走的码头课堂",
        "岚海海事职业学院",
        "辽宁",
        "大连",
        None,
        None,
        "期刊论文",
    ),
    "案例汇编/2024年职业院校党建创新案例汇编.md": Truth(
        "2024年职业院校党建创新案例汇编", None, None, None, None, 2024, "案例汇编"
    ),
    "案例汇编/资助育人与心理育人优秀案例选编.docx": Truth(
        "资助育人与心理育人优秀案例选编",
        "麓南医药职业学院",
        "湖南",
        None,
        "2023-12",
        2023,
        "案例汇编",
    ),
    "简报/望岳职大党建工作简报2024年第7期.txt": Truth(
        "党建工作简报", "望岳职业技术大学", None, None, "2024-04-26", 2024, "简报"
    ),
    "网页/云岫幼专党建园地_蹲下来的师德.htm": Truth(
        "蹲下来的师德",
        "云岫幼儿师范高等专科学校",
        "江西",
        "上饶",
        "2019-05-28",
        2019,
        "网页文章",
    ),
    "网页/岚海海院新闻网：“灯塔”长明.html": Truth(
        "“灯塔”长明：一站式学生社区里的六百次交接",
        "岚海海事职业学院",
        "辽宁",
        "大连",  # the address in the page's foot
        "2024-11-12",
        2024,
        "网页文章",
    ),
    "网页/川职党协关于开展2024年“一校一品”推荐申报工作的通知.html": Truth(
        "四川省职业院校党建工作协作会关于开展2024年“一校一品”党建工作品牌推荐申报工作的通知",
        "四川省职业院校党建工作协作会",
        "四川",
        None,
        "2024-07-12",
        2024,
        "通知",
    ),
    "网页/微信公众号_清渡职业技术学院_白板上的一句话.html": Truth(
        "白板上的一句话，他们擦了五年还没擦掉",
        "清渡职业技术学院",
        "浙江",
        "绍兴",
        "2024-06-12",
        2024,
        "公众号文章",
    ),
    "荣誉名单/首批“一支部一品牌”培育创建单位验收结果公示.docx": Truth(
        "关于首批“一支部一品牌”示范党支部培育创建单位验收结果的公示",
        "浙江省职业院校党建工作联盟秘书处",
        "浙江",
        None,
        "2024-06-03",
        2024,
        "荣誉名单",
    ),
    "通知/关于开展“一系一品”党建品牌培育创建工作的通知.txt": Truth(
        "中共麓南医药职业学院委员会关于印发《“一系一品”党建品牌培育创建工作方案》的通知",
        "麓南医药职业学院",
        None,
        None,
        "2024-03-21",
        2024,
        "通知",
    ),
}

ITEMS = {
    "秦枢轨道交通职业学院：一把“清风扳手”，拧紧廉洁的螺丝": ("陕西", "宝鸡"),
    "岚海海事职业学院：“灯塔”亮在楼道里，一站式社区不打烊": ("辽宁", "大连"),
    "麓南医药职业学院：“药箱先锋”志愿服务队的八百个星期六": ("湖南", "衡阳"),
    "云岫幼儿师范高等专科学校：蹲下来，和孩子一样高": ("江西", "上饶"),
    "栖川工程职业学院：“失败墙”前的入党第一课": ("四川", "德阳"),
    "清渡职业技术学院：让每一笔资助都有回声": (None, None),
}

# Policies that need care: a title or a number that is easily lost.
POLICIES = {
    "会议与讲话/党委会会议纪要〔2024〕第9期.txt": {
        ("粤澜信息职业技术学院校企党建共同体管理办法", "粤澜党发〔2023〕21号"),
    },
    "制度/望岳职业技术大学“双带头人”培育工程实施办法.docx": {
        (
            "望岳职业技术大学教师党支部书记“双带头人”培育工程实施办法",
            "望职大党发〔2023〕18号",
        ),
        (
            "望岳职业技术大学教师党支部书记选拔管理暂行办法",
            "望职大党字〔2019〕6号",
        ),
    },
    "通知/关于开展“一系一品”党建品牌培育创建工作的通知.txt": {
        (
            "中共麓南医药职业学院委员会关于加强基层党建工作的若干措施",
            "麓药院党发〔2022〕31号",
        ),
        (
            "中共麓南医药职业学院委员会关于印发《“一系一品”党建品牌培育创建工作方案》的通知",
            "麓药院党发〔2024〕12号",
        ),
    },
    "荣誉名单/首批“一支部一品牌”培育创建单位验收结果公示.docx": {
        (
            "浙江省职业院校“一支部一品牌”创建管理办法（试行）",
            "浙职党建联〔2023〕7号",
        ),
        ("关于开展首批培育创建单位验收工作的通知", "浙职党建联〔2024〕3号"),
    },
}

METHODS = {
    "报刊/党旗插在产线旁（教育周报通讯）.txt": (
        "1+3+N",
        ("一个核心", "校、院、链三级组织", "N个攻关项目"),
    ),
    "典型案例/清渡职业技术学院：“双带头人”领航 “四网”同织.docx": (
        "4+N",
        (
            "支部织起的组织网、课程网、项目网、关爱网四张网",
            "由党员认领的若干件具体实事",
        ),
    ),
    "期刊论文/把支部建在产业链上：职业院校联合党支部的运行机制研究.pdf": (
        "四三一",
        ("四张议题单", "三级会商", "一本账"),
    ),
}


@cache
def entries(name: str) -> tuple[Entry, ...]:
    path = CORPUS / name
    source = Source(name, path, hashlib.sha256(path.read_bytes()).hexdigest())
    document = repair(source, extract(source))
    return annotate(document, split(document), load_lexicon())


def test_every_sample_has_its_truth() -> None:
    files = {
        path.relative_to(CORPUS).as_posix()
        for path in CORPUS.rglob("*")
        if path.is_file()
    }
    assert files == set(TRUTHS)


@pytest.mark.parametrize("name", TRUTHS)
def test_facts_of_a_document(name: str) -> None:
    found = {
        Truth(
            entry.document_title,
            *(entry.first(fact) for fact in Truth._fields[1:]),
        )
        for entry in entries(name)
        if entry.kind is not Kind.ITEM or entry.first("school") == TRUTHS[name].school
    }
    assert found == {TRUTHS[name]}


def test_facts_of_the_items() -> None:
    found = {
        entry.title: (entry.first("province"), entry.first("city"))
        for entry in entries("案例汇编/2024年职业院校党建创新案例汇编.md")
        if entry.kind is Kind.ITEM
    }
    assert found == ITEMS


@pytest.mark.parametrize("name", POLICIES)
def test_policies_with_their_numbers(name: str) -> None:
    found = {
        (policy.title, policy.number)
        for entry in entries(name)
        for policy in entry.values("policies")
        if policy.number
    }
    assert found == POLICIES[name]


@pytest.mark.parametrize("name", METHODS)
def test_parts_of_a_method(name: str) -> None:
    formula, parts = METHODS[name]
    found = [
        method.parts
        for entry in entries(name)
        for method in entry.values("methods")
        if method.name == formula
    ]
    assert found == [parts]


def test_an_alias_by_custom() -> None:
    (entry,) = entries("典型案例/青禾农职“麦田党课”工作品牌案例.docx")
    assert "青禾农职" in entry.values("alias")
