from __future__ import annotations

import pytest

from casebase.document import Line
from tests.repair.setting import PROSE, Style, lines_of, repaired, set_text, texts

BODY = "\n".join(PROSE[:3])
# What the page says, with {} for the text; title; subtitle.
PLACES = {
    "first line": (
        "红帆领航聚合力 工匠筑梦谱新篇\n{}",
        "红帆领航聚合力 工匠筑梦谱新篇",
        "",
    ),
    "subtitle below": (
        ("锻造车间里的先锋队\n——雁栖职业技术学院支部建设纪实\n"
        "本报记者 李明 通讯员 王芳\n{}"),
        "锻造车间里的先锋队",
        "雁栖职业技术学院支部建设纪实",
    ),
    "subtitle at the very end": (
        "红帆领航聚合力 工匠筑梦谱新篇\n{}\n——雁栖职业技术学院支部建设纪实",
        "红帆领航聚合力 工匠筑梦谱新篇",
        "雁栖职业技术学院支部建设纪实",
    ),
    "both drawn last": (
        "{}\n\n红帆领航聚合力 工匠筑梦谱新篇\n——— 雁栖职业技术学院支部建设纪实",
        "红帆领航聚合力 工匠筑梦谱新篇",
        "雁栖职业技术学院支部建设纪实",
    ),
    "in one line": (
        "红帆领航育工匠——雁栖职业技术学院支部建设的探索与实践\n{}",
        "红帆领航育工匠",
        "雁栖职业技术学院支部建设的探索与实践",
    ),
    "paper": (
        ("Abstract\nThis paper describes how branches and companies work together "
        "in the colleges of the province and what came out of it.\n"
        "党建引领高职产教融合的路径研究\n李明，王芳\n"
        "（雁栖职业技术学院，河北 保定 071000）\n摘 要\n{}"),
        "党建引领高职产教融合的路径研究",
        "",
    ),
    "notice in three lines": (
        ("雁栖职业技术学院文件\n雁职院党〔2024〕7号\n"
        "雁栖职业技术学院关于印发\n《教师党支部建设质量提升\n行动方案》的通知\n"
        "各党总支、各部门：\n{}"),
        "雁栖职业技术学院关于印发《教师党支部建设质量提升行动方案》的通知",
        "",
    ),
    "issuer above": (
        "中共雁栖职业技术学院委员会\n关于开展党支部书记轮训的通知\n各党总支：\n{}",
        "中共雁栖职业技术学院委员会关于开展党支部书记轮训的通知",
        "",
    ),
    "cover": (
        "雁栖职业技术学院\n高等职业教育质量报告\n（2024 年度）\n二〇二四年十二月\n{}",
        "雁栖职业技术学院高等职业教育质量报告（2024 年度）",
        "",
    ),
    "date and credits above": (
        "2024年6月18日 星期二\n责编：李明　美编：王芳\n红帆领航聚合力\n{}",
        "红帆领航聚合力",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_title_and_subtitle_are_found(place: str) -> None:
    page, title, subtitle = PLACES[place]
    document = repaired(lines_of(page.replace("{}", BODY)))
    assert (document.title, document.subtitle) == (title, subtitle)


@pytest.mark.parametrize("place", PLACES)
def test_they_are_taken_out_and_the_text_is_not(place: str) -> None:
    page, title, subtitle = PLACES[place]
    found = texts(repaired(lines_of(page.replace("{}", BODY))))
    assert [text for text in found if text in PROSE] == list(PROSE[:3])
    assert title not in found
    assert not subtitle or subtitle not in "".join(found)


def test_a_title_that_fills_its_line_goes_on_in_the_next() -> None:
    head = lines_of("雁栖职业技术学院：建强组织体系，引领\n产教融合高质量发展")
    document = repaired([*head, *set_text(PROSE, Style(28.0, "kept"))])
    assert document.title == "雁栖职业技术学院：建强组织体系，引领产教融合高质量发展"
    assert texts(document) == list(PROSE)


def test_a_couplet_is_one_title() -> None:
    document = repaired(lines_of(f"红帆领航聚合力\n匠心筑梦谱新篇\n{BODY}"))
    assert document.title == "红帆领航聚合力 匠心筑梦谱新篇"


def test_a_heading_below_the_title_is_no_part_of_it() -> None:
    document = repaired(lines_of(f"红帆领航聚合力\n工作背景\n{BODY}"))
    assert document.title == "红帆领航聚合力"
    assert texts(document)[0] == "工作背景"


def test_the_stated_heading_is_the_title() -> None:
    document = repaired(lines_of(f"# 工作办法\n发文日期\n## 第一章 总则\n{BODY}"))
    assert document.title == "工作办法"


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("红帆领航聚合力 - 雁栖职业技术学院", "红帆领航聚合力"),
        ("Microsoft Word - 文档1", "雁栖三问"),
        ("另有题目", "另有题目"),
    ],
)
def test_the_title_in_the_metadata(stated: str, title: str) -> None:
    first = "红帆领航聚合力" if "红帆" in stated else "雁栖三问"
    document = repaired(lines_of(f"{first}\n{BODY}"), title=stated)
    assert document.title == title


def test_a_running_head_names_a_document_without_a_title() -> None:
    pages = [
        lines_of(f"雁栖职业技术学院支部建设年报\n{text}\n- {number} -")
        for number, text in enumerate(PROSE, 1)
    ]
    assert repaired(*pages).title == "雁栖职业技术学院支部建设年报"


def test_pages_out_of_a_book_are_named_after_its_part() -> None:
    pages = [
        lines_of(f"第二篇 支部与专业\n{text}\n- {number} -")
        for number, text in enumerate(PROSE, 1)
    ]
    assert repaired(*pages).title == "第二篇 支部与专业"


@pytest.mark.parametrize(
    "scrap", ["的支部。这样做的好处有", "务实册》上卷，第15页）", "好；党员教师带头"]
)
def test_a_piece_of_a_sentence_is_no_title(scrap: str) -> None:
    assert (
        repaired(lines_of(f"{scrap}\n{BODY}"), name="支部材料.txt").title == "支部材料"
    )


def test_the_file_names_what_nothing_else_names() -> None:
    assert repaired(lines_of(BODY), name="会议/支部材料.txt").title == "支部材料"
    assert repaired([], name="空.txt").title == "空"


REPORT = """前 言
雁栖职业技术学院2024年各项事业稳步发展。
一、人才培养
雁栖职业技术学院坚持立德树人，2024 年共招收新生3000人。
二、服务贡献
雁栖职业技术学院服务地方，2024年培训学员1.2万人次，2023年为0.9万人次。
三、国际合作
学校与三所海外院校建立合作关系，雁栖职业技术学院留学生达到60人。
四、产教融合
学校牵头成立产教联合体。
"""


def test_an_annual_report_without_a_title_is_named_after_its_school() -> None:
    title = repaired(lines_of(REPORT), name="dump.txt").title
    assert title == "雁栖职业技术学院高等职业教育质量报告（2024年度）"


def test_other_texts_are_given_no_such_name() -> None:
    text = REPORT.replace("服务贡献", "工作打算").replace("国际合作", "存在问题")
    assert repaired(lines_of(text), name="dump.txt").title == "dump"


def test_an_answer_of_a_test_paper_is_no_title() -> None:
    quiz = "1.支部的基本任务是(    ) B\n A.组织党员学习\n B.密切联系群众服务中心工作"
    assert repaired(lines_of(quiz), name="单选.txt").title == "单选"


@pytest.mark.parametrize(
    ("head", "foot", "date"),
    [
        ("雁栖职教报　2024年6月18日　星期二　党建视窗", "", "2024-06-18"),
        ("第11卷第2期　雁栖职教研究　2024年4月", "", "2024-04"),
        ("雁栖职业技术学院质量报告（2023年度）", "", ""),
    ],
)
def test_the_date_of_a_running_head(head: str, foot: str, date: str) -> None:
    pages = [lines_of(f"{head}\n{text}\n{foot}") for text in PROSE[:4]]
    assert repaired(*pages).metadata.date == date


@pytest.mark.parametrize(
    ("head", "title", "subtitle"),
    [
        ("高校党建巡礼\n锻造车间里的先锋队", "锻造车间里的先锋队", ""),
        (
            "雁栖职业技术学院：\n把支部建到产业链上",
            "雁栖职业技术学院：把支部建到产业链上",
            "",
        ),
        (
            "锻造车间里的先锋队\n——雁栖职业技术学院支部建设纪实\n李明 王芳",
            "锻造车间里的先锋队",
            "雁栖职业技术学院支部建设纪实",
        ),
        (
            "雁栖职业技术学院：构建工作体系，引领高质量发展",  # fills its line
            "雁栖职业技术学院：构建工作体系，引领高质量发展",
            "",
        ),
    ],
)
def test_heads_above_wrapped_text(head: str, title: str, subtitle: str) -> None:
    lines = [*lines_of(head), *set_text(PROSE, Style(measure=23.0))]
    found = repaired(lines)
    assert (found.title, found.subtitle) == (title, subtitle)
    assert texts(found)[-len(PROSE) :] == list(PROSE)


def test_a_stated_title_keeps_both_its_halves() -> None:
    title = "蹲下来的课堂——雁栖幼专师德建设侧记"
    found = repaired(lines_of(BODY), title=title)
    assert (found.title, found.subtitle) == ("蹲下来的课堂", "雁栖幼专师德建设侧记")


def test_a_stated_title_that_the_text_wraps_is_not_said_again() -> None:
    title = "雁栖市人民政府关于印发《职业学校公开规定办法》的通知"
    table = Line("", rows=(("甲", "乙"),))
    head = [Line(title[:16]), Line(title[16:]), table]
    found = repaired([*head, *lines_of(BODY)], title=title)
    assert found.title == title
    assert found.blocks[0].rows == table.rows
    assert not any(part in title for part in texts(found) if part)


def test_a_table_above_a_repeated_title_stays() -> None:
    title = "红帆领航聚合力 工匠筑梦谱新篇"
    table = Line("", rows=(("甲", "乙"), ("丙", "丁")))
    found = repaired([table, *lines_of(f"{title}\n{BODY}")], title=title)
    assert any(block.rows == table.rows for block in found.blocks)
    assert title not in texts(found)
