"""PDF pages become lines; what the places of the text tell is kept."""

from __future__ import annotations

import io

import pytest
from pypdf import PageObject, PdfReader, PdfWriter

from casebase.document import Layout, Line
from casebase.errors import UnreadableFileError
from casebase.extract import pdf
from casebase.extract.pdf.mending import mend
from casebase.extract.pdf.rows import Piece
from tests.extract.making import Put, Read, pdf_of

FULL = "学校党委坚持把方向管大局作决策促改革保落实一体推进学校各项事业"
HALF = "取得新的成绩。"


def texts(layout: Layout, page: int = 0) -> list[str]:
    return [line.text for line in layout.pages[page].lines]


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


def encrypted(data: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner_password="owner", algorithm="AES-256")  # noqa: S106  of a test file
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_pages_are_numbered_and_in_order(read: Read) -> None:
    layout = read("a.pdf", pdf_of([Put("第一页的文字")], [Put("第二页的文字")]))
    assert [page.number for page in layout.pages] == [1, 2]
    assert texts(layout) == ["第一页的文字"]
    assert texts(layout, 1) == ["第二页的文字"]
    assert not layout.flowing
    assert layout.notices == ()


def test_indents_are_written_as_spaces(read: Read) -> None:
    lines = texts(read("a.pdf", pdf_of(paragraphs())))
    assert [line.startswith("　　") for line in lines] == [True, False, False] * 2


def test_an_indented_line_after_a_one_line_paragraph_begins_a_paragraph(
    read: Read,
) -> None:
    page = [*paragraphs(), Put("一、" + FULL[:-4], 96, 560), Put(FULL, 96, 540)]
    lines = texts(read("a.pdf", pdf_of(page)))
    assert lines[-2].startswith("　　一、")
    assert lines[-1].startswith("　　")


def test_the_continuation_of_a_hanging_item_is_no_paragraph(read: Read) -> None:
    page = []
    for n in range(3):
        page += [
            Put("（一）" + FULL, 72, 700 - 60 * n),
            Put(FULL[2:], 96, 680 - 60 * n),
            Put(HALF, 96, 660 - 60 * n),
        ]
    lines = texts(read("a.pdf", pdf_of(page)))
    assert not any(line.startswith("　") for line in lines)


def test_a_larger_distance_is_a_gap(read: Read) -> None:
    page = [Put(FULL, 72, y) for y in (700, 680, 660, 610, 590)]
    layout = read("a.pdf", pdf_of(page))
    assert [line.gap for line in layout.pages[0].lines] == [
        *(False, False, False),
        *(True, False),
    ]


def test_fake_bold_is_read_once(read: Read) -> None:
    page = [
        Put("工作成效", 72, 700),
        Put("工作成效", 72.3, 700),
        Put("工作成效", 72, 500),
    ]
    assert texts(read("a.pdf", pdf_of(page))) == ["工作成效", "工作成效"]


def test_every_character_twice_is_read_once(read: Read) -> None:
    assert texts(read("a.pdf", pdf_of([Put("党党建建引引领领")]))) == ["党建引领"]
    assert texts(read("a.pdf", pdf_of([Put("哈哈哈哈哈哈哈哈")]))) == [
        "哈哈哈哈哈哈哈哈"
    ]


def test_a_note_mark_stays_in_its_line(read: Read) -> None:
    page = [
        Put("各地相继出台支持性政策", 72, 700, 12),
        Put("①", 204, 705, 7),
        Put("，强调协同推进。", 211, 700, 12),
    ]
    assert texts(read("a.pdf", pdf_of(page))) == [
        "各地相继出台支持性政策①，强调协同推进。"
    ]


def test_a_headline_drawn_last_stands_above_its_text(read: Read) -> None:
    page = [
        Put("2025年5月8日 星期四", 72, 800, 9),
        *paragraphs(),
        Put("支部强起来 专业活起来", 72, 760, 24),
        Put("——青禾职业学院的实践", 72, 735, 14),
        Put("图为主题党日活动现场", 72, 100, 9),
    ]
    lines = texts(read("a.pdf", pdf_of(page)))
    assert lines[:3] == [
        "2025年5月8日 星期四",
        "支部强起来 专业活起来",
        "——青禾职业学院的实践",
    ]
    assert lines[-1] == "图为主题党日活动现场"


def test_a_headline_within_the_text_stays(read: Read) -> None:
    page = [*paragraphs(), Put("二、主要成效", 72, 540, 24), *paragraphs(top=500)]
    lines = texts(read("a.pdf", pdf_of(page)))
    assert lines[6] == "二、主要成效"
    assert len(lines) == 13


def test_gbk_in_a_simple_font_is_mended(read: Read) -> None:
    page = [Put("关于表彰先进基层党组织的决定", font="F2"), Put("各党支部：", y=650)]
    assert texts(read("a.pdf", pdf_of(page))) == [
        "关于表彰先进基层党组织的决定",
        "各党支部：",
    ]


@pytest.mark.parametrize(
    "text", ["café à la crème", "Größe über Maß", "Ä", "naïve façade", "±5℃ 至 10°"]
)
def test_accented_words_are_no_gbk(text: str) -> None:
    line = Line(text)
    assert mend((line,)) == (line,)


def test_radicals_become_characters_and_punctuation_stays(read: Read) -> None:
    layout = read("a.pdf", pdf_of([Put("⽅法：⽤⼼⽤情，⻅⾏⻅效！")]))
    assert texts(layout) == ["方法：用心用情，见行见效！"]


def test_a_page_without_text_gives_a_notice(read: Read) -> None:
    drawing = b"\n".join(b"%d 100 m 200 %d l S" % (n, n) for n in range(100))
    layout = read("a.pdf", pdf_of([Put(FULL)], drawing, [Put(FULL)]))
    assert layout.pages[1].lines == ()
    (notice,) = layout.notices
    assert notice.page == 2
    assert notice.message == "第2页没有可识别的文字，可能是扫描件。"
    assert notice.advice


def test_a_blank_page_needs_no_notice(read: Read) -> None:
    layout = read("a.pdf", pdf_of([Put(FULL)], b"", [Put(FULL)]))
    assert layout.notices == ()
    assert [page.number for page in layout.pages] == [1, 2, 3]


def test_a_scan_is_unreadable(read: Read) -> None:
    with pytest.raises(UnreadableFileError, match="扫描件") as caught:
        read("a.pdf", pdf_of(b"0 0 m 9 9 l S", b"0 0 m 9 9 l S"))
    assert "文字" in caught.value.advice


def test_an_empty_password_is_tried(read: Read) -> None:
    layout = read("a.pdf", encrypted(pdf_of([Put(FULL)]), ""))
    assert texts(layout) == [FULL]


def test_a_password_is_told(read: Read) -> None:
    with pytest.raises(UnreadableFileError, match="密码") as caught:
        read("a.pdf", encrypted(pdf_of([Put(FULL)]), "secret"))
    assert "去掉密码" in caught.value.advice


def test_a_cut_end_is_told(read: Read) -> None:
    data = pdf_of([Put(FULL)])
    layout = read("a.pdf", data.removesuffix(b"%%EOF\n"))
    assert texts(layout) == [FULL]
    assert [notice.page for notice in layout.notices] == [None]


def test_pages_beyond_the_cap_are_told(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    layout = read("a.pdf", pdf_of([Put(FULL)], [Put(FULL)], [Put(FULL)]))
    assert len(layout.pages) == 2
    assert "3 页" in layout.notices[0].message


def test_a_broken_page_costs_only_itself(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = pdf._pieces, []

    def failing(page: PageObject) -> list[Piece]:
        calls.append(page)
        if len(calls) == 2:
            raise RecursionError
        return real(page)

    monkeypatch.setattr(pdf, "_pieces", failing)
    layout = read("a.pdf", pdf_of([Put(FULL)], [Put(FULL)], [Put(FULL)]))
    assert [len(page.lines) for page in layout.pages] == [1, 0, 1]
    assert [notice.page for notice in layout.notices] == [2]


@pytest.mark.parametrize(
    ("stated", "title"),
    [("支部建设 年度报告", "支部建设 年度报告"), ("untitled", ""), ("演示文稿1", "")],
)
def test_a_stated_title_counts_where_the_text_shows_it(
    read: Read, stated: str, title: str
) -> None:
    data = pdf_of([Put("支部建设年度报告"), Put(FULL, y=600)])
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.add_metadata({"/Title": stated})
    buffer = io.BytesIO()
    writer.write(buffer)
    assert read("a.pdf", buffer.getvalue()).metadata.title == title


def test_junk_of_a_page_is_left_out(read: Read) -> None:
    junk = "".join(chr(0x5200 + 37 * n % 0x4000) for n in range(120))
    layout = read("a.pdf", pdf_of([Put(FULL)], [Put(junk)]))
    assert layout.pages[1].lines == ()
    assert [notice.page for notice in layout.notices] == [2]
    assert "乱码" in layout.notices[0].message
