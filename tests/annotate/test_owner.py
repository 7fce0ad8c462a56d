"""Whose a text is. All schools but those in traps of the lexicon are invented."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from casebase.annotate import annotate
from casebase.document import Document, Metadata
from casebase.entry import Kind


class Situation(NamedTuple):
    title: str
    paragraphs: tuple[str, ...]
    school: str | None
    province: str | None = None
    city: str | None = None
    subtitle: str = ""
    source: str = ""


LONG = "学校坚持立德树人，把支部建在专业上，把党课讲到车间里，一年来成效明显。"

SITUATIONS = {
    "title with a colon": Situation(
        "滨州海岸职业学院：让支部强起来", (LONG,), "滨州海岸职业学院", "山东", "滨州"
    ),
    "subtitle": Situation(
        "匠心铸魂 党旗领航",
        (LONG,),
        "德阳重装职业技术学院",
        "四川",
        "德阳",
        subtitle="德阳重装职业技术学院党建工作纪实",
    ),
    "affiliation line of a paper": Situation(
        "高职院校支部建设的路径研究",
        (
            "李某某",
            "宁夏枸杞职业技术学院，宁夏 中卫 755000",
            "摘要：本文讨论支部建设。",
        ),
        "宁夏枸杞职业技术学院",
        "宁夏",
        "中卫",
    ),
    "affiliation with a college of the school": Situation(
        "产教融合中的党建引领",
        ("王某", "（漯河食品工程职业大学 马克思主义学院，河南 漯河 462300）", LONG),
        "漯河食品工程职业大学",
        "河南",
        "漯河",
    ),
    "only the first sentence says it": Situation(
        "党建引领产教融合",
        ("秦皇岛航运职业学院坚持党建引领，深化产教融合。" + LONG,),
        "秦皇岛航运职业学院",
        "河北",
        "秦皇岛",
    ),
    "partner named more often than the owner": Situation(
        "共建共享谱新篇",
        (
            "衢州瓷都职业技术学院立足区域产业，推动校校共建。" + LONG,
            "学校与浙江师范大学签订协议，浙江师范大学选派博士驻校，浙江师范大学开讲座，",
            "学校教师赴浙江师范大学访学，浙江师范大学开放实验室。",
            "三年来，浙江师范大学共派出专家四十人次，浙江师范大学学生来校支教二十次。",
        ),
        "衢州瓷都职业技术学院",
        "浙江",
        "衢州",
    ),
    "partner first in the title": Situation(
        "携手山东师范大学 共育红色传人",
        ("东营石化职业学院党委牵头组建联盟。" + LONG,),
        "东营石化职业学院",
        "山东",
        "东营",
    ),
    "two schools in a title, the first acts": Situation(
        "枣庄鲁班职业学院与山东师范大学签约共建",
        ("近日，双方举行签约仪式，约定在党建、科研等方面合作。" + LONG,),
        "枣庄鲁班职业学院",
        "山东",
        "枣庄",
    ),
    "college of a school is not the school": Situation(
        "应急管理学院党支部开展主题党日",
        ("应急管理学院党支部组织党员参观展览，马克思主义学院教师作讲解。" + LONG,),
        None,
    ),
    "industrial colleges and enterprises": Situation(
        "校企共建产业学院的实践",
        ("近年来共建华为ICT学院、歌尔智能制造产业学院、山东高速路桥产业学院。" + LONG,),
        None,
    ),
    "college that follows its school": Situation(
        "匠心支部显担当",
        ("景德镇陶瓷职业学院智能制造学院党支部实施培育工程。" + LONG,),
        "景德镇陶瓷职业学院",
        "江西",
        "景德镇",
    ),
    "schools where graduates went": Situation(
        "毕业生去哪儿",
        ("多名毕业生考入清华大学、北京大学，三人被浙江大学录取。" + LONG,),
        None,
    ),
    "province before the city": Situation(
        "四川广安水电职业学院：一线党旗红", (LONG,), "广安水电职业学院", "四川", "广安"
    ),
    "municipality has no city": Situation(
        "重庆山城职业学院：支部连着产业链", (LONG,), "重庆山城职业学院", "重庆", None
    ),
    "province only": Situation(
        "云南高原职业学院：雪山下的党旗", (LONG,), "云南高原职业学院", "云南", None
    ),
    "name that misleads": Situation(
        "中山大学：书院里的党支部", (LONG,), "中山大学", "广东", "广州"
    ),
    "name without a place": Situation(
        "黄河水利职业技术学院：把论文写在大坝上",
        (LONG,),
        "黄河水利职业技术学院",
        "河南",
        "开封",
    ),
    "name without a place, text says where": Situation(
        "青松岭职业技术学院：深山里的课堂",
        ("青松岭职业技术学院位于安徽省六安市，现有党员三百名。" + LONG,),
        "青松岭职业技术学院",
        "安徽",
        "六安",
    ),
    "party school": Situation(
        "中共聊城市委党校关于举办培训班的通知",
        ("各县（市、区）委组织部：",),
        "中共聊城市委党校",
        "山东",
        "聊城",
    ),
    "school's notice": Situation(
        "晋中煤炭职业学院关于开展支部评议的通知",
        ("各党总支：", "请认真落实。", "晋中煤炭职业学院", "2024年3月1日"),
        "晋中煤炭职业学院",
        "山西",
        "晋中",
    ),
    "party committee's notice": Situation(
        "中共吕梁林草职业学院委员会关于印发工作要点的通知",
        ("各党支部：", "现印发给你们。"),
        "吕梁林草职业学院",
        "山西",
        "吕梁",
    ),
    "authority's notice that names a school": Situation(
        "甘肃省教育厅关于表扬酒泉风电职业学院的通报",
        ("酒泉风电职业学院在救灾中表现突出，酒泉风电职业学院党委靠前指挥。" + LONG,),
        None,
        "甘肃",
        None,
    ),
    "several authorities": Situation(
        "教育部办公厅 财政部办公厅关于做好资助工作的通知",
        ("各省教育厅：",),
        None,
        None,
    ),
    "minutes of a bureau": Situation(
        "荆门市教育局党组会议纪要",
        ("会议学习了有关文件。" + LONG,),
        "荆门市教育局党组",
        "湖北",
        "荆门",
    ),
    "news about a ministry has no owner": Situation(
        "教育部：今年高校毕业生将创新高", ("教育部今天发布数据。" + LONG,), None
    ),
    "publisher of a web page": Situation(
        "我校举行升旗仪式",
        (LONG,),
        "湛江雷州职业学院",
        "广东",
        "湛江",
        source="湛江雷州职业学院",
    ),
    "school as a venue": Situation(
        "全国竞赛在金华婺州职业学院举行",
        ("本届竞赛由省教育厅主办，三十支队伍参加。" + LONG,),
        None,
    ),
    "unit line": Situation(
        "红色引擎赋能专业发展",
        ("报送单位：塔城口岸职业技术学院", LONG),
        "塔城口岸职业技术学院",
        "新疆",
        "塔城",
    ),
    "general talk of schools": Situation(
        "高等职业学校党建研究",
        ("山东省高等学校和各职业技术学院要加强建设，普通高等学校应当带头。" + LONG,),
        None,
    ),
    "pupils and students are no school": Situation(
        "山东省大学生竞赛综述",
        ("山东省大学生踊跃参加，全国中学生代表观摩。" + LONG,),
        None,
        "山东",
    ),
    "long words before the name": Situation(
        "产教融合新样本",
        ("近年来，临沂沂蒙职业学院始终把党的建设摆在首位。" + LONG,),
        "临沂沂蒙职业学院",
        "山东",
        "临沂",
    ),
    "county's vocational centre": Situation(
        "宜春市丰溪县职业教育中心：小支部大作为",
        (LONG,),
        "宜春市丰溪县职业教育中心",
        "江西",
        "宜春",
    ),
    "short name in the title, a kindergarten first in the text": Situation(
        "鹤岗幼专“一校一品”建设侧记",
        (
            "“今天蹲了几次？”在鹤岗幼儿师范高等专科学校附属幼儿园，实习生天天要答。",
            "鹤岗幼儿师范高等专科学校位于黑龙江省鹤岗市，1952年建校。" + LONG,
        ),
        "鹤岗幼儿师范高等专科学校",
        "黑龙江",
        "鹤岗",
    ),
    "league that issued a paper": Situation(
        "职业院校品牌创建管理办法",
        ("（浙江省职业院校党建联盟2023年3月20日印发 浙职党建联〔2023〕7号）", LONG),
        "浙江省职业院校党建联盟",
        "浙江",
        None,
    ),
    "experts of universities in the first lines": Situation(
        "土楼里的中国",
        (
            "清华大学建筑学院教授某某说，土楼是智慧。" + LONG,
            "北京大学专家也这样看。" + LONG,
        ),
        None,
    ),
    "verb before a general kind of school": Situation(
        "就业增长",
        ("并扩大中等职业学校招生，未经批准不得开办中等职业学校。" + LONG,),
        None,
    ),
    "campus and pupils": Situation(
        "北京大学校园里的春天",
        ("全省中小学、驻马店市中小学都放假了。" + LONG,),
        None,
        "北京",
    ),
    "honours and visits of others": Situation(
        "喜报",
        (
            "合肥骆岗职业学院护理系党支部获评省级样板支部。" + LONG,
            "同批入选的还有安徽师范大学、淮北师范大学，安徽师范大学一行来校考察。",
        ),
        "合肥骆岗职业学院",
        "安徽",
        "合肥",
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_owner_and_region(situation: Situation, desk: Any) -> None:
    entry = desk.article(
        situation.title,
        *situation.paragraphs,
        subtitle=situation.subtitle,
        metadata=Metadata(source=situation.source),
    )
    assert entry.first("school") == situation.school
    assert (entry.first("province"), entry.first("city")) == (
        situation.province,
        situation.city,
    )


def test_an_own_name_beats_the_report_only_where_it_is_said_outright(
    desk: Any, part: Any
) -> None:
    entries = desk.whole(
        "常州运河职业学院质量年度报告（2023年度）",
        part("前言", (LONG,), Kind.SECTION),
        part(
            "党建引领", ("学校与苏州大学、江苏大学合作，苏州大学专家来校指导。" + LONG,)
        ),
        part("与南京师范大学共建支部", ("南京师范大学选派教师。" + LONG,)),
    )
    assert {entry.first("school") for entry in entries} == {"常州运河职业学院"}
    assert {entry.first("city") for entry in entries} == {"常州"}


def test_cases_of_a_compilation_have_their_own_owners(desk: Any, part: Any) -> None:
    entries = desk.whole(
        "全省职业院校党建典型案例汇编",
        part("保定白洋淀职业学院：水上党校", (LONG,), number=1),
        part("红色讲解队", ("申报单位：邯郸太行职业学院", LONG), number=2),
        part("无名支部的故事", (LONG,), number=3),
    )
    assert [entry.first("school") for entry in entries] == [
        "保定白洋淀职业学院",
        "邯郸太行职业学院",
        None,
    ]
    assert [entry.first("city") for entry in entries] == ["保定", "邯郸", None]


def test_items_of_news_say_where_they_are_from(desk: Any, part: Any) -> None:
    entries = desk.whole(
        "《要闻联播》 (20240105)",
        part("广东锚定目标开新局", (LONG,), Kind.ITEM),
        part("【一线】重庆加快建设", (LONG,), Kind.ITEM),
        part("长治久安靠制度", (LONG,), Kind.ITEM),
        part("日照充足助增收", (LONG,), Kind.ITEM),
        part("三明市推进医改", (LONG,), Kind.ITEM),
    )
    regions = [(entry.first("province"), entry.first("city")) for entry in entries]
    assert regions == [
        ("广东", None),
        ("重庆", None),
        (None, None),
        (None, None),
        ("福建", "三明"),
    ]


ALIASES = {
    "declared": (
        "鄂尔多斯煤化职业学院（以下简称“鄂煤职院”）坚持党建引领。",
        ["鄂煤职院"],
    ),
    "declared as the school": (
        "鄂尔多斯煤化职业学院（以下简称学校）坚持党建引领。",
        [],
    ),
    "half-width brackets": (
        '鄂尔多斯煤化职业学院(简称"鄂煤职院")坚持党建引领。',
        ["鄂煤职院"],
    ),
    "customary, seen": (
        "鄂尔多斯煤化职业学院坚持党建引领。近年来，鄂尔多斯煤化职院屡获佳绩。",
        ["鄂尔多斯煤化职院"],
    ),
    "customary, seen once only": ("鄂尔多斯煤化职业学院培育鄂职工匠。", []),
    "customary, seen twice": (
        "鄂尔多斯煤化职业学院培育鄂职工匠，提供鄂职方案，贡献鄂职经验。",
        ["鄂职"],
    ),
    "only begins like one": (
        "鄂尔多斯煤化职业学院的蒙鄂职业标准、蒙鄂职教联盟、蒙鄂职责清单、在鄂职工。",
        [],
    ),
    "called so by custom": (
        "学校（习惯简称“鄂煤职院”）地处高原，俗称“大漠摇篮”。",
        ["鄂煤职院"],
    ),
    "part of a longer one": (
        "（以下简称“鄂职院”）鄂职院坚持党建引领，鄂职院屡获佳绩。",
        ["鄂职院"],
    ),
    "a partner's": (
        "鄂尔多斯煤化职业学院与包头稀土大学（以下简称“包土大”）共建。",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ALIASES.values(), ids=ALIASES)
def test_short_names(text: str, expected: list[str], desk: Any) -> None:
    entry = desk.article("鄂尔多斯煤化职业学院：大漠上的支部", text + LONG)
    assert entry.values("alias") == expected


def test_a_document_without_entries_has_nothing_to_say(lexicon: Any) -> None:
    document = Document("0" * 16, "甲.pdf", "pdf", "甲", "", ())
    assert annotate(document, (), lexicon) == ()
