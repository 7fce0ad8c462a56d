"""What paragraph styles say: the level of a heading, the list a paragraph is in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from casebase.extract.word.names import number, value, w

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)", re.IGNORECASE)
_BODY_LEVEL = 9  # of w:outlineLvl: body text
_MAX_DEPTH = 20  # of styles based on styles; a circle must end


class Styles:
    """The paragraph styles of a document; a style inherits what it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        """Takes the root of styles.xml, None where the file has none."""
        found = root.findall(w("style")) if root is not None else []
        self._styles = {str(style.get(w("styleId"))): style for style in found}
        self._default = next(
            (
                str(style.get(w("styleId")))
                for style in found
                if style.get(w("type")) == "paragraph"
                and style.get(w("default")) in {"1", "true"}
            ),
            None,
        )

    def level(self, properties: etree._Element | None) -> int:
        """The heading level of a paragraph by its w:pPr, 0 for body text."""
        own = number(value(properties, "outlineLvl"))
        if own is not None:
            return _level(own)
        for style in self._chain(properties):
            inherited = number(value(style, "pPr", "outlineLvl"))
            if inherited is not None:
                return _level(inherited)
            name = value(style, "name") or ""
            if match := _HEADING.fullmatch(name.strip()):
                return int(match[1])
            if name.strip().lower() in {"title", "标题"}:
                return 1
        return 0

    def is_contents(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph is a line of an automatic table of contents."""
        names = (value(style, "name") or "" for style in self._chain(properties))
        return any(_CONTENTS.fullmatch(name.strip()) for name in names)

    def list_of(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """The list (w:numId) and level that a paragraph's style puts it in."""
        for style in self._chain(properties):
            found = style.find(f"{w('pPr')}/{w('numPr')}")
            if found is not None and value(found, "numId") is not None:
                return str(value(found, "numId")), number(value(found, "ilvl")) or 0
        return None

    def style_id(self, properties: etree._Element | None) -> str | None:
        """The id of the paragraph's style."""
        return value(properties, "pStyle") or self._default

    def _chain(self, properties: etree._Element | None) -> Iterator[etree._Element]:
        name = self.style_id(properties)
        for _ in range(_MAX_DEPTH):
            style = self._styles.get(name) if name else None
            if style is None:
                return
            yield style
            name = value(style, "basedOn")


def _level(outline: int) -> int:
    return outline + 1 if 0 <= outline < _BODY_LEVEL else 0
