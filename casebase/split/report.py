"""A report with labelled cases: its cases, and its sections without them.

Where a case ends is told by the next heading of the report, and where there is none by
the type: the lines of a boxed case have another measure than those of the section.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from casebase.document import Block, BlockKind, Document
from casebase.entry import Entry, Kind
from casebase.text.naming import is_date, is_organisation
from casebase.text.numbering import Style, case_label, is_named, mark_of
from casebase.text.passages import entry
from casebase.text.typesetting import width

FEWEST = 2  # labelled cases that make a report
LEVELS = 2  # of headings that begin a section of their own
LINES = 2.2  # a paragraph of so many lines shows its measure
APART = 1.0  # measures that differ by less are the same


_PLAN = re.compile(r"规划|纲要")


@dataclass(slots=True)
class _Part:
    """A case or a section as it is being collected."""

    heading: Block | None
    path: tuple[Block, ...]
    number: int | None = None
    title: str = ""
    is_case: bool = False
    blocks: list[Block] = field(default_factory=list)
    measures: list[float] = field(default_factory=list)  # shown, in ascending order

    def add(self, block: Block) -> None:
        """Takes in the next block."""
        self.blocks.append(block)
        shown = _shown_measure(block)
        if shown is not None:
            insort(self.measures, shown)

    @property
    def measure(self) -> float | None:
        """The measure of its paragraphs."""
        return _median(self.measures)


def is_report(document: Document) -> bool:
    """Whether it has labelled cases under headings of their own.

    The boxes of a plan (专栏 1) are no cases.
    """
    if _PLAN.search(document.title):
        return False
    cases = {block.text for block in document.blocks if _case(block) is not None}
    return len(cases) >= FEWEST


def _case(block: Block) -> int | None:
    """The number of the case that the block is the heading of, 0 if it has none."""
    label = case_label(block.text) if block.kind is BlockKind.HEADING else None
    return label.number if label else None


def split_report(document: Document) -> list[Entry]:
    """The cases and sections, in reading order."""
    found: list[Entry] = []
    for part in _parts(document.blocks):
        path = tuple(heading.text for heading in part.path)
        title = part.title or (part.heading.text if part.heading else document.title)
        if part.is_case or _has_text(part.blocks):
            kind = Kind.CASE if part.is_case else Kind.SECTION
            found.append(
                entry(
                    document,
                    kind,
                    title,
                    part.blocks,
                    number=part.number,
                    path=path,
                    heading=part.heading,
                )
            )
    return found


def _has_text(blocks: Sequence[Block]) -> bool:
    """Whether there is more than headings and the lines of a cover."""
    lines = (block for block in blocks if block.kind is not BlockKind.HEADING)
    return any(
        block.kind is not BlockKind.NOTE
        and not is_organisation(block.text)
        and not is_date(block.text)
        for block in lines
    )


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    """The parts that the headings and measures make."""
    outline = _Outline()
    section = _Part(None, ())
    parts = [section]
    case: _Part | None = None
    usual = _measure_of_sections(blocks)
    for block in blocks:
        number = _case(block)
        if number is not None:
            case = _new_case(block, number, outline.path(block.level))
            outline.enter(block)
            parts.append(case)
            continue
        if case and block.kind is BlockKind.HEADING and outline.closes(block):
            case = None
        elif case and _leaves_box(block, case, section.measure or usual):
            case = None
            outline.leave()
        if case:
            case.add(block)
        elif block.kind is BlockKind.HEADING and outline.opens(block):
            path = outline.add(block)
            section = _Part(block, path)
            parts.append(section)
        else:
            section.add(block)
    return parts


def _new_case(block: Block, number: int, path: tuple[Block, ...]) -> _Part:
    label = case_label(block.text)
    title = label.rest if label and label.rest else block.text
    return _Part(block, path, number or None, title.strip("：: "), is_case=True)


# --- the outline -------------------------------------------------------------------


class _Outline:
    """The headings above the current place, and what numbers are due next.

    A case may have numbered headings of its own (一、背景 …). They are told from the
    report's by their count: a heading of the report goes on counting where the report
    stopped, one of the case begins with one.
    """

    def __init__(self) -> None:
        self._stack: list[Block] = []
        self._counts: dict[Style, int] = {}
        self._inner: dict[Style, int] = {}
        self._case: Block | None = None

    def path(self, level: int) -> tuple[Block, ...]:
        """The headings above one of that level, highest first."""
        return tuple(heading for heading in self._stack if heading.level < level)

    def enter(self, case: Block) -> None:
        """A case begins."""
        self._case = case
        self._inner = {}

    def leave(self) -> None:
        """The case has ended without a heading."""
        self._case = None

    def closes(self, heading: Block) -> bool:
        """Whether the heading is the report's, so that the case ends before it."""
        mark = mark_of(heading.text)
        if mark is None:
            level = self._case.level if self._case else 0
            return is_named(heading.text) or heading.level < level
        due = self._counts.get(mark.style)
        inner = self._inner.get(mark.style, 0)
        if due is None or (mark.number == inner + 1 and mark.number != due + 1):
            self._inner[mark.style] = mark.number
            return False
        if inner and mark.number == inner + 1:
            self._inner[mark.style] = mark.number
            return False
        return True

    def opens(self, heading: Block) -> bool:
        """Whether the heading begins a section of its own."""
        return heading.level <= LEVELS

    def add(self, heading: Block) -> tuple[Block, ...]:
        """A heading of the report; returns those above it."""
        self._case = None
        mark = mark_of(heading.text)
        if mark:
            self._counts[mark.style] = mark.number
            for style in [style for style in self._counts if style > mark.style]:
                self._counts[style] = 0
        while self._stack and self._stack[-1].level >= heading.level:
            self._stack.pop()
        path = tuple(self._stack)
        self._stack.append(heading)
        return path


# --- the measure -------------------------------------------------------------------


def _leaves_box(block: Block, case: _Part, outside: float | None) -> bool:
    """Whether the block is set as the section is, and the case is set otherwise."""
    if (case.blocks or [case.heading or block])[0].boxed:
        return not block.boxed
    inside = case.measure
    if inside is None or outside is None or abs(inside - outside) < APART:
        return False
    if block.kind is BlockKind.CAPTION and block.text.startswith(("表", "附表")):
        return True
    own = _shown_measure(block)
    return own is not None and abs(own - outside) < APART <= abs(own - inside)


def _shown_measure(block: Block) -> float | None:
    """The measure of a paragraph that is long enough to show it."""
    if block.kind is not BlockKind.PARAGRAPH or not block.measure:
        return None
    return block.measure if width(block.text) > LINES * block.measure else None


def _median(ordered: Sequence[float]) -> float | None:
    return ordered[(len(ordered) - 1) // 2] if ordered else None


def _measure_of_sections(blocks: Sequence[Block]) -> float | None:
    """The measure of what stands before the first case."""
    before = takewhile(lambda block: _case(block) is None, blocks)
    shown = [_shown_measure(block) for block in before]
    return _median(sorted(measure for measure in shown if measure is not None))
