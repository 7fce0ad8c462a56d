"""What a writer writes: plain text with a few marks, as in Markdown.

`# ` begins the title, `## ` and `### ` headings, `> ` a quotation, `|` the row of a
table, `[[entry]]` stands for a reference to an entry of the base. Everything else is a
paragraph a line. Nothing has to be escaped: what is no mark is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from casebase.entry import EntryId

REFERENCE = re.compile(r"\[\[([0-9a-f]{16}-\d{1,5})\]\]")
_HEADING = re.compile(r"(#{1,4})\s+(.*)")
_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*")


class Role(StrEnum):
    """What a part of a manuscript is."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, heading, quotation or table.

    Attributes:
        role: What it is.
        text: With references as [1]; empty for a table.
        level: Of a heading, 1 for the highest; else 0.
        rows: Of a table, its cells row by row, the first its head.
    """

    role: Role
    text: str
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole draft.

    Attributes:
        parts: In order.
        cited: The entries that are referred to, in the order of their numbers.
    """

    parts: tuple[Part, ...]
    cited: tuple[EntryId, ...]

    @property
    def title(self) -> str:
        """The title, or nothing."""
        titles = (it.text for it in self.parts if it.role is Role.TITLE)
        return next(titles, "")


def read(text: str) -> Manuscript:
    """Read a draft; references are numbered in the order of their first appearance."""
    numbers: dict[EntryId, int] = {}

    def numbered(match: re.Match[str]) -> str:
        return f"[{numbers.setdefault(match[1], len(numbers) + 1)}]"

    parts = tuple(_parts(REFERENCE.sub(numbered, text).splitlines()))
    return Manuscript(parts, tuple(numbers))


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    rows: list[tuple[str, ...]] = []
    for line in (*lines, ""):
        bare = line.strip()
        if bare.startswith("|") and bare.count("|") > 1:
            if not _RULE.fullmatch(bare):
                rows.append(_cells(bare))
            continue
        if rows:
            yield Part(Role.TABLE, "", rows=_even(rows))
            rows = []
        if bare:
            yield _part(bare)


def _part(line: str) -> Part:
    heading = _HEADING.fullmatch(line)
    if heading:
        level = len(heading[1]) - 1
        return Part(Role.HEADING if level else Role.TITLE, heading[2].strip(), level)
    if line.startswith(">"):
        return Part(Role.QUOTE, line.lstrip("> ").strip())
    return Part(Role.BODY, line)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _even(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The rows with as many cells each."""
    most = max(map(len, rows))
    return tuple((*row, *[""] * (most - len(row))) for row in rows)
