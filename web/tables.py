"""Tables as they are read: head and body, cells over several columns, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from casebase.entry import Entry, Paragraph
from casebase.results import Mark, Snippet
from web.marking import marked

_NUMBER = re.compile(
    r"[-+－±]?[¥￥$]?[0-9][0-9,.]*+\s?+(?:[%％‰]|[万亿]?元|[人个名项次])?"
)
_CAPTION = re.compile(r"\s*(?:[附续]?表|Table)")
NUMBERS = 0.6  # of the values of a column that is set as one of numbers

Cells = tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, the columns and rows it goes over, and whether it is set as a number."""

    html: Markup
    columns: int = 1
    rows: int = 1
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number among the paragraphs of the entry, and its cells."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]


def is_caption(paragraph: Paragraph) -> bool:
    """Whether the words are those above a table, rather than below a picture."""
    return _CAPTION.match(paragraph.text) is not None


def table_of(rows: Sequence[tuple[int, Paragraph, Cells]]) -> Table:
    """The table of rows, each with its number, its paragraph and its cells."""
    texts = [paragraph.text.split("\t") for _, paragraph, _ in rows]
    count = sum(paragraph.head for _, paragraph, _ in rows)
    columns = max(map(len, texts))
    numbers = _numbers(texts[count:], columns)
    head = [
        Row(number, tuple(_head_cells(texts[:count], at, cells, numbers)))
        for at, (number, _, cells) in enumerate(rows[:count])
    ]
    form = not count and not numbers
    body = [
        Row(number, tuple(_body_cells(cells, columns, numbers, form=form)))
        for number, _, cells in rows[count:]
    ]
    return Table(tuple(head), tuple(body))


def _numbers(texts: Sequence[Sequence[str]], columns: int) -> set[int]:
    """The columns of numbers; a first column counts the rows or names them."""
    found = set()
    for at in range(1, columns):
        values = [row[at].strip() for row in texts if at < len(row) and row[at].strip()]
        right = sum(_NUMBER.fullmatch(value) is not None for value in values)
        if right > NUMBERS * len(values):
            found.add(at)
    return found


def _head_cells(
    head: Sequence[Sequence[str]], at: int, cells: Cells, numbers: set[int]
) -> list[Cell]:
    """The cells of a row of the head, each over the empty ones that belong to it."""
    found: list[Cell] = []
    for column, html in enumerate(cells):
        if not html and (_is_under(head, at, column) or _is_beside(head, at, column)):
            continue
        wide, high = 1, 1
        while _is_beside(head, at, column + wide):
            wide += 1
        while wide == 1 and _is_under(head, at + high, column):
            high += 1
        found.append(Cell(html, wide, high, column in numbers and wide == 1))
    return found


def _is_under(head: Sequence[Sequence[str]], at: int, column: int) -> bool:
    """Whether an empty cell belongs to the one above it."""
    return (
        0 < at < len(head)
        and not _text(head, at, column)
        and all(not _text(head, row, column) for row in range(1, at))
        and bool(_text(head, 0, column))
    )


def _is_beside(head: Sequence[Sequence[str]], at: int, column: int) -> bool:
    """Whether an empty cell belongs to one on its left: the next row divides it."""
    if not 0 < column < len(head[at]) or _text(head, at, column):
        return False
    alone = sum(map(bool, head[at])) == 1 and bool(head[at][0])
    divided = at + 1 < len(head) and bool(_text(head, at + 1, column))
    return len(head) > 1 and at + 1 < len(head) and (divided or alone)


def _text(head: Sequence[Sequence[str]], at: int, column: int) -> str:
    return head[at][column].strip() if column < len(head[at]) else ""


def _body_cells(
    cells: Cells, columns: int, numbers: set[int], *, form: bool
) -> list[Cell]:
    """The cells of a row, the last one as wide as what is left.

    In a form, which has no head, each value is as wide as its empty neighbours allow.
    """
    found: list[Cell] = []
    for at, html in enumerate(cells):
        if form and found and not html:
            found[-1] = replace(found[-1], columns=found[-1].columns + 1)
        else:
            found.append(Cell(html, is_number=at in numbers))
    rest = columns - len(cells)
    return [*found[:-1], replace(found[-1], columns=found[-1].columns + rest)]


# --- rows among the hits ------------------------------------------------------------

_LABEL = Markup('<span class="dim">{}</span>')
_GAP = Markup('<span class="dim"> | </span>')


def row_html(snippet: Snippet, entry: Entry) -> Markup:
    """A passage of a row, each value after what its column is called."""
    row = entry.paragraphs[snippet.paragraph]
    labels = () if row.head else labels_of(entry, row.table)
    start = max(row.text.find(snippet.text), 0)
    column = row.text.count("\t", 0, start)
    at, found = 0, []
    for number, text in enumerate(snippet.text.split("\t"), start=column):
        end = at + len(text)
        marks = [
            Mark(max(it.start, at) - at, min(it.end, end) - at, it.via)
            for it in snippet.marks
            if it.start < end and at < it.end
        ]
        label = labels[number] if number < len(labels) else ""
        if text.strip():
            shown = _LABEL.format(f"{label}：") if label else Markup()
            found.append(shown + marked(text, marks))
        at = end + 1
    return _GAP.join(found)


def labels_of(entry: Entry, table: int) -> tuple[str, ...]:
    """What the columns of one of an entry's tables are called; none without a head."""
    head = [
        it.text.split("\t") for it in entry.paragraphs if it.head and it.table == table
    ]
    labels: list[str] = []
    for column in range(max(map(len, head), default=0)):
        names: list[str] = []
        for at in range(len(head)):
            left = column
            while left and _is_beside(head, at, left):
                left -= 1
            name = _text(head, at, left)
            names += [name] if name and name not in names else []
        labels.append(" ".join(names))
    return tuple(labels)
