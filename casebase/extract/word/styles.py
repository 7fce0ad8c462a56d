"""What styles say: the level of a heading, the list a paragraph is in, its type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says, with what it is based on.

    Attributes:
        ids: Its own id and those of the styles it is based on.
        level: Of a heading, 1 for the highest; 0 for body text.
        contents: Whether it is for lines of an automatic table of contents.
        alignment: A w:jc, empty where none is said.
        in_list: The list (w:numId) and the level that it puts paragraphs in.
    """

    ids: tuple[str, ...]
    level: int
    contents: bool
    alignment: str
    in_list: tuple[str, int] | None


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
        self._named = lru_cache(maxsize=4096)(self._style)
        self._styled = lru_cache(maxsize=4096)(self._look)

    def of(self, properties: etree._Element | None) -> Style:
        """The style of a paragraph, by its w:pPr."""
        return self._named(self._id(properties))

    def level(self, properties: etree._Element | None) -> int:
        """The heading level of a paragraph, its own or its style's, 0 for body text."""
        own = number(value(properties, "outlineLvl"))
        return self.of(properties).level if own is None else _level(own)

    def is_centred(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph is set in the middle."""
        own = value(properties, "jc")
        return (own or self.of(properties).alignment) == "center"

    def look(
        self, properties: etree._Element | None, run: etree._Element | None
    ) -> Look:
        """How a run is set, by its w:rPr and its paragraph's w:pPr."""
        return _set(self._styled(self._id(properties), value(run, "rStyle")), run)

    def _id(self, properties: etree._Element | None) -> str | None:
        return value(properties, "pStyle") or self._default

    def _style(self, name: str | None) -> Style:
        chain = list(self._chain(name))
        names = [(value(style, "name") or "").strip() for style in chain]
        alignments = (value(style, "pPr", "jc") for style in chain)
        return Style(
            ids=tuple(str(style.get(w("styleId"))) for style in chain),
            level=_level_of(chain),
            contents=any(map(_CONTENTS.fullmatch, names)),
            alignment=next(filter(None, alignments), ""),
            in_list=_list_of(chain),
        )

    def _look(self, paragraph: str | None, character: str | None) -> Look:
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


def _level_of(chain: Sequence[etree._Element]) -> int:
    """The level that the first style says which says one."""
    for style in chain:
        outline = number(value(style, "pPr", "outlineLvl"))
        if outline is not None:
            return _level(outline)
        if named := _level_of_name((value(style, "name") or "").strip()):
            return named
    return 0


def _level(outline: int) -> int:
    return outline + 1 if 0 <= outline < _BODY_LEVEL else 0


def _level_of_name(name: str) -> int:
    if match := _HEADING.fullmatch(name):
        return int(match[1])
    if match := _HEADING_IN_WORDS.fullmatch(name):
        return "一二三四五六".index(match[1] or match[2]) + 1
    return _RANKS.get(name, 1 if _TITLE.fullmatch(name) else 0)


def _list_of(chain: Sequence[etree._Element]) -> tuple[str, int] | None:
    """The list that the first style names which names one; the level may be nearer."""
    level: int | None = None
    for style in chain:
        found = style.find(f"{w('pPr')}/{w('numPr')}")
        own = number(value(found, "ilvl"))
        level = own if level is None else level
        if value(found, "numId") is not None:
            return str(value(found, "numId")), level or 0
    return None


def _set(look: Look, properties: etree._Element | None) -> Look:
    """The look with what a w:rPr changes of it."""
    if properties is None or not len(properties):
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
