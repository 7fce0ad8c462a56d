"""PDF files by pypdf: the text of each page in the order in which it is drawn."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from casebase.document import Layout, Line, Metadata, Notice, Page
from casebase.errors import UnreadableFileError
from casebase.extract.pdf.lines import lines_of
from casebase.extract.pdf.mending import mend
from casebase.extract.pdf.order import in_place
from casebase.extract.pdf.placed import opened, placed_page
from casebase.extract.pdf.rows import Piece, rows_of

MAX_PAGES = 5000
_END_WITHIN = 2048  # bytes from the end in which %%EOF must stand
_CATALOG = re.compile(
    rb"(\d{1,9})\s+(\d{1,5})\s+obj\b(?:(?!endobj).){0,2000}?/Type\s*/Catalog", re.DOTALL
)
_NO_TEXT = "没有可识别的文字，可能是扫描件。"
_NO_TEXT_ADVICE = "请提供带文字的版本，或先做文字识别再放入。"
_DAMAGED = "文件不完整或已损坏，打不开。"
_DAMAGED_ADVICE = "请重新下载或复制原文件后再放入。"
_CHECK = "请对照原文件查看这一页。"
_MIN_BLANK_DRAWING = 400  # bytes of drawing above which a page is not simply blank

# pypdf reports every oddity of a file; what matters is said in notices.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(data: bytes, *, placed: bool = False) -> Layout:
    """Reads a PDF page by page.

    A page that shows pictures and no text gives no lines and a notice.

    Args:
        data: The file.
        placed: Whether pages are to be read as runs of type with their places.

    Raises:
        UnreadableFileError: The file is damaged beyond opening, or needs a password.
    """
    whole = b"%%EOF" in data[-_END_WITHIN:]
    reader = _open(data if whole else _with_end(data))
    pages, notices = [], _notices_on_whole(whole, len(reader.pages))
    for number, page in enumerate(reader.pages[:MAX_PAGES], start=1):
        lines, notice = _read_page(number, page)
        pages.append(Page(number, lines))
        notices += [notice] if notice else []
    if placed:
        pages = _placed(data, pages)
    metadata = Metadata(title=_title(reader, pages))
    return Layout("pdf", tuple(pages), metadata=metadata, notices=tuple(notices))


def _placed(data: bytes, pages: list[Page]) -> list[Page]:
    """`pages` as pdfium reads them, as far as it can."""
    with opened(data) as document:
        if document is None:
            return pages
        return [placed_page(document, page.number or 0) for page in pages]


def _open(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except Exception as error:  # pypdf raises whatever the bytes provoke
        raise UnreadableFileError(_DAMAGED, _DAMAGED_ADVICE) from error
    if locked:
        raise UnreadableFileError(
            "文件加了密码，打不开。", "请去掉密码另存后重新放入。"
        )
    if not count:
        raise UnreadableFileError(_DAMAGED, _DAMAGED_ADVICE)
    return reader


def _with_end(data: bytes) -> bytes:
    """`data` with an end that names its root, so that pypdf looks for the rest."""
    found = _CATALOG.findall(data)
    root = b"/Root %s %s R" % found[-1] if found else b""
    return data + b"\ntrailer\n<< %s >>\nstartxref\n0\n%%%%EOF\n" % root


def _notices_on_whole(whole: bool, count: int) -> list[Notice]:  # noqa: FBT001  internal
    notices = []
    if not whole:
        message = "文件的结尾不完整，后面的内容可能丢失。"
        notices.append(Notice(None, message, _DAMAGED_ADVICE))
    if count > MAX_PAGES:
        message = f"文件有 {count} 页，只收入了前 {MAX_PAGES} 页。"
        notices.append(Notice(None, message, "请把文件拆成几个后重新放入。"))
    return notices


def _read_page(number: int, page: PageObject) -> tuple[tuple[Line, ...], Notice | None]:
    try:
        lines = mend(lines_of(in_place(rows_of(_pieces(page)))))
    except Exception:  # noqa: BLE001  one broken page must not cost the others
        message = f"第{number}页无法读取，内容已略去。"
        return (), Notice(number, message, _DAMAGED_ADVICE)
    if lines or not _shows_something(page):
        return lines, None
    return (), Notice(number, f"第{number}页{_NO_TEXT}", _NO_TEXT_ADVICE)


def _pieces(page: PageObject) -> list[Piece]:
    """What is drawn, piece by piece, with where it stands."""
    pieces: list[Piece] = []
    upright = page.rotation % 360 == 0

    def collect(  # pypdf calls it with five positional arguments
        text: str, cm: list[float], tm: list[float], _font: object, size: float
    ) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = (tm[0] ** 2 + tm[1] ** 2) ** 0.5 * (cm[0] ** 2 + cm[1] ** 2) ** 0.5
        pieces.append(Piece(text, x, y, size * scale if upright else 0.0))

    page.extract_text(visitor_text=collect)
    return pieces


def _shows_something(page: PageObject) -> bool:
    """Whether a page without text has a picture or drawing on it, or cannot be told."""
    try:
        contents = page.get_contents()
        drawn = contents is not None and len(contents.get_data()) > _MIN_BLANK_DRAWING
        return drawn or _has_picture(page.get("/Resources"))
    except Exception:  # noqa: BLE001  pypdf raises whatever the bytes provoke
        return True


def _has_picture(resources: object) -> bool:
    found = resources.get_object() if hasattr(resources, "get_object") else None
    if not isinstance(found, DictionaryObject):
        return False
    objects = found.get("/XObject", DictionaryObject()).get_object()
    return isinstance(objects, Mapping) and any(
        isinstance(one.get_object(), StreamObject) for one in objects.values()
    )


def _title(reader: PdfReader, pages: list[Page]) -> str:
    """The title that the file states, where its first pages show it as well.

    Writers leave templates, file names and "untitled" there; what stands on the first
    pages word for word is meant.
    """
    try:
        stated = (reader.metadata and reader.metadata.title) or ""
    except Exception:  # noqa: BLE001  pypdf raises whatever the bytes provoke
        return ""
    shown = "".join(line.text for page in pages[:3] for line in page.lines)
    wanted = "".join(stated.split())
    return stated.strip() if wanted and wanted in "".join(shown.split()) else ""
