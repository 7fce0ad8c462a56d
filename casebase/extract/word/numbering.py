"""Automatic numbers: Word stores only that a paragraph is in a list, not its number."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import etree

from casebase.extract.word.lists import Level, List, lists
from casebase.extract.word.names import number, qualified, value, w
from casebase.extract.word.numerals import numeral
from casebase.extract.word.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_NONE = "0"  # the w:numId that takes a paragraph out of the list of its style


class Numbering:
    """Counts through a document's lists; ask for each paragraph once, in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Takes the root of numbering.xml, None where the file has none."""
        self._styles = styles
        self._lists = lists(root)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: etree._Element | None) -> str:
        """The number that stands before a paragraph, with the space after it.

        Bullets are no numbers: they give nothing. Word 2003 stores the number itself.
        """
        if (stored := _stored(properties)) is not None:
            return stored
        place = self._place(properties)
        if place is None:
            return ""
        name, at = place
        found = self._lists[name]
        self._count(name, found, at)
        return _written(self._counts[found.series], found, at)

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, or else its style's."""
        by_style = self._styles.of(properties).in_list
        own = properties.find(w("numPr")) if properties is not None else None
        name = value(own, "numId") or (by_style[0] if by_style else _NONE)
        found = self._lists.get(name)
        if found is None or name == _NONE:
            return None
        at = number(value(own, "ilvl"))
        if at is None:
            at = self._linked(found, properties)
        if at is None:
            at = by_style[1] if by_style else 0
        return (name, at) if at in found.levels else None

    def _linked(self, found: List, properties: etree._Element | None) -> int | None:
        levels = map(found.level_of, self._styles.of(properties).ids)
        return next((level for level in levels if level is not None), None)

    def _count(self, name: str, found: List, at: int) -> None:
        counts, levels = self._counts[found.series], found.levels
        first = (name, at) not in self._begun
        self._begun.add((name, at))
        if first and at in found.starts:
            counts[at] = found.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else levels[at].start
        for above in range(at):
            if above in levels:
                counts.setdefault(above, levels[above].start)
        for below in [level for level in counts if level > at]:
            if _begins_anew(levels.get(below), at):
                del counts[below]


def _stored(properties: etree._Element | None) -> str | None:
    """The number that Word 2003 keeps with a paragraph in a list, bullets aside."""
    found = properties.find(w("listPr")) if properties is not None else None
    if found is None:
        return None
    text = found.find(qualified("wx", "t"))
    label = (text.get(qualified("wx", "val")) or "") if text is not None else ""
    if not any(character.isalnum() for character in label):
        return ""
    return label + " " if label[-1].isalnum() else label


def _begins_anew(level: Level | None, above: int) -> bool:
    """Whether a level counts from its start after a paragraph of one above it."""
    return level is None or level.restart is None or above < level.restart


def _written(counts: dict[int, int], found: List, at: int) -> str:
    levels, level = found.levels, found.levels[at]
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
