"""The gate: junk is kept out, ordinary text of every kind is let in."""

from __future__ import annotations

import random

import pytest

from casebase.document import Layout, Line, Page
from casebase.errors import UnreadableFileError
from casebase.extract.quality import is_junk, legibility, require_text, screen

PROSE = (
    "会议指出，要把党的政治建设摆在首位，推动党建工作与教学科研同部署、同落实、同考核。"
    "各支部要结合实际制定计划，明确责任分工，把学习成果转化为工作成效，"
    "在服务学生成长和地方发展中发挥作用。学校将定期开展检查，通报情况，推广好的做法和经验。"
)


def enciphered(text: str) -> str:
    """`text` as a wrong ToUnicode shows it: one character for another, all common."""
    level_one = bytes(
        b for a in range(0xB0, 0xD7) for c in range(0xA1, 0xFF) for b in (a, c)
    )
    common = list(level_one.decode("gb2312", errors="ignore"))
    random.Random(7).shuffle(common)  # noqa: S311  a test wants the same each time
    table = dict(zip(sorted(set(text)), common, strict=False))
    return "".join(table[char] for char in text)


@pytest.mark.parametrize(
    "text",
    [
        PROSE * 3,
        "序号 名称 金额 1 实训楼 210.5 2 图书馆 88.0 3 食堂 46.3 合计 344.8",
        "The college Party committee leads the work of branches and students. " * 3,
        "黨建引領學校發展，黨委統籌各支部開展主題教育，推動黨建與業務深度融合。" * 3,
        "陈国华 李秀英 欧阳雪 司马光 诸葛瑾 尉迟恭 令狐冲 慕容复 上官婉儿 东方朔" * 3,
        "一、总则 ........................ 1 二、职责 ........................ 5" * 2,
        "x = (a+b)/2; y >= 3.14; f(x) = sin(2*pi*x)",
        "附件",
        "详见 https://example.edu.cn/a1/c2024/12/u5.html 和 /c3/a7/list.htm 两处。" * 5,
        "①②③ ⅠⅡⅢ ℃ ≥ → □ √ ★ ●",
    ],
)
def test_ordinary_text_is_let_in(text: str) -> None:
    assert not is_junk(text)
    assert legibility(text) > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "".join(chr(0x4E00 + 41 * n % 0x5000) for n in range(200)),
        "".join(chr(0x1000 + n) for n in range(200)),
        "\x01\x02\x03\x04党" * 20,
        "\ue012\ue034\ue056" * 30,
        "(cid:12)(cid:345)" * 20,
        "/g3339 /g4465 /g41 /gF638 /uni4E00 /G27 /cid_12 " * 10,
        "二〇二四年 /g3339 /g4465 /g4111 /g2705 /g5A6E /gF638 /g251E 工作" * 10,
        "锟斤拷" * 3 + "\ufffd" * 40,
        "¹Ø ÓÚ ºì ¾ü ×÷ Õ½ µÄ Ô­ Ôò " * 5,
        "!\"#$%&'()*+,-./:;<=>?@[]^" * 6,
        "xqzt bcdf ghjk lmnp qrst vwxz " * 10,
        "党" * 100,
        enciphered(PROSE * 3),
    ],
)
def test_junk_is_kept_out(text: str) -> None:
    assert is_junk(text)


def test_a_broken_line_goes_and_is_told() -> None:
    lines = (Line(PROSE), Line("\ue001\ue002\ue003\ue004\ue005"), Line(PROSE))
    screened = screen(Layout("pdf", (Page(7, lines),)))
    assert screened.pages[0].lines == (lines[0], lines[2])
    assert [notice.page for notice in screened.notices] == [7]
    assert screened.notices[0].damaged


def test_unknown_characters_are_told_once() -> None:
    pages = tuple(Page(n, (Line(PROSE + "\ufffd"),)) for n in (1, 2, 3))
    (notice,) = screen(Layout("pdf", pages)).notices
    assert notice.page == 1
    assert "3 个" in notice.message
    assert not notice.damaged


def test_a_table_counts_as_text() -> None:
    table = Line("", rows=(("支部", "品牌"), ("机电支部", "双带头")))
    layout = Layout("docx", (Page(None, (table,)),))
    assert screen(layout) == layout


@pytest.mark.parametrize(
    ("kind", "lines", "message"),
    [
        ("pdf", (), "扫描件"),
        ("html", (), "没有可识别的文字"),
        ("text", (Line("\ue012\ue034" * 40),), "乱码"),
    ],
)
def test_nothing_left_is_unreadable(
    kind: str, lines: tuple[Line, ...], message: str
) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        require_text(screen(Layout(kind, (Page(None, lines),))))


@pytest.mark.parametrize(
    ("text", "noted"), [("我", True), ("党建引领的一天又开始", False)]
)
def test_a_file_that_says_hardly_anything_is_noted(text: str, noted: bool) -> None:  # noqa: FBT001 - a column of the table
    layout = require_text(Layout("text", (Page(None, (Line(text),)),)))
    assert ["只有 1 个字" in notice.message for notice in layout.notices] == [
        True
    ] * noted


def test_signs_alone_are_no_text() -> None:
    with pytest.raises(UnreadableFileError, match="没有可识别的文字"):
        require_text(Layout("text", (Page(None, (Line("??? -- #"),)),)))
