"""Footnotes and endnotes: their marks in the text, and where their own text goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from casebase.extract.word.names import children, value, w
from casebase.extract.word.numerals import numeral

FOOTNOTE, ENDNOTE = "footnote", "endnote"
REFERENCES = {w(f"{kind}Reference"): kind for kind in (FOOTNOTE, ENDNOTE)}


@dataclass(frozen=True, slots=True)
class Note:
    """A note that the text referred to.

    Attributes:
        mark: As it stands in the text; empty where the text has a mark of its own.
        content: The element with its paragraphs.
    """

    mark: str
    content: etree._Element


class Notes:
    """Hands out marks in the order of the text, and notes once they are due."""

    def __init__(
        self,
        footnotes: etree._Element | None,
        endnotes: etree._Element | None,
        settings: etree._Element | None,
    ) -> None:
        """Takes the roots of three parts, None where the file has none."""
        self._contents = {
            (kind, str(note.get(w("id")))): note
            for kind, root in ((FOOTNOTE, footnotes), (ENDNOTE, endnotes))
            for note in (children(root) if root is not None else ())
        }
        self._forms = {
            kind: value(settings, f"{kind}Pr", "numFmt") or usual
            for kind, usual in ((FOOTNOTE, "decimal"), (ENDNOTE, "lowerRoman"))
        }
        self._counts = dict.fromkeys(self._forms, 0)
        self._due: dict[str, list[Note]] = {FOOTNOTE: [], ENDNOTE: []}

    def refer(self, reference: etree._Element) -> str:
        """Passes a reference in the text; its mark, empty where a typed one follows."""
        kind = REFERENCES[str(reference.tag)]
        content = self._contents.pop((kind, str(reference.get(w("id")))), None)
        if content is None:
            return ""
        typed = reference.get(w("customMarkFollows")) in {"1", "true", "on"}
        mark = "" if typed else self._next(kind)
        self._due[kind].append(Note(mark, content))
        return mark

    def take(self, content: etree._Element) -> str:
        """Passes a note that stands in the text itself; its mark."""
        kind = FOOTNOTE if content.tag == w(FOOTNOTE) else ENDNOTE
        mark = self._next(kind)
        self._due[kind].append(Note(mark, content))
        return mark

    def due(self, kind: str) -> Iterator[Note]:
        """The notes of a kind that the text referred to since they were last asked."""
        notes, self._due[kind] = self._due[kind], []
        return iter(notes)

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        text = numeral(self._counts[kind], self._forms[kind])
        return text if not text.isascii() else f"[{text}]"
