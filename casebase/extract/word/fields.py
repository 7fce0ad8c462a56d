"""Fields: what is computed in a text, such as page numbers, references and contents.

A field is an instruction, which people do not see, and its last result, which they do.
It runs from mark to mark through runs and paragraphs, and may stand in another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LISTS = frozenset({"TOC", "TOA", "INDEX"})  # contents, in which pages are listed
_CIRCLED = re.compile(r"\\o\\ac\((.*),([^,()]*)\)", re.IGNORECASE)
_OVER = re.compile(r"\\o(?:\\a[a-z])?\(.*,([^,()]*)\)", re.IGNORECASE)
_FRACTION = re.compile(r"\\f\(([^,()]*),([^,()]*)\)", re.IGNORECASE)
_LONGEST = 400  # of an instruction that is looked into


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    begun: bool = False  # its result

    @property
    def name(self) -> str:
        return self.instruction.strip().split(" ", 1)[0].upper()


class Fields:
    """Where in which fields the text is, as it goes on."""

    def __init__(self) -> None:
        """Begins outside of any field."""
        self._open: list[_Field] = []

    @property
    def hidden(self) -> bool:
        """Whether text here belongs to an instruction."""
        return any(not field.begun for field in self._open)

    @property
    def listing(self) -> bool:
        """Whether text here belongs to a list of contents."""
        return any(field.begun and field.name in _LISTS for field in self._open)

    def mark(self, kind: str | None) -> str:
        """Passes a w:fldChar; what is to be shown of a field that has no result."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].begun = True
        elif kind == "end" and self._open:
            field = self._open.pop()
            return "" if field.begun or self.hidden else _drawn(field.instruction)
        return ""

    def instruct(self, text: str) -> None:
        """Passes a part of an instruction."""
        if self._open and not self._open[-1].begun:
            self._open[-1].instruction += text

    def end_paragraph(self) -> None:
        """Gives up instructions without an end, which would hide all that follows."""
        while self.hidden:
            self._open.pop()


def is_list(instruction: str) -> bool:
    """Whether a field of this instruction lists contents."""
    return _Field(instruction).name in _LISTS


def _drawn(instruction: str) -> str:
    """What an EQ field draws: a sign in a circle, a word under its pronunciation."""
    text = "".join(instruction.split())[:_LONGEST]
    if not text.upper().startswith("EQ"):
        return ""
    if found := _CIRCLED.search(text):
        return _in_circle(found[2])
    if found := _OVER.search(text):
        return found[1]
    if found := _FRACTION.search(text):
        return f"{found[1]}/{found[2]}"
    return ""


def _in_circle(text: str) -> str:
    most = 20
    number = int(text) if text.isascii() and text.isdigit() else 0
    return chr(0x245F + number) if 0 < number <= most else text
