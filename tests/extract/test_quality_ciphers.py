"""Tables that tell wrong characters are found, whatever they do; honest text is not."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from casebase.document import Layout, Line, Page
from casebase.extract import pdf
from casebase.extract.quality import is_junk, screen
from casebase.extract.quality.wording import chance_lines, neighbours
from tests.extract.sheets import Sheet, Type, pdf_of_sheets

PROSE = (
    "机电工程系党支部把组织生活开到实训车间，党员教师与企业师傅结成对子，手把手教学生装调设备。",
    "支部每月召开一次分析会，围绕课程改革、技能竞赛和就业帮扶查找问题，形成清单，逐项销号。",
    "三年来，学生在全国职业院校技能大赛中获得奖项二十余个，毕业生对口就业率稳定在九成以上。",
    "学校党委定期听取汇报，把支部建设情况纳入年度考核，考核结果与评优评先、绩效分配直接挂钩。",
    "下一步，支部将继续完善党建与业务同谋划、同部署、同检查的机制，努力打造特色鲜明的工作品牌。",
    "教师党员带头承担思想政治理论课程建设任务，将劳动精神和工匠精神融入专业课堂的各个环节。",
)
TEXT = "\n".join(PROSE)
COMMON = sorted(set("".join(PROSE))) + [chr(code) for code in range(0x4E00, 0x4F00)]

Cipher = Callable[[str], str]


def shifted(by: int) -> Cipher:
    return lambda char: chr(ord(char) + by) if "一" <= char <= "龥" else char


def permuted(seed: int) -> Cipher:
    han = [char for char in sorted(set(TEXT)) if "一" <= char <= "龥"]
    other = han[:]
    random.Random(seed).shuffle(other)  # noqa: S311 - the same each time
    table = dict(zip(han, other, strict=True))
    return lambda char: table.get(char, char)


def badly_recognised(text: str, share: float, seed: int) -> str:
    dice = random.Random(seed)  # noqa: S311 - the same each time
    return "".join(
        dice.choice(COMMON) if char.isalpha() and dice.random() < share else char
        for char in text
    )


def enciphered(text: str, cipher: Cipher) -> str:
    return "".join(map(cipher, text))


CIPHERS = [
    *(shifted(by) for by in (1, -1, 2, 31, 256)),
    *(permuted(seed) for seed in range(5)),
]


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_wrong_table_is_found(cipher: Cipher) -> None:
    assert is_junk(enciphered(TEXT, cipher))
    assert is_junk(enciphered(PROSE[0] + PROSE[1], cipher))


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_page_of_a_wrong_table_gives_no_text(cipher: Cipher) -> None:
    good = [Type(text[:40], y=800 - 20 * at) for at, text in enumerate(PROSE)]
    bad = [Type(one.text, y=one.y, font="W") for one in good]
    data = pdf_of_sheets(Sheet(good), Sheet(bad), table=cipher)
    layout = screen(pdf.read(data, is_junk))
    assert [bool(page.lines) for page in layout.pages] == [True, False]
    assert [page.unread for page in layout.pages] == [False, True]
    assert [notice.page for notice in layout.notices] == [2]


def test_headings_in_a_type_with_a_wrong_table_are_left_out() -> None:
    body = [Type(text[:40], y=800 - 20 * at) for at, text in enumerate(PROSE * 2)]
    heads = [
        Type(text[:14], y=500 - 30 * at, size=16, font="W")
        for at, text in enumerate(PROSE)
    ]
    data = pdf_of_sheets(Sheet(body + heads), table=shifted(1))
    (page,) = screen(pdf.read(data, is_junk)).pages
    assert {line.text for line in page.lines} == {one.text for one in body}
    assert page.unread


@pytest.mark.parametrize("seed", range(5))
def test_a_recognition_with_a_third_of_its_characters_wrong_is_found(
    seed: int,
) -> None:
    assert is_junk(badly_recognised(TEXT, 0.35, seed))


@pytest.mark.parametrize("seed", range(5))
def test_a_recognition_with_a_few_wrong_characters_is_let_in(seed: int) -> None:
    assert not is_junk(badly_recognised(TEXT, 0.04, seed))


DATES = "2023年5月28日召开，2024年12月31日验收，2021年9月30日立项，2019年10月21日获批。"


@pytest.mark.parametrize("step", range(9))
def test_figures_that_make_impossible_dates_are_found(step: int) -> None:
    told = "".join(str((int(c) + step) % 10) if c.isdecimal() else c for c in DATES)
    assert is_junk(TEXT + told) == (step > 0)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "黨委定期聽取匯報，把支部建設情況納入年度考核，考核結果與評優評先直接掛鈎。"
        * 3,
        "、".join(["陈国华", "李秀英", "欧阳雪", "诸葛明", "尉迟恭", "钱多福"] * 20),
        "\n".join(["王磊 机电支部", "赵敏 会计支部", "孙倩 护理支部"] * 20),
        "The branch meets every Tuesday and reads what the students have written. " * 5,
        "yī zhī bù yì pǐn pái, dǎng jiàn yǐn lǐng, " * 12,
        "序号 姓名 学号 成绩\n"
        + "\n".join(f"{n} 张三 2023{n:04} 8{n % 10}" for n in range(60)),
        "E = mc²，∑(xᵢ − x̄)² ≥ 0，α + β ≤ γ，f(x) = ∫ g(t) dt" * 6,
        "北京 天津 上海 重庆 石家庄 呼和浩特 乌鲁木齐 齐齐哈尔 哈尔滨 佳木斯" * 6,
        "成立于1952年，1月至3月、15日前、每月28日，2024年12月、2025年10月两次评估。"
        * 2,
        "def main():\n    for line in open(path):\n        print(line.strip())\n" * 6,
        "学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？",
    ],
)
def test_honest_text_is_let_in(text: str) -> None:
    assert not is_junk(text)
    assert not chance_lines(text.splitlines())


def test_one_line_of_unusual_names_is_kept() -> None:
    lines = (*PROSE, "阿依古丽帕提古丽热孜万古丽麦麦提")
    layout = Layout("pdf", (Page(1, tuple(map(Line, lines))),))
    assert screen(layout) == layout


def test_neighbours_are_counted_in_what_is_longer_than_a_name() -> None:
    assert neighbours("张三丰、李四光") == (0, 0)
    pairs, known = neighbours("党委定期听取汇报")
    assert pairs == 7
    assert known >= 3
    assert neighbours("黨委定期聽取匯報") == (pairs, known)
