"""Word files: the body in order, tables, text boxes and automatic numbers included."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from lxml import etree

from casebase.document import Layout, Line, Metadata, Page
from casebase.errors import UnreadableFileError
from casebase.extract.word.body import Reader
from casebase.extract.word.names import children, w
from casebase.extract.word.numbering import Numbering
from casebase.extract.word.styles import Styles

MAX_UNPACKED = 500_000_000
MAX_MEMBERS = 20_000
_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def read(data: bytes) -> Layout:
    """Reads a .docx or .docm file; each of its paragraphs is a line.

    Tracked deletions, comments, headers and footers are left out, insertions kept;
    notes stand at the end.

    Raises:
        UnreadableFileError: The file is damaged, or would unpack to an absurd size.
    """
    _check_sizes(data)
    try:
        package = OpcPackage.open(BytesIO(data))
        main = package.main_document_part
        body = _tree(main).find(w("body"))
        lines = _lines(main, body) if body is not None else []
    except Exception as error:  # python-docx raises whatever the bytes provoke
        raise UnreadableFileError(
            "Word 文件不完整或已损坏，打不开。",
            "请用 Word 或 WPS 打开，另存为 .docx 后重新放入。",
        ) from error
    title = _title(package, lines)
    return Layout(
        "docx", (Page(None, tuple(lines)),), flowing=True, metadata=Metadata(title)
    )


def _check_sizes(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UnreadableFileError(
            "Word 文件不完整或已损坏，打不开。", "请重新下载或复制原文件后再放入。"
        ) from error
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_UNPACKED:
        raise UnreadableFileError(
            "Word 文件解开后大得不正常，没有读取。",
            "请确认来源可靠，另存为新的 .docx 后重新放入。",
        )


def _lines(main: Part, body: etree._Element) -> list[Line]:
    styles = Styles(_related(main, RELATIONSHIP_TYPE.STYLES))
    numbering = Numbering(_related(main, RELATIONSHIP_TYPE.NUMBERING), styles)
    reader = Reader(styles, numbering)
    reader.read(body)
    for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
        notes = _related(main, kind)
        for note in children(notes) if notes is not None else ():
            if note.get(w("type")) not in _NOTES:
                reader.read(note)
    return reader.lines


def _related(main: Part, kind: str) -> etree._Element | None:
    try:
        return _tree(main.part_related_by(kind))
    except KeyError:
        return None


def _tree(part: Part) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(part.blob, parser)


def _title(package: OpcPackage, lines: list[Line]) -> str:
    """The title that the file states, where its text shows it as well.

    Templates and earlier documents leave theirs behind.
    """
    stated = (package.core_properties.title or "").strip()
    wanted = "".join(stated.split())
    shown = "".join("".join(line.text.split()) for line in lines[:30])
    return stated if wanted and wanted in shown else ""
