"""What styles say: the level of a heading, the list a paragraph is in, its type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from casebase.extract.word.names import number, switch, value, w

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_HEADING_IN_WORDS = re.compile(r"(?:标题\s*([一二三四五六])|([一二三四五六])级标题)")
_RANKS = {"章标题": 1, "节标题": 2, "小节标题": 3, "条标题": 3}
_TITLE = re.compile(
    r"title|(?:公文|文章|文件|文档|论文|报告|案例|主|正|大|总)?(?:标题|题目)",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)", re.IGNORECASE)
_BODY_LEVEL = 9  # of w:outlineLvl: body text
_MAX_DEPTH = 20  # of styles based on styles; a circle must end


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are set.

    Attributes:
        size: In points.
        bold: Whether they are.
        face: The type face of Chinese characters; empty where it is not said.
        hidden: Whether they are not shown at all.
    """

    size: float = 10.0  # what Word takes when nothing is said
    bold: bool = False
    face: str = ""
    hidden: bool = False


class Styles:
    """The styles of a document; a style inherits what it is based on."""

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
        defaults = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
        self._plain = _set(Look(), root.find(defaults) if root is not None else None)
        self._look_of = lru_cache(maxsize=4096)(self._styled)

    def level(self, properties: etree._Element | None) -> int:
        """The heading level of a paragraph by its w:pPr, 0 for body text."""
        own = number(value(properties, "outlineLvl"))
        if own is not None:
            return _level(own)
        for style in self._chain(self.style_id(properties)):
            inherited = number(value(style, "pPr", "outlineLvl"))
            if inherited is not None:
                return _level(inherited)
            if named := _level_of_name((value(style, "name") or "").strip()):
                return named
        return 0

    def is_contents(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph is a line of an automatic table of contents."""
        chain = self._chain(self.style_id(properties))
        names = (value(style, "name") or "" for style in chain)
        return any(_CONTENTS.fullmatch(name.strip()) for name in names)

    def is_centred(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph is set in the middle."""
        own = value(properties, "jc")
        chain = self._chain(self.style_id(properties))
        styled = (value(style, "pPr", "jc") for style in chain)
        return next((one for one in (own, *styled) if one), "") == "center"

    def list_of(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """The list (w:numId) and level that a paragraph's style puts it in."""
        level: int | None = None
        for style in self._chain(self.style_id(properties)):
            found = style.find(f"{w('pPr')}/{w('numPr')}")
            own = number(value(found, "ilvl"))
            level = own if level is None else level
            if value(found, "numId") is not None:
                return str(value(found, "numId")), level or 0
        return None

    def look(
        self, properties: etree._Element | None, run: etree._Element | None
    ) -> Look:
        """How a run is set, by its w:rPr and its paragraph's w:pPr."""
        base = self._look_of(self.style_id(properties), value(run, "rStyle"))
        return _set(base, run)

    def style_ids(self, properties: etree._Element | None) -> Iterator[str]:
        """The id of the paragraph's style and of those it is based on."""
        for style in self._chain(self.style_id(properties)):
            yield str(style.get(w("styleId")))

    def style_id(self, properties: etree._Element | None) -> str | None:
        """The id of the paragraph's style."""
        return value(properties, "pStyle") or self._default

    def _styled(self, paragraph: str | None, character: str | None) -> Look:
        look = self._plain
        for name in (paragraph, character):
            for style in reversed(list(self._chain(name))):
                look = _set(look, style.find(w("rPr")))
        return look

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        for _ in range(_MAX_DEPTH):
            style = self._styles.get(name) if name else None
            if style is None:
                return
            yield style
            name = value(style, "basedOn")


def _level(outline: int) -> int:
    return outline + 1 if 0 <= outline < _BODY_LEVEL else 0


def _level_of_name(name: str) -> int:
    if match := _HEADING.fullmatch(name):
        return int(match[1])
    if match := _HEADING_IN_WORDS.fullmatch(name):
        return "一二三四五六".index(match[1] or match[2]) + 1
    return _RANKS.get(name, 1 if _TITLE.fullmatch(name) else 0)


def _set(look: Look, properties: etree._Element | None) -> Look:
    """The look with what a w:rPr changes of it."""
    if properties is None:
        return look
    half_points = number(value(properties, "sz"))
    bold, hidden = switch(properties, "b"), switch(properties, "vanish")
    fonts = properties.find(w("rFonts"))
    named = ("eastAsia", "eastAsiaTheme") if fonts is not None else ()
    faces = (str(fonts.get(w(name)) or "") for name in named if fonts is not None)
    return replace(
        look,
        size=half_points / 2 if half_points else look.size,
        bold=look.bold if bold is None else bold,
        face=next(filter(None, faces), look.face),
        hidden=look.hidden if hidden is None else hidden,
    )
