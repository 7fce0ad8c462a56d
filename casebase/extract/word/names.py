"""The names of WordprocessingML, and steps from one element to others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

_OFFICE = "http://schemas.openxmlformats.org/"
_SPACES = {
    "w": f"{_OFFICE}wordprocessingml/2006/main",
    "m": f"{_OFFICE}officeDocument/2006/math",
    "r": f"{_OFFICE}officeDocument/2006/relationships",
    "mc": f"{_OFFICE}markup-compatibility/2006",
    "a": f"{_OFFICE}drawingml/2006/main",
    "wp": f"{_OFFICE}drawingml/2006/wordprocessingDrawing",
    "dgm": f"{_OFFICE}drawingml/2006/diagram",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "aml": "http://schemas.microsoft.com/aml/2001/core",
    "wx": "http://schemas.microsoft.com/office/word/2003/auxHint",
}


@cache
def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return qualified("w", name)


@cache
def qualified(prefix: str, name: str) -> str:
    """The qualified name in a namespace, by the prefix that it mostly has."""
    return f"{{{_SPACES[prefix]}}}{name}"


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The elements within, without comments and processing instructions."""
    return element.iterchildren(etree.Element)


def value(element: etree._Element | None, *path: str) -> str | None:
    """The `w:val` of the element at a path of names below, None if there is none."""
    for name in path:
        element = element.find(w(name)) if element is not None else None
    return element.get(w("val")) if element is not None else None


def switch(element: etree._Element | None, name: str) -> bool | None:
    """Whether a switch such as `w:b` below `element` is on; None if it is not there."""
    found = element.find(w(name)) if element is not None else None
    return None if found is None else found.get(w("val")) not in {"0", "false", "off"}


def is_on(element: etree._Element | None, name: str) -> bool:
    """Whether a switch such as `w:vanish` is set below `element`."""
    return switch(element, name) is True


def number(text: str | None) -> int | None:
    """`text` as a whole number, None where it is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None
