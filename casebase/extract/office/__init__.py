"""Old and foreign word files, read by the office programs there are on the machine.

LibreOffice turns .doc, .wps, .rtf and .odt into .docx, with tables, numbers and notes
in it; antiword gives the bare text of .doc where LibreOffice is missing or fails.
"""

from __future__ import annotations

from dataclasses import dataclass

from casebase import extras
from casebase.errors import UnreadableFileError
from casebase.extract.office.bare_text import bare, text_of
from casebase.extract.office.conversion import as_docx

__all__ = ["KINDS", "Converted", "bare", "convert"]

KINDS = {
    "doc": "这是旧版 Word（.doc）或 WPS 文件",
    "wps": "这是 Works（.wps）文件",
    "rtf": "这是 RTF 文件",
    "odt": "这是 OpenDocument（.odt）文件",
}

_INSTALL = "请安装 LibreOffice，或用 Word/WPS 另存为 .docx 后重新放入。"
_RESAVE = "请用 Word/WPS 打开，另存为 .docx 后重新放入。"


@dataclass(frozen=True, slots=True)
class Converted:
    """What a program made of a file: a new Word file, or else its bare text."""

    docx: bytes = b""
    text: str = ""


def convert(data: bytes, kind: str) -> Converted:
    """Makes of a file of a kind in `KINDS` what can be read.

    Raises:
        UnreadableFileError: No program for it is installed, or none could open it.
    """
    if docx := as_docx(data, kind):
        return Converted(docx=docx)
    if kind == "doc" and (text := text_of(data)):
        return Converted(text=text)
    if extras.libreoffice() is None:
        raise UnreadableFileError(
            f"{KINDS[kind]}，本机没有能读它的程序。", _INSTALL, (extras.LIBREOFFICE,)
        )
    raise UnreadableFileError(
        f"{KINDS[kind]}，LibreOffice 打不开，可能已损坏或加了密码。", _RESAVE
    )
