"""Word files: the body in order, tables, text boxes and automatic numbers included."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from casebase.document import Layout, Line, Metadata, Notice, Page
from casebase.errors import UnreadableFileError
from casebase.extract.word.body import Reader, Sources
from casebase.extract.word.flat import Flat
from casebase.extract.word.looks import with_headings
from casebase.extract.word.notes import ENDNOTE, FOOTNOTE, Notes
from casebase.extract.word.numbering import Numbering
from casebase.extract.word.package import Members, Package
from casebase.extract.word.styles import Styles

__all__ = ["Flat", "Members", "read"]

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SHOWN_WITHIN = 30  # lines
_FILES = (".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".pdf", ".bin")
_RESAVE = "请用 Word 或 WPS 打开，另存为 .docx 后重新放入。"

Embedded = Callable[[bytes], tuple[Line, ...]]


def read(members: Members, embedded: Embedded) -> Layout:
    """Reads a .docx or .docm file; each of its paragraphs is a line.

    Tracked deletions, comments, headers, footers, contents lists and hidden text are
    left out, insertions kept. Footnotes stand below the paragraph that refers to them,
    endnotes at the end.

    Args:
        members: The members of the zipped file.
        embedded: Gives the lines of a part in another format, such as a web page.

    Raises:
        UnreadableFileError: The file is damaged or has an absurd number of paragraphs,
            or there is nothing in it but pictures.
    """
    package = Package(members)
    sources = _sources(package, embedded)
    reader = Reader(sources, None)
    notices = _read(package, reader)
    lines = with_headings(reader.lines, reader.settings)
    if not lines and sources.pictures:
        raise UnreadableFileError(
            f"文件里只有 {sources.pictures} 张图片，没有可检索的文字。",
            "请提供带文字的版本，或把图片转成 PDF 后重新放入。",
        )
    return Layout(
        "docx",
        (Page(None, tuple(lines)),),
        flowing=True,
        metadata=Metadata(_title(package, lines)),
        notices=(*notices, *_left_out(sources)),
    )


def _sources(package: Package, embedded: Embedded) -> Sources:
    styles = Styles(package.related("styles"))
    return Sources(
        package=package,
        styles=styles,
        numbering=Numbering(package.related("numbering"), styles),
        notes=Notes(
            package.related("footnotes"),
            package.related("endnotes"),
            package.related("settings"),
        ),
        embedded=embedded,
    )


def _read(package: Package, reader: Reader) -> list[Notice]:
    """Reads the body as far as it can be read.

    Raises:
        UnreadableFileError: Not even its beginning can.
    """
    try:
        for element in package.body():
            reader.read(element)
    except (etree.XMLSyntaxError, OSError, ValueError) as error:
        deep = "depth" in str(error)
        if not reader.lines:
            raise _unreadable(deep=deep) from error
        said = "结构嵌套太深" if deep else "已损坏"
        return [Notice(None, f"文件后面的部分{said}，只读到前面的文字。", _RESAVE)]
    finally:
        reader.end()
        reader.add_notes(FOOTNOTE)
        reader.add_notes(ENDNOTE)
    return []


def _unreadable(*, deep: bool) -> UnreadableFileError:
    if deep:
        said = "Word 文件的结构嵌套太深，读不下去。"
        return UnreadableFileError(said, _RESAVE)
    return UnreadableFileError("Word 文件不完整或已损坏，打不开。", _RESAVE)


def _left_out(sources: Sources) -> list[Notice]:
    """What stands in the file, but was not read."""
    files = sum(
        sources.package.name(relation).lower().endswith(_FILES)
        for relation in sources.objects
    )
    told = (
        (
            sources.pictures,
            "文件里有 {} 张整页大小的图片，图片里的文字没有读取。",
            "如果需要检索图片里的文字，请提供带文字的版本。",
        ),
        (
            files,
            "文件里嵌有 {} 个别的文件，没有读取。",
            "如果需要检索，请把嵌入的文件另存出来放入。",
        ),
        (
            sources.missing,
            "文件的 {} 个部分在别的文件里，没有读取。",
            "请用 Word 打开主控文档，展开子文档后另存为一个 .docx。",
        ),
    )
    return [
        Notice(None, said.format(count), advice, damaged=False)
        for count, said, advice in told
        if count
    ]


def _title(package: Package, lines: Sequence[Line]) -> str:
    """The title that the file states, where its text shows it as well.

    Templates and earlier documents leave theirs behind.
    """
    properties = package.properties()
    stated = (properties.findtext(_TITLE) if properties is not None else "") or ""
    wanted = "".join(stated.split())
    first = lines[:_SHOWN_WITHIN]
    shown = "".join("".join(line.text.split()) for line in first)
    return stated.strip() if wanted and wanted in shown else ""
