from __future__ import annotations

import pytest

from tests.repair.setting import (
    PROSE,
    Style,
    headings,
    lines_of,
    repaired,
    set_text,
    texts,
)

TITLE = "雁栖三问支部何为"


def outline(text: str) -> list[tuple[int, str]]:
    return headings(repaired(lines_of(f"{TITLE}\n{PROSE[4]}\n{text}")))


def under(*found: str) -> str:
    return "\n".join(f"{heading}\n{PROSE[0]}" for heading in found)


OUTLINES = {
    "official": (
        ["一、总体要求", "（一）指导思想", "1. 坚持党建引领", "二、主要任务"],
        [1, 2, 3, 1],
    ),
    "chapters": (
        ["第一章 总 则", "第一节 一般规定", "一、范围", "第二章 附 则"],
        [1, 2, 3, 1],
    ),
    "journal": (
        ["1 问题的提出", "2.1 调查方法", "2.2 基本情况", "3 结语"],
        [1, 2, 2, 1],
    ),
    "named": (["前 言", "一、人才培养", "参考文献"], [1, 1, 1]),
    "columns": (["【重点工作】", "一次不打招呼的走访"], [1, 2]),
}  # fmt: skip


@pytest.mark.parametrize("style", OUTLINES)
def test_levels_follow_the_styles_of_numbers(style: str) -> None:
    found, levels = OUTLINES[style]
    assert outline(under(*found)) == list(zip(levels, found, strict=True))


def test_cases_stand_above_their_own_headings() -> None:
    cases = under("案例1：一次走访", "一、背景", "案例2：一张清单", "一、背景")
    assert [level for level, _ in outline(cases)] == [1, 2, 1, 2]
    report = under("一、人才培养", "（一）铸魂", "案例1：一次走访", "案例2：一张清单")
    assert [level for level, _ in outline(report)] == [1, 2, 3, 3]


@pytest.mark.parametrize(
    "text",
    [
        "一是广泛开展走访，摸清企业需求，累计收集意见120条。",
        "（一）与师生学习生活密切相关的服务信息；",
        "1. 加强组织领导。各单位要提高站位，把支部建设摆上重要位置。",
        "入选教育部提质培优增值赋能案例 8 个。",
        "图 3 所示的结果表明支部作用明显。",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert text not in [words for _, words in outline(under("一、总体要求", text))]


def test_numbered_names_are_a_list() -> None:
    text = "附件名单如下：\n1. 护理学院党总支\n2. 机电学院党总支\n3. 信息学院党总支"
    assert outline(text) == []


def test_the_last_item_of_a_list_is_no_heading() -> None:
    text = "应当坚持下列原则：\n（一）围绕中心；\n（二）服务师生；\n（三）公开公平。"
    assert outline(f"{text}\n{PROSE[0]}") == []


def test_two_lines_of_a_newspaper_heading_are_one() -> None:
    lines = [
        *set_text(PROSE[:2], Style(20.0)),
        *lines_of("党建铸基\n\n筑牢产教融合主阵地"),
        *set_text(PROSE[2:], Style(20.0)),
    ]
    document = repaired([*lines_of(TITLE), *lines])
    assert headings(document) == [(1, "党建铸基 筑牢产教融合主阵地")]
    assert [text for text in texts(document) if text in PROSE] == list(PROSE)


def test_dashes_join_two_lines_of_a_heading() -> None:
    lines = [
        *set_text(PROSE[:2], Style(20.0)),
        *lines_of("强根基——\n以过硬队伍 带好每个支部"),
        *set_text(PROSE[2:], Style(20.0)),
    ]
    assert headings(repaired([*lines_of(TITLE), *lines])) == [
        (1, "强根基——以过硬队伍 带好每个支部")
    ]


@pytest.mark.parametrize("measure", [26.0, 28.0])
def test_a_numbered_heading_that_wraps_is_whole(measure: float) -> None:
    title = "案例 3：推行“支部+工作室+企业”协同，破解设施农业技术推广难题"
    lines = [
        *set_text(PROSE[:2], Style(measure)),
        *set_text((title,), Style(measure, "none")),
        *set_text(PROSE[2:], Style(measure)),
    ]
    document = repaired([*lines_of(TITLE), *lines])
    assert [text for _, text in headings(document)] == [title]
    assert [text for text in texts(document) if text in PROSE] == list(PROSE)


def test_a_full_line_title_does_not_swallow_the_text_below() -> None:
    title = "案例 3：推行“岗课赛证”融通育人模式，荣获国赛一等奖"
    lines = [
        *set_text(PROSE[:2], Style(26.0)),
        *lines_of(title),
        *set_text(PROSE[2:], Style(26.0)),
    ]
    document = repaired([*lines_of(TITLE), *lines])
    assert [text for _, text in headings(document)] == [title]


def test_a_label_alone_takes_the_title_below_it() -> None:
    assert outline(f"案例三\n让每一次走访都有回声\n{PROSE[0]}") == [
        (1, "案例三 让每一次走访都有回声")
    ]


def kinds(text: str) -> dict[str, str]:
    document = repaired(lines_of(f"{TITLE}\n{PROSE[0]}\n{text}\n{PROSE[1]}"))
    return {block.text: str(block.kind) for block in document.blocks}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("图 3 党员先锋队在企业开展技术服务", "caption"),
        ("表2 各系党员人数", "caption"),
        ("李国平 王兰芳", "note"),
        ("图片由雁栖职业技术学院提供", "note"),
        ("【作者简介】李明（1980-），教授，从事职业教育研究。", "note"),
        ("责任编辑：王芳", "note"),
        ("党委办公室 2024年3月1日", "note"),
        ("2024年3月1日", "paragraph"),
        ("雁栖职业技术学院党委", "paragraph"),
    ],
)
def test_captions_and_notes(text: str, kind: str) -> None:
    assert kinds(text)[text] == kind


def test_a_long_line_below_a_photograph_is_a_caption() -> None:
    caption = "雁栖职业技术学院护理学院学生党支部在河北省保定市清苑区敬老院开展志愿服务"
    lines = [
        *set_text(PROSE[:2], Style(18.0)),
        *lines_of(caption),
        *set_text(PROSE[2:], Style(18.0)),
    ]
    document = repaired([*lines_of(TITLE), *lines])
    found = {block.text: str(block.kind) for block in document.blocks}
    assert found[caption] == "caption"


def test_items_of_an_article_are_no_headings() -> None:
    articles = "\n".join(
        f"第{number}条 支部应当做好下列工作：\n（一）组织学习\n（二）联系群众"
        for number in "一二三四"
    )
    assert outline(f"第一章 总则\n{articles}") == [(1, "第一章 总则")]


def test_a_footnote_between_columns_does_not_cut_a_paragraph() -> None:
    column = set_text(PROSE[:2], Style(22.0))
    cut = len(column) - 2
    note = lines_of(
        "【基金项目】河北省党建研究课题“产业链上的支部建设研究”（编号：\nHB2024-17）。"
    )
    lines = [
        *column[:cut],
        *note,
        *column[cut:],
        *set_text(PROSE[2:], Style(22.0)),
    ]
    document = repaired([*lines_of(TITLE), *lines])
    assert [text for text in texts(document) if text in PROSE] == list(PROSE)
    (found,) = [block.text for block in document.blocks if block.kind == "note"]
    assert found.endswith("HB2024-17）。")
