"""A list of terms in, a table of hits out, for those who check a list against the base.

The table is one row for each hit and one for each term that finds nothing. As CSV it is
for Excel: a byte order mark, and nothing that a spreadsheet would take for a formula
(OWASP, “CSV Injection”).
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TextIO

from casebase.errors import BadRequestError
from casebase.query import MAX_TEXT, Query
from casebase.results import Hit, Results

COMMENT = "#"
LIMIT = 10  # hits of a term
CUT = "时间到，没有检索完。"
NOT_REACHED = "时间到，没有检索。"
# The columns of the table, by what people call them.
COLUMNS = {
    "term": "检索词",
    "rank": "名次",
    "title": "标题",
    "school": "学校",
    "document": "文献",
    "page": "页码",
    "snippet": "片段",
    "total": "总数",
    "note": "说明",
    "id": "编号",
}
# What begins a formula, in half and full width; a tab or line end may hide one.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Row:
    """A hit of a term; of one that found nothing, only the term, the total, the note.

    Attributes:
        term: As given.
        rank: Its place among the hits of the term, from 1.
        title: Of the entry.
        school: Of the entry.
        document: Path below corpus/.
        page: Of the snippet, or the entry's first.
        snippet: The passage that shows best why it was found.
        total: How many entries the term finds.
        note: How the term was understood, where that needs saying.
        id: Of the entry.
    """

    term: str
    rank: int | None = None
    title: str | None = None
    school: str | None = None
    document: str | None = None
    page: int | None = None
    snippet: str | None = None
    total: int | None = 0
    note: str | None = None
    id: str | None = None


def terms_in(text: str) -> list[str]:
    """The terms of a list: a line each; empty lines and comments (#) are none.

    Raises:
        BadRequestError: A line is too long to be searched for.
    """
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        term = line.strip().strip(BOM).strip()
        if len(term) > MAX_TEXT:
            raise BadRequestError(
                f"第 {number} 行有 {len(term)} 字，超过了 {MAX_TEXT} 字。",
                "请每行只写一个检索词。",
            )
        if term and not term.startswith(COMMENT):
            found.append(term)
    return found


def rows(
    search: Callable[[Query], Results],
    terms: Iterable[str],
    asked: Query,
    *,
    until: float | None = None,
) -> Iterator[Row]:
    """The table, each term asked as `asked` is.

    Past `until` (of `time.monotonic`) no term is searched for, and its row says so.
    """
    for term in terms:
        if until is not None and time.monotonic() > until:
            yield Row(term, total=None, note=NOT_REACHED)
        else:
            yield from _of_term(term, search(replace(asked, text=term)))


def table_json(found: Iterable[Row]) -> list[dict[str, Any]]:
    """The shape of `casebase batch --format json` and of /api/batch."""
    return [asdict(row) for row in found]


def write_csv(found: Iterable[Row], out: TextIO) -> None:
    """Write the table as CSV, its head in Chinese."""
    write_table(COLUMNS, found, out)


def write_table(
    columns: Mapping[str, str], rows: Iterable[object], out: TextIO
) -> None:
    """Write rows as CSV for Excel: of each the attributes that `columns` names."""
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns.values())
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in columns])


def _of_term(term: str, results: Results) -> Iterator[Row]:
    notes = [f"已改为检索“{results.corrected}”。"] if results.corrected else []
    notes += [*results.notes, *([CUT] if results.incomplete else [])]
    note = "".join(notes) or None
    if not results.hits:
        yield Row(term, total=results.total, note=note)
    for rank, hit in enumerate(results.hits, results.query.offset + 1):
        yield _of_hit(Row(term, rank, total=results.total, note=note), hit)


def _of_hit(row: Row, hit: Hit) -> Row:
    entry = hit.entry
    shown = hit.snippets[0] if hit.snippets else None
    first = entry.pages[0] if entry.pages else None
    return replace(
        row,
        title=entry.title,
        school=entry.first("school"),
        document=entry.document,
        page=shown.page if shown and shown.page else first,
        snippet=shown.text if shown else None,
        id=entry.id,
    )


def _cell(value: object) -> str:
    """A cell that a spreadsheet shows as it is."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def checked(terms: Sequence[str], most: int) -> Sequence[str]:
    """`terms`, if there are some and not too many.

    Raises:
        BadRequestError: There are none, or more than `most`.
    """
    if not terms:
        raise BadRequestError("没有检索词。", "请每行写一个；# 开头的行是注释。")
    if len(terms) > most:
        raise BadRequestError(
            f"检索词有 {len(terms)} 个，超过了 {most} 个。", "请分几次检索。"
        )
    return terms
