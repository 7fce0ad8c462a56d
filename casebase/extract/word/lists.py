"""Lists as a Word file defines them: how each level of each list is numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from casebase.extract.word.names import is_on, number, value, w

_SPACED = re.compile(r"\w$")


@dataclass(frozen=True, slots=True)
class Level:
    """How a list numbers one of its levels.

    Attributes:
        start: Its first number.
        form: How it is written, a w:numFmt.
        template: `（%1）`, where %1 is the number of level 0.
        legal: Whether the numbers of all levels in it are written in digits.
        spaced: Whether a space stands between it and the text.
        restart: With levels up to which it begins anew, counted from 1; 0 for never,
            None for all above it.
        style: The paragraph style that is linked to it; empty where none is.
    """

    start: int
    form: str
    template: str
    legal: bool
    spaced: bool
    restart: int | None
    style: str


@dataclass(frozen=True, slots=True)
class List:
    """A list that paragraphs can be in.

    Attributes:
        series: Lists of one series go on counting where the other left off.
        levels: Its levels, 0 the outermost.
        starts: The numbers with which it begins anew all the same, by level.
    """

    series: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]

    def level_of(self, style: str) -> int | None:
        """The level that is linked to a paragraph style."""
        places = (at for at, level in self.levels.items() if level.style == style)
        return next(places, None)


def lists(root: etree._Element | None) -> dict[str, List]:
    """The lists by their w:numId, from the root of numbering.xml."""
    if root is None:
        return {}
    abstracts = {
        str(one.get(w("abstractNumId"))): one for one in root.findall(w("abstractNum"))
    }
    by_style = {value(one, "styleLink"): one for one in abstracts.values()}
    found = {}
    for one in root.findall(w("num")):
        abstract = abstracts.get(value(one, "abstractNumId") or "")
        link = value(abstract, "numStyleLink")
        abstract = by_style.get(link, abstract) if link else abstract
        if abstract is not None:
            found[str(one.get(w("numId")))] = _list(one, abstract)
    return found


def _list(one: etree._Element, abstract: etree._Element) -> List:
    overrides = list(_overrides(one))
    own = {
        at: _level(level)
        for at, override in overrides
        for level in override.findall(w("lvl"))
    }
    starts = {at: number(value(one, "startOverride")) for at, one in overrides}
    return List(
        series=str(abstract.get(w("abstractNumId"))),
        levels={_at(lvl): _level(lvl) for lvl in abstract.findall(w("lvl"))} | own,
        starts={at: start for at, start in starts.items() if start is not None},
    )


def _overrides(one: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    for override in one.findall(w("lvlOverride")):
        yield _at(override), override


def _at(element: etree._Element) -> int:
    return number(element.get(w("ilvl"))) or 0


def _level(element: etree._Element) -> Level:
    # LibreOffice writes signs that an old code page lacks as question marks to RTF.
    template = (value(element, "lvlText") or "").replace("?", "、")
    suffix = value(element, "suff") or "tab"
    start = number(value(element, "start"))
    return Level(
        start=1 if start is None else start,
        form=value(element, "numFmt") or "decimal",
        template=template,
        legal=is_on(element, "isLgl"),
        spaced=suffix != "nothing" and _SPACED.search(template) is not None,
        restart=number(value(element, "lvlRestart")),
        style=value(element, "pStyle") or "",
    )
