"""Kinds of files that are not read, known by their first bytes, and what to say."""

from __future__ import annotations

import re

from casebase.errors import UnreadableFileError

EXPORT = "请打开后另存为 PDF 或 .docx，再重新放入。"
UNPACK = "请先解压，再把里面的文件放入。"
SHEET = "这是电子表格，不是文章。"
SLIDES = "这是演示文稿，暂不支持。"
OFD = "这是 OFD 版式文件，暂不支持。"
ARCHIVE = "这是压缩包。"
_RESAVE = "请用 Word 或 WPS 打开，另存为 .docx 后重新放入。"
_WRITTEN = "请提供带文字的版本（PDF、Word 或网页）。"
_PICTURE = "这是图片，没有可识别的文字。"
_MEDIA = "这是音频或视频文件，没有可读的文字。"
_CAJ = "这是知网 CAJ 文件，暂不支持。"
_FIRST = 1024  # bytes in which a file says what it is

_HEADS: tuple[tuple[bytes, str, str], ...] = (
    (b"GIF8", _PICTURE, _WRITTEN),
    (b"Rar!", ARCHIVE, UNPACK),
    (b"7z\xbc\xaf", ARCHIVE, UNPACK),
    (b"\x1f\x8b", ARCHIVE, UNPACK),
    (b"ID3", _MEDIA, _WRITTEN),
    (b"%!PS", "这是 PostScript 文件，暂不支持。", EXPORT),
    (b"AT&TFORM", "这是 DjVu 文件，暂不支持。", EXPORT),
    (b"HN\n", _CAJ, EXPORT),
    (b"CAJ\x00", _CAJ, EXPORT),
    (b"KDH", "这是知网 KDH 文件，暂不支持。", EXPORT),
    (b"\xdb\xa5", "这是 Word 2 的文件，暂不支持。", _RESAVE),
    (b"\x31\xbe\x00\x00", "这是早期 Word 的文件，暂不支持。", _RESAVE),
)
_UOF = re.compile(rb"<uof:UOF|<UOF\b")


def is_picture(data: bytes) -> bool:
    """Whether it is a picture of a kind that scanners and phones make."""
    return data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")) or (
        data[:2] == b"BM" and data[6:10] == bytes(4)
    )


def refuse_by_head(data: bytes) -> None:
    """Refuses what is known not to be read.

    Raises:
        UnreadableFileError: It is such a file.
    """
    for head, message, advice in _HEADS:
        if data.startswith(head):
            raise UnreadableFileError(message, advice)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise UnreadableFileError(_PICTURE, _WRITTEN)
    if data[4:8] == b"ftyp":
        still = data[8:11] in {b"hei", b"mif", b"avi"}
        raise UnreadableFileError(_PICTURE if still else _MEDIA, _WRITTEN)
    if _UOF.search(data[:_FIRST]):
        raise UnreadableFileError("这是标文通（UOF）文件，暂不支持。", EXPORT)
