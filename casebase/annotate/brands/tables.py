"""Brands in tables: a column 品牌 or 品牌名称, and beside it whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casebase.entry import Brand, Entry, Evidence, Paragraph, Role

_COLUMN = re.compile("(?:党建|支部|工作|特色|申报)*品牌(?:项目)?(?:名称)?")
_HOLDER = re.compile(
    "(?:所属|所在|申报|创建|推荐|选送|基层|培育)*(?:党?支部|党?组织|单位|党总支|院系|部门)(?:名称)?"
)
_PAIR = 2  # cells of a form's row
_LONGEST = 20  # characters of a name


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table has its brands and their holders."""

    name: int
    holder: int | None


def tabled(entry: Entry) -> Iterator[tuple[Brand, Evidence]]:
    """The brands that the tables of an entry list."""
    begin, columns, table = 0, None, 0
    for paragraph in entry.paragraphs:
        first = paragraph.head or paragraph.table != table
        if paragraph.role is not Role.ROW or paragraph.table != table:
            columns, table = None, paragraph.table
        if paragraph.role is Role.ROW:
            if columns is not None:
                yield from _brand(paragraph, columns, begin)
            elif said := None if first else _keyed(paragraph, begin):
                yield said
            elif "品牌" in paragraph.text:
                columns = _columns(paragraph.text.split("\t"))
        begin += len(paragraph.text) + 1


def _keyed(paragraph: Paragraph, begin: int) -> tuple[Brand, Evidence] | None:
    """A form's row: 品牌名称 and beside it the name."""
    cells = paragraph.text.split("\t")
    keyed = len(cells) == _PAIR and _COLUMN.fullmatch(cells[0].strip())
    name = cells[1].strip(" “”") if keyed else ""
    if not 1 < len(name) <= _LONGEST:
        return None
    start = begin + paragraph.text.index(name, len(cells[0]))
    words = Evidence("text", start, start + len(name), name, "brand.table")
    return Brand(name, None, None, "品牌"), words


def _columns(cells: Sequence[str]) -> _Columns | None:
    name = holder = None
    for place, cell in enumerate(cells):
        if name is None and _COLUMN.fullmatch(cell.strip()):
            name = place
        elif _HOLDER.fullmatch(cell.strip()) and (holder is None or "支部" in cell):
            holder = place
    return None if name is None else _Columns(name, holder)


def _brand(
    paragraph: Paragraph, columns: _Columns, begin: int
) -> Iterator[tuple[Brand, Evidence]]:
    cells = paragraph.text.split("\t")
    if paragraph.head or len(cells) <= max(columns.name, columns.holder or 0):
        return
    cell = cells[columns.name]
    name = cell.strip()
    if not 1 < len(name) <= _LONGEST or name.isdecimal():
        return
    before = sum(len(it) + 1 for it in cells[: columns.name])
    start = begin + before + cell.index(name)
    holder = cells[columns.holder].strip() if columns.holder is not None else ""
    words = Evidence("text", start, start + len(name), name, "brand.table")
    yield Brand(name, holder or None, None, "品牌"), words
