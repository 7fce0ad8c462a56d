"""What one paragraph holds: its text, and what is anchored in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import ClassVar

from lxml import etree

from casebase.extract.word.equations import equation
from casebase.extract.word.fields import Fields, is_list
from casebase.extract.word.names import children, is_on, qualified, value, w
from casebase.extract.word.notes import REFERENCES, Notes
from casebase.extract.word.pictures import is_large
from casebase.extract.word.signs import shown, sign
from casebase.extract.word.styles import Look, Styles

_SKIPPED = frozenset(
    map(w, ("del", "moveFrom", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "rt"))
)
_SIGNS = {
    w("tab"): " ",
    w("ptab"): " ",
    w("noBreakHyphen"): "-",
    w("cr"): "\n",
}
BOXES = (
    w("txbxContent"),
    qualified("a", "txBody"),
    qualified("v", "textpath"),  # letters drawn as a picture
    qualified("dgm", "relIds"),
)
_CHECKED = {True: "☑", False: "☐"}


class Inline:
    """Goes through a paragraph and keeps what it meets.

    Attributes:
        boxes: The text boxes and diagrams anchored in it.
        looks: How many characters are set how.
        listing: Whether any of it stands in a list of contents.
        linked: Whether any of it leads to another place of the document.
        pictures: How many pictures in it are as large as a page.
        objects: The relations of the files embedded in it.
    """

    def __init__(self, styles: Styles, fields: Fields, notes: Notes) -> None:
        """Takes what text refers to; `fields` goes on from paragraph to paragraph."""
        self.boxes: list[etree._Element] = []
        self.looks: Counter[Look] = Counter()
        self.listing = self.linked = False
        self.pictures = 0
        self.objects: list[str] = []
        self._styles, self._fields, self._notes = styles, fields, notes
        self._parts: list[str] = []
        self._properties: etree._Element | None = None
        self._run: etree._Element | None = None
        self._look = Look()

    @property
    def text(self) -> str:
        """The text so far, with line breaks."""
        return "".join(self._parts)

    def read(self, paragraph: etree._Element) -> None:
        """Reads a w:p."""
        self._properties = paragraph.find(w("pPr"))
        self._look = self._styles.look(self._properties, None)
        self.listing |= self._fields.listing
        self._inside(paragraph)
        self._fields.end_paragraph()

    def _inside(self, element: etree._Element) -> None:
        for child in children(element):
            handler = self._handlers.get(str(child.tag))
            if handler is not None:
                handler(self, child)
            elif child.tag not in _SKIPPED:
                self._inside(child)

    def _add(self, text: str) -> None:
        if self._fields.hidden or self._look.hidden or not text:
            return
        self._parts.append(text)
        self.listing |= self._fields.listing
        self.looks[self._look] += len(text.strip())

    def _of_run(self, run: etree._Element) -> None:
        outer = self._run, self._look
        self._run = run.find(w("rPr"))
        self._look = self._styles.look(self._properties, self._run)
        self._inside(run)
        self._run, self._look = outer

    def _of_text(self, element: etree._Element) -> None:
        fonts = self._run.find(w("rFonts")) if self._run is not None else None
        font = fonts.get(w("ascii")) if fonts is not None else None
        self._add(shown(element.text or "", str(font or "")))

    def _of_sign(self, element: etree._Element) -> None:
        self._add(_SIGNS[str(element.tag)])

    def _of_symbol(self, element: etree._Element) -> None:
        font, code = element.get(w("font")), element.get(w("char"))
        self._add(sign(str(font or ""), str(code or "")))

    def _of_break(self, element: etree._Element) -> None:
        self._add("" if element.get(w("type")) in {"page", "column"} else "\n")

    def _of_field_mark(self, element: etree._Element) -> None:
        box = element.find(f"{w('ffData')}/{w('checkBox')}")
        if box is not None:
            checked = is_on(box, "checked") or is_on(box, "default")
            self._add(_CHECKED[checked])
        self._add(self._fields.mark(element.get(w("fldCharType"))))

    def _of_instruction(self, element: etree._Element) -> None:
        self._fields.instruct(element.text or "")

    def _of_simple_field(self, element: etree._Element) -> None:
        self.listing |= is_list(element.get(w("instr")) or "")
        self._inside(element)

    def _of_link(self, element: etree._Element) -> None:
        self.linked |= element.get(w("anchor")) is not None
        self._inside(element)

    def _of_reference(self, element: etree._Element) -> None:
        if not (self._fields.hidden or self._look.hidden):
            self._add(self._notes.refer(element))

    def _of_control(self, element: etree._Element) -> None:
        if not is_placeholder(element):  # 单击此处输入文字
            self._inside(element)

    def _of_annotation(self, element: etree._Element) -> None:
        if not is_gone(element):
            self._inside(element)

    def _of_note(self, element: etree._Element) -> None:
        if not (self._fields.hidden or self._look.hidden):
            self._add(self._notes.take(element))

    def _of_alternatives(self, element: etree._Element) -> None:
        self._inside(alternative(element))

    def _of_equation(self, element: etree._Element) -> None:
        self._add(equation(element))

    def _of_picture(self, element: etree._Element) -> None:
        self.pictures += is_large(element)
        self._inside(element)

    def _of_object(self, element: etree._Element) -> None:
        self.objects.append(str(element.get(qualified("r", "id"))))

    def _of_box(self, element: etree._Element) -> None:
        if not self._look.hidden:
            self.boxes.append(element)

    _handlers: ClassVar[Mapping[str, Callable[[Inline, etree._Element], None]]] = {
        w("r"): _of_run,
        w("t"): _of_text,
        qualified("m", "oMath"): _of_equation,
        **dict.fromkeys(_SIGNS, _of_sign),
        w("sym"): _of_symbol,
        w("br"): _of_break,
        w("fldChar"): _of_field_mark,
        w("instrText"): _of_instruction,
        w("fldSimple"): _of_simple_field,
        w("hyperlink"): _of_link,
        **dict.fromkeys(REFERENCES, _of_reference),
        w("footnote"): _of_note,
        w("endnote"): _of_note,
        qualified("aml", "annotation"): _of_annotation,
        w("sdt"): _of_control,
        qualified("mc", "AlternateContent"): _of_alternatives,
        qualified("wp", "inline"): _of_picture,
        qualified("wp", "anchor"): _of_picture,
        qualified("v", "shape"): _of_picture,
        qualified("o", "OLEObject"): _of_object,
        **dict.fromkeys(BOXES, _of_box),
    }


def alternative(element: etree._Element) -> etree._Element:
    """The form to read of several: the first that has text."""
    forms = list(children(element))
    telling = (
        form
        for form in forms
        if any(form.find(f".//{tag}") is not None for tag in _TELLING)
    )
    return next(telling, (forms or [element])[0])


def is_gone(element: etree._Element) -> bool:
    """Whether it is a deletion or a comment as Word 2003 writes them."""
    told = element.get(w("type")) in {"Word.Deletion", "Word.Comment"}
    return told and element.tag == qualified("aml", "annotation")


def is_placeholder(element: etree._Element) -> bool:
    """Whether it is a control that is not filled in, or holds a contents list."""
    if element.tag != w("sdt"):
        return False
    properties = element.find(w("sdtPr"))
    gallery = value(properties, "docPartObj", "docPartGallery") or ""
    return is_on(properties, "showingPlcHdr") or gallery == "Table of Contents"


_TELLING = (w("t"), w("txbxContent"), qualified("dgm", "relIds"))
