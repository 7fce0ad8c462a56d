"""Whose a document is, where only one small place says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from casebase.entry import Entry, Kind

LONG = "支部的党员说，哪里有难处，脚印就该留在哪里，学生们听得很认真。"


class Situation(NamedTuple):
    name: str
    text: str
    school: str | None
    province: str | None
    city: str | None


SITUATIONS = {
    "a speaker of the school's committee": Situation(
        "讲话.txt",
        "在述职评议会上的讲话\n中共酒泉风电职业学院委员会书记　石万里\n同志们：\n"
        "一年来各支部进步很大。邻校金昌镍都职业学院做得也好。\n",
        "酒泉风电职业学院",
        "甘肃",
        "酒泉",
    ),
    "news of our school, named in passing": Situation(
        "新闻.txt",
        "我校两个支部通过验收\n近日，省委教育工委公布结果，"
        "酒泉风电职业学院两个党支部榜上有名。\n",
        "酒泉风电职业学院",
        "甘肃",
        "酒泉",
    ),
    "a plan for branches": Situation(
        "方案.txt",
        "酒泉风电职业学院党支部标准化建设行动方案\n各党支部：\n现将方案印发，请执行。\n",
        "酒泉风电职业学院",
        "甘肃",
        "酒泉",
    ),
    "a site's name and foot": Situation(
        "网页.html",
        "<html><head><title>我校突击队奔赴旱区-昭通金沙职业学院</title></head><body>"
        "<h1>我校突击队奔赴旱区</h1><div>时间：2023-05-12 来源：组织部</div>"
        f"<div class='v_news_content'><p>{LONG}</p><p>{LONG}修渠11公里。</p></div>"
        "<footer>版权所有 昭通金沙职业学院 地址：云南省昭通市学府路</footer>"
        "</body></html>",
        "昭通金沙职业学院",
        "云南",
        "昭通",
    ),
    "a row of a form": Situation(
        "申报.md",
        f"""# 案例：把党课开进直播间

| 项目 | 内容 |
| --- | --- |
| 申报单位 | 赣州稀土职业学院 |
| 联系人 | 黄某某 |

## 一、实施背景

{LONG}

## 二、主要做法

{LONG}
""",
        "赣州稀土职业学院",
        "江西",
        "赣州",
    ),
    "first person, universities as partners": Situation(
        "机库.txt",
        f"""支部建在机库里
近年来，我们长沙麓山航空职业技术学院飞机维修学院教师党支部，把支部建在机库。{LONG}
学校与中南大学、湖南大学共建基地，中南大学专家每月来校，中南大学还捐赠了发动机。
""",
        "长沙麓山航空职业技术学院",
        "湖南",
        "长沙",
    ),
    "a portrait's subtitle": Situation(
        "人物.txt",
        f"""做学生的点灯人
——记全国优秀教师、朔州桑干河职业技术学院教师党支部书记赵青
赵青今年四十七岁，从教二十四年。{LONG}
""",
        "朔州桑干河职业技术学院",
        "山西",
        "朔州",
    ),
    "who acts in the news": Situation(
        "消息.txt",
        """在平凡中发光
本报讯（通讯员 王一鸣）12月3日，乌兰察布草原职业学院举行志愿者日活动，四百人参加。
活动在呼和浩特民族学院、包头轻工职业技术学院等校引起反响。
""",
        "乌兰察布草原职业学院",
        "内蒙古",
        "乌兰察布",
    ),
    "a county's school": Situation(
        "职高.txt",
        f"""长治久安看基层
——一所乡村职校的支部生活
沁县职业高级中学地处山西省长治市西北部，学校只有三个支部。{LONG}
""",
        "沁县职业高级中学",
        "山西",
        "长治",
    ),
    "a line with the source": Situation(
        "银杏.md",
        f"""# 银杏树下的“老兵课堂”

> 来源：丹东鸭绿江职业技术学院新闻中心  2024年7月1日

{LONG}
""",
        "丹东鸭绿江职业技术学院",
        "辽宁",
        "丹东",
    ),
    "who took the minutes": Situation(
        "纪要.txt",
        f"""会议纪要
时间：2024年3月12日下午
地点：行政楼301
会议研究了党建工作。{LONG}
黔西南布依职业技术学院党政办公室整理
""",
        "黔西南布依职业技术学院",
        "贵州",
        "黔西南",
    ),
    "a decision signed by the committee": Situation(
        "决定.txt",
        f"""关于表彰2023年度先进基层党组织的决定
各党总支、直属党支部：
经校党委研究，决定予以表彰。{LONG}
中共曲靖珠江源职业技术学院委员会
2024年6月28日
""",
        "曲靖珠江源职业技术学院",
        "云南",
        "曲靖",
    ),
    "where it lies, after when it was founded": Situation(
        "简介.txt",
        f"""摇篮
赢牟职业技术学院创办于1958年，位于山东省济南市莱芜区，是一所公办学校。{LONG}
学校与位于青岛市的企业共建，与上海、苏州的学校结对。{LONG}
""",
        "赢牟职业技术学院",
        "山东",
        "济南",
    ),
    "a short name on a page of WeChat": Situation(
        "公众号.html",
        "<html><head><title>把支部建在茶山上</title></head><body><div id='js_article'>"
        "<h1 id='activity-name'>把支部建在茶山上</h1><a id='js_name'>普洱茶韵职院</a>"
        "<div id='js_content'><p>雾还没有散，普洱茶韵职业技术学院茶学系党支部上了山。"
        f"</p><p>{LONG}</p></div></div></body></html>",
        "普洱茶韵职业技术学院",
        "云南",
        "普洱",
    ),
    "a speaker's line": Situation(
        "讲堂.txt",
        f"""党建与业务怎样融到一起
主讲人：葫芦岛滨海职业学院党委书记　沈渡
整理：秦小满
党建与业务不是两条线，而是一条线的两头。{LONG}
""",
        "葫芦岛滨海职业学院",
        "辽宁",
        "葫芦岛",
    ),
    "who compiled it, after the last piece": Situation(
        "选编.md",
        f"""# 2023年度党支部工作案例选编

## 1. 灯火

**选送单位**：机电学院学生党支部

{LONG}

## 2. 桥

**选送单位**：建筑学院教师党支部

{LONG}

铜陵青铜职业技术学院党委组织部 编

2024年1月
""",
        "铜陵青铜职业技术学院",
        "安徽",
        "铜陵",
    ),
    "no street and no partner's honour is a place": Situation(
        "街道.txt",
        f"""把窗口搬到楼下
栖霞河谷职业学校位于中山路88号，老师们把窗口搬到了楼下。{LONG}
我们学习了同行的经验。{LONG}
""",
        "栖霞河谷职业学校",
        None,
        None,
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_owner_and_place(
    situation: Situation, whole_way: Callable[[str, str], tuple[Entry, ...]]
) -> None:
    found = {
        tuple(entry.first(fact) for fact in ("school", "province", "city"))
        for entry in whole_way(situation.name, situation.text)
    }
    assert found == {situation[2:]}


COMPILATION = """# 全省职业院校党建创新案例选

## 一盏不灭的灯

学校：宜昌峡江职业学院

学校把值班室改成党员服务站，夜里十一点以后仍有人值守，学生有事都能找到人。

## 田埂上的支部

学校：黄冈大别山职业技术学院

支部把会开到田埂上，请农户当评委，一年解决种植难题四十六个，农户增收明显。

## 图纸里的初心

学校：襄阳汉江技师学院

老师傅把三十年的图纸交给支部，学生党员一张张扫描，做成了全校都能用的资料库。
"""


def test_items_say_whose_they_are(
    whole_way: Callable[[str, str], tuple[Entry, ...]],
) -> None:
    entries = whole_way("案例选.md", COMPILATION)
    found = {entry.title: entry for entry in entries if entry.first("school")}
    assert {
        title: tuple(entry.first(fact) for fact in ("school", "province", "city"))
        for title, entry in found.items()
    } == {
        "一盏不灭的灯": ("宜昌峡江职业学院", "湖北", "宜昌"),
        "田埂上的支部": ("黄冈大别山职业技术学院", "湖北", "黄冈"),
        "图纸里的初心": ("襄阳汉江技师学院", "湖北", "襄阳"),
    }


def test_a_committees_compilation_is_of_schools_that_sign_their_cases(
    desk: Any, part: Any
) -> None:
    entries = desk.whole(
        "全省职业院校支部工作法汇编",
        part("编者按", ("中共湖南省委教育工作委员会　2023年5月", LONG), Kind.SECTION),
        part("灯下党课", ("砚洲商贸职业学院继续教育学院党支部", LONG), number=1),
        part("铁军熔炉", ("北岭高级技工学校焊接系党支部", LONG), number=2),
    )
    assert [entry.first("school") for entry in entries] == [
        "中共湖南省委教育工作委员会",
        "砚洲商贸职业学院",
        "北岭高级技工学校",
    ]


def test_a_students_office_is_no_student(desk: Any) -> None:
    entry = desk.article(
        "一站通办暖民心", "阜阳颍淮卫生职业学院学生工作部党支部现有党员19名。" + LONG
    )
    assert entry.first("school") == "阜阳颍淮卫生职业学院"
