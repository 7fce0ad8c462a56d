"""Furniture of placed pages: told by where it stands.

Running heads stand at one height on several pages; page numbers stand alone at the edge
and count up; the head and foot of a newspaper page are set off by a drawn line, or tell
date, page, staff and address. Only the margins of a page are looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from casebase.document import Line, Page
from casebase.repair.furniture.imprint import is_advertisement, is_column_name
from casebase.repair.furniture.lines import (
    head_key,
    is_bare,
    is_drawn,
    is_page_number,
    lone,
)
from casebase.repair.furniture.mastheads import masthead
from casebase.repair.furniture.sheets import Margin, Row, Sheet, sheet_of
from casebase.repair.furniture.watermarks import watermarks
from casebase.text.naming import is_document_number
from casebase.text.numbering import caption_label, mark_of

SAME_HEIGHT = 0.012  # of the page: places no farther apart are one
EXACT = 0.004  # the same, where only the place tells
MANY = 6  # pages of a document whose heads recur more than twice
FEWEST = 3  # pages that show by their places alone what a head is
MOST = 0.6  # of the pages
LARGE = 1.3  # times the body's size: a title, however often
SMALL = 1.3  # the same: smaller type is no title
HEAD_SIZE = 1.05  # the same: larger type is no head that changes from page to page


def without_margins(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without what their margins carry, and the heads, often ones first."""
    sheets = [sheet_of(page) for page in pages]
    under = watermarks(sheets)
    heads = _recurring(sheets)
    ahead = _ahead(sheets)
    recurring = {id(sheet): list(_heads(sheet, heads)) for sheet in sheets}
    own = {
        id(sheet): [*_own(sheet, recurring[id(sheet)], ahead), *masthead(sheet)]
        for sheet in sheets
    }
    gone = {key: set(map(id, [*recurring[key], *own[key]])) for key in map(id, sheets)}
    steady = _steady(sheets, gone)
    often = Counter(line.text.strip() for lines in recurring.values() for line in lines)
    late = [line.text.strip() for key in own for line in [*own[key], *steady[key]]]
    kept = [
        _without(
            sheet.page,
            gone[id(sheet)] | set(map(id, [*steady[id(sheet)], *under[id(sheet)]])),
        )
        for sheet in sheets
    ]
    return kept, list(
        dict.fromkeys([*(text for text, _ in often.most_common()), *late])
    )


def _without(page: Page, gone: set[int]) -> Page:
    lines = tuple(line for line in page.lines if id(line) not in gone)
    return replace(page, lines=lines)


def _heads(sheet: Sheet, heads: set[str]) -> Iterator[Line]:
    """The lines of a page that stand on others too."""
    for line in _lines(sheet):
        small = line.size < LARGE * sheet.body
        if head_key(line) in heads and small and not _is_text(line):
            yield line


def _lines(sheet: Sheet) -> Iterator[Line]:
    """The lines in the margins of a page."""
    for margin in sheet.margins:
        yield from chain.from_iterable(row.lines for row in margin.rows)


def _recurring(sheets: Sequence[Sheet]) -> set[str]:
    """The keys of what stands at one height of several pages, its numbers aside."""
    heights: defaultdict[tuple[str, bool], list[float]] = defaultdict(list)
    for sheet in sheets:
        for margin in sheet.margins:
            seen: set[str] = set()
            for row in margin.rows:
                for line in row.lines:
                    key = head_key(line)
                    if key and key not in seen:
                        heights[key, margin.upper].append(row.middle)
                        seen.add(key)
    few = 2 if len(sheets) < MANY else 3
    return {key for (key, _), found in heights.items() if _gathered(found) >= few}


def _gathered(heights: Iterable[float], near: float = SAME_HEIGHT) -> int:
    """How many of the heights are as good as one."""
    ordered = sorted(heights)
    most = start = 0
    for end, height in enumerate(ordered, 1):
        while height - ordered[start] > near:
            start += 1
        most = max(most, end - start)
    return most


def _ahead(sheets: Sequence[Sheet]) -> int | None:
    """How far printed page numbers are ahead of the pages' own, on several pages."""
    ahead = Counter(
        {
            (sheet.page.number, number - sheet.page.number)
            for sheet in sheets
            for line in _lines(sheet)
            if sheet.page.number and (number := lone(line)) is not None
        }
    )
    tally = Counter(far for _, far in ahead).most_common(1)
    several = bool(tally) and tally[0][1] > 1 and tally[0][1] >= len(sheets) / 2
    return tally[0][0] if several else None


def _own(sheet: Sheet, recurring: Sequence[Line], ahead: int | None) -> Iterator[Line]:
    """The page's number, rules drawn with signs, and 广告 anywhere on the page."""
    number = sheet.page.number
    yield from (
        line
        for line in sheet.page.lines
        if is_drawn(line) or is_advertisement(line.text)
    )
    yield from _above_text(sheet)
    heads = set(map(id, recurring))
    for margin in sheet.margins:
        for place, row in enumerate(margin.rows):
            beside = any(id(line) in heads for line in row.lines)
            alone = place == 0 and len(row.lines) == 1 and row.apart
            for line in row.lines:
                counted = ahead is not None and number and lone(line) == number + ahead
                bare = is_bare(line) and (beside or alone or counted)
                if bare or is_page_number(line.text):
                    yield line


def _above_text(sheet: Sheet) -> Iterator[Line]:
    """The name of a journal's column, and a document's number with no title below."""
    rows = sheet.margins[0].rows
    small = SMALL * sheet.body
    for row in rows:
        yield from (
            line
            for line in row.lines
            if line.size <= small and is_column_name(line.text)
        )
    titled = any(line.size > small for row in rows for line in row.lines)
    for row, below in pairwise(rows[:2]):
        numbered = len(row.lines) == 1 and is_document_number(row.lines[0].text)
        labelled = mark_of(below.lines[0].text) is not None
        if numbered and row.apart and labelled and not titled:
            yield from row.lines


def _steady(
    sheets: Sequence[Sheet], gone: dict[int, set[int]]
) -> dict[int, list[Line]]:
    """Of each page the outermost rows that stand at one height on most of the pages.

    Their words change: the chapter, the author. They are set apart from the text. It is
    enough that a head stands at that height on another page.

    Args:
        sheets: The pages.
        gone: The lines of each page that are furniture for other reasons, by identity.
    """
    found: dict[int, list[Line]] = {id(sheet): [] for sheet in sheets}
    most = max(FEWEST, MOST * len(sheets))
    for upper in (True, False):
        rows = [
            (sheet, row)
            for sheet in sheets
            for row in _outermost(sheet, upper=upper)
            if _may_be_head(row, sheet)
        ]
        heights = [row.middle for _, row in rows]
        heads = [
            row.middle
            for sheet, row in rows
            if any(id(line) in gone[id(sheet)] for line in row.lines)
        ]
        for sheet, row in rows:
            near = sum(abs(row.middle - height) <= EXACT for height in heights)
            head = any(abs(row.middle - height) <= EXACT for height in heads)
            if head or near >= most:
                found[id(sheet)] += row.lines
    return found


def _outermost(sheet: Sheet, *, upper: bool) -> Iterator[Row]:
    margins: Iterable[Margin] = sheet.margins
    for margin in margins:
        if margin.upper is upper:
            yield from margin.rows[:1]


def _may_be_head(row: Row, sheet: Sheet) -> bool:
    small = all(line.size <= HEAD_SIZE * sheet.body for line in row.lines)
    heads = all(head_key(line) and not _is_text(line) for line in row.lines)
    return row.apart and small and heads


def _is_text(line: Line) -> bool:
    """Whether it belongs to the text, though the like stands on other pages.

    A caption may head each of several pages, and two sentences may be alike.
    """
    text = line.text.strip()
    return caption_label(text) is not None or text.endswith(("，", "、", "；", "。"))
