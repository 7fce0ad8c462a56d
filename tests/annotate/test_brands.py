"""Brands: names in quotes that a text presents, with their holder, level and form."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from casebase.annotate.brands.tables import tabled
from casebase.entry import Brand, Fact, Paragraph, Role

SCHOOL = "淮滨工贸职业学院"
TITLE = f"{SCHOOL}：把支部建在车间"

# What the text says → name, form and holder of each brand; @ is the school.
BRANDS: dict[str, list[tuple[str, str, str | None]]] = {
    "学校打造“灯下红”品牌。": [("灯下红", "品牌", "@")],
    "学校打造了“灯下红”党建工作品牌。": [("灯下红", "品牌", "@")],
    "我校“灯下红”党建品牌日益响亮。": [("灯下红", "品牌", "@")],
    "机电工程系党总支“匠心领航”党建品牌成效明显。": [
        ("匠心领航", "品牌", "机电工程系党总支")
    ],
    "我校会计学院教师党支部的“清算盘”品牌办了六年。": [
        ("清算盘", "品牌", "会计学院教师党支部")
    ],
    "近年来，护理学院党总支以“提灯人”品牌为牵引，强化队伍。": [
        ("提灯人", "品牌", "护理学院党总支")
    ],
    "会上公布了品牌“清算盘”。": [("清算盘", "品牌", None)],
    "支部品牌名为“春泥”，意在护花。": [("春泥", "品牌", None)],
    "支部品牌定为“春泥”。": [("春泥", "品牌", None)],
    "确定以“弯腰的教育”为全校共同的品牌。": [("弯腰的教育", "品牌", None)],
    "擦亮“绿野先锋”这张名片，“绿野先锋”名片更亮。": [("绿野先锋", "品牌", None)],
    "形成“绿野”“蓝海”“红帆”等五个党建品牌。": [
        ("绿野", "品牌", None),
        ("蓝海", "品牌", None),
        ("红帆", "品牌", None),
    ],
    "形成“绿野”、“蓝海”和“红帆”工作品牌。": [
        ("绿野", "品牌", None),
        ("蓝海", "品牌", None),
        ("红帆", "品牌", None),
    ],
    "“药香”志愿服务、“夜归人”热线等品牌深受欢迎。": [
        ("药香", "品牌", None),
        ("夜归人", "品牌", None),
    ],
    "设立“老班长”工作室。": [("老班长", "工作室", None)],
    "成立“老班长工作室”，由劳模主持。": [("老班长工作室", "工作室", None)],
    "学校成立了“陈师傅”技能传承工作室。": [("陈师傅", "工作室", "@")],
    "图书馆党支部建立“书影”阅读工作坊。": [("书影", "工作室", "图书馆党支部")],
    "组建“蓝马甲”青年志愿服务队。": [("蓝马甲", "团队", None)],
    "“蓝马甲”青年志愿服务队走进山区。": [("蓝马甲", "团队", None)],
    "土木学院学生党支部组建“测绘尖兵”突击队。": [
        ("测绘尖兵", "团队", "土木学院学生党支部")
    ],
    "“田埂上”理论宣讲团深入村组。": [("田埂上", "团队", None)],
    "开设“支部一刻钟”专栏。": [("支部一刻钟", "栏目", None)],
    "开通公众号“淮滨青年说”，推送文章。": [("淮滨青年说", "栏目", None)],
    "校报“车间来信”栏目刊发二十期。": [("车间来信", "栏目", None)],
    "建成“暖橙”党员驿站。": [("暖橙", "基地", None)],
    "建立“星灯”一站式学生社区。": [("星灯", "基地", None)],
    "建设“老码头”红色教育基地3处。": [("老码头", "基地", None)],
    "实施“法暖校园”工程。": [("法暖校园", "项目", None)],
    "学校党委实施“领雁”计划，选派骨干。": [("领雁", "项目", "@")],
    "机修党支部发起“拧紧螺丝”行动。": [("拧紧螺丝", "项目", "机修党支部")],
    "实施“苗圃计划”，培养新教师。": [("苗圃计划", "项目", None)],
    "“苗圃计划”，帮助新教师站稳讲台。": [("苗圃计划", "项目", None)],
    "设立“回响”资助育人项目。": [("回响", "项目", None)],
    "打造“云端匠心”学习平台。": [("云端匠心", "项目", None)],
    "创办“星期三讲堂”。": [("星期三讲堂", "活动", None)],
    "推出“院长有约”系列座谈会。": [("院长有约", "活动", None)],
    "教师党支部钻研技艺，培养人才，打造“匠造先锋”党支部。": [
        ("匠造先锋", "品牌", None)
    ],
    "如汽车学院教师党支部坚持育人，把党课讲进车间，打造“轮上先锋”党支部。": [
        ("轮上先锋", "品牌", "汽车学院教师党支部")
    ],
    "把学生社区建在桂树下，取名“桂荫里”。": [("桂荫里", "基地", None)],
    "支部把工作室命名为“磨刀石”。": [("磨刀石", "工作室", None)],
    "打造“党建+高水平团队”品牌。": [("党建+高水平团队", "品牌", None)],
    "图书馆党支部“夜读驿站”成了第二课堂。": [("夜读驿站", "基地", "图书馆党支部")],
    "“夜读驿站”便民服务点由党员值守。": [("夜读驿站", "基地", None)],
    "党总支与医院共建“白衣先锋岗”11个。": [("白衣先锋岗", "基地", None)],
    "“果园门诊”是支部办了八年的老品牌。": [("果园门诊", "品牌", None)],
    "市场营销系党支部打造“零距离”品牌。": [("零距离", "品牌", "市场营销系党支部")],
    "机电系党总支现有党员86名。近年来，党总支创建“齿轮”品牌。": [
        ("齿轮", "品牌", "机电系党总支")
    ],
    "机电系党总支“齿轮”、商学院党总支“珠算”等6个品牌入选。": [
        ("齿轮", "品牌", "机电系党总支"),
        ("珠算", "品牌", "商学院党总支"),
    ],
    "以“绿链工程”为牵引，服务园区。": [("绿链工程", "项目", None)],
    "支部开展“水滴讲堂”56期。": [("水滴讲堂", "活动", None)],
    "王老师主持的“红烛课堂”被评为优秀。": [("红烛课堂", "活动", None)],
    "支部打造“河小清”护河队。": [("河小清", "团队", None)],
    "与企业共建“蓝领实训营”，联合培养。": [("蓝领实训营", "基地", None)],
    "组建了一支以科技特派员为核心的“葡萄产业服务团”。": [
        ("葡萄产业服务团", "团队", None)
    ],
    "“红领主播”社团入围百强。": [("红领主播", "团队", None)],
    "电商学院党支部的“丝路电波”项目结项。": [("丝路电波", "项目", "电商学院党支部")],
    "三家合办“车云山讲习堂”，讲到第308课。": [("车云山讲习堂", "基地", None)],
    "“雪绒花”陪诊项目在公益赛中勇夺金奖。": [("雪绒花", "项目", None)],
    "“焊花”技能社获得铜奖。": [("焊花", "团队", None)],
    "创业团队“戈壁小牛”走上讲台。": [("戈壁小牛", "团队", None)],
    "推荐“雪莲”资助育人项目参加遴选。": [("雪莲", "项目", None)],
    "“气象卫士”科普团获评优秀组织单位。": [("气象卫士", "团队", None)],
    "教师王守成技能大师工作室获批建设。": [
        ("王守成技能大师工作室", "工作室", "王守成")
    ],
    "他们给支部起的名字，是“牧野先锋”。": [("牧野先锋", "品牌", None)],
    "电气系党支部“夜光讲堂”本月开讲4场。": [("夜光讲堂", "活动", "电气系党支部")],
    "会计系学生党支部“药膳小厨”项目被淘汰。": [
        ("药膳小厨", "项目", "会计系学生党支部")
    ],
    "轮机系党支部开发的“白帆云”学习平台上线。": [("白帆云", "项目", "轮机系党支部")],
    "轮机系党支部牵头的“红匠攻关队”进厂。": [("红匠攻关队", "团队", "轮机系党支部")],
    "“护苗”护校队获市里表彰。": [("护苗", "团队", None)],
    "软件系教师党支部创建“代码背后”，师生称好。": [
        ("代码背后", "品牌", "软件系教师党支部")
    ],
    "学校设立“链上先锋”专项，每年拨款。": [("链上先锋", "项目", "@")],
    "“周海山技能大师工作室”五年带徒九人。": [("周海山技能大师工作室", "工作室", None)],
    "海洋系党支部“渔灯学堂”、美术系党支部“浪花”服务队、图书馆“舱底书屋”等9个品牌。": [
        ("渔灯学堂", "品牌", "海洋系党支部"),
        ("浪花", "团队", "美术系党支部"),
        ("舱底书屋", "品牌", "图书馆"),
    ],
    "成立“蓝领帮帮团”，对接社区。": [("蓝领帮帮团", "团队", None)],
    '成立"老班长"工作室。': [("老班长", "工作室", None)],
    "打造「灯下红」品牌。": [("灯下红", "品牌", None)],
}

NO_BRANDS = [
    # slogans, formulas, methods
    "开展“一支部一品牌”创建活动。",
    "推行“一系一品”品牌建设。",
    "打造“1+3+N”党建工作平台。",
    "落实“三会一课”制度，实施“双带头人”培育工程。",
    "建设“四个一”工程。",
    "构建“党建+”平台。",
    # campaigns of the state, contests, phrases in everybody's mouth
    "开展“我为群众办实事”活动。",
    "组织“三下乡”服务队。",
    "参加“挑战杯”竞赛项目。",
    "开展“返家乡”实践项目。",
    "全面实施“对标争先”建设计划。",
    "打造“智慧党建”平台。",
    "建设“一站式”学生社区。",
    "打造“双师型”教学团队。",
    "打造“大思政课”品牌。",
    "深化“第二课堂”平台。",
    "助力“一带一路”项目。",
    # honours
    "获评全省“十佳党支部”称号。",
    "入选“全国党建工作样板支部”培育项目。",
    "被授予“五一劳动奖章”。",
    "入选“笃学计划”示范团队。",
    "荣获“振兴杯”项目一等奖。",
    # idioms, mottos, courses, themes, quotations, works
    "坚持“厚德强技”校训。",
    "秉持“以人为本”办学理念。",
    "开设“船舶原理”课程。",
    "开设“茶艺”“陶艺”等课程。",
    "以“不忘初心”为主题开展活动。",
    "书记说：“品牌要经得起问。”",
    "讲好“黄河故事”，传承文化。",
    "打造技能“快车道”，实现“零距离”就业。",
    "打出改革“组合拳”，拧成“一股绳”。",
    "作品命名为“远山”，诗名为“归来”。",
    "论文题目定名为“产业学院研究”。",
    # others' undertakings, goods, policies
    "围绕全市打造“水韵名城”文旅品牌，布局专业。",
    "对接全省“百强”产业工程。",
    "积极参与教育部“春蕾”计划。",
    "主动响应国家“强链”行动。",
    "开发“青豆”农产品品牌课程。",
    "打造“匠心”品牌化运营机制。",
    "某建工集团“铁军”品牌驰名。",
    "入选省级“育苗”工程。",
    "张明工作室“会诊”走进企业。",
    "“清风”吹进校园，“红烛”照亮前路。",
    "入选全国高校书记“强国行”专项行动团队。",
    "建成“技能大师工作室”两个。",
    "开展“清风”专项治理。",
    "被共青团河南省委命名为“河南省青年文明号”。",
]


def brands(entry: Any) -> list[Brand]:
    return [fact.value for fact in entry.facts if fact.name == "brands"]


@pytest.mark.parametrize(("text", "expected"), BRANDS.items())
def test_brands(
    text: str, expected: list[tuple[str, str, str | None]], desk: Any
) -> None:
    found = brands(desk.article(TITLE, f"{SCHOOL}是一所高职。", text))
    assert [(it.name, it.form) for it in found] == [it[:2] for it in expected]
    holders = [SCHOOL if it[2] == "@" else it[2] for it in expected]
    assert [it.holder for it in found] == holders


@pytest.mark.parametrize("text", NO_BRANDS)
def test_no_brands(text: str, desk: Any) -> None:
    assert brands(desk.article(TITLE, f"{SCHOOL}是一所高职。", text)) == []


@pytest.mark.parametrize(
    ("title", "name", "form"),
    [
        ("“桂荫里”一站式学生社区，把办公桌搬进宿舍楼", "桂荫里", "基地"),
        ("“苗圃计划”资助育人：从一份补助说起", "苗圃计划", "项目"),
        ("智慧党建“红芯”平台：让支部看得见", "红芯", "项目"),
        ("“蓝马甲”志愿服务队的六百个周末", "蓝马甲", "团队"),
        (f"{SCHOOL}“灯下红”工作品牌案例", "灯下红", "品牌"),
    ],
)
def test_titles_present_brands(title: str, name: str, form: str, desk: Any) -> None:
    (brand,) = brands(desk.article(title, "支部坚持把工作做实。"))
    assert (brand.name, brand.form) == (name, form)


@pytest.mark.parametrize(
    "title",
    [
        "参与“春蕾”项目的思考",
        "让“红芯”照进平台",
        "“不知道”之后的五年",
        "推进“三教”改革项目落地",
    ],
)
def test_titles_that_present_none(title: str, desk: Any) -> None:
    assert brands(desk.article(title, "支部坚持把工作做实。")) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("打造“灯下红”省级党建品牌。", "省级"),
        ("校级品牌“灯下红”成效明显。", "校级"),
        ("学校打造“灯下红”品牌，获批国家级课题。", None),
        ("打造“灯下红”党建品牌。", None),
    ],
)
def test_a_level_stands_beside_its_brand(
    text: str, level: str | None, desk: Any
) -> None:
    (brand,) = brands(desk.article(TITLE, text))
    assert brand.level == level


def test_a_brand_of_another_school_is_its_own(desk: Any) -> None:
    text = "兄弟院校固河交通职业学院的“蓝海”品牌给了我们启发。"
    found = brands(desk.article(TITLE, f"{SCHOOL}是一所高职。", text))
    assert [brand.holder for brand in found] == ["固河交通职业学院"]


def test_short_names_are_the_school(desk: Any) -> None:
    lead = f"{SCHOOL}（以下简称“淮滨工贸”）是一所高职。"
    (brand,) = brands(desk.article(TITLE, lead, "淮滨工贸打造“灯下红”品牌。"))
    assert brand == Brand("灯下红", SCHOOL, None, "品牌")


def test_a_brand_is_meant_wherever_it_is_quoted_again(desk: Any) -> None:
    entry = desk.article(
        "“灯下红”亮起来",
        "当初没有人看好“灯下红”。",
        "如今机电系党支部的“灯下红”品牌远近闻名。",
        "“灯下红”活动仍在继续。",
    )
    (fact,) = [fact for fact in entry.facts if fact.name == "brands"]
    assert fact.value == Brand("灯下红", "机电系党支部", None, "品牌")
    assert [words.rule for words in fact.evidence] == [
        "brand.named",
        "brand.again",
        "brand.again",
        "brand.again",
    ]
    assert {words.quote for words in fact.evidence} == {"灯下红"}


def test_the_operator_may_say_what_is_nobodys_brand(desk: Any, lexicon: Any) -> None:
    assert "三下乡" in lexicon.campaigns
    facts: tuple[Fact, ...] = desk.article(TITLE, "打造“三下乡”品牌。").facts
    assert not [fact for fact in facts if fact.name == "brands"]


def test_tables_list_brands(desk: Any) -> None:
    rows = (
        ("序号\t党支部\t品牌名称\t结果", True),
        ("1\t护理教师党支部\t床边三分钟\t通过", False),
        ("2\t康复学生党支部\t 陪你走一程 \t通过", False),
        ("3\t后勤党支部\t\t未通过", False),
    )
    entry = desk.article("结果公示", "经评议，结果如下。")
    table = [Paragraph(text, Role.ROW, table=1, head=head) for text, head in rows]
    entry = replace(entry, paragraphs=(*entry.paragraphs, *table), facts=())
    found = list(tabled(entry))
    assert [(brand.name, brand.holder) for brand, _ in found] == [
        ("床边三分钟", "护理教师党支部"),
        ("陪你走一程", "康复学生党支部"),
    ]
    for _, words in found:
        assert entry.text[words.start : words.end] == words.quote


def test_tables_of_other_things_list_none(desk: Any) -> None:
    entry = desk.article("统计表", "数据如下。")
    rows = ("品名\t品牌数量", "油墨\t12")
    table = [Paragraph(text, Role.ROW, table=1) for text in rows]
    assert not list(tabled(replace(entry, paragraphs=tuple(table))))


@pytest.mark.parametrize(
    "unit",
    ["“甲乙”", "打造“甲乙”品牌", "学院党支部", "取名“甲", "“甲乙”、", "的“甲乙”等品牌"],
)
def test_linear_time(unit: str, desk: Any) -> None:
    short, long = (seconds(desk, unit * (size // len(unit))) for size in (9000, 36000))
    assert long < max(0.6, short * 10)


def seconds(desk: Any, text: str) -> float:
    begin = time.process_time()
    desk.article(TITLE, text)
    return time.process_time() - begin


def test_lists_under_a_head_name_brands(desk: Any) -> None:
    entry = desk.article(
        "评选办法",
        "条文一则。",
        "附：示范品牌（首批）",
        "1.物流系党支部“链上红”",
        "2.机关第一党支部“暖窗”",
        "结果公布于后。",
        "1.物流系党支部“别的”",
    )
    assert [(it.name, it.holder) for it in brands(entry)] == [
        ("链上红", "物流系党支部"),
        ("暖窗", "机关第一党支部"),
    ]


def test_forms_name_a_brand_beside_its_key(desk: Any) -> None:
    rows = ("项目\t内容", "申报单位\t某学院", "品牌名称\t炉火正红", "负责人\t王某")
    entry = desk.article("申报表", "填写如下。")
    table = [
        Paragraph(text, Role.ROW, table=1, head=not at) for at, text in enumerate(rows)
    ]
    found = list(tabled(replace(entry, paragraphs=tuple(table))))
    assert [brand.name for brand, _ in found] == ["炉火正红"]
