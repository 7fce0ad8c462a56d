"""Genres, from titles, build and words."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from casebase.document import Metadata
from casebase.entry import GENRES, Kind

LONG = "学校坚持立德树人，把支部建在专业上，把党课讲到车间里，成效明显。"


class Situation(NamedTuple):
    genre: str
    title: str
    paragraphs: tuple[str, ...] = (LONG,)
    subtitle: str = ""
    format: str = "text"
    metadata: Metadata = Metadata()
    kind: Kind = Kind.ARTICLE


WECHAT = Metadata(url="https://mp.weixin.qq.com/s/abc", source="某学院")
SITUATIONS = [
    Situation("通知", "关于开展支部评议的通知"),
    Situation("通知", "关于表彰先进的通报（2024年）"),
    Situation("会议纪要", "党委会会议纪要"),
    Situation("讲话", "在庆祝大会上的讲话"),
    Situation("讲话", "把话讲实 把事做实", subtitle="在述职评议会上的讲话"),
    Situation("讲话", "书记交流发言摘登"),
    Situation("荣誉名单", "第三批样板支部名单"),
    Situation("荣誉名单", "关于样板支部培育创建单位验收结果的公示"),
    Situation("荣誉名单", "关于公布第三批党建工作样板支部的通知"),
    Situation("荣誉名单", "2024年优秀案例评选结果公告"),
    Situation("荣誉名单", "关于表彰2023年度优秀共产党员的决定"),
    Situation("通知", "关于报送优秀党员推荐名单的通知"),
    Situation("通知", "关于公布学费标准的通知"),
    Situation("方案规划", "“一支部一品牌”创建工作方案（试行）"),
    Situation("方案规划", "2024年党建工作要点"),
    Situation("法规制度", "师德考核办法（试行）"),
    Situation(
        "法规制度", "某某市职业教育条例", ("第一条 为了发展，",), kind=Kind.POLICY
    ),
    Situation("法规制度", "规范评议", ("第一条 为了规范评议，",), kind=Kind.POLICY),
    Situation("质量年报", "某学院高等职业教育质量年度报告（2023年）"),
    Situation("案例汇编", "党建优秀案例选编"),
    Situation("简报", "党建工作简报"),
    Situation("典型案例", "党建引领乡村振兴典型案例"),
    Situation("典型案例", "渭南洛川职业学院：一颗苹果里的支部"),
    Situation(
        "期刊论文",
        "高职院校支部建设研究",
        ("摘　要：本文讨论。", "关键词：党建；支部", LONG),
    ),
    Situation(
        "期刊论文", "支部建设研究", ("【作者简介】李某", "【基金项目】省级课题", LONG)
    ),
    Situation(
        "报纸通讯",
        "党建引领开新局 匠心铸魂育英才",
        subtitle="某职业学院推进党建工作纪实",
    ),
    Situation(
        "报纸通讯", "一线党旗红 实训显担当", (LONG, "本报记者 王某某 通讯员 李某")
    ),
    Situation("公众号文章", "党旗红", metadata=WECHAT, format="html"),
    Situation("公众号文章", "党旗红", metadata=Metadata(medium="微信公众号")),
    Situation("新闻", "我校举行升旗仪式", ("9月1日上午，学校举行升旗仪式。",)),
    Situation("新闻", "罢工影响交通", ("新华社巴黎12月9日电（记者某某）大罢工持续。",)),
    Situation(
        "新闻",
        "物价平稳",
        format="html",
        metadata=Metadata(date="2024-01-02", source="山西日报"),
    ),
    Situation("网页文章", "支部建设的几点体会", format="html"),
    Situation("其他", "化学符号一览"),
]


@pytest.mark.parametrize(
    "situation",
    SITUATIONS,
    ids=lambda situation: f"{situation.genre} {situation.title}",
)
def test_genre(situation: Situation, desk: Any) -> None:
    entry = desk.article(
        situation.title,
        *situation.paragraphs,
        subtitle=situation.subtitle,
        format=situation.format,
        metadata=situation.metadata,
        kind=situation.kind,
    )
    assert entry.first("genre") == situation.genre
    assert situation.genre in GENRES


def test_every_genre_is_in_the_table() -> None:
    assert {situation.genre for situation in SITUATIONS} == set(GENRES)


def test_a_report_is_known_by_its_chapters(desk: Any, part: Any) -> None:
    entries = desk.whole(
        "某学院",
        part("一、人才培养", (LONG,), Kind.SECTION),
        part("构建育人格局", (LONG,), number=1),
        part("二、服务贡献", (LONG,), Kind.SECTION),
        part("三、文化传承", (LONG,), Kind.SECTION),
    )
    assert {entry.first("genre") for entry in entries} == {"质量年报"}


def test_cases_without_a_report_are_a_compilation(desk: Any, part: Any) -> None:
    entries = desk.whole(
        "红色引擎", *(part(f"第{n}个故事", (LONG,), number=n) for n in (1, 2, 3))
    )
    assert {entry.first("genre") for entry in entries} == {"案例汇编"}


def test_case_parts_as_headings(desk: Any, part: Any) -> None:
    entries = desk.whole(
        "红色引擎",
        part("一、背景情况", (LONG,), Kind.SECTION),
        part("二、主要做法", (LONG,), Kind.SECTION),
        part("三、工作成效", (LONG,), Kind.SECTION),
    )
    assert {entry.first("genre") for entry in entries} == {"典型案例"}
