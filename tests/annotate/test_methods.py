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
    "实施“一中心双支撑五联动”工作模式": [Method("一中心双支撑五联动")],
    "打造“三院两馆一廊”育人平台": [Method("三院两馆一廊")],
    "确立“三管三服”导向": [Method("三管三服")],
    "构建“三维联动”育人体系": [Method("三维联动")],
    "完成“六个一”建设目标": [Method("六个一")],
    "建强“三力”支部，争做“三个标兵”": [Method("三力"), Method("三个标兵")],
    "实施“四项攻坚工程”": [Method("四项攻坚工程")],
    "构建“党建三级联动”体系": [Method("党建三级联动")],
    "形成四三一机制": [Method("四三一")],
    "推广“12345”志愿服务工作法": [Method("12345")],
    "落实“一体两翼”战略部署": [Method("一体两翼", (), national=True)],
    "创新“一体两翼”工作法": [Method("一体两翼")],
    "开展“三亮”活动，即亮身份、亮承诺、亮业绩。": [
        Method("三亮", ("亮身份", "亮承诺", "亮业绩"))
    ],
    "推行“三心”服务：爱心、耐心、细心。": [Method("三心", ("爱心", "耐心", "细心"))],
    "推行“三心”（爱心、耐心、细心）服务。": [Method("三心", ("爱心", "耐心", "细心"))],
    "抓好“两进两送”，即进车间、进宿舍，送政策、送技术。": [
        Method("两进两送", ("进车间", "进宿舍", "送政策", "送技术"))
    ],
    "推行“三融三促”工作法，即融教学促育人、融企业促就业、融社区促服务。": [
        Method("三融三促", ("融教学促育人", "融企业促就业", "融社区促服务"))
    ],
    "“一核三链”以党总支为核心，以人才链、技术链、服务链为支撑。": [
        Method("一核三链", ("党总支", "人才链", "技术链", "服务链"))
    ],
    "坚持“一核两翼”体系，即“党建带团建”为核心，以“课堂、社区”为两翼。": [
        Method("一核两翼", ("党建带团建", "课堂", "社区"))
    ],
    "建立“三二一”机制，建立以“三争”为目标，“两诺”为抓手的制度": [Method("三二一")],
    "建立“三一”机制。以“三争”为目标，“一项业绩”为成果。": [],
    "建立“三二一”机制。以“三争”为目标，“二诺”为抓手，“一项业绩”为成果。": [
        Method("三二一", ("三争", "二诺", "一项业绩"))
    ],
    "“五个一”模式：上好一堂课，办好一个讲堂，带好一支队伍，读好一本书，做好一件事。": [
        Method(
            "五个一",
            ("上好一堂课", "办好一个讲堂", "带好一支队伍", "读好一本书", "做好一件事"),
        )
    ],
    "实现课堂与车间、教师与师傅“两个衔接”机制": [
        Method("两个衔接", ("课堂与车间", "教师与师傅"))
    ],
    "把教师培养成党员，把党员培养成骨干的“两培”工程": [
        Method("两培", ("把教师培养成党员", "把党员培养成骨干"))
    ],
    "推行“1+2+N”（1个党委、2支队伍、N个支部）模式": [
        Method("1+2+N", ("1个党委", "2支队伍", "N个支部"))
    ],
    "广泛开展石榴红、稻田绿、海洋蓝“三色文化”教育，打造“三色文化”体系": [
        Method("三色文化", ("石榴红", "稻田绿", "海洋蓝"))
    ],
    "推行“双主任、双培养、双评价”机制": [Method("双主任、双培养、双评价")],
    "推出“两张清单、三项制度”：资源清单、需求清单，例会制度、轮值制度、考评制度。": [
        Method(
            "两张清单、三项制度",
            ("资源清单", "需求清单", "例会制度", "轮值制度", "考评制度"),
        )
    ],
    "以党委为轴，以课堂、社区为翼，以资金、人才、成果为内容，即“一轴双翼三环”。": [
        Method("一轴双翼三环", ("党委", "课堂", "社区", "资金", "人才", "成果"))
    ],
    "学校提出“两个平台、三个体系”的设想": [],
    # only some parts are explained: nothing is made up
    "“三亮”活动，即亮身份、亮承诺。": [],
    "“一核三链”模式以党总支为核心，以人才链、技术链为支撑。": [Method("一核三链")],
    "“四心”服务模式：爱心、耐心、细心。": [Method("四心")],
    "所称“双带头人”，是指政治过硬、业务精通的书记。": [
        Method("双带头人", (), national=True)
    ],
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
    "受理“12345”政务服务热线平台",
    "宣讲“两会”精神，庆祝“五一”",
    "文艺“百花齐放”，体育“一等奖”",
    "组织“三下乡”行动，建设“双高”计划",
    "写了“一百零六”，讲“九十七厘米”课堂",
    "获“五四红旗团支部”机制创新奖",
    "入选“三地一站”单位",
    "建设“七项”工程，聚焦“三百”工程",
    "工作“一盘棋”，打通“最后一公里”",
    "实行“一人一档”“一生一案”机制",
    "解决“两张皮”问题，防止“一阵风”",
    "教师具备“双证”“双职称”",
    "从“双师型”到“双师双能型”的跨越",
    "坚持“一票否决”制度",
    "三个工作机制更加健全，两个平台建成",
    "一年两次的会议机制",
    "“一项岗位业绩”为成果的工作机制",
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推行“一馆一品牌”", "一馆一品牌"),
        ("开展一社团一特色创建", "一社团一特色"),
        ("“一室一品”建设", "一室一品"),
        ("打造“一专业一名片”", "一专业一名片"),
        ("实行一年级一亮点", "一年级一亮点"),
        ("探索“一站 一品牌”", "一站一品牌"),
    ],
)
def test_wordings_coined_on_the_pattern(text: str, name: str, desk: Any) -> None:
    (fact,) = [it for it in desk.article("标题", text).facts if it.name == "slogans"]
    assert fact.value == Slogan(name, "一支部一品牌")
    assert {words.rule for words in fact.evidence} == {"slogan.pattern"}


@pytest.mark.parametrize(
    "text",
    [
        "“一人一品”",
        "一县一品牌",
        "一街道一特色",
        "形成一批品牌",
        "一室一品味",
        "一生一特色",
        "一室一品建设",
        "进一步打造一个品牌",
        "一支队伍一个品牌",
        "一名教师一个特色",
        "统一打造一特色",
        "一年一亮点",
    ],
)
def test_what_only_looks_like_one(text: str, desk: Any) -> None:
    assert desk.article("标题", text).values("slogans") == []


def test_parts_are_summed_where_the_halves_are_given(desk: Any) -> None:
    entry = desk.article(
        "以“两力两红”工作法激活支部",
        "支部把组织力、服务力作为“两力”，立足岗位。",
        "“两红”即红色讲台、红色工地。",
    )
    found = {method.name: method.parts for method in entry.values("methods")}
    assert found["两力两红"] == ("组织力", "服务力", "红色讲台", "红色工地")
