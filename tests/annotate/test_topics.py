"""Topics: what a text names in its title or headings, or keeps coming back to."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from casebase.annotate.topics import topics
from casebase.entry import Paragraph, Role
from casebase.lexicon import SHIPPED, Lexicon

FILL = "老师们一早就到了，天气很好，大家把桌椅摆得整整齐齐，谁也没有多说什么。"

# A title → a topic that it names.
NAMED = {
    "以党建引领学校高质量发展": "党建引领",
    "党旗领航，匠心筑梦": "党建引领",
    "把党支部建到车间里": "党建",
    "一堂在渡口讲的党课": "党建",
    "支部标准化建设的三步走": "基层组织建设",
    "教师党支部书记“双带头人”工作室的一年": "双带头人",
    "样板支部是怎样练成的": "样板支部",
    "标杆院系创建侧记": "样板支部",
    "“灯下红”党建品牌": "品牌创建",
    "推行“一院一品”": "品牌创建",
    "智慧党建看得见": "智慧党建",
    "校企党建联盟的第一年": "校企联建",
    "联合党支部怎么开会": "校企联建",
    "产业学院落地记": "产教融合",
    "订单班里的师徒": "产教融合",
    "构建三全育人新格局": "三全育人",
    "车间里的思政课": "思政课",
    "课程思政的十个案例": "思政课",
    "师德师风建设年度总结": "师德师风",
    "双型教师不够，教师培训来补": "教师队伍",
    "一站式学生社区的夜晚": "学生社区",
    "心理健康从倾听开始": "心理健康",
    "资助育人不止于发钱": "资助育人",
    "传统文化进校园": "文化育人",
    "用好红色资源": "红色文化",
    "劳动教育周": "劳动教育",
    "志愿服务在社区": "志愿服务",
    "科技特派员上山来": "乡村振兴",
    "服务乡村振兴的一条路": "乡村振兴",
    "社会培训办到厂门口": "社会服务",
    "访企拓岗促就业": "就业创业",
    "就业指导从入学开始": "就业创业",
    "技能大赛的第二名": "技能竞赛",
    "三教改革怎么改": "教学改革",
    "技术研发与成果转化": "科研创新",
    "智慧校园建设": "数字化",
    "清廉校园里的一台戏": "廉洁建设",
    "党史学习教育走进班级": "主题教育",
    "共青团的早操队": "群团工作",
    "鲁班工坊开课了": "国际合作",
    "中外合作办学十年": "国际合作",
    "依法治校的一本账": "治理",
    "消防安全演练": "平安校园",
}


def names(entry: Any) -> list[str]:
    return [fact.value for fact in entry.facts if fact.name == "topics"]


@pytest.mark.parametrize(("title", "topic"), NAMED.items())
def test_a_title_names_its_topic(title: str, topic: str, desk: Any) -> None:
    entry = desk.article(title, FILL * 20)
    assert topic in names(entry)
    rules = {
        words.rule
        for fact in entry.facts
        if fact.value == topic
        for words in fact.evidence
    }
    assert rules == {"topic.named"}


def test_every_topic_has_a_title_here(lexicon: Lexicon) -> None:
    assert {topic.name for topic in lexicon.topics} == set(NAMED.values())


@pytest.mark.parametrize(
    ("times", "filled", "expected"),
    [
        (1, 5, []),
        (2, 5, ["志愿服务"]),
        (2, 20, []),
        (3, 20, ["志愿服务"]),
        (3, 200, []),
    ],
)
def test_a_text_keeps_coming_back_to_its_topic(
    times: int, filled: int, expected: list[str], desk: Any
) -> None:
    entry = desk.article("小事", FILL * filled, "志愿服务开始了。" * times)
    assert names(entry) == expected


@pytest.mark.parametrize(
    "title",
    [
        "小事一桩",
        "开启旅游品牌新征程",
        "重阳节主题教育活动开幕",
        "人工智能学院的操场",
        "食堂的新菜单",
    ],
)
def test_titles_that_name_none(title: str, desk: Any) -> None:
    assert names(desk.article(title, FILL)) == []


def test_a_longer_word_belongs_to_the_topics_of_the_words_in_it(desk: Any) -> None:
    assert names(desk.article("我们的党建品牌", FILL)) == ["党建", "品牌创建"]


def test_employment_is_not_about_the_party(desk: Any) -> None:
    entry = desk.article("就业指导", "学校办好就业服务，毕业生就业稳中有升。", FILL)
    assert names(entry) == ["就业创业"]


def test_a_heading_names_a_topic(desk: Any, lexicon: Lexicon) -> None:
    entry = desk.article("小事", FILL * 20)
    heading = Paragraph("一、廉洁从小事做起", Role.HEADING, 1)
    row = Paragraph("心理健康\t心理健康\t心理健康", Role.ROW)
    entry = replace(entry, paragraphs=(heading, row, *entry.paragraphs))
    ((topic, words),) = topics(entry, lexicon)
    assert topic == "廉洁建设"
    assert entry.text[words.start : words.end] == words.quote == "廉洁"


def test_topics_come_in_the_order_of_the_lexicon(desk: Any, lexicon: Lexicon) -> None:
    found = names(desk.article("志愿服务、廉洁与党建引领", FILL))
    order = [topic.name for topic in lexicon.topics]
    assert found == sorted(found, key=order.index)
    assert found == ["党建", "党建引领", "志愿服务", "廉洁建设"]


def test_the_scheme_explains_itself() -> None:
    text = (SHIPPED / "topics.tsv").read_text(encoding="utf-8")
    assert text.startswith("# 主题")
    assert "规则" in text


@pytest.mark.parametrize("unit", ["党建", "党", "志愿服务。", "一站式”学生", "岗课赛"])
def test_linear_time(unit: str, desk: Any) -> None:
    short, long = (seconds(desk, unit * (size // len(unit))) for size in (9000, 36000))
    assert long < max(0.6, short * 10)


def seconds(desk: Any, text: str) -> float:
    begin = time.process_time()
    desk.article("小事", text)
    return time.process_time() - begin
