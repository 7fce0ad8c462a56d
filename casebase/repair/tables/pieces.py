"""Tables of text dumps: cells as lines, gathered before lines are joined.

A program that printed a page as text left each line of each cell as a line. Below a
caption 表 N the serial numbers of the first column tell where a row begins, up to the
first line of running text. This is done before page numbers are looked for, because
numbers that count up are taken for these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casebase.document import Line, Page
from casebase.repair.tables.columns import columns_of
from casebase.repair.tables.loose import is_total, starts_of, without_head
from casebase.text.numbering import Style, caption_label, case_label, mark_of
from casebase.text.typesetting import ends_sentence, width

_PAGE = re.compile(r"[-—–·]\s*+[0-9]{1,4}\s*+[-—–·]|第\s*+[0-9]{1,4}\s*+页")
FEWEST = 2  # rows
WIDE = 0.85  # of the measure: a line of running text, if it is no row of values
VALUES = 3  # parts of a line that make it a row
USUAL = 0.98  # of the lines are no wider than the measure
WIDEST = 45.0  # characters of a measure: longer lines are whole paragraphs


def with_gathered_tables(pages: Sequence[Page]) -> list[Page]:
    """The pages, the loose cells of each table whose columns are clear as one line."""
    return [page if page.placed else _gathered(page) for page in pages]


def _gathered(page: Page) -> Page:
    widths = sorted(width(line.text) for line in page.lines if line.text.strip())
    measure = min(widths[int(USUAL * (len(widths) - 1))], WIDEST) if widths else 0.0
    lines: list[Line] = []
    place = 0
    while place < len(page.lines):
        lines.append(page.lines[place])
        place += 1
        if _is_caption(lines[-1]):
            end = _end(page.lines, place, measure)
            table = _table(page.lines[place:end])
            if table is not None:
                lines.append(table)
                place = end
    return replace(page, lines=tuple(lines)) if len(lines) < len(page.lines) else page


def _is_caption(line: Line) -> bool:
    text = line.text.strip()
    named = text.startswith(("表", "附表")) and caption_label(text) is not None
    return named and not ends_sentence(text)


def _end(lines: Sequence[Line], start: int, measure: float) -> int:
    end = start
    while end < len(lines) and not _is_text(lines[end], measure):
        end += 1
    return end


def _is_text(line: Line, measure: float) -> bool:
    """Whether it is a heading, a caption, or a line of running text."""
    text = line.text.strip()
    if line.rows or line.level or case_label(text) or caption_label(text):
        return True
    mark = mark_of(text)
    if (mark is not None and mark.style < Style.ARABIC) or ends_sentence(text):
        return True
    return width(text) >= WIDE * measure and len(text.split()) < VALUES


def _table(lines: Sequence[Line]) -> Line | None:
    texts = (line.text.strip() for line in lines)
    cells = [text for text in texts if text and not _PAGE.fullmatch(text)]
    starts = starts_of(cells)
    if len(starts) < FEWEST or not starts[0]:
        return None
    head = tuple(cells[: starts[0]])
    rows = [
        without_head(cells[start:end], head)
        for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)
    ]
    totals = [" ".join(row).split() for row in rows if is_total(row[0])]
    found = columns_of(head, [row for row in rows if not is_total(row[0])])
    if found is None:
        return None
    room = len(found[0])
    last = [(it[0], *[""] * (room - len(it)), *it[1:]) for it in totals]
    first = lines[0]
    return Line("", gap=first.gap, rows=(*found, *last), header=1)
