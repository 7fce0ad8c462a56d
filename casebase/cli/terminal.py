"""Lines for people: columns that count Chinese characters twice, marks, plain text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import fields

import click

from casebase.entry import Fact, Value
from casebase.errors import Severity
from casebase.results import Copy, Mark

CORRECTED = "（人工更正）"  # behind what a person said
RECOGNISED = "（扫描识别）"  # behind what was read off a picture
SEVERITIES = {Severity.NOTE: "提示", Severity.DAMAGED: "残缺", Severity.LOST: "丢失"}


def plain(text: str) -> str:
    """`text` without what would act on a terminal: control characters as spaces."""
    return "".join(
        " " if unicodedata.category(char) in {"Cc", "Cs"} else char for char in text
    )


def width(text: str) -> int:
    """How many columns `text` takes."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """`text` with spaces up to `columns`."""
    return text + " " * (columns - width(text))


def clipped(text: str, columns: int) -> str:
    """`text`, or what of it fits into `columns` with an ellipsis."""
    if width(text) <= columns:
        return text
    kept, room = "", columns - 1
    for char in text:
        room -= _columns(char)
        if room < 0:
            break
        kept += char
    return f"{kept}…"


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines, every column but the last as wide as its widest cell."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            [
                *(padded(cell, at) for cell, at in zip(row[:-1], widths, strict=False)),
                row[-1],
            ]
        )
        for row in rows
    ]


def marked(text: str, marks: Sequence[Mark]) -> str:
    """`text` with its marks in colour; click leaves colours out of files and pipes."""
    parts, at = [], 0
    for mark in marks:
        parts.append(plain(text[at : mark.start]))
        colour = "yellow" if mark.via else "red"
        parts.append(
            click.style(plain(text[mark.start : mark.end]), fg=colour, bold=True)
        )
        at = mark.end
    return "".join((*parts, plain(text[at:])))


def elsewhere(copies: Sequence[Copy], title: str, most: int) -> str:
    """The first of `copies`: 年报/甲.pdf 第 3 页；乙.html《另题》；等 5 处.

    Another headline than `title` is told.
    """
    told = [_place(copy, title) for copy in copies[:most]]
    rest = [f"等 {len(copies)} 处"] if len(copies) > most else []
    return "；".join((*told, *rest))


def _place(copy: Copy, title: str) -> str:
    headline = f"《{copy.title}》" if copy.title != title else ""
    return plain(" ".join(filter(None, (copy.document + headline, pages(copy.pages)))))


def pages(span: tuple[int, int] | None) -> str:
    """第 3 页, 第 3—5 页, or nothing."""
    if span is None:
        return ""
    first, last = span
    return f"第 {first} 页" if first == last else f"第 {first}—{last} 页"


def fact_text(fact: Fact) -> str:
    """A fact's value on one line; what a person said is marked."""
    return value_text(fact.value) + (CORRECTED if fact.by_person else "")


def value_text(value: Value) -> str:
    """A value on one line: 样板支部（省级，获评）."""
    if isinstance(value, str | int):
        return plain(str(value))
    parts = [getattr(value, field.name) for field in fields(value)]
    first, *rest = [_part(part) for part in parts if _tells(part)]
    return f"{first}（{'，'.join(rest)}）" if rest else first


def _tells(part: object) -> bool:
    return part not in {None, "", ()} and not isinstance(part, bool | float)


def _part(part: object) -> str:
    return plain("、".join(part) if isinstance(part, tuple) else str(part))
