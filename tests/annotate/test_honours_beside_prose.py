"""Honours in titles, captions and tables; of this year; of the operator's own words."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from casebase.annotate.honours import honours
from casebase.entry import Kind, Paragraph, Role
from casebase.lexicon import Lexicon, load_lexicon
from tests.annotate.reporting import SCHOOL, entry, lines, read, said


def test_the_title_reports_too(lexicon: Lexicon) -> None:
    whole = entry("正文。", title="我校护理系党总支获评全省先进基层党组织")
    [(honour, words)] = honours(whole, SCHOOL, lexicon)
    assert said(honour) == "全省先进基层党组织 | 省级 | - | 获评 | 护理系党总支 | -"
    assert words.place == "title"
    assert whole.title[words.start : words.end] == words.quote


def test_a_ruling_text_reports_nothing(lexicon: Lexicon) -> None:
    text = "学校获评全国文明校园。"
    ruling = replace(entry(text), kind=Kind.POLICY)
    assert list(honours(ruling, SCHOOL, lexicon)) == []
    assert list(honours(entry(text), SCHOOL, lexicon))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "图 7 全国职业院校技能大赛一等奖",
            "全国职业院校技能大赛一等奖 | 国家级 | - | 获奖 | @ | -",
        ),
        (
            "图3 荣获全国五四红旗团委",
            "全国五四红旗团委 | 国家级 | - | 获评 | @ | -",
        ),
        ("图 4 省级大赛颁奖典礼", ""),
    ],
)
def test_captions_need_no_verb_for_prizes(
    text: str, rows: str, lexicon: Lexicon
) -> None:
    whole = entry(text, role=Role.CAPTION)
    found = [said(honour) for honour, _ in honours(whole, SCHOOL, lexicon)]
    assert found == lines(rows)


LISTS = {
    "cultivated": (
        (
            "第四批全省样板支部培育创建单位名单",
            "1.甲学院乙系党支部",
            "2.丙学院丁系党支部",
        ),
        """全省样板支部 | 省级 | 第四批 | 培育创建 | 甲学院乙系党支部 | -
        全省样板支部 | 省级 | 第四批 | 培育创建 | 丙学院丁系党支部 | -""",
    ),
    "by result": (
        (
            "附件1",
            "第二批全省样板支部验收结果（节选）",
            "一、通过验收（69个）",
            "1.甲学院乙系党支部",
            "二、暂缓通过（7个）",
            "1.丙学院丁系党支部",
        ),
        """全省样板支部 | 省级 | 第二批 | 通过验收 | 甲学院乙系党支部 | -
        全省样板支部 | 省级 | 第二批 | 暂缓通过 | 丙学院丁系党支部 | -""",
    ),
    "side by side": (
        ("一、先进党总支（2个）", "化工系党总支　安全系党总支"),
        """先进党总支 | - | - | 获评 | 化工系党总支 | -
        先进党总支 | - | - | 获评 | 安全系党总支 | -""",
    ),
    "put forward": (
        ("拟推荐省级样板支部名单", "1.化工系党支部"),
        "样板支部 | 省级 | - | 推荐申报 | 化工系党支部 | -",
    ),
    "not named": (("参会单位名单", "1.化工系党支部"), ""),
    "ended by prose": (
        ("全省样板支部名单", "各支部要珍惜荣誉，再接再厉。", "1.化工系党支部"), "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "rows"), LISTS.values(), ids=LISTS)
def test_lists_are_read_by_their_heads(
    paragraphs: tuple[str, ...], rows: str, lexicon: Lexicon
) -> None:
    listed = replace(entry(""), paragraphs=tuple(map(Paragraph, paragraphs)))
    found = list(honours(listed, SCHOOL, lexicon))
    assert [said(honour) for honour, _ in found] == lines(rows)
    for _, words in found:
        assert listed.text[words.start : words.end] == words.quote


def test_a_ruling_text_may_end_in_a_list(lexicon: Lexicon) -> None:
    text = tuple(
        map(
            Paragraph,
            (
                "获评省级样板支部的，奖励。",
                "附：校级示范品牌（首批）",
                "1.机电党支部“红轮”",
            ),
        )
    )
    ruling = replace(entry(""), kind=Kind.POLICY, paragraphs=text)
    [(honour, _)] = honours(ruling, SCHOOL, lexicon)
    assert said(honour) == "示范品牌 | 校级 | 首批 | 获评 | 机电党支部“红轮” | -"


def test_remarks_tell_batch_and_status(lexicon: Lexicon) -> None:
    rows = (
        ("荣誉名称\t支部名称\t时间\t备注", True),
        ("全国党建工作样板支部\t机电党支部\t2023年3月\t第三批，通过验收", False),
        ("全省党建工作标杆院系\t机电党总支\t2023年6月\t第二批，培育创建", False),
        ("全省高校样板支部\t后勤党支部\t2023年9月\t", False),
    )
    table = tuple(Paragraph(text, Role.ROW, table=1, head=head) for text, head in rows)
    found = honours(replace(entry(""), paragraphs=table), SCHOOL, lexicon)
    assert [said(honour) for honour, _ in found] == [
        "全国党建工作样板支部 | 国家级 | 第三批 | 通过验收 | 机电党支部 | 2023",
        "全省党建工作标杆院系 | 省级 | 第二批 | 培育创建 | 机电党总支 | 2023",
        "全省高校样板支部 | 省级 | - | 获评 | 后勤党支部 | 2023",
    ]


TABLES = [
    (
        ("首批全省党建工作样板支部验收结果的公示", ""),
        ("序号\t学校\t党支部\t验收结果", "1\t甲学院\t护理党支部\t通过",
         "2\t乙学院\t机电党支部\t暂缓通过", "3\t丙学院\t物流党支部\t不合格"),
        """全省党建工作样板支部 | 省级 | 首批 | 通过验收 | 甲学院护理党支部 | -
        全省党建工作样板支部 | 省级 | 首批 | 暂缓通过 | 乙学院机电党支部 | -
        全省党建工作样板支部 | 省级 | 首批 | 未通过 | 丙学院物流党支部 | -""",
    ),
    (  # what a brand is called makes no honour of it
        ("首批“一系一品牌”示范党支部验收结果公示", ""),
        ("序号\t学校\t党支部\t品牌名称\t验收结果",
         "1\t甲学院\t护理党支部\t守护先锋\t通过"),
        "“一系一品牌”示范党支部 | - | 首批 | 通过验收 | 甲学院护理党支部 | -",
    ),
    (
        ("工作总结", "表2 获奖情况"),
        ("赛项名称\t级别\t等级\t获奖教师\t指导教师\t时间",
         "教学能力大赛\t省级\t二等奖\t周启明\t吴敏\t2023年5月"),
        "教学能力大赛二等奖 | 省级 | - | 获奖 | 周启明 | 2023",
    ),
    (
        ("工作总结", "表3 荣誉一览"),
        ("荣誉名称\t授予单位\t获得单位\t年度",
         "优秀志愿服务组织\t共青团江西省委\t青禾志愿服务队\t2022"),
        "优秀志愿服务组织 | 省级 | - | 获评 | 青禾志愿服务队 | 2022",
    ),
    (
        ("工作总结", "表4 创新创业获奖"),
        ("序号\t获奖名称\t获奖级别",
         "1\t第九届江西省创新创业大赛（金奖）《稻香》\t省级"),
        "第九届江西省创新创业大赛金奖 | 省级 | - | 获奖 | 《稻香》 | -",
    ),
    (("工作总结", "表5 经费"), ("序号\t项目\t金额", "1\t示范基地\t20万元"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("titles", "rows", "expected"), TABLES)
def test_tables_are_read_by_their_heads(
    titles: tuple[str, str], rows: tuple[str, ...], expected: str, lexicon: Lexicon
) -> None:
    title, caption = titles
    paragraphs = (
        Paragraph(caption, Role.CAPTION),
        *(Paragraph(row, Role.ROW, table=1, head=row is rows[0]) for row in rows),
    )
    whole = replace(entry("", title=title), paragraphs=paragraphs)
    found = list(honours(whole, SCHOOL, lexicon))
    assert [said(honour) for honour, _ in found] == lines(expected)
    for _, words in found:
        assert whole.text[words.start : words.end] == words.quote


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "机电党支部获评第一批全省样板支部。",
            "全省样板支部 | 省级 | 首批 | 获评 | 机电党支部 | -",
        ),
        (
            "机电党支部入选第1批全省样板支部培育创建单位。",
            "全省样板支部 | 省级 | 首批 | 培育创建 | 机电党支部 | -",
        ),
        (
            "机电党支部获评全国高校黄大年式教师团队省级推荐团队。",
            "全国高校黄大年式教师团队 | 国家级 | - | 推荐申报 | 机电党支部 | -",
        ),
        (
            "学校推荐机电团队申报全国样板支部。",
            "全国样板支部 | 国家级 | - | 推荐申报 | 机电团队 | -",
        ),
    ],
)
def test_batches_have_one_name_and_the_nominated_have_not_won(
    text: str, rows: str, lexicon: Lexicon
) -> None:
    assert read(text, lexicon) == lines(rows)


def test_this_year_is_only_known_where_the_document_is_dated(lexicon: Lexicon) -> None:
    text = "今年5月，护理党支部获评全省样板支部；去年，学校获评全国文明校园。"
    for this_year, expected in ((None, [None, None]), (2024, [2024, 2023])):
        found = honours(entry(text), SCHOOL, lexicon, this_year)
        assert [honour.year for honour, _ in found] == expected


@pytest.mark.parametrize(
    ("school", "level"),
    [
        ("重庆渝江职业学院", "省级"),
        ("南昌赣江职业学院", "市级"),
    ],
)
def test_a_municipality_has_the_rank_of_a_province(
    school: str, level: str, lexicon: Lexicon
) -> None:
    whole = entry("学校获评市级文明校园。")
    [(honour, _)] = honours(whole, school, lexicon)
    assert honour.level == level


def test_the_operators_own_words_are_known(tmp_path: Path) -> None:
    text = "学校获评市级红帆灯塔。"
    assert read(text.replace("获评", "入选"), load_lexicon()) == []
    (tmp_path / "honours.tsv").write_text("荣誉\n红帆灯塔\n", encoding="utf-8")
    known = load_lexicon(tmp_path)
    [row] = read(text.replace("获评", "入选"), known)
    assert row == "红帆灯塔 | 市级 | - | 入选 | @ | -"


HOSTILE = (
    "获", "获评", "通过验收", "学校获评省级样板支部，", "获一等奖、", "推荐申报",
    "的", "“", "《获", "一等奖和", "——", "该支部获评样板支部的", "将", "（",
    "全国大赛中获一等奖，",
)  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_reading_takes_linear_time(unit: str, lexicon: Lexicon) -> None:
    def seconds(size: int) -> float:
        whole = entry(unit * (size // len(unit)))
        begin = time.process_time()
        list(honours(whole, SCHOOL, lexicon))
        return time.process_time() - begin

    # Quadratic work would take sixteen times as long, linear work four.
    assert seconds(16_000) < max(0.3, 10 * min(seconds(4_000) for _ in range(2)))
