"""Files to layouts: what a file is decides how it is read, then what its name says.

A reader is imported when a file of its kind comes: the libraries behind them take half
a second to load, which one who adds a text need not wait for.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casebase import extras
from casebase.document import Layout, Line, Notice, Source
from casebase.errors import UnreadableFileError
from casebase.extract import office, plain
from casebase.extract.archive import Archive
from casebase.extract.bounds import (
    require_bearable_length,
    require_bearable_text,
    without_embedded,
)
from casebase.extract.decoding import Decoded, decode
from casebase.extract.glyphs import ordinary, ordinary_line
from casebase.extract.quality import is_junk, legibility, require_text, screen
from casebase.extract.sniff import Content, content, is_fragment, is_html, packed
from casebase.extract.telling import in_few_words
from casebase.suffixes import HTML, MARKDOWN, OFFICE, SUFFIXES
from casebase.text.dates import iso_date

if TYPE_CHECKING:
    from casebase.extract import ocr

__all__ = ["SUFFIXES", "RecognitionNeededError", "extract"]

_WORDS = frozenset({Content.ZIPPED, Content.WORD_XML, *map(Content, office.KINDS)})

_WORD_FORMATS = frozenset({"docx", "doc", "wps", "rtf", "odt"})
_KIND = 100  # bytes in which an OpenDocument file says what it is
_AS_PDF = "如果里面是文件的照片或扫描图，请另存为 PDF 后重新放入，以便识别其中的文字。"

MAX_BYTES = 200_000_000


class RecognitionNeededError(Exception):
    """Pages are to be read off their pictures, which takes its time."""

    def __init__(self, pages: int) -> None:
        """So many pages."""
        super().__init__(pages)
        self.pages = pages


def extract(source: Source, *, recognise: bool = True) -> Layout:
    """Reads a file, whatever its name says, as what it is.

    Text is shown as it stands, but for radicals, hard spaces and invisible characters.
    Pages and lines that are junk are left out, with a notice that says so. Pages that
    cannot be read otherwise are read off their pictures where that is installed.

    Raises:
        UnreadableFileError: It has no readable text, or its kind is not read here; the
            advice says what to do.
        RecognitionNeededError: There are such pages, and `recognise` is false.
    """
    data = _bytes(source)
    kind = content(data)
    layout = screen(_read(data, kind, source.path.suffix.lower()))
    if kind is Content.PDF:
        layout = _recognised(layout, partial(_drawn, data), wanted=recognise)
    elif kind is Content.PICTURE:
        from casebase.extract import ocr

        layout = _recognised(layout, partial(ocr.picture_of, data), wanted=recognise)
    layout = in_few_words(_with_text(_tidied(layout)))
    require_bearable_length(layout)
    return layout


def _recognised(
    layout: Layout, draw: Callable[[int], ocr.Picture], *, wanted: bool
) -> Layout:
    from casebase.extract import ocr

    waiting = ocr.unread(layout)
    if not waiting:
        return layout
    if not extras.recognition():
        return ocr.without_extra(layout)
    if not wanted:
        raise RecognitionNeededError(len(waiting))
    return ocr.recognised(layout, draw)


def _drawn(data: bytes, number: int) -> ocr.Picture:
    from casebase.extract import ocr, pdf

    return pdf.render(data, number, dpi=ocr.FINEST, most=ocr.USED)


def _with_text(layout: Layout) -> Layout:
    """`layout` as it is if it says anything; else it is told what its pages need."""
    try:
        return require_text(layout)
    except UnreadableFileError as error:
        told = [notice.advice for notice in layout.notices if notice.page is not None]
        own = _AS_PDF if layout.format in _WORD_FORMATS else error.advice
        advice = told[0] if told else own
        raise UnreadableFileError(error.message, advice, layout.lacking) from error


def _read(data: bytes, kind: Content, suffix: str) -> Layout:
    if kind is Content.PDF:
        from casebase.extract import pdf

        return pdf.read(data, is_junk)
    if kind is Content.PICTURE:
        from casebase.extract import ocr

        return ocr.pages_of(data)
    if kind in _WORDS:
        return _word(data, kind)
    if kind is Content.ARCHIVED_PAGE:
        return _archived_page(data)
    return _characters(data, suffix)


def _word(data: bytes, kind: Content) -> Layout:
    from casebase.extract import word

    if kind is Content.ZIPPED:
        return _zipped(data)
    if kind is Content.WORD_XML:
        return word.read(word.Flat(data), lambda _: ())
    return _converted(data, kind)


def _zipped(data: bytes) -> Layout:
    from casebase.extract import word

    archive = Archive(data)
    if packed(archive.names, archive.read("mimetype", _KIND) or b"") is Content.ODT:
        return _converted(data, Content.ODT)
    return word.read(archive, _embedded)


def _embedded(data: bytes) -> tuple[Line, ...]:
    """The lines of a part of a Word file that is a file of its own, such as a page."""
    try:
        kind = content(data)
        if kind is Content.ZIPPED:
            from casebase.extract import word

            layout = word.read(Archive(data), lambda _: ())
        elif kind is Content.ARCHIVED_PAGE:
            layout = _archived_page(data)
        elif kind is Content.CHARACTERS:
            layout = _characters(data, "")
        else:
            return ()
    except UnreadableFileError:
        return ()
    return tuple(line for page in layout.pages for line in page.lines)


def _converted(data: bytes, kind: Content) -> Layout:
    """An old or foreign word file, by way of the programs of the machine."""
    made = office.convert(data, kind)
    if made.docx:
        from casebase.extract import word

        layout = word.read(Archive(made.docx), lambda _: ())
    else:
        layout = office.bare(made.text)
        if extras.libreoffice() is None:
            layout = replace(layout, lacking=(extras.LIBREOFFICE,))
    return replace(layout, format=str(kind))


def _bytes(source: Source) -> bytes:
    try:
        size = source.path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFileError(
                f"文件有 {size // 1_000_000} MB，超过了 {MAX_BYTES // 1_000_000} MB。",
                "请压缩图片或拆成几个文件后重新放入。",
            )
        data = source.path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            "文件打不开。", "请检查文件是否还在、是否有读取权限。"
        ) from error
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf"):
        raise UnreadableFileError("文件是空的。", "请重新复制或下载原文件后再放入。")
    return data


def _characters(data: bytes, suffix: str) -> Layout:
    decoded = decode(without_embedded(data), legibility)
    if decoded is None and suffix in OFFICE:
        raise UnreadableFileError(
            "文件不是能识别的 Word 或 WPS 文件。",
            "请用 Word 或 WPS 打开，另存为 .docx 后重新放入。",
        )
    if decoded is None:
        raise UnreadableFileError(
            "文件不是能识别的文字，或者编码无法识别。",
            "请确认文件没有损坏；文本文件请另存为 UTF-8 编码后重新放入。",
        )
    named = suffix in HTML or is_fragment(decoded.text)
    if is_html(decoded.text, named_html=named and suffix not in MARKDOWN):
        from casebase.extract import html

        layout = html.read(decoded.text)
    elif suffix and suffix not in SUFFIXES:
        raise UnreadableFileError(
            f"不支持 {suffix} 文件。",
            "请转成 PDF、Word（.docx）、网页或文本后重新放入。",
        )
    else:
        require_bearable_text(decoded.text)
        layout = plain.read(decoded.text, named_markdown=suffix in MARKDOWN)
    return _with_notice_of_broken(layout, decoded)


def _with_notice_of_broken(layout: Layout, decoded: Decoded) -> Layout:
    if not decoded.broken:
        return layout
    message = f"文件里有 {decoded.broken} 处字节损坏，已略去。"
    notice = Notice(None, message, "请对照原文件，或重新复制、下载后再放入。")
    return replace(layout, notices=(*layout.notices, notice))


def _archived_page(data: bytes) -> Layout:
    """The longest of the pages in an archive: a frame may hold the article."""
    from casebase.extract import html

    found: list[Layout] = []
    refused = UnreadableFileError("网页存档里没有正文。", "请用浏览器重新保存网页。")
    for payload, address in html.archived_pages(data):
        try:
            layout = _characters(payload, ".html")
        except UnreadableFileError as error:
            refused = error
        else:
            said = replace(layout.metadata, url=layout.metadata.url or address)
            found.append(replace(layout, metadata=said))
    if not found:
        raise refused
    return max(found, key=lambda it: sum(len(line.text) for line in it.pages[0].lines))


def _tidied(layout: Layout) -> Layout:
    """`layout` with ordinary characters, no empty lines, and dates in one form."""
    pages = tuple(
        replace(
            page,
            lines=tuple(
                line
                for line in map(ordinary_line, page.lines)
                if line.text.strip() or any(any(row) for row in line.rows)
            ),
        )
        for page in layout.pages
    )
    said = layout.metadata
    metadata = replace(
        said,
        title=" ".join(ordinary(said.title).split()),
        author=ordinary(said.author).strip(),
        source=ordinary(said.source).strip(),
        date=iso_date(said.date),
    )
    return replace(layout, pages=pages, metadata=metadata)
