"""PDF files: runs of type with their places by pdfium, what it cannot read by pypdf."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pypdf import PdfReader

from casebase.document import Layout, Metadata, Notice, Page
from casebase.errors import UnreadableFileError
from casebase.extract.pdf.opening import (
    is_whole,
    layers_off,
    reader_of,
    title_of,
)
from casebase.extract.pdf.placed import Pdfium, Sight, opened, placed_page
from casebase.extract.pdf.render import render
from casebase.extract.pdf.streamed import shows_something, streamed_lines

__all__ = ["MAX_PAGES", "page_of", "read", "render"]

MAX_PAGES = 5000
_NO_TEXT = "没有可识别的文字，可能是扫描件。"
_NO_TEXT_ADVICE = "请提供带文字的版本，或先做文字识别再放入。"
_LITTLE_TEXT = "几乎全是图片，图里的文字没有读出来。"
_BROKEN = "无法读取，内容已略去。"
_DAMAGED = "文件不完整或已损坏，打不开。"
_DAMAGED_ADVICE = "请重新下载或复制原文件后再放入。"
_MUCH_MORE = 1.1  # times the letters of the other reading
_FEW = 40  # letters: on a picture of a page, a page number, a stamp, a scanner's name

Judge = Callable[[str], bool]
"""Whether the text of a page is junk."""


def page_of(data: bytes, number: int) -> Page:
    """The page `number`, 1-based, as runs of type with their places.

    Raises:
        ValueError: The file or the page cannot be opened.
    """
    with opened(data) as document:
        if document is None or not 0 < number <= document.count:
            raise ValueError(number)
        return placed_page(document, number)[0]


def read(data: bytes, is_junk: Judge = lambda _: False) -> Layout:
    """Reads a PDF page by page.

    A page that shows pictures and no text, or hardly any, is marked as unread, with a
    notice.

    Args:
        data: The file.
        is_junk: Which of two readings of a page to believe.

    Raises:
        UnreadableFileError: The file is damaged beyond opening, or needs a password.
    """
    with opened(data) as document:
        huge = document is not None and document.count > MAX_PAGES
        reader = None if huge else reader_of(data)  # it holds every page it counts
        if document is not None:
            document.off = layers_off(reader)
        if reader is None and document is None:
            raise UnreadableFileError(_DAMAGED, _DAMAGED_ADVICE)
        file = _File(reader, document, is_junk)
        count = file.count
        notices = _notices_on_whole(count, whole=is_whole(data))
        pages = []
        for number in range(1, min(count, MAX_PAGES) + 1):
            page, message, advice = file.page(number)
            pages.append(page)
            if message:
                notices.append(Notice(number, f"第{number}页{message}", advice))
    metadata = Metadata(title=title_of(reader, pages))
    return Layout("pdf", tuple(pages), metadata=metadata, notices=tuple(notices))


def _notices_on_whole(count: int, *, whole: bool) -> list[Notice]:
    notices = []
    if not whole:
        message = "文件的结尾不完整，后面的内容可能丢失。"
        notices.append(Notice(None, message, _DAMAGED_ADVICE))
    if count > MAX_PAGES:
        message = f"文件有 {count} 页，只收入了前 {MAX_PAGES} 页。"
        notices.append(Notice(None, message, "请把文件拆成几个后重新放入。"))
    return notices


Told = tuple[Page, str, str]
"""A page, and what to say of it and advise where something is wrong with it."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file in both libraries, of which one may have failed to open it."""

    reader: PdfReader | None
    document: Pdfium | None
    is_junk: Judge

    @property
    def count(self) -> int:
        """The number of pages, as the library says that finds more of them."""
        return max(
            len(self.reader.pages) if self.reader else 0,
            self.document.count if self.document else 0,
        )

    def page(self, number: int) -> Told:
        """A page as the better of the two libraries reads it."""
        placed, sight = self._placed(number)
        good = placed is not None and self._is_good(placed)
        if placed is not None and good and not sight.lossy:
            return _told(placed, sight)
        streamed = self._streamed(number)
        fuller = not good or _letters(streamed) > _MUCH_MORE * _letters(placed)
        if streamed is not None and fuller and self._is_good(streamed):
            return streamed, "", ""
        if placed is not None and good:
            return _told(placed, sight)
        page = placed if placed is not None and placed.lines else streamed or placed
        if page is None:
            return Page(number, (), unread=True), _BROKEN, _DAMAGED_ADVICE
        if page.lines or not (sight.drawn or self._shows_something(number)):
            return page, "", ""
        return replace(page, unread=True), _NO_TEXT, _NO_TEXT_ADVICE

    def _is_good(self, page: Page) -> bool:
        text = "\n".join(line.text for line in page.lines)
        return bool(text.strip()) and not self.is_junk(text)

    def _placed(self, number: int) -> tuple[Page | None, Sight]:
        if self.document is None or number > self.document.count:
            return None, Sight()
        try:
            return placed_page(self.document, number)
        except ValueError:  # one broken page must not cost the others
            return None, Sight()

    def _streamed(self, number: int) -> Page | None:
        if self.reader is None or number > len(self.reader.pages):
            return None
        try:
            return Page(number, streamed_lines(self.reader.pages[number - 1]))
        except Exception:  # noqa: BLE001  pypdf raises whatever the bytes provoke
            return None

    def _shows_something(self, number: int) -> bool:
        if self.reader is None or number > len(self.reader.pages):
            return False
        return shows_something(self.reader.pages[number - 1])


def _told(page: Page, sight: Sight) -> Told:
    """A page that is read well, unless it is a picture with a few words on it."""
    if sight.pictured and _letters(page) < _FEW:
        return replace(page, unread=True), _LITTLE_TEXT, _NO_TEXT_ADVICE
    return page, "", ""


def _letters(page: Page | None) -> int:
    lines = page.lines if page else ()
    return sum(char.isalnum() for line in lines for char in line.text)
