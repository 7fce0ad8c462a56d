"""The body of a Word file as lines, in the order in which people read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from casebase.document import Line
from casebase.extract.word.breaks import body_lines, one_heading
from casebase.extract.word.diagrams import drawn_lines
from casebase.extract.word.fields import Fields
from casebase.extract.word.inline import Inline, alternative, is_gone, is_placeholder
from casebase.extract.word.limits import absurd
from casebase.extract.word.looks import Setting
from casebase.extract.word.names import children, is_on, qualified, w
from casebase.extract.word.notes import FOOTNOTE, Notes
from casebase.extract.word.numbering import Numbering
from casebase.extract.word.package import Package, relation
from casebase.extract.word.styles import Styles
from casebase.extract.word.tables import table_lines
from casebase.text.typesetting import ends_sentence, width

MAX_PARAGRAPHS = 500_000  # empty ones included
MAX_CHARACTERS = 20_000_000
MAX_CELLS = 300_000  # of all tables, empty ones included
_SKIPPED = frozenset(map(w, ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sectPr")))
_LONGEST_HEADING = 60.0
_LISTED = re.compile(r"(?:[0-9０-９]|\b[IVXLivxl]+|未找到\S{0,20})\s*$")


@dataclass(slots=True)
class Sources:
    """What all parts of a document refer to, and what is counted in them.

    Attributes:
        embedded: Gives the lines of a part in another format, such as a web page.
        pictures: How many pictures as large as a page were met.
        objects: The relations of embedded files that were met.
        missing: How many parts lie in other files.
    """

    package: Package
    styles: Styles
    numbering: Numbering
    notes: Notes
    embedded: Callable[[bytes], tuple[Line, ...]]
    pictures: int = 0
    objects: list[str] = field(default_factory=list)
    missing: int = 0
    paragraphs: int = 0
    characters: int = 0
    cells: int = 0


class Reader:
    """Collects lines; one reader goes through one story: body, cell, box or note."""

    def __init__(self, sources: Sources, container: etree._Element | None) -> None:
        """Takes what the paragraphs refer to, and what holds them; None is the body."""
        self.lines: list[Line] = []
        self.settings: list[Setting | None] = []  # of each line, where there is one
        self._sources = sources
        self._is_body = container is None
        self._in_cell = container is not None and container.tag == w("tc")
        self._fields = Fields()
        self._kept = ""  # of a paragraph whose end was deleted: it runs on

    def read(self, element: etree._Element) -> None:
        """Adds what stands in one element of the story."""
        if element.tag == w("p"):
            self._paragraph(element)
            self._add_notes_of_body()
        elif element.tag == w("tbl"):
            self._table(element)
            self._add_notes_of_body()
        elif element.tag == qualified("mc", "AlternateContent"):
            self._each(alternative(element))
        elif is_placeholder(element) or is_gone(element):
            return
        elif element.tag == w("altChunk"):
            self._chunk(element)
        elif element.tag == w("subDoc"):
            self._sources.missing += 1
        elif element.tag not in _SKIPPED:
            self._each(element)

    def end(self) -> None:
        """Ends a paragraph that was to run on, but nothing followed."""
        text, self._kept = self._kept, ""
        if text.strip():
            self._add(Line(text.strip()))

    def add_notes(self, kind: str) -> None:
        """Adds the notes of a kind that were referred to by now."""
        for note in self._sources.notes.due(kind):
            lines = [line for line in self._inner(note.content) if not line.rows]
            for place, line in enumerate(lines):
                mark = f"{note.mark} " if note.mark and not place else ""
                self._add(Line(mark + line.text, note=True))

    def _each(self, container: etree._Element) -> None:
        for element in children(container):
            self.read(element)

    def _add_notes_of_body(self) -> None:
        if self._is_body and not self._kept:
            self.add_notes(FOOTNOTE)

    def _table(self, table: etree._Element) -> None:
        self.end()
        left = MAX_CELLS - self._sources.cells
        for line in table_lines(table, self._inner, left):
            self._sources.cells += sum(map(len, line.rows))
            self._add(line)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(w("pPr"))
        found = Inline(self._sources.styles, self._fields, self._sources.notes)
        found.read(paragraph)
        self._count(found)
        text = self._kept + found.text
        self._kept = ""
        if _runs_on(properties):
            self._kept = text
        elif not self._is_contents(properties, found):
            self._lines(properties, text, found)
        for box in found.boxes:
            for line in self._boxed(box):
                self._add(line)

    def _lines(
        self, properties: etree._Element | None, text: str, found: Inline
    ) -> None:
        label = self._sources.numbering.label(properties)
        if not text.strip() and not self._in_cell:
            return
        text = label + text.lstrip() if label else text
        level = self._sources.styles.level(properties)
        if width(text) > _LONGEST_HEADING and ends_sentence(text):
            level = 0  # text in a heading's style
        centred = self._sources.styles.is_centred(properties)
        split = one_heading if level or centred else body_lines
        look = found.looks.most_common(1)[0][0] if found.looks else None
        for line in split(text):
            setting = Setting(look, centred=centred) if look else None
            self._add(Line(line, level=level), setting)

    def _is_contents(self, properties: etree._Element | None, found: Inline) -> bool:
        """Whether a paragraph is a line of contents.

        A field may be left open, so that what follows seems to belong to it: a line
        that names no page and leads nowhere is text.
        """
        if self._sources.styles.of(properties).contents:
            return True
        named = found.linked or _LISTED.search(found.text[-40:]) is not None
        return found.listing and named

    def _boxed(self, box: etree._Element) -> Iterator[Line]:
        if box.tag == w("txbxContent"):
            lines: Iterable[Line] = self._inner(box)
        else:
            lines = drawn_lines(box, self._sources.package.tree)
        for line in lines:
            yield replace(line, boxed=True)

    def _inner(self, container: etree._Element) -> list[Line]:
        inner = Reader(self._sources, container)
        for element in children(container):
            inner.read(element)
        inner.end()
        return inner.lines

    def _chunk(self, element: etree._Element) -> None:
        data = self._sources.package.part(relation(element))
        for line in self._sources.embedded(data) if data else ():
            self._add(line)

    def _count(self, found: Inline) -> None:
        self._sources.pictures += found.pictures
        self._sources.objects += found.objects
        self._sources.paragraphs += 1
        self._sources.characters += len(found.text)
        if (
            self._sources.paragraphs > MAX_PARAGRAPHS
            or self._sources.characters > MAX_CHARACTERS
        ):
            raise absurd()

    def _add(self, line: Line, setting: Setting | None = None) -> None:
        self.lines.append(line)
        self.settings.append(setting)


def _runs_on(properties: etree._Element | None) -> bool:
    """Whether a paragraph goes on in the next: its end was deleted or is hidden.

    Word hides the end of a heading that stands in one line with its text. A letter as
    high as several lines is a paragraph of its own, too.
    """
    if properties is None:
        return False
    frame, mark = properties.find(w("framePr")), properties.find(w("rPr"))
    if frame is not None and frame.get(w("dropCap")) in {"drop", "margin"}:
        return True
    if mark is None:
        return False
    gone = mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None
    return gone or (is_on(mark, "vanish") and is_on(mark, "specVanish"))
