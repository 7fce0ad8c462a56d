"""PDF pages become lines; what the places of the text tell is kept."""

from __future__ import annotations

import io

import pytest
from pypdf import PageObject, PdfReader, PdfWriter

from casebase.document import Layout, Line, Page
from casebase.errors import UnreadableFileError
from casebase.extract import pdf
from casebase.extract.pdf.placed import Pdfium, Sight, placed_page
from casebase.extract.quality import is_junk, screen
from tests.extract.making import Put, Read, pdf_of

FULL = "学校党委坚持把方向管大局作决策促改革保落实一体推进学校各项事业"
HALF = "取得新的成绩。"


def texts(layout: Layout, page: int = 0) -> list[str]:
    return [line.text for line in layout.pages[page].lines]


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


def test_radicals_become_characters_and_punctuation_stays(read: Read) -> None:
    layout = read("a.pdf", pdf_of([Put("⽅法：⽤⼼⽤情，⻅⾏⻅效！")]))
    assert texts(layout) == ["方法：用心用情，见行见效！"]


def layout_of(data: bytes) -> Layout:
    """What is read before anything is recognised."""
    return screen(pdf.read(data, is_junk))


def test_a_page_without_text_gives_a_notice() -> None:
    drawing = b"\n".join(b"%d 100 m 200 %d l S" % (n, n) for n in range(100))
    layout = layout_of(pdf_of([Put(FULL)], drawing, [Put(FULL)]))
    assert layout.pages[1].lines == ()
    (notice,) = layout.notices
    assert notice.page == 2
    assert notice.message == "第2页没有可识别的文字，可能是扫描件。"
    assert notice.advice
    assert layout.pages[1].unread


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


def test_a_broken_page_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(document: Pdfium, number: int) -> tuple[Page, Sight]:
        if number == 2:
            raise ValueError
        return placed_page(document, number)

    def broken(page: PageObject) -> tuple[Line, ...]:
        raise RecursionError(page)

    monkeypatch.setattr(pdf, "placed_page", failing)
    monkeypatch.setattr(pdf, "streamed_lines", broken)
    layout = layout_of(pdf_of([Put(FULL)], [Put(FULL)], [Put(FULL)]))
    assert [len(page.lines) for page in layout.pages] == [1, 0, 1]
    assert [page.unread for page in layout.pages] == [False, True, False]
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


def test_junk_of_a_page_is_left_out() -> None:
    junk = "".join(chr(0x5200 + 37 * n % 0x4000) for n in range(120))
    layout = layout_of(pdf_of([Put(FULL)], [Put(junk)]))
    assert layout.pages[1].lines == ()
    assert [notice.page for notice in layout.notices] == [2]
    assert "乱码" in layout.notices[0].message


def test_gbk_in_a_simple_font_is_read(read: Read) -> None:
    page = [
        Put("关于表彰先进基层党组织的决定", font="F2"),
        Put("——麓山支部“双培养”纪实，共12项", y=650, font="F2"),
        Put("财经学院-经管支部", y=620, font="F2"),
        Put("各党支部：", y=600),
    ]
    assert texts(read("a.pdf", pdf_of(page))) == [
        "关于表彰先进基层党组织的决定",
        "——麓山支部“双培养”纪实，共12项",
        "财经学院-经管支部",
        "各党支部：",
    ]
