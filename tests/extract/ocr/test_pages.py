"""Pages to be recognised: which, what is said of them, what takes their place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casebase.document import Layout, Line, Notice, Page
from casebase.errors import UnreadableFileError
from casebase.extract.ocr import recognised, unread, without_extra
from casebase.extract.ocr.rasters import Picture
from tests.extract.making import Read
from tests.extract.ocr.bars import Bars, bar, paper
from tests.extract.packing import p, packed

SAID = Notice(2, "第2页没有可识别的文字。", "请提供带文字的版本。")


def layout(*waiting: int, count: int = 4, line: str = "") -> Layout:
    own = (Line(line),) if line else ()
    pages = tuple(
        Page(number, own, unread=True)
        if number in waiting
        else Page(number, (Line("原有文字"),))
        for number in range(1, count + 1)
    )
    notices = tuple(
        Notice(number, f"第{number}页没有可识别的文字。", "请提供带文字的版本。")
        for number in waiting
    )
    return Layout("pdf", pages, notices=notices)


def drawn(_: int) -> Picture:
    picture = paper()
    for line in range(6):
        bar(picture, 150, 200 + 100 * line, 700)
    return picture


def blank(_: int) -> Picture:
    return paper()


def broken(number: int) -> Picture:
    raise ValueError(number)


def test_pages_take_the_place_of_unread_ones() -> None:
    done = recognised(layout(2, 3), drawn, Bars())
    assert unread(done) == ()
    assert [len(page.lines) for page in done.pages] == [1, 6, 6, 1]
    assert [page.placed for page in done.pages] == [False, True, True, False]
    (notice,) = done.notices
    assert notice.page == 2
    assert notice.message == "第2–3页的文字由图像识别得到，可能有个别错字。"
    assert not notice.damaged


@pytest.mark.parametrize(
    ("waiting", "ranges"),
    [((1,), "1"), ((1, 3), "1、3"), ((1, 2, 3), "1–3"), ((1, 2, 4), "1–2、4")],
)
def test_pages_are_told_together(waiting: tuple[int, ...], ranges: str) -> None:
    (notice,) = recognised(layout(*waiting), drawn, Bars()).notices
    assert notice.message.startswith(f"第{ranges}页")


@pytest.mark.parametrize(
    ("draw", "engine", "words", "damaged"),
    [
        (drawn, Bars(sure=0.6, unsure=0.55), "质量太低", True),
        (drawn, Bars(sure=0.2, unsure=0.1), "没有认出文字", False),
        (blank, Bars(), "没有认出文字", False),
        (broken, Bars(), "没有可识别的文字", True),
    ],
)
def test_what_cannot_be_recognised_is_told(
    draw: Callable[[int], Picture], engine: Bars, words: str, *, damaged: bool
) -> None:
    done = recognised(layout(2), draw, engine)
    assert done.pages[1].lines == ()
    (notice,) = done.notices
    assert words in notice.message
    assert notice.damaged is damaged


def test_a_page_that_says_more_itself_is_kept() -> None:
    own = "图一 党员先锋岗的同志在实训车间为学生讲解设备的操作规程并现场示范"
    done = recognised(layout(1, count=1, line=own), drawn, Bars("图"))
    assert [line.text for line in done.pages[0].lines] == [own]


def test_without_the_extra_the_command_is_told() -> None:
    asked = layout(2)
    done = without_extra(asked)
    assert done.pages == asked.pages
    assert done.lacking == ("rapidocr",)
    (notice,) = done.notices
    assert 'pip install "casebase[ocr]"' in notice.advice
    assert notice.message == SAID.message


def test_a_word_file_of_pictures_is_to_become_a_pdf(read: Read) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read("照片.docx", packed(p("")))
    assert "另存为 PDF" in refused.value.advice
