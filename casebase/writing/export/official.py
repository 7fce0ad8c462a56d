"""A draft as Word, in the layout of official documents (GB/T 9704-2012).

A4 with margins of 37, 26, 35 and 28 mm; the title in 小标宋 of 22 points, headings in
黑体 and 楷体, the text in 仿宋 of 16 points on lines of 28, indented by two characters;
page numbers as — 1 —; tables with three lines.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from casebase.writing.export.manuscript import Manuscript, Part, Role
from casebase.writing.export.plain import REFERENCES

TITLE, FIRST, SECOND, BODY = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
LATIN = "Times New Roman"
_TITLE_SIZE, _SIZE, _SMALL = Pt(22), Pt(16), Pt(14)
_LINE = Pt(28)
_TITLE_LINE = Pt(35)
_INDENT = 200  # hundredths of a character
_THICK, _THIN = 12, 6  # eighths of a point


def to_docx(draft: Manuscript, references: Sequence[str]) -> bytes:
    """The draft with `references` below it, each with its number."""
    word = Document()
    _page(word)
    _core(word, draft.title)
    for part in draft.parts:
        if part.role is Role.TABLE:
            _table(word, part)
        else:
            _paragraph(word, part)
    if references:
        _heading(word.add_paragraph(), REFERENCES, FIRST)
        for reference in references:
            _text(word.add_paragraph(), reference, BODY, _SMALL)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _page(word: Any) -> None:  # noqa: ANN401 - python-docx names no such type
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(footer, "— ", "宋体", _SMALL)
    _field(_run(footer, "", "宋体", _SMALL), "PAGE")
    _run(footer, " —", "宋体", _SMALL)


def _core(word: Any, title: str) -> None:  # noqa: ANN401 - as above
    word.core_properties.title = title
    word.core_properties.author = ""
    word.core_properties.comments = ""
    word.core_properties.created = datetime.now(UTC).replace(tzinfo=None)


def _paragraph(word: Any, part: Part) -> None:  # noqa: ANN401 - as above
    made = word.add_paragraph()
    match part.role:
        case Role.TITLE:
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _spaced(made, _TITLE_LINE)
            made.paragraph_format.space_after = _LINE
            _run(made, part.text, TITLE, _TITLE_SIZE)
        case Role.HEADING:
            _heading(made, part.text, FIRST if part.level == 1 else SECOND)
        case Role.QUOTE:
            _text(made, part.text, SECOND, _SIZE)
        case _:
            _text(made, part.text, BODY, _SIZE)


def _heading(made: Paragraph, text: str, face: str) -> None:
    _text(made, text, face, _SIZE)
    made.paragraph_format.keep_with_next = True


def _text(made: Paragraph, text: str, face: str, size: Any) -> None:  # noqa: ANN401 - as above
    made.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _spaced(made, _LINE)
    indent = made._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001 - python-docx knows no indents in characters
    indent.set(qn("w:firstLineChars"), str(_INDENT))
    indent.set(qn("w:firstLine"), str(int(size.pt * 2 * 20)))
    _run(made, text, face, size)


def _spaced(made: Paragraph, line: Any) -> None:  # noqa: ANN401 - as above
    made.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    made.paragraph_format.line_spacing = line
    made.paragraph_format.space_before = Pt(0)
    made.paragraph_format.space_after = Pt(0)


def _run(made: Paragraph, text: str, face: str, size: Any) -> Run:  # noqa: ANN401 - as above
    run = made.add_run(_kept(text))
    run.font.size = size
    run.font.name = LATIN
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - python-docx sets Latin fonts alone
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:hint"), "eastAsia")
    return run


def _kept(text: str) -> str:
    """The text without what XML cannot hold."""
    return "".join(char for char in text if char == "\t" or char.isprintable())


def _field(run: Run, name: str) -> None:
    for kind in ("begin", None, "end"):
        if kind is None:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = name
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)  # noqa: SLF001 - python-docx knows no fields


def _table(word: Any, part: Part) -> None:  # noqa: ANN401 - as above
    rows = part.rows
    table = word.add_table(rows=len(rows), cols=len(rows[0]))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for number, row in enumerate(rows):
        for cell, text in zip(table.rows[number].cells, row, strict=True):
            made = cell.paragraphs[0]
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _run(made, text, FIRST if number == 0 else BODY, _SMALL)
            if number == 0:
                _edge(cell, "top", _THICK)
                _edge(cell, "bottom", _THIN)
            if number == len(rows) - 1:
                _edge(cell, "bottom", _THICK)


def _edge(cell: Any, side: str, size: int) -> None:  # noqa: ANN401 - as above
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx knows no borders
    borders = properties.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        properties.append(borders)
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(size)), ("color", "000000")):
        edge.set(qn(f"w:{name}"), value)
    borders.append(edge)
