"""The body of a Word file as lines, in the order in which people read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from casebase.document import Line, Row
from casebase.extract.word.names import children, is_on, m, mc, value, w
from casebase.extract.word.numbering import Numbering
from casebase.extract.word.styles import Styles

_SKIPPED = frozenset(
    map(w, ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sdtPr", "rt"))
)
_SIGNS = {
    w("tab"): " ",
    w("ptab"): " ",
    w("noBreakHyphen"): "-",
    w("cr"): "\n",
}
_LONG_CELL = 300  # characters in paragraphs: a cell with more holds the text itself
_DASH = re.compile(r"^\s*[—–―-]")


class Reader:
    """Collects lines; one reader goes through all parts of one document."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Takes what the paragraphs refer to."""
        self.lines: list[Line] = []
        self._styles = styles
        self._numbering = numbering
        self._kept = ""  # of a paragraph whose end was deleted: it runs on

    def read(self, container: etree._Element) -> None:
        """Adds what stands in a body, a cell, a text box or a note."""
        for element in children(container):
            if element.tag == w("p"):
                self._paragraph(element)
            elif element.tag == w("tbl"):
                self._table(element)
            elif element.tag == mc("AlternateContent"):
                self.read(_alternative(element))
            elif element.tag not in _SKIPPED:
                self.read(element)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(w("pPr"))
        text = self._kept + "".join(_texts(paragraph))
        self._kept = ""
        if _is_deleted(properties):
            self._kept = text
            return
        if self._styles.is_contents(properties):
            return
        level = self._styles.level(properties)
        if text.strip():
            text = self._numbering.label(properties) + text
        one = bool(level) or value(properties, "jc") == "center"
        for line in _split(text, keep_together=one):
            self.lines.append(Line(line, level=level))
        for box in _text_boxes(paragraph):
            self.read(box)

    def _table(self, table: etree._Element) -> None:
        """Rows; but a lone cell is a box round text, and a long cell is the text."""
        rows: list[Row] = []
        cells = [list(_cells(row)) for row in _rows(table)]
        boxed = all(len(row) <= 1 for row in cells)
        for row in cells:
            inner = [self._inside(cell) for cell in row]
            if boxed or any(_is_text(lines) for lines in inner):
                self._add_table(rows)
                rows = []
                self.lines += [
                    replace(line, boxed=boxed) for lines in inner for line in lines
                ]
            else:
                rows.append(tuple(" ".join(_flat(lines)) for lines in inner))
        self._add_table(rows)

    def _add_table(self, rows: list[Row]) -> None:
        kept = tuple(row for row in rows if any(row))
        if kept:
            self.lines.append(Line("", rows=kept))

    def _inside(self, cell: etree._Element) -> list[Line]:
        """The lines of a cell; of a cell merged into the one above, none."""
        if _continues_above(cell):
            return []
        inner = Reader(self._styles, self._numbering)
        inner.read(cell)
        return inner.lines


def _flat(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        yield from ([line.text] if line.text else [])
        yield from (cell for row in line.rows for cell in row if cell)


def _is_text(lines: list[Line]) -> bool:
    return len(lines) > 1 and sum(len(line.text) for line in lines) > _LONG_CELL


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not of tables within it; deleted ones are left out."""
    for element in children(table):
        if element.tag == w("tr"):
            if element.find(f"{w('trPr')}/{w('del')}") is None:
                yield element
        elif element.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins")}:
            yield from _rows(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in children(row):
        if element.tag == w("tc"):
            yield element
        elif element.tag in {w("sdt"), w("sdtContent"), w("customXml")}:
            yield from _cells(element)


def _continues_above(cell: etree._Element) -> bool:
    merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
    return merge is not None and merge.get(w("val")) != "restart"


def _is_deleted(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph is a tracked deletion."""
    if properties is None:
        return False
    return properties.find(f"{w('rPr')}/{w('del')}") is not None


def _alternative(element: etree._Element) -> etree._Element:
    """The form to read of several: the first that has text."""
    forms = list(children(element))
    telling = [
        form
        for form in forms
        if form.find(f".//{w('t')}") is not None
        or form.find(f".//{w('txbxContent')}") is not None
    ]
    return (telling or forms or [element])[0]


def _texts(element: etree._Element) -> Iterator[str]:
    """The text of a paragraph, without its text boxes."""
    for child in children(element):
        tag = child.tag
        if tag in {w("t"), m("t")}:
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[str(tag)]
        elif tag == w("br"):
            yield "" if child.get(w("type")) in {"page", "column"} else "\n"
        elif tag == w("r") and is_on(child.find(w("rPr")), "vanish"):
            continue
        elif tag == mc("AlternateContent"):
            yield from _texts(_alternative(child))
        elif tag not in _SKIPPED and tag != w("txbxContent"):
            yield from _texts(child)


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in children(element):
        if child.tag == w("txbxContent"):
            yield child
        elif child.tag == mc("AlternateContent"):
            yield from _text_boxes(_alternative(child))
        elif child.tag not in _SKIPPED:
            yield from _text_boxes(child)


def _split(text: str, *, keep_together: bool) -> Iterator[str]:
    """The lines of a paragraph with line breaks in it.

    A heading broken by hand is one line, but a subtitle after a dash is its own.
    """
    parts = [part.strip() for part in text.split("\n")]
    if keep_together:
        whole = ""
        for part in parts:
            if whole and _DASH.match(part):
                yield whole
                whole = part
            else:
                whole += part
        parts = [whole]
    yield from (part for part in parts if part)
