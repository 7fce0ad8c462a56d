"""Which two texts are one: situations as they come, each with its opposite near by."""

from __future__ import annotations

import pytest

from casebase.copies import gist, same_text
from casebase.entry import Entry, Kind, Paragraph, Role
from tests.copies.texts import (
    LAW,
    NEWS,
    NOTICE,
    SECTION,
    changed,
    law,
    piece,
    rows,
    scan,
    scanned,
)

WRAPPED = [text[at : at + 28] for text in NEWS for at in range(0, len(text), 28)]
TABLE = rows("序号\t名称\t年份", "1\t省级示范支部\t2022", "2\t市级先进集体\t2023")
OTHER_TABLE = rows("序号\t名称\t年份", "1\t工会之家\t2024", "2\t青年文明号\t2025")
BY_HAND = tuple(NEWS)[1:]
OTHER_SCHOOL = [("云溪", "望川"), ("鲁向前", "高远"), ("沿河镇", "青石街")]

COPIES: dict[str, tuple[Entry, Entry]] = {
    "the same": (piece(*NEWS), piece(*NEWS, of="b")),
    "another headline": (piece(*NEWS), piece(*NEWS, title="党课开在机床旁")),
    "lines of 28 characters": (piece(*NEWS), piece(*WRAPPED)),
    "one paragraph": (piece(*NEWS), piece("".join(NEWS))),
    "other widths, quotes and spaces": (
        piece(*NEWS),
        changed(NEWS, ("85分", "８５ 分"), ("“", "「"), ("”", "」"), ("，", ", ")),
    ),
    "traditional characters": (
        piece(*NEWS),
        changed(NEWS, ("学", "學"), ("党", "黨"), ("书", "書"), ("机", "機")),
    ),
    "headings as paragraphs": (
        piece(Paragraph("一、缘起", Role.HEADING, 1), *NEWS),
        piece("一、缘起", *NEWS),
    ),
    "numbers of headings set by the program": (
        piece("一、缘起", *NEWS[:4], "二、成效", *NEWS[4:]),
        piece("缘起", *NEWS[:4], "成效", *NEWS[4:]),
    ),
    "a web page's own lines": (
        piece(*NEWS),
        piece(
            "来源：云溪职院 发布时间：2023-11-20",
            *NEWS,
            "长按二维码关注我们",
            "责任编辑：周舟",
        ),
    ),
    "two pages with lines of their own": (
        piece("作者：秦小满 来源：青禾日报", *NEWS),
        piece("发布时间：2024-01-02 浏览次数：312", *NEWS, "（编辑：周舟）"),
    ),
    "another dateline": (
        piece(*NEWS),
        piece(
            NEWS[0].replace("本报讯（记者 秦小满）", "青禾网11月20日电（通讯员 吴双）"),
            *BY_HAND,
        ),
    ),
    "a remark behind the end": (
        piece(*NEWS),
        piece(*NEWS[:-1], NEWS[-1] + "（作者单位：云溪职业学院）"),
    ),
    "captions in the text": (
        piece(*NEWS),
        piece(NEWS[0], "图为车间党课现场。", *NEWS[1:5], "党员教师检修设备", *NEWS[5:]),
    ),
    "a page number in the text": (
        piece(*NEWS),
        changed(NEWS, ("请教一位师傅", "请教一位- 12 -师傅")),
    ),
    "columns in another order": (piece(*NEWS), piece(*NEWS[4:], *NEWS[:4])),
    "a paragraph lost": (piece(*NEWS), piece(*NEWS[:5], *NEWS[6:])),
    "a line lost": (
        piece(*NEWS),
        changed(NEWS, ("村民送来的锦旗挂满了支部活动室", "")),
    ),
    "a word put otherwise": (piece(*NEWS), changed(NEWS, ("昏昏欲睡", "心不在焉"))),
    "a slip mended": (piece(*NEWS), changed(NEWS, ("早早", "旱早"))),
    "a table that only one has": (piece(*SECTION, *TABLE), piece(*SECTION)),
    "a table cut otherwise": (
        piece(*SECTION, *TABLE),
        piece(
            *SECTION,
            *rows("序号 名称 年份 1 省级示范支部 2022 2 市级先进", "集体 2023"),
        ),
    ),
    "a table read as lines, and a caption there": (
        piece(
            *NEWS[:3],
            "序号 荣誉名称 级别 1 全省样板支部 省级 2 优秀成果二等奖 省级",
            *NEWS[3:],
        ),
        piece(*NEWS[:3], "图为支部党员大会现场", *NEWS[3:]),
    ),
    "a short notice": (piece(*NOTICE), piece("".join(NOTICE))),
    "a law without its history": (
        law(*LAW),
        piece(
            Paragraph("（2019年3月1日通过，根据2021年6月1日决定修正）"),
            *law(*LAW).paragraphs,
            kind=Kind.POLICY,
        ),
    ),
    **{f"a scan, {seed}": (piece(*NEWS), scan(NEWS, seed * 100)) for seed in range(12)},
    **{
        f"two scans, {seed}": (scan(NEWS, seed), scan(NEWS, seed + 50))
        for seed in range(3)
    },
    "a scan of a law": (
        law(*LAW),
        law(*(scanned(text, at) for at, text in enumerate(LAW))),
    ),
}

DIFFERENT: dict[str, tuple[Entry, Entry]] = {
    "unrelated": (piece(*NEWS), piece(*SECTION)),
    "another day": (piece(*NOTICE), changed(NOTICE, ("5月12日", "6月16日"))),
    "another day alone": (piece(*NOTICE), changed(NOTICE, ("12日（", "19日（"))),
    "another hour": (piece(*NOTICE), changed(NOTICE, ("2:30", "3:30"))),
    "another place": (
        piece(*NOTICE),
        changed(NOTICE, ("行政楼301会议室", "图书馆报告厅")),
    ),
    "another room": (piece(*NOTICE), changed(NOTICE, ("301会议室", "会议室"))),
    "another season in words": (
        piece(*NOTICE),
        changed(NOTICE, ("第一季度", "第二季度")),
    ),
    "another sender": (piece(*NOTICE), changed(NOTICE, ("组织部\n", "宣传部\n"))),
    "a figure": (piece(*NEWS), changed(NEWS, ("46讲", "48讲"))),
    "a figure with a digit more": (piece(*NEWS), changed(NEWS, ("12台", "112台"))),
    "a share": (piece(*SECTION), changed(SECTION, ("82.6%", "8.26%"))),
    "a number in words": (piece(*NEWS), changed(NEWS, ("八名", "九名"))),
    "another school's by the same template": (
        piece(*NEWS),
        changed(NEWS, *OTHER_SCHOOL),
    ),
    "another name, three times": (
        piece(*NEWS, "黄一鸣说。", "黄一鸣又说。"),
        changed((*NEWS, "黄一鸣说。", "黄一鸣又说。"), ("黄一鸣", "赵晓东")),
    ),
    "another surname, six times": (
        piece(*NEWS, *["老师姓黄，人称黄工。"] * 3),
        piece(*NEWS, *["老师姓赵，人称赵工。"] * 3),
    ),
    "a report of the next year": (
        piece(*SECTION),
        changed(SECTION, ("23人", "31人"), ("118人次", "126人次"), ("82.6", "85.1")),
    ),
    "a section of which a third is new": (
        piece(*SECTION),
        piece(
            *SECTION[:2],
            "学校落实立德树人根本任务，建设思政课教师队伍，打造名师工作室，教师在各类教学竞赛中屡获佳绩。",
        ),
    ),
    "a passage in place of another": (
        piece(*NEWS),
        piece(
            *NEWS[:4],
            "支部还牵头成立技师联盟，邀请退休的老工匠回到课堂，手把手传授钳工绝活，学生自发组织了夜校。",
            *NEWS[5:],
        ),
    ),
    "the same words, another table": (
        piece(*SECTION, *TABLE),
        piece(*SECTION, *OTHER_TABLE),
    ),
    "a few words, and a table that only one has": (
        piece(NOTICE[1], *TABLE),
        piece(NOTICE[1]),
    ),
    "a part": (piece(*NEWS), piece(*NEWS[:4])),
    "a quotation": (piece(*NEWS), piece("我院的做法被报道：", NEWS[3], *SECTION)),
    "a law, an article changed": (
        law(*LAW),
        law(*LAW[:5], LAW[5].replace("不得超过", "不应超过"), *LAW[6:]),
    ),
    "a law, a sum changed": (
        law(*LAW),
        law(*LAW[:6], LAW[6].replace("三万", "五万"), LAW[7]),
    ),
    "a law, an article more": (
        law(*LAW),
        law(
            *LAW[:7],
            "第八条　市教育行政部门每年公布联合培养示范企业名单。",
            LAW[7].replace("八", "九"),
        ),
    ),
    "a law, an article less": (law(*LAW), law(*LAW[:6], LAW[7].replace("八", "七"))),
    "a law, the last article less": (law(*LAW), law(*LAW[:7])),
    "a law, a clause more": (
        law(*LAW),
        law(LAW[0], LAW[1].removesuffix("。") + "，法律另有规定的除外。", *LAW[2:]),
    ),
    "a law and an article on it": (law(*LAW), piece(*LAW)),
    **{
        f"a scan of a notice for another day, {seed}": (
            piece(*NOTICE),
            scan(
                [
                    it.replace("5月12日", "6月16日").replace("5月8日", "6月9日")
                    for it in NOTICE
                ],
                seed * 100,
                0.02,
            ),
        )
        for seed in range(6)
    },
}


@pytest.mark.parametrize("situation", COPIES)
def test_copies(situation: str) -> None:
    first, second = map(gist, COPIES[situation])
    assert same_text(first, second)
    assert same_text(second, first)


@pytest.mark.parametrize("situation", DIFFERENT)
def test_no_copies(situation: str) -> None:
    first, second = map(gist, DIFFERENT[situation])
    assert not same_text(first, second)
    assert not same_text(second, first)
