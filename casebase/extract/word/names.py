"""The names of WordprocessingML, and steps from one element to others."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{_MAIN}}}{name}"


def m(name: str) -> str:
    """The qualified name of an Office math element."""
    return f"{{{_MATH}}}{name}"


def mc(name: str) -> str:
    """The qualified name of a markup compatibility element."""
    return f"{{{_COMPATIBILITY}}}{name}"


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The elements within, without comments and processing instructions."""
    return element.iterchildren(etree.Element)


def value(element: etree._Element | None, *path: str) -> str | None:
    """The `w:val` of the element at a path of names below, None if there is none."""
    for name in path:
        element = element.find(w(name)) if element is not None else None
    return element.get(w("val")) if element is not None else None


def is_on(element: etree._Element | None, name: str) -> bool:
    """Whether a switch such as `w:vanish` is set below `element`."""
    found = element.find(w(name)) if element is not None else None
    return found is not None and found.get(w("val")) not in {"0", "false", "off"}


def number(text: str | None) -> int | None:
    """`text` as a whole number, None where it is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None
