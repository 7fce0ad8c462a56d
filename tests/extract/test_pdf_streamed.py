"""Pages in the order in which they are drawn, by pypdf, for what pdfium cannot read."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from pypdf import PdfReader

from casebase.document import Line
from casebase.extract.pdf.mending import mend
from casebase.extract.pdf.streamed import streamed_lines
from tests.extract.making import Put, pdf_of

FULL = "学校党委坚持把方向管大局作决策促改革保落实一体推进学校各项事业"
HALF = "取得新的成绩。"


def streamed(data: bytes) -> tuple[Line, ...]:
    return streamed_lines(PdfReader(io.BytesIO(data)).pages[0])


def texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def paragraphs(*, left: float = 72, top: float = 700) -> list[Put]:
    """Two paragraphs of three lines, each begun by an indent of two characters."""
    places = [
        (24, FULL[:-2]),
        (0, FULL),
        (0, HALF),
        (24, FULL[:-2]),
        (0, FULL),
        (0, HALF),
    ]
    return [Put(text, left + x, top - 20 * n) for n, (x, text) in enumerate(places)]


def test_indents_are_written_as_spaces() -> None:
    lines = texts(streamed(pdf_of(paragraphs())))
    assert [line.startswith("　　") for line in lines] == [True, False, False] * 2


def test_an_indented_line_after_a_one_line_paragraph_begins_a_paragraph() -> None:
    page = [*paragraphs(), Put("一、" + FULL[:-4], 96, 560), Put(FULL, 96, 540)]
    lines = texts(streamed(pdf_of(page)))
    assert lines[-2].startswith("　　一、")
    assert lines[-1].startswith("　　")


def test_the_continuation_of_a_hanging_item_is_no_paragraph() -> None:
    page = []
    for n in range(3):
        page += [
            Put("（一）" + FULL, 72, 700 - 60 * n),
            Put(FULL[2:], 96, 680 - 60 * n),
            Put(HALF, 96, 660 - 60 * n),
        ]
    lines = texts(streamed(pdf_of(page)))
    assert not any(line.startswith("　") for line in lines)


def test_a_larger_distance_is_a_gap() -> None:
    page = [Put(FULL, 72, y) for y in (700, 680, 660, 610, 590)]
    lines = streamed(pdf_of(page))
    assert [line.gap for line in lines] == [
        *(False, False, False),
        *(True, False),
    ]


def test_fake_bold_is_read_once() -> None:
    page = [
        Put("工作成效", 72, 700),
        Put("工作成效", 72.3, 700),
        Put("工作成效", 72, 500),
    ]
    assert texts(streamed(pdf_of(page))) == ["工作成效", "工作成效"]


def test_every_character_twice_is_read_once() -> None:
    assert texts(streamed(pdf_of([Put("党党建建引引领领")]))) == ["党建引领"]
    assert texts(streamed(pdf_of([Put("哈哈哈哈哈哈哈哈")]))) == ["哈哈哈哈哈哈哈哈"]


def test_a_note_mark_stays_in_its_line() -> None:
    page = [
        Put("各地相继出台支持性政策", 72, 700, 12),
        Put("①", 204, 705, 7),
        Put("，强调协同推进。", 211, 700, 12),
    ]
    assert texts(streamed(pdf_of(page))) == ["各地相继出台支持性政策①，强调协同推进。"]


def test_a_headline_drawn_last_stands_above_its_text() -> None:
    page = [
        Put("2025年5月8日 星期四", 72, 800, 9),
        *paragraphs(),
        Put("支部强起来 专业活起来", 72, 760, 24),
        Put("——青禾职业学院的实践", 72, 735, 14),
        Put("图为主题党日活动现场", 72, 100, 9),
    ]
    lines = texts(streamed(pdf_of(page)))
    assert lines[:3] == [
        "2025年5月8日 星期四",
        "支部强起来 专业活起来",
        "——青禾职业学院的实践",
    ]
    assert lines[-1] == "图为主题党日活动现场"


def test_a_headline_within_the_text_stays() -> None:
    page = [*paragraphs(), Put("二、主要成效", 72, 540, 24), *paragraphs(top=500)]
    lines = texts(streamed(pdf_of(page)))
    assert lines[6] == "二、主要成效"
    assert len(lines) == 13


def test_gbk_in_a_simple_font_is_mended() -> None:
    page = [Put("关于表彰先进基层党组织的决定", font="F2"), Put("各党支部：", y=650)]
    assert texts(streamed(pdf_of(page))) == [
        "关于表彰先进基层党组织的决定",
        "各党支部：",
    ]


@pytest.mark.parametrize(
    "text", ["café à la crème", "Größe über Maß", "Ä", "naïve façade", "±5℃ 至 10°"]
)
def test_accented_words_are_no_gbk(text: str) -> None:
    line = Line(text)
    assert mend((line,)) == (line,)


def test_an_indented_line_of_gbk_is_mended() -> None:
    disguised = "组织生活开到麓山车间".encode("gb18030").decode("latin-1")
    (line,) = mend((Line("　　" + disguised),))
    assert line.text == "　　组织生活开到麓山车间"
