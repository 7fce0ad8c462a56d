"""Dates of issue and reported years; dates that are only told are none."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from casebase.document import Metadata
from casebase.entry import Kind

LONG = (
    "2021年，学校获奖三项；去年5月与社区共建；自2020年3月1日起试行，今年以来成效明显。"
)


class Situation(NamedTuple):
    title: str
    paragraphs: tuple[str, ...]
    date: str | None
    year: int | None
    metadata: Metadata = Metadata()
    kind: Kind = Kind.ARTICLE
    name: str = "甲.txt"


SITUATIONS = {
    "nothing said": Situation("党旗红", (LONG,), None, None),
    "metadata": Situation(
        "党旗红", (LONG,), "2024-03-15", 2024, Metadata(date="2024-03-15")
    ),
    "metadata, month only": Situation(
        "党旗红", (LONG,), "2024-03", 2024, Metadata(date="2024-03")
    ),
    "signature": Situation(
        "关于评议的通知",
        (LONG, "巴中银耳职业学院", "2024年5月30日"),
        "2024-05-30",
        2024,
    ),
    "a dateline of news": Situation(
        "运动会开幕",
        ("岭南职教网2022年3月4日讯（记者 温一言）3日，开幕。", LONG),
        "2022-03-04",
        2022,
    ),
    "a time with a spaced label": Situation(
        "党委会议纪要",
        ("时　　间：2022年3月8日（星期二）上午9：00", LONG),
        "2022-03-08",
        2022,
    ),
    "a date beside an office under the title": Situation(
        "运动会开幕", ("2023-10-13  体育部", LONG), "2023-10-13", 2023
    ),
    "a date that begins a sentence": Situation(
        "运动会开幕", ("2023年10月13日 运动会在体育馆开幕，" + LONG,), None, None
    ),
    "signature on one line": Situation(
        "关于评议的通知",
        (LONG, "巴中银耳职业学院党委 2024年5月30日"),
        "2024-05-30",
        2024,
    ),
    "signature in Chinese numerals": Situation(
        "关于评议的通知",
        (LONG, "巴中银耳职业学院", "二〇二四年十二月三十一日"),
        "2024-12-31",
        2024,
    ),
    "signature with a circle for zero": Situation(
        "关于评议的通知", (LONG, "二○二四年十月十日"), "2024-10-10", 2024
    ),
    "signature before an annex": Situation(
        "关于印发办法的通知",
        (
            "各支部：",
            "巴中市教育局",
            "2023年7月4日",
            "评议办法",
            "第一条 为规范评议，制定本办法。",
            LONG,
        ),
        "2023-07-04",
        2023,
    ),
    "passed first, then signed": Situation(
        "支部工作细则",
        (
            "（2021年6月2日党委会审议通过）",
            "第一条 为规范工作，制定本细则。",
            "中共巴中银耳职业学院委员会",
            "２０２１年６月１０日",
        ),
        "2021-06-10",
        2021,
    ),
    "printed by an office": Situation(
        "关于评议的通知",
        (LONG, "巴中银耳职业学院党政办公室 2024年5月30日印发"),
        "2024-05-30",
        2024,
    ),
    "signature with a month only": Situation(
        "支部的力量",
        ("巴中银耳职业学院党委宣传部 2024年5月", LONG),
        "2024-05",
        2024,
    ),
    "a month after a list's heading": Situation(
        "支部的力量", ("一、起步阶段", "2021年5月", LONG), None, None
    ),
    "when it takes place": Situation(
        "关于讲座的通知", ("活动时间：2024年5月30日", LONG), None, None
    ),
    "time before its source": Situation(
        "党旗红",
        ("2024-05-30 10:22 来源：宣传部", LONG),
        "2024-05-30",
        2024,
    ),
    "where it was printed": Situation(
        "党旗红", (LONG, "（原载《某报》2024年5月30日第3版）"), "2024-05-30", 2024
    ),
    "in a file's name": Situation(
        "党旗红", (LONG,), "2024-05-30", 2024, name="某报20240530教育版.txt"
    ),
    "a journal's number": Situation(
        "支部研究", ("文章编号：1008-123X（2023）04-0012-05", LONG), None, 2023
    ),
    "newspaper's line": Situation(
        "党旗红", ("2025年6月17日 星期二 专版", LONG), "2025-06-17", 2025
    ),
    "labelled line": Situation(
        "党旗红",
        ("发布时间：2024-03-05 来源：宣传部 浏览：12", LONG),
        "2024-03-05",
        2024,
    ),
    "captured, not issued": Situation(
        "党旗红", ("抓取时间：2026-04-03", LONG), None, None
    ),
    "received, not issued": Situation(
        "党旗红", ("收稿日期：2022-11-15", LONG), None, None
    ),
    "in an address": Situation(
        "党旗红",
        (LONG,),
        "2024-10-24",
        2024,
        Metadata(url="https://a.gov.cn/b/202410/t20241024_53.html"),
    ),
    "in a title": Situation("《要闻》 (20230105)", (LONG,), "2023-01-05", 2023),
    "not a day": Situation("第20231345号", (LONG,), None, None),
    "law revised": Situation(
        "某某市职业教育条例",
        (
            "2008年10月22日 第十三届人民代表大会常务委员会第十二次会议通过",
            "2021年9月24日 第十五届人民代表大会常务委员会修订 自2022年1月1日起施行",
            "第一条 为了发展职业教育，制定本条例。",
            "第二条 本条例自2022年1月1日起施行。",
        ),
        "2021-09-24",
        2021,
        kind=Kind.POLICY,
    ),
    "law published after it was passed": Situation(
        "某某市职业教育条例",
        ("2021年9月24日 常务委员会通过", "第一条 为了发展职业教育，制定本条例。"),
        "2021-10-10",
        2021,
        kind=Kind.POLICY,
        name="法/某某市职业教育条例(2021-10-10).md",
    ),
    "annual report": Situation(
        "巴中银耳职业学院质量年度报告（2022年度）",
        (LONG,),
        "2023-01-20",
        2022,
        Metadata(date="2023-01-20"),
    ),
    "annual report by its words": Situation(
        "质量年报",
        (
            "2022年度开展培训，",
            "2022 年度立项课题，",
            "2022年度投入经费，2021年度相比增长。",
        ),
        None,
        2022,
    ),
    "span of years": Situation("三年行动计划（2023-2025年）", (LONG,), None, None),
    "school year": Situation("2022-2023学年工作要点", (LONG,), None, None),
    "year in the title": Situation("2023年党建工作要点", (LONG,), None, 2023),
    "meeting that is told": Situation(
        "党旗红", ("2024年4月3日下午，召开会议。" + LONG,), None, None
    ),
    "table's head": Situation("季度报告", ("2018年3月31日", *["项目"] * 9), None, None),
}


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_date_and_year(situation: Situation, desk: Any) -> None:
    entry = desk.article(
        situation.title,
        *situation.paragraphs,
        metadata=situation.metadata,
        kind=situation.kind,
        name=situation.name,
    )
    assert (entry.first("date"), entry.first("year")) == (
        situation.date,
        situation.year,
    )
