"""Automatic numbers: Word stores only that a paragraph is in a list, not its number."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from casebase.extract.word.names import is_on, number, value, w
from casebase.extract.word.numerals import numeral
from casebase.extract.word.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_SPACED = re.compile(r"[\w\d]$")
_NONE = "0"  # the w:numId that takes a paragraph out of the list of its style


@dataclass(frozen=True, slots=True)
class _Level:
    """How a list numbers one of its levels."""

    start: int
    form: str
    template: str  # `（%1）`: %1 is the number of level 0
    legal: bool  # all numbers in digits
    spaced: bool


class Numbering:
    """Counts through a document's lists; ask for each paragraph once, in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Takes the root of numbering.xml, None where the file has none."""
        self._styles = styles
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, properties: etree._Element | None) -> str:
        """The number that stands before a paragraph, with the space after it.

        Bullets are no numbers: they give nothing.
        """
        place = self._place(properties)
        if place is None or place[0] not in self._lists:
            return ""
        list_id, at = place
        abstract, levels, restarts = self._lists[list_id]
        if at not in levels:
            return ""
        self._count(abstract, list_id, at, levels, restarts)
        return _written(self._counts[abstract], levels, at)

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        by_style = self._styles.list_of(properties)
        own = properties.find(w("numPr")) if properties is not None else None
        list_id = value(own, "numId") or (by_style[0] if by_style else None)
        if list_id is None or list_id == _NONE:
            return None
        at = number(value(own, "ilvl"))
        if at is None:
            at = self._level_of_style(list_id, properties)
        return list_id, at if at is not None else (by_style[1] if by_style else 0)

    def _level_of_style(
        self, list_id: str, properties: etree._Element | None
    ) -> int | None:
        return self._linked.get((list_id, self._styles.style_id(properties) or ""))

    def _count(
        self,
        abstract: str,
        list_id: str,
        at: int,
        levels: dict[int, _Level],
        restarts: dict[int, int],
    ) -> None:
        counts = self._counts[abstract]
        first = (list_id, at) not in self._begun
        self._begun.add((list_id, at))
        if first and at in restarts:
            counts[at] = restarts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else levels[at].start
        for above in range(at):
            if above in levels:
                counts.setdefault(above, levels[above].start)
        for below in [level for level in counts if level > at]:
            del counts[below]

    def _read(self, root: etree._Element) -> None:
        abstracts = {
            str(one.get(w("abstractNumId"))): one
            for one in root.findall(w("abstractNum"))
        }
        by_style = {
            value(one, "styleLink"): one
            for one in abstracts.values()
            if value(one, "styleLink")
        }
        self._linked: dict[tuple[str, str], int] = {}
        for one in root.findall(w("num")):
            list_id = str(one.get(w("numId")))
            abstract_id = value(one, "abstractNumId") or ""
            abstract = abstracts.get(abstract_id)
            abstract = by_style.get(value(abstract, "numStyleLink"), abstract)
            if abstract is None:
                continue
            levels = dict(map(self._level, abstract.findall(w("lvl"))))
            restarts = {}
            for override in one.findall(w("lvlOverride")):
                at = number(override.get(w("ilvl"))) or 0
                start = number(value(override, "startOverride"))
                if start is not None:
                    restarts[at] = start
                for own in override.findall(w("lvl")):
                    levels[at] = self._level(own)[1]
            self._lists[list_id] = (abstract_id, levels, restarts)
            for level in abstract.findall(w("lvl")):
                style = value(level, "pStyle")
                if style:
                    at = number(level.get(w("ilvl"))) or 0
                    self._linked[list_id, style] = at

    def _level(self, element: etree._Element) -> tuple[int, _Level]:
        template = value(element, "lvlText") or ""
        suffix = value(element, "suff") or "tab"
        start = number(value(element, "start"))
        return number(element.get(w("ilvl"))) or 0, _Level(
            start=1 if start is None else start,
            form=value(element, "numFmt") or "decimal",
            template=template,
            legal=is_on(element, "isLgl"),
            spaced=suffix != "nothing" and _SPACED.search(template) is not None,
        )


def _written(counts: dict[int, int], levels: dict[int, _Level], at: int) -> str:
    level = levels[at]
    if level.form in {"bullet", "none"}:
        return ""

    def fill(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        if place not in levels:
            return ""
        form = "decimal" if level.legal else levels[place].form
        return numeral(counts.get(place, levels[place].start), form)

    text = _PLACE.sub(fill, level.template)
    return text + " " if level.spaced and text else text
