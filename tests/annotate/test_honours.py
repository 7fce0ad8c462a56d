"""Honours: of what name, level, batch and status, whose and of which year.

Each situation is a sentence and, a line each, what it reports: name | level | batch |
status | holder | year, where - is not said and @ the owner.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from casebase.annotate.honours import honours
from casebase.entry import Entry, Honour, Kind, Paragraph, Role
from casebase.lexicon import Lexicon, load_lexicon

SCHOOL = "云泽职业技术学院"

STATUSES = {
    "护理系党总支2021年获批首批全省高校党建工作标杆院系培育创建单位。":
        "全省高校党建工作标杆院系 | 省级 | 首批 | 培育创建 | 护理系党总支 | 2021",
    "2023年，会计教师党支部入选第三批全国党建工作样板支部。":
        "全国党建工作样板支部 | 国家级 | 第三批 | 入选 | 会计教师党支部 | 2023",
    "焊接党支部2022年入选第三批全国党建工作样板支部培育创建单位，"
    "2024年通过验收。":
        """全国党建工作样板支部 | 国家级 | 第三批 | 培育创建 | 焊接党支部 | 2022
        全国党建工作样板支部 | 国家级 | 第三批 | 通过验收 | 焊接党支部 | 2024""",
    "2024年9月，学校信息工程系教工党支部通过了教育部第三批"
    "“全国党建工作样板支部”验收。":
        "全国党建工作样板支部 | 国家级 | 第三批 | 通过验收 | 信息工程系教工党支部 | 2024",
    "机电系学生党支部未通过校级样板支部验收。":
        "样板支部 | 校级 | - | 未通过 | 机电系学生党支部 | -",
    "药学系党总支2023年入选省级标杆院系培育创建单位，2025年暂缓通过验收。":
        """标杆院系 | 省级 | - | 培育创建 | 药学系党总支 | 2023
        标杆院系 | 省级 | - | 暂缓通过 | 药学系党总支 | 2025""",
    "学校党委撤销了机关党支部“五星级党支部”称号。":
        "五星级党支部 | - | - | 终止 | 机关党支部 | -",
    "因整改不力，化工党支部被终止省级样板支部培育创建资格。":
        "样板支部 | 省级 | - | 终止 | 化工党支部 | -",
    "后勤党支部申报全国教育系统先进集体，未能入选。":
        "全国教育系统先进集体 | 国家级 | - | 未通过 | 后勤党支部 | -",
    "8个支部参加校级样板支部验收，6个通过验收，2个暂缓通过。":
        """样板支部 | 校级 | - | 通过验收 | - | -
        样板支部 | 校级 | - | 暂缓通过 | - | -""",
    "会议同意推荐园艺教师党支部申报江西省高校党建工作样板支部培育创建单位。":
        "江西省高校党建工作样板支部 | 省级 | - | 推荐申报 | 园艺教师党支部 | -",
    "2024年，该案例被推荐申报全国职业院校党建优秀案例。":
        "全国职业院校党建优秀案例 | 国家级 | - | 推荐申报 | - | 2024",
    "材料系党总支获批全国党建工作标杆院系培育单位。":
        "全国党建工作标杆院系 | 国家级 | - | 培育创建 | 材料系党总支 | -",
    "学校获批省级“三全育人”综合改革试点高校。":
        "“三全育人”综合改革试点高校 | 省级 | - | 入选 | @ | -",
    "我校2020年荣获全国文明校园称号。":
        "全国文明校园 | 国家级 | - | 获评 | @ | 2020",
    "作为全国职业教育先进单位，学校始终坚持立德树人。":
        "全国职业教育先进单位 | 国家级 | - | - | @ | -",
    "学校是国家示范性高职院校、全国文明校园。":
        """国家示范性高职院校 | 国家级 | - | - | @ | -
        全国文明校园 | 国家级 | - | - | @ | -""",
    "王敏工作室入选第二批全国高校“双带头人”教师党支部书记工作室。":
        "全国高校“双带头人”教师党支部书记工作室 | 国家级 | 第二批 | 入选 | 王敏工作室 | -",
    "城建学院党总支成功申报第4批省级标杆院系。":
        "标杆院系 | 省级 | 第四批 | 入选 | 城建学院党总支 | -",
}  # fmt: skip

WHOSE = {
    "学校对口帮扶的青石乡被评为全省乡村振兴先进集体。":
        "全省乡村振兴先进集体 | 省级 | - | 获评 | 青石乡 | -",
    "合作企业赣江智能装备有限公司获评省级产教融合型企业。":
        "产教融合型企业 | 省级 | - | 获评 | 赣江智能装备有限公司 | -",
    "党员教师周启明获全国技术能手称号。":
        "全国技术能手 | 国家级 | - | 获评 | 周启明 | -",
    "学院张慧老师获评省级优秀辅导员。":
        "优秀辅导员 | 省级 | - | 获评 | 张慧老师 | -",
    "在校党委的指导下，护理党支部被评为先进基层党组织。":
        "先进基层党组织 | - | - | 获评 | 护理党支部 | -",
    "我校“青禾”志愿服务队获评全国优秀志愿服务组织。":
        "全国优秀志愿服务组织 | 国家级 | - | 获评 | “青禾”志愿服务队 | -",
    "马克思主义学院被全国妇联评为“全国巾帼文明岗”。":
        "全国巾帼文明岗 | 国家级 | - | 获评 | 马克思主义学院 | -",
    "教务处党支部被学校党委授予“先进党支部”称号。":
        "先进党支部 | 校级 | - | 获评 | 教务处党支部 | -",
    "省委授予软件党支部“全省先进基层党组织”称号。":
        "全省先进基层党组织 | 省级 | - | 获评 | 软件党支部 | -",
    "教育部将学校列为首批全国现代学徒制试点单位。":
        "全国现代学徒制试点单位 | 国家级 | 首批 | 入选 | @ | -",
    "涌现出被授予“全省道德模范”称号的陈立军。":
        "全省道德模范 | 省级 | - | 获评 | 陈立军 | -",
    "护理系党总支、机电系党总支分别获批全国党建工作标杆院系、全省党建工作标杆院系。":
        """全国党建工作标杆院系 | 国家级 | - | 入选 | 护理系党总支 | -
        全省党建工作标杆院系 | 省级 | - | 入选 | 机电系党总支 | -""",
    "《小桥的春天》获全省高校微党课评选一等奖。":
        "全省高校微党课评选一等奖 | 省级 | - | 获奖 | 《小桥的春天》 | -",
    "会计教师党支部坚持把支部建在专业上，获评省级先进基层党组织。":
        "先进基层党组织 | 省级 | - | 获评 | 会计教师党支部 | -",
    "学校牵头成立的赣南家具职业教育集团入选国家示范性职教集团。":
        "国家示范性职教集团 | 国家级 | - | 入选 | 赣南家具职业教育集团 | -",
    "省教育厅公布第二批全省党建工作样板支部名单，旅游党支部成功入选。":
        "全省党建工作样板支部 | 省级 | 第二批 | 入选 | 旅游党支部 | -",
    "3个党支部获评省级先进基层党组织。":
        "先进基层党组织 | 省级 | - | 获评 | 3个党支部 | -",
    "汽车党支部认真学习。该支部2023年获评全省先进基层党组织。":
        "全省先进基层党组织 | 省级 | - | 获评 | 汽车党支部 | 2023",
    "云泽职业技术学院护理系党总支获评全省先进基层党组织。":
        "全省先进基层党组织 | 省级 | - | 获评 | 护理系党总支 | -",
}  # fmt: skip

PRIZES = {
    "学生在全国职业院校技能大赛中获一等奖2项、二等奖3项。":
        """全国职业院校技能大赛一等奖 | 国家级 | - | 获奖 | 学生 | -
        全国职业院校技能大赛二等奖 | 国家级 | - | 获奖 | 学生 | -""",
    "2023年，学校荣获国家级教学成果奖二等奖2项。":
        "国家级教学成果奖二等奖 | 国家级 | - | 获奖 | @ | 2023",
    "参加江西省高校辅导员素质能力大赛，荣获一等奖。":
        "江西省高校辅导员素质能力大赛一等奖 | 省级 | - | 获奖 | @ | -",
    "教师获第三届江西省教学能力比赛特等奖1项，二等奖4项。":
        """第三届江西省教学能力比赛特等奖 | 省级 | - | 获奖 | 教师 | -
        第三届江西省教学能力比赛二等奖 | 省级 | - | 获奖 | 教师 | -""",
    "该团队在省赛中斩获金奖。": "省赛金奖 | 省级 | - | 获奖 | 团队 | -",
    "项目获中国国际大学生创新大赛江西赛区银奖。":
        "中国国际大学生创新大赛江西赛区银奖 | 省级 | - | 获奖 | - | -",
    "学校获评全国职业院校技能大赛优秀组织奖。":
        "全国职业院校技能大赛优秀组织奖 | 国家级 | - | 获奖 | @ | -",
    "刘子昂夺得世界技能大赛砌筑项目冠军。":
        "世界技能大赛砌筑项目冠军 | 国家级 | - | 获奖 | 刘子昂 | -",
    "学校获九江市第二届职工运动会团体一等奖。":
        "九江市第二届职工运动会团体一等奖 | 市级 | - | 获奖 | @ | -",
    "近三年学生获省级以上奖项64项。": "",
    "学生获得国家奖学金12人。": "",
}  # fmt: skip

YEARS = {
    "2022年，“灯塔”社区入选全省典型案例；同年，航海党支部获评省级先进基层党组织。":
        """全省典型案例 | 省级 | - | 入选 | “灯塔”社区 | 2022
        先进基层党组织 | 省级 | - | 获评 | 航海党支部 | 2022""",
    "药学2班团支部获评2022年度全国高校“活力团支部”。":
        "全国高校“活力团支部” | 国家级 | - | 获评 | 药学2班团支部 | 2022",
    "2021年以来，学校先后获评全国文明校园、全省平安校园。":
        """全国文明校园 | 国家级 | - | 获评 | @ | -
        全省平安校园 | 省级 | - | 获评 | @ | -""",
    "去年学校获评全国文明校园。": "全国文明校园 | 国家级 | - | 获评 | @ | -",
    "学校于2019年被评为全国文明校园。":
        "全国文明校园 | 国家级 | - | 获评 | @ | 2019",
    "截至2023年底，学校获评省级样板支部3个。": "样板支部 | 省级 | - | 获评 | @ | -",
    "机电党支部2021年获评省级样板支部，会计党支部获评市级样板支部。":
        """样板支部 | 省级 | - | 获评 | 机电党支部 | 2021
        样板支部 | 市级 | - | 获评 | 会计党支部 | -""",
    "2020级护理3班团支部获评全国五四红旗团支部。":
        "全国五四红旗团支部 | 国家级 | - | 获评 | 2020级护理3班团支部 | -",
}  # fmt: skip

LEVELS = {
    "学校获评江西省文明校园。": "江西省文明校园 | 省级 | - | 获评 | @ | -",
    "学校获评赣州市文明校园。": "赣州市文明校园 | 市级 | - | 获评 | @ | -",
    "学校获评省级平安校园。": "平安校园 | 省级 | - | 获评 | @ | -",
    "工会被市委宣传部评为文明单位。": "文明单位 | 市级 | - | 获评 | 工会 | -",
    "机关党支部获评校级先进党支部。": "先进党支部 | 校级 | - | 获评 | 机关党支部 | -",
    "学校获评章贡区文明单位。": "章贡区文明单位 | 县级 | - | 获评 | @ | -",
    "学校被教育部认定为首批示范性虚拟仿真实训基地。":
        "示范性虚拟仿真实训基地 | 国家级 | 首批 | 获评 | @ | -",
    "学校在全省高校网络育人活动中获评先进单位。":
        "先进单位 | 省级 | - | 获评 | @ | -",
    "新增省级样板支部1个、标杆院系2个。":
        """样板支部 | 省级 | - | 入选 | @ | -
        标杆院系 | 省级 | - | 入选 | @ | -""",
    "学校获批省级科普教育基地和市级廉洁文化示范点。":
        """科普教育基地 | 省级 | - | 入选 | @ | -
        廉洁文化示范点 | 市级 | - | 入选 | @ | -""",
}  # fmt: skip

NONE = (
    "学校将争取获评全国文明校园。",
    "力争到2027年获批全国党建工作样板支部3个。",
    "到2027年，建成省级样板支部5个，获评全国样板支部1个。",
    "验收未通过的，取消培育创建资格。",
    "获评省级以上样板支部的，给予奖励。",
    "通过验收的，授予“一支部一品牌”示范党支部称号。",
    "对获得省级荣誉的教师，优先推荐评优。",
    "凡获评全国样板支部的党支部，可免于考核。",
    "学校通过开展示范党支部考核激励党员。",
    "通过加强样板支部建设提升质量。",
    "请各校做好全国样板支部推荐申报工作。",
    "学校获批国家社会科学基金项目2项。",
    "教师获批国家发明专利30件。",
    "学校立项校级课题20项。",
    "学生获得感、幸福感不断增强。",
    "学生获得1+X证书200人。",
    "学校参与制定国家标准3项。",
    "张强取得教授职称。",
    "学校获得社会各界好评。",
    "学校积极申报全国党建工作样板支部。",
    "学校尚未获评全国文明校园。",
    "会议通过了工作报告。",
    "学校编写优秀案例集三部。",
    "如果获评优秀党支部，将给予经费支持。",
    "支部对标全国党建工作样板支部建设标准。",
    "学校计划在明年获批省级标杆院系。",
    "第八条　考核结果为优秀的，可推荐为优秀共产党员。",
    "学校每年评选优秀共产党员。",
    "获评省级样板支部是我们的目标。",
)

MORE = {
    "学校先后获评全国文明校园、全国职业教育先进单位等荣誉称号20余项。":
        """全国文明校园 | 国家级 | - | 获评 | @ | -
        全国职业教育先进单位 | 国家级 | - | 获评 | @ | -""",
    "涌现出“全国劳动模范”“江西省技术能手”等一批先进典型。":
        """全国劳动模范 | 国家级 | - | - | @ | -
        江西省技术能手 | 省级 | - | - | @ | -""",
    "党建案例入选教育部职业教育典型案例，并获全省优秀成果一等奖。":
        """教育部职业教育典型案例 | 国家级 | - | 入选 | 党建案例 | -
        全省优秀成果一等奖 | 省级 | - | 获奖 | 党建案例 | -""",
    "园艺党支部荣膺“全国先进基层党组织”。":
        "全国先进基层党组织 | 国家级 | - | 获评 | 园艺党支部 | -",
    "“匠心”工作室入选全省高校思想政治工作精品项目。":
        "全省高校思想政治工作精品项目 | 省级 | - | 入选 | “匠心”工作室 | -",
    "学校拥有国家级教学名师2人、全国优秀教师3人。":
        """教学名师 | 国家级 | - | - | @ | -
        全国优秀教师 | 国家级 | - | - | @ | -""",
    "党支部书记李红梅当选“全省最美教师”。":
        "全省最美教师 | 省级 | - | 获评 | 李红梅 | -",
    "校报《泽园》开设专栏，旅游党支部获评校级“五星级党支部”。":
        "五星级党支部 | 校级 | - | 获评 | 旅游党支部 | -",
    "学校党建工作成效显著，2018年被中共江西省委授予“全省先进基层党组织”。":
        "全省先进基层党组织 | 省级 | - | 获评 | @ | 2018",
    "在全省“最美教师”评选中，陈晓燕成功入选。":
        "全省“最美教师” | 省级 | - | 入选 | 陈晓燕 | -",
}  # fmt: skip


def entry(text: str, title: str = "标题", role: Role = Role.BODY) -> Entry:
    paragraphs = (Paragraph(text, role),)
    return Entry(
        "x", "x", "x", "x", "", Kind.ARTICLE, None, title, (), None, paragraphs
    )


def read(text: str, lexicon: Lexicon) -> list[str]:
    return [said(honour) for honour, _ in honours(entry(text), SCHOOL, lexicon)]


def said(honour: Honour) -> str:
    holder = "@" if honour.holder == SCHOOL else honour.holder
    cells = (honour.name, honour.level, honour.batch, honour.status, holder)
    return " | ".join(str(cell or "-") for cell in (*cells, honour.year))


def lines(rows: str) -> list[str]:
    return [row.strip() for row in rows.splitlines() if row.strip()]


CASES = [
    (text, rows)
    for table in (STATUSES, WHOSE, PRIZES, YEARS, LEVELS, MORE)
    for text, rows in table.items()
]


@pytest.mark.parametrize(("text", "rows"), CASES)
def test_honours_are_read(text: str, rows: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon) == lines(rows)


@pytest.mark.parametrize("text", NONE)
def test_what_is_hoped_for_or_ruled_is_no_honour(text: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon) == []


@pytest.mark.parametrize("table", [STATUSES, WHOSE, PRIZES, YEARS, LEVELS, MORE])
def test_evidence_stands_where_it_says(table: dict[str, str], lexicon: Lexicon) -> None:
    for text in table:
        whole = entry(f"第一段。\n{text}")
        for _, words in honours(whole, SCHOOL, lexicon):
            assert whole.text[words.start : words.end] == words.quote
            assert words.rule.startswith("honour.")


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


TABLES = [
    (
        ("首批全省党建工作样板支部验收结果的公示", ""),
        ("序号\t学校\t党支部\t验收结果", "1\t甲学院\t护理党支部\t通过",
         "2\t乙学院\t机电党支部\t暂缓通过", "3\t丙学院\t物流党支部\t不合格"),
        """全省党建工作样板支部 | 省级 | 首批 | 通过验收 | 甲学院护理党支部 | -
        全省党建工作样板支部 | 省级 | 首批 | 暂缓通过 | 乙学院机电党支部 | -
        全省党建工作样板支部 | 省级 | 首批 | 未通过 | 丙学院物流党支部 | -""",
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
    "获", "获评", "通过验收", "学校获评省级样板支部，", "获一等奖、", "推荐申报", "的", "“",
    "《获", "一等奖和", "——", "该支部获评样板支部的", "将", "（", "全国大赛中获一等奖，",
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
