"""Furniture of placed pages: what the margins carry goes, what looks like it stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from casebase.document import Page
from casebase.repair.furniture import without_furniture
from tests.repair.placing import HEIGHT, Column, Sheet, prose

TEXT = 120.0  # where the text begins


def paper(number: int, head: str, foot: str, *, seed: int = 0) -> Page:
    """A page of running text with a head above and a foot below it."""
    sheet = Sheet()
    if head:
        sheet.run(head, 50 if number % 2 else 400, 60, 9)
    sheet.flow(prose(number + seed, 9), Column(50, TEXT, 50, bottom=HEIGHT - 120))
    if foot:
        sheet.run(foot, 400, HEIGHT - 60, 9)
    return sheet.page(number)


def words(pages: list[Page]) -> set[str]:
    return {line.text for page in pages for line in page.lines}


@pytest.mark.parametrize(
    "foot", ["{}", "- {} -", "第 {} 页", "· {} ·", "{} / 6", "共 99 页，第 {} 页"]
)
def test_heads_and_numbers_go(foot: str) -> None:
    pages = [
        paper(number, "雁栖职业技术学院质量报告", foot.format(number + 40))
        for number in range(1, 7)
    ]
    kept, heads = without_furniture(pages)
    assert heads[0] == "雁栖职业技术学院质量报告"
    texts = {line.text for page in pages for line in page.lines if line.size > 9}
    assert words(kept) == texts


@pytest.mark.parametrize(
    "head",
    ["附表 {} 支部“灯塔”台账", "表 {}　项目一览", "双方约定：场地共用、师资互聘，"],
)
def test_captions_and_sentences_that_head_several_pages_stay(head: str) -> None:
    pages = [paper(number, head.format(number), "") for number in range(1, 5)]
    kept, _ = without_furniture(pages)
    assert words(kept) == words(pages)


def test_heads_that_change_from_page_to_page_go() -> None:
    chapters = [
        "一、总体情况",
        "一、总体情况",
        "二、主要做法",
        "三、取得成效",
        "四、展望",
    ]
    pages = [paper(number, head, "") for number, head in enumerate(chapters, 1)]
    kept, _ = without_furniture(pages)
    assert not words(kept) & set(chapters)


def test_the_author_on_the_other_pages_goes_with_the_journals_name() -> None:
    heads = ["职教研究·2024年第2期", "李明：支部建设研究", "职教研究·2024年第2期"]
    kept, _ = without_furniture(
        [paper(number, head, str(number)) for number, head in enumerate(heads, 1)]
    )
    assert not words(kept) & {*heads, "1", "2", "3"}


def test_large_words_under_the_text_go_from_every_page() -> None:
    pages = [paper(number, "", "") for number in range(1, 4)]
    sheet = Sheet()
    sheet.run("机构内部留存", 100, 500, 80)  # alone on its page, at the same place
    marked = [replace(page, lines=(*sheet.page().lines, *page.lines)) for page in pages]
    alone = replace(sheet.page(4), lines=(*sheet.page().lines, *pages[0].lines[:1]))
    kept, _ = without_furniture([*marked, alone])
    assert "机构内部留存" not in words(kept)
    assert kept[:3] == pages


def test_text_that_begins_every_page_stays() -> None:
    pages = [paper(number, "", "") for number in range(1, 6)]
    kept, heads = without_furniture(pages)
    assert kept == pages
    assert heads == []


def newspaper(sheet: Sheet) -> list[str]:
    sheet.run("2024年5月6日　星期一", 50, 40, 9)
    sheet.run("鹿鸣渡教育报", 340, 34, 20)
    sheet.run("责编：王小明　版式：李红", 480, 40, 9)
    sheet.run("党建 04", 700, 40, 14)
    sheet.rule(50, 62, 750)
    return [
        "2024年5月6日　星期一",
        "鹿鸣渡教育报",
        "责编：王小明　版式：李红",
        "党建 04",
    ]


def newspaper_without_lines(sheet: Sheet) -> list[str]:
    sheet.run("04版", 50, 40, 12)
    sheet.run("2024年5月6日　星期一", 300, 42, 9)
    sheet.run("责任编辑：王小明", 600, 42, 9)
    return ["04版", "2024年5月6日　星期一", "责任编辑：王小明"]


def imprint_at_the_foot(sheet: Sheet) -> list[str]:
    sheet.rule(50, HEIGHT - 70, 750)
    told = "本报地址：鹿鸣渡市学府路9号　邮编：315000　电话：0574-8888666　定价：1.00元"
    sheet.run(told, 50, HEIGHT - 60, 8)
    sheet.run("· 广告 ·", 380, HEIGHT - 160, 10)
    return [told, "· 广告 ·"]


def journal(sheet: Sheet) -> list[str]:
    sheet.run("第12卷第3期", 50, 40, 9)
    sheet.run("鹿鸣渡学院学报", 350, 40, 9)
    sheet.run("2024年6月", 690, 40, 9)
    sheet.rule(50, 56, 750)
    sheet.run("·党建与思政专题·", 50, 70, 9)
    return ["第12卷第3期", "鹿鸣渡学院学报", "2024年6月", "·党建与思政专题·"]


@pytest.mark.parametrize(
    "setting",
    [newspaper, newspaper_without_lines, imprint_at_the_foot, journal],
    ids=lambda it: it.__name__,
)
def test_mastheads_of_a_single_page_go(setting: Callable[[Sheet], list[str]]) -> None:
    sheet = Sheet()
    gone = setting(sheet)
    sheet.line("把支部建在车间里", left=200, top=90, size=32)
    sheet.flow(prose(1, 9), Column(50, 140, 50, bottom=HEIGHT - 200))
    (kept,), heads = without_furniture([sheet.page()])
    assert sorted(line.text for line in kept.lines) == sorted(sheet.read)
    assert set(gone) <= set(heads)


def red_head(sheet: Sheet) -> None:
    sheet.line("中共雁栖职业技术学院委员会文件", left=100, top=60, size=36)
    sheet.line("雁职党〔2024〕3号", left=330, top=125, size=14)
    sheet.rule(50, 150, 750)


def bulletin(sheet: Sheet) -> None:
    sheet.line("党建工作简报", left=250, top=50, size=36)
    sheet.line("第12期", left=380, top=100, size=12)
    sheet.line("雁栖职业技术学院党委办公室编", left=50, top=130, size=12)
    sheet.line("2024年5月6日", left=600, top=130, size=12)
    sheet.rule(50, 148, 750)


def kicker(sheet: Sheet) -> None:
    sheet.line("雁栖职业技术学院", left=50, top=60, size=16)
    sheet.line("让党旗在一线飘扬", left=200, top=90, size=30)


def notes(sheet: Sheet) -> None:
    sheet.rule(50, HEIGHT - 90, 750)
    sheet.line(
        "【作者简介】王小明，教师。电话：0574-8888666", left=50, top=HEIGHT - 80, size=8
    )


@pytest.mark.parametrize(
    "setting", [red_head, bulletin, kicker, notes], ids=lambda it: it.__name__
)
def test_what_belongs_to_the_text_stays(setting: Callable[[Sheet], None]) -> None:
    sheet = Sheet()
    setting(sheet)
    sheet.flow(prose(2, 9), Column(50, 200, 50, bottom=HEIGHT - 120))
    (kept,), _ = without_furniture([sheet.page()])
    assert sorted(line.text for line in kept.lines) == sorted(sheet.read)
