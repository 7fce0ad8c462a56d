"""What a file is, by its first bytes; what its name says comes second."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from email.parser import BytesHeaderParser
from enum import StrEnum

from casebase.errors import UnreadableFileError
from casebase.extract.sniff.heads import (
    ARCHIVE,
    EXPORT,
    OFD,
    SHEET,
    SLIDES,
    UNPACK,
    is_picture,
    refuse_by_head,
)
from casebase.extract.sniff.ole import MAGIC, streams


class Content(StrEnum):
    """What the bytes are."""

    PDF = "pdf"
    ZIPPED = "zipped"  # `packed` tells by the members which kind
    DOCX = "docx"
    ODT = "odt"
    DOC = "doc"  # Word 6 to 2003, and WPS
    WORKS = "wps"  # Microsoft Works
    RTF = "rtf"
    WORD_XML = "xml"  # Word in one XML file
    PICTURE = "picture"  # a scan or a photograph
    ARCHIVED_PAGE = "archived page"  # MHTML: a web page saved as one file
    CHARACTERS = "characters"  # text of some kind: plain, Markdown or HTML


# A file of a zipped format is known by one of its members.
_MEMBERS: tuple[tuple[str, str, str], ...] = (
    ("xl/", SHEET, EXPORT),
    ("ppt/", SLIDES, EXPORT),
    ("OFD.xml", OFD, EXPORT),
    ("META-INF/container.xml", "这是 EPUB 电子书，暂不支持。", EXPORT),
    ("Index/Document.iwa", "这是 Pages 文稿，暂不支持。", EXPORT),
    ("content.xml", "这是 OpenDocument 表格或演示文稿，不是文章。", EXPORT),
)
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"  # and its templates
_LOCKED = "文件加了密码，打不开。"
_UNLOCK = "请去掉密码另存后重新放入。"
_STREAMS: tuple[tuple[str, str, str], ...] = (
    ("EncryptedPackage", _LOCKED, _UNLOCK),
    ("Workbook", SHEET, EXPORT),
    ("Book", SHEET, EXPORT),
    ("PowerPoint Document", SLIDES, EXPORT),
    ("__properties_version1.0", "这是 Outlook 邮件，暂不支持。", EXPORT),
)
_WORD_MARKS = frozenset({0xA5DC, 0xA5EC})  # wIdent: Word 6 and 95, Word 97 and later
_FIB = struct.Struct("<H8xH")  # wIdent and the flags
_ENCRYPTED = 0x0100  # fEncrypted in the flags of a Word file's first block
_PDF_HEADER_WITHIN = 1024  # bytes: what PDF readers allow before the header
_HTML_WITHIN = 4000  # characters: comments and declarations may come first
_WORD_WITHIN = 1024  # bytes
_WORD_XML = re.compile(
    rb"<\?mso-application\s+progid=\"Word|<w:wordDocument|<pkg:package"
)
_RTF = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}\{\\rtf")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype\s+html|<(?:html|head|body)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    r"</?(?:p|div|br|span|table|h[1-6]|a|meta|title)\b[^<>]*>", re.IGNORECASE
)
_BLOCKS = re.compile(
    r"<(?:p|div|br|table|section|span|h[1-6]|ul|ol)\b[^<>]*>", re.IGNORECASE
)
_FEWEST = 3


def content(data: bytes) -> Content:
    """What `data` is.

    Raises:
        UnreadableFileError: It is a known kind of file that is not read here.
    """
    if b"%PDF" in data[:_PDF_HEADER_WITHIN]:
        return Content.PDF
    if data.startswith(b"PK\x03\x04"):
        return Content.ZIPPED
    if data.startswith(MAGIC):
        return _old_office(data)
    if is_picture(data):
        return Content.PICTURE
    return _written(data)


def _written(data: bytes) -> Content:
    """What a file is that may be text."""
    if _RTF.match(data):
        return Content.RTF
    if _WORD_XML.search(data[:_WORD_WITHIN]):
        return Content.WORD_XML
    refuse_by_head(data)
    if _is_archived_page(data):
        return Content.ARCHIVED_PAGE
    return Content.CHARACTERS


def packed(names: Iterable[str], kind: bytes) -> Content:
    """What a zipped file is: DOCX or ODT.

    Args:
        names: The paths of its members.
        kind: Its member `mimetype`, empty where it has none.

    Raises:
        UnreadableFileError: It is something else.
    """
    listed = list(names)
    if any(name.lower().startswith("word/") for name in listed):
        return Content.DOCX
    if kind.startswith(_OPEN_TEXT):
        return Content.ODT
    for member, message, advice in _MEMBERS:
        if any(name.startswith(member) for name in listed):
            raise UnreadableFileError(message, advice)
    raise UnreadableFileError(ARCHIVE, UNPACK)


def is_html(text: str, *, named_html: bool) -> bool:
    """Whether `text` is a web page; any tag will do where its name says so."""
    if _HTML.match(text[:_HTML_WITHIN]):
        return True
    return named_html and _TAGS.search(text) is not None


def is_fragment(text: str) -> bool:
    """Whether a text without the frame of a page is markup all the same."""
    start = text.lstrip("\ufeff \t\r\n")[:_HTML_WITHIN]
    return start.startswith("<") and len(_BLOCKS.findall(start)) >= _FEWEST


def _old_office(data: bytes) -> Content:
    """What an old Office file is; the container also wraps encrypted new ones."""
    found = streams(data)
    if "WordDocument" in found:
        _refuse_locked(found["WordDocument"])
        return Content.DOC
    for name, message, advice in _STREAMS:
        if name in found:
            raise UnreadableFileError(message, advice)
    if "MatOST" in found or "MN0" in found or "CONTENTS" in found:
        return Content.WORKS
    return Content.DOC  # damaged perhaps: whoever opens it will tell


def _refuse_locked(block: bytes) -> None:
    """Refuses a Word file whose first block ([MS-DOC] FibBase) says it is locked."""
    if len(block) < _FIB.size:
        return
    mark, flags = _FIB.unpack_from(block)
    if mark in _WORD_MARKS and flags & _ENCRYPTED:
        raise UnreadableFileError(_LOCKED, _UNLOCK)


def _is_archived_page(data: bytes) -> bool:
    if b"MIME-Version:" not in data[:_PDF_HEADER_WITHIN]:
        return False
    kind = BytesHeaderParser().parsebytes(data).get_content_type()
    return kind in {"multipart/related", "multipart/alternative", "text/html"}
