"""Figures: how much or how many of what, and of which year."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.annotate.quantities import quantities
from casebase.entry import Entry, Kind, Paragraph, Quantity, Role
from casebase.text.numerals import value_of

Row = tuple[str, float, str, str | None, str | None]  # text value unit bound subject


def entry_of(*paragraphs: str, role: Role = Role.BODY) -> Entry:
    parts = tuple(Paragraph(text, role) for text in paragraphs)
    return Entry(
        "a-1", "a", "甲.txt", "题", "", Kind.ARTICLE, None, "题", (), None, parts
    )


def found(text: str, this_year: int | None = None) -> list[Quantity]:
    entry = entry_of(text)
    values = []
    for value, words in quantities(entry, this_year):
        assert entry.text[words.start : words.end] == words.quote == value.text
        values.append(value)
    return values


def rows(text: str) -> list[Row]:
    return [(q.text, q.value, q.unit, q.approximate, q.subject) for q in found(text)]


# text → its figures
FIGURES: dict[str, list[Row]] = {
    "全年技术服务到款额达412.6万元，": [
        ("412.6万元", 4_126_000, "元", None, "技术服务到款额")
    ],
    "撬动近2亿元资金，": [("近2亿元", 2e8, "元", "近", "资金")],
    "开发课程30余门、教材十余本。": [
        ("30余门", 30, "门", "余", "课程"),
        ("十余本", 10, "本", "余", "教材"),
    ],
    "选派60多名骨干教师到企业锻炼": [("60多名", 60, "名", "余", "骨干教师")],
    "与百余家企业签约": [("百余家", 100, "家", "余", "企业")],
    "接待参观超过１，２００人次": [("超过１，２００人次", 1200, "人次", "超", "参观")],
    "党员1 306名，": [("1 306名", 1306, "名", None, "党员")],
    "为农户增收三万五千元": [("三万五千元", 35_000, "元", None, "农户增收")],
    "产生效益上千万元": [("上千万元", 1e7, "元", "超", "效益")],
    "就业率保持在96%以上": [("96%以上", 96, "%", "超", "就业率")],
    "知晓率达到百分之九十三点五": [("百分之九十三点五", 93.5, "%", None, "知晓率")],
    "满意率不低于百分之八十五": [("不低于百分之八十五", 85, "%", None, "满意率")],
    "每年遴选不超过6个示范支部": [("不超过6个", 6, "个", None, "示范支部")],
    "培训时间不少于24学时": [("不少于24学时", 24, "学时", None, "培训时间")],
    "计划建设20个左右样板支部": [("20个左右", 20, "个", "约", "样板支部")],
    "累计不足12万元": [("不足12万元", 120_000, "元", "不足", None)],
    "参加不少于2个月的企业实践": [("不少于2个月", 2, "个月", None, "企业实践")],
    "现有在校生8600余人": [("8600余人", 8600, "人", "余", "在校生")],
    "党员平均年龄38.5岁": [("38.5岁", 38.5, "岁", None, "党员平均年龄")],
    # what it counts
    "学校设有党总支9个、党支部41个": [
        ("9个", 9, "个", None, "党总支"),
        ("41个", 41, "个", None, "党支部"),
    ],
    "牵头3个行业产教融合共同体": [("3个", 3, "个", None, "行业产教融合共同体")],
    "获省赛一等奖4项、二等奖7项": [
        ("4项", 4, "项", None, "省赛一等奖"),
        ("7项", 7, "项", None, "二等奖"),
    ],
    "主编“十三五、十四五”规划教材5部": [
        ("5部", 5, "部", None, "“十三五、十四五”规划教材")
    ],
    "修订《考勤办法》等制度12项": [("12项", 12, "项", None, "制度")],
    "集动画、视频于一体的融媒体教材8部": [("8部", 8, "部", None, "融媒体教材")],
    "布局4个绿色化、智能化的专业": [("4个", 4, "个", None, "专业")],
    "45名专业教师赴企业顶岗": [("45名", 45, "名", None, "专业教师")],
    "与26家用人单位建立稳定联系": [("26家", 26, "家", None, "用人单位")],
    "成果9项30个": [("9项", 9, "项", None, "成果"), ("30个", 30, "个", None, "成果")],
    "包括5类40门课程": [
        ("5类", 5, "类", None, "课程"),
        ("40门", 40, "门", None, "课程"),
    ],
    "就业率由81%提高到94%": [
        ("81%", 81, "%", None, "就业率"),
        ("94%", 94, "%", None, "就业率"),
    ],
    "8个支部参加验收，6个通过": [
        ("8个", 8, "个", None, "支部"),
        ("6个", 6, "个", None, "支部"),
    ],
    "形成报告120份，其中15份被采用": [
        ("120份", 120, "份", None, "报告"),
        ("15份", 15, "份", None, "报告"),
    ],
    "对26名企业党务负责人访谈，为320多位居民义诊": [
        ("26名", 26, "名", None, "企业党务负责人"),
        ("320多位", 320, "位", "余", "居民"),
    ],
    "先后开出党课230多讲": [("230多讲", 230, "讲", "余", "党课")],
    "只开过1次党员大会": [("1次", 1, "次", None, "党员大会")],
    "考证通过率由上学期的88.9%提高到94.2%": [
        ("88.9%", 88.9, "%", None, "考证通过率"),
        ("94.2%", 94.2, "%", None, "考证通过率"),
    ],
    "建成教学点47个": [("47个", 47, "个", None, "教学点")],
    "录用该院毕业生864人": [("864人", 864, "人", None, "该院毕业生")],
    "以综合评分96.5分的成绩通过": [("96.5分", 96.5, "分", None, "综合评分")],
    "在调研17个工地、访谈132名校友的基础上": [
        ("17个", 17, "个", None, "工地"),
        ("132名", 132, "名", None, "校友"),
    ],
    "解决工艺难题14道": [("14道", 14, "道", None, "工艺难题")],
    # few
    "四名校领导带队": [("四名", 4, "名", None, "校领导")],
    "获省级教学成果奖一项。": [("一项", 1, "项", None, "省级教学成果奖")],
}

NONE = [
    "第3届技能大赛，第28期培训班，前10名，排名第2位",
    "2022级新生，2023-2024学年，3月15日8:30，V2.0版，1:2000地形图",
    "表 3 2023年获奖情况，图2 现场",
    "组建3至5人的小组，每组联系3—5名学生，字数2000字至5000字之间",
    "抓好三支队伍、两个方面、五项任务",
    "“百名博士进企业”活动，《100个怎么办》，“4个100”典型",
    "24小时开放的自习室，年仅19岁，（共印120份）",
    "回答五花八门，3名校联动，5人制足球，2部委发文，6个体户，8对比",
    "不足90分的支部，2万5千里",
    "数十次、几百名、三四十人、千名学子",
    "2讲座、3集团、4首批、12集中",
]


@pytest.mark.parametrize(("text", "expected"), FIGURES.items())
def test_figures(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_figures(text: str) -> None:
    assert rows(text) == []


# text → years of its figures, read in 2024
YEARS: dict[str, list[int | None]] = {
    "2021年，学校获奖5项，培训300人次。": [2021, 2021],
    "2021届毕业生516人，就业率95.8%。": [2021, 2021],
    "2020届和2021届5名毕业生返乡。": [None],
    "2021年较2020年新增专利6项": [2021],
    "结合2021年考核结果，撤销专业3个": [None],
    "2021—2023年，发展党员90名": [None],
    "支部成立于2006年，现有党员30名": [None],
    "1958年建校，培养学生4万名": [None],
    "2022年以来，开课40场": [None],
    "2024年以来，开课40场": [2024],
    "去年5月，走访企业20家": [2023],
    "今年以来，走访企业20家": [2024],
    "较去年增长6项": [None],
    "近三年，获奖9项": [None],
    "2021年，学校立项。全年培训90人次": [2021],
    "2021年，学校立项。新建基地3个": [None],
    "比例由2019年的12%提高到2022年的30%": [2019, 2022],
    "获得专利21项（2020年）": [2020],
}


@pytest.mark.parametrize(("text", "expected"), YEARS.items())
def test_years(text: str, expected: list[int | None]) -> None:
    assert [figure.year for figure in found(text, 2024)] == expected


def test_relative_years_are_open_without_an_anchor() -> None:
    assert [figure.year for figure in found("去年5月，走访企业20家")] == [None]


def test_the_document_anchors_this_year(desk: Any) -> None:
    text = "今年以来，支部走访企业20家。" * 2
    entry = desk.article("党旗红", text, "某某支部", "2024年5月30日")
    assert entry.first("quantities").year == 2024
    assert desk.article("党旗红", text).first("quantities").year is None


def test_cells_of_tables_are_not_read() -> None:
    assert list(quantities(entry_of("课程\t30门", role=Role.ROW))) == []


def test_the_number_of_a_heading_is_its_own() -> None:
    assert list(quantities(entry_of("3 个案例", role=Role.HEADING))) == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,203.5", 1203.5),
        ("两千三百", 2300),
        ("一百零二", 102),
        ("十二", 12),
        ("三万五千", 35000),
        ("百", 100),
    ],
)
def test_values(written: str, value: float) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize("written", ["一千二", "四五百", "一二三"])
def test_no_single_value(written: str) -> None:
    assert value_of(written) is None


_SIGNS = "一二三四五六七八九"


def written_out(number: int) -> str:
    """The oracle: numbers below ten thousand as schools teach them."""
    if number == 0:
        return ""
    parts, zero = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            parts += ("零" if zero and parts else "") + _SIGNS[digit - 1] + sign
            zero = False
        else:
            zero = True
    return re.sub("^一十", "十", parts)


@given(number=st.integers(1, 9999))
def test_numbers_written_out(number: int) -> None:
    assert value_of(written_out(number)) == number


@given(number=st.integers(1, 999_999), scale=st.sampled_from(["", "万", "亿"]))
def test_arabic_numbers(number: int, scale: str) -> None:
    (figure,) = found(f"投入经费{number:,}{scale}元，")
    times = {"": 1, "万": 10_000, "亿": 100_000_000}[scale]
    assert (figure.value, figure.unit) == (number * times, "元")
    assert figure.subject == "经费"


@given(text=st.text(alphabet="12万余个名元百分之由到，。“”《》（年的等第", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for figure in found(text, 2024):
        assert figure.value >= 0
