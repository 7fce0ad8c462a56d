"""What a file is, by its first bytes; what its name says comes second."""

from __future__ import annotations

import re
import zipfile
from email.parser import BytesHeaderParser
from enum import StrEnum
from io import BytesIO

from casebase.errors import UnreadableFileError


class Content(StrEnum):
    """What the bytes are."""

    PDF = "pdf"
    WORD = "word"
    ARCHIVED_PAGE = "archived page"  # MHTML: a web page saved as one file
    CHARACTERS = "characters"  # text of some kind: plain, Markdown or HTML


_RESAVE = "请用 Word 或 WPS 打开，另存为 .docx 后重新放入。"
_EXPORT = "请打开后另存为 PDF 或 .docx，再重新放入。"
_WRITTEN = "请提供带文字的版本（PDF、Word 或网页）。"
_UNPACK = "请先解压，再把里面的文件放入。"
_SHEET = "这是电子表格，不是文章。"
_SLIDES = "这是演示文稿，暂不支持。"
_OFD = "这是 OFD 版式文件，暂不支持。"
_ODF = "这是 OpenDocument 文件，暂不支持。"
_PICTURE = "这是图片，没有可识别的文字。"
_ARCHIVE = "这是压缩包。"
_MEDIA = "这是音频或视频文件，没有可读的文字。"

_HEADS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "这是 RTF 文件，暂不支持。", _RESAVE),
    (b"\xff\xd8\xff", _PICTURE, _WRITTEN),
    (b"\x89PNG", _PICTURE, _WRITTEN),
    (b"GIF8", _PICTURE, _WRITTEN),
    (b"II*\x00", _PICTURE, _WRITTEN),
    (b"MM\x00*", _PICTURE, _WRITTEN),
    (b"Rar!", _ARCHIVE, _UNPACK),
    (b"7z\xbc\xaf", _ARCHIVE, _UNPACK),
    (b"\x1f\x8b", _ARCHIVE, _UNPACK),
    (b"ID3", _MEDIA, _WRITTEN),
    (b"%!PS", "这是 PostScript 文件，暂不支持。", _EXPORT),
    (b"AT&TFORM", "这是 DjVu 文件，暂不支持。", _EXPORT),
    (b"HN\n", "这是知网 CAJ 文件，暂不支持。", _EXPORT),
    (b"CAJ\x00", "这是知网 CAJ 文件，暂不支持。", _EXPORT),
)
# A file of a zipped format is known by one of its members.
_MEMBERS: tuple[tuple[str, str, str], ...] = (
    ("xl/", _SHEET, _EXPORT),
    ("ppt/", _SLIDES, _EXPORT),
    ("OFD.xml", _OFD, _EXPORT),
    ("META-INF/container.xml", "这是 EPUB 电子书，暂不支持。", _EXPORT),
    ("content.xml", _ODF, _EXPORT),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_HEADER_WITHIN = 1024  # bytes: what PDF readers allow before the header
_HTML_WITHIN = 4000  # characters: comments and declarations may come first
_WORD_XML = re.compile(rb"<\?mso-application|<w:wordDocument|<pkg:package")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype\s+html|<(?:html|head|body)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    r"</?(?:p|div|br|span|table|h[1-6]|a|meta|title)\b[^<>]*>", re.IGNORECASE
)


def content(data: bytes) -> Content:
    """What `data` is.

    Raises:
        UnreadableFileError: It is a known kind of file that is not read here.
    """
    if b"%PDF" in data[:_PDF_HEADER_WITHIN]:
        return Content.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLE):
        raise _ole(data)
    _refuse_by_head(data)
    if _is_archived_page(data):
        return Content.ARCHIVED_PAGE
    return Content.CHARACTERS


def is_html(text: str, *, named_html: bool) -> bool:
    """Whether `text` is a web page; any tag will do where its name says so."""
    if _HTML.match(text[:_HTML_WITHIN]):
        return True
    return named_html and _TAGS.search(text) is not None


def _zipped(data: bytes) -> Content:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UnreadableFileError(
            "文件不完整或已损坏，打不开。", "请重新下载或复制原文件后再放入。"
        ) from error
    if any(name.startswith("word/") for name in names):
        return Content.WORD
    for member, message, advice in _MEMBERS:
        if any(name.startswith(member) for name in names):
            raise UnreadableFileError(message, advice)
    raise UnreadableFileError(_ARCHIVE, _UNPACK)


def _ole(data: bytes) -> UnreadableFileError:
    """What to say of the old Office container, which also wraps encrypted files."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableFileError(
            "文件加了密码，打不开。", "请去掉密码另存后重新放入。"
        )
    if "Workbook".encode("utf-16-le") in data:
        return UnreadableFileError(_SHEET, _EXPORT)
    if "PowerPoint Document".encode("utf-16-le") in data:
        return UnreadableFileError(_SLIDES, _EXPORT)
    return UnreadableFileError("这是旧版 Word（.doc）或 WPS 文件，暂不支持。", _RESAVE)


def _refuse_by_head(data: bytes) -> None:
    for head, message, advice in _HEADS:
        if data.startswith(head):
            raise UnreadableFileError(message, advice)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise UnreadableFileError(_PICTURE, _WRITTEN)
    if data[4:8] == b"ftyp":
        still = data[8:11] in {b"hei", b"mif", b"avi"}
        raise UnreadableFileError(_PICTURE if still else _MEDIA, _WRITTEN)
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        raise UnreadableFileError(_PICTURE, _WRITTEN)
    if _WORD_XML.search(data[:_PDF_HEADER_WITHIN]):
        raise UnreadableFileError("这是 Word 的 XML 文件，暂不支持。", _RESAVE)


def _is_archived_page(data: bytes) -> bool:
    if b"MIME-Version:" not in data[:_PDF_HEADER_WITHIN]:
        return False
    kind = BytesHeaderParser().parsebytes(data).get_content_type()
    return kind in {"multipart/related", "multipart/alternative", "text/html"}
