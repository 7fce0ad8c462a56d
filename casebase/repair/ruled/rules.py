"""The drawn lines of a page, straightened: pieces of one line are joined.

Word processors draw the border of each cell by itself, spreadsheets draw each line
twice, and some programs draw dashes. All lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casebase.document import Page

THICK = 4.0  # what is thicker is a bar
PLAY = 3.0  # by which lines that are meant to meet may miss each other
SHORTEST = 8.0
A4 = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across or down the page.

    Attributes:
        at: Its distance from the top edge (across) or the left edge (down).
        start: Where it begins, from the left edge or from the top edge.
        end: Where it ends.
    """

    at: float
    start: float
    end: float


def size_of(page: Page) -> tuple[float, float]:
    """Width and height in points; where they are not known, those of A4."""
    return page.size if min(page.size) > 0 else A4


def rules_of(page: Page) -> tuple[list[Rule], list[Rule]]:
    """The lines across and the lines down, each from the top or the left on."""
    wide, high = size_of(page)
    across, down = [], []
    for box in page.rules:
        left, right = sorted((box.left * wide, box.right * wide))
        top, bottom = sorted((box.top * high, box.bottom * high))
        if right - left >= bottom - top <= THICK:
            across.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= THICK:
            down.append(Rule((left + right) / 2, top, bottom))
    return joined(across), joined(down)


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """The rules with pieces on one line joined, and without what is too short."""
    found: list[Rule] = []
    for group in _level(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in group) / len(group)
        group.sort(key=lambda rule: rule.start)
        start, end = group[0].start, group[0].end
        for rule in group[1:]:
            if rule.start > end + PLAY:
                found.append(Rule(at, start, end))
                start = rule.start
                end = rule.end
            end = max(end, rule.end)
        found.append(Rule(at, start, end))
    return [rule for rule in found if rule.end - rule.start >= SHORTEST]


def _level(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of rules at one distance."""
    groups: list[list[Rule]] = []
    for rule in rules:
        if groups and rule.at - groups[-1][0].at <= PLAY:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def distances(values: Iterable[float]) -> list[float]:
    """The values in order, without those that all but repeat the one before."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > PLAY:
            found.append(value)
    return found
