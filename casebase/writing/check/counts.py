"""Figures that disagree: the same thing counted twice, a text and its table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from casebase.document import Block, BlockKind
from casebase.text.numerals import value_of
from casebase.writing.check.finding import Finding, Kind

# 三大应用中心: so many great ones, by what they are called.
_GREAT = re.compile(
    r"(?P<count>[一二三四五六七八九十两]|\d{1,2})大(?P<name>[\u4e00-\u9fff]{3,8})"
)
_NAME = 3  # characters of the name that must be the same
_LEVELS = ("国家级", "省级", "市级", "校级")
# 省级荣誉 47 项
_COUNTED = re.compile(
    r"(?P<level>国家级?|省级|市级|校级)(?P<what>[\u4e00-\u9fff]{0,6}?)\s*(?P<count>\d{1,4})\s*[项个]"
)
_ABOVE = 4  # paragraphs before a table that may speak of it
_ROWS = 5  # of a table that is worth counting


def counts(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Where the counts of a text disagree with one another, or with a table."""
    yield from _great(blocks)
    yield from _with_tables(blocks)


def _great(blocks: Sequence[Block]) -> Iterator[Finding]:
    told: dict[str, list[tuple[float, int, re.Match[str]]]] = defaultdict(list)
    for at, block in enumerate(blocks):
        for match in _GREAT.finditer(block.text):
            value = value_of(match["count"])
            if value is not None:
                told[match["name"][:4]].append((value, at, match))
    for found in told.values():
        values = sorted({value for value, _, _ in found})
        if len(values) < 2:  # noqa: PLR2004 - all the same
            continue
        _, at, match = found[-1]
        first = found[0][2]
        name = _common(first["name"], match["name"])
        if len(name) < _NAME:
            continue
        said = f"这里是“{match['count']}大{name}”，前文是“{first['count']}大{name}”。"
        end = match.start("name") + len(name)
        text = match.string[match.start() : end]
        yield Finding(Kind.NUMBER, at, match.start(), end, text, said)


def _common(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[size] == other[size]:
        size += 1
    return one[:size]


def _with_tables(blocks: Sequence[Block]) -> Iterator[Finding]:
    for at, block in enumerate(blocks):
        if len(block.rows) < _ROWS:
            continue
        rows = _by_level(block)
        if not rows:
            continue
        for above in _before(blocks, at):
            for match in _COUNTED.finditer(blocks[above].text):
                level = match["level"].removesuffix("级") + "级"
                counted = rows.get(level, 0)
                told = int(match["count"])
                if counted and told != counted and _near(told, counted):
                    said = f"这里说{level}的有 {told}，下面的表里有 {counted} 行。"
                    yield Finding(
                        Kind.NUMBER, above, *match.span(), match[0], said, str(counted)
                    )


def _before(blocks: Sequence[Block], at: int) -> Iterator[int]:
    """The paragraphs above a table, up to the table or heading before them."""
    for above in range(at - 1, max(at - 1 - _ABOVE, -1), -1):
        if blocks[above].rows or blocks[above].kind is BlockKind.HEADING:
            return
        yield above


def _by_level(block: Block) -> dict[str, int]:
    """How many rows of a table are of which level, where one column says so."""
    found: dict[str, int] = defaultdict(int)
    for row in block.rows:
        levels = {
            level for cell in row for level in _LEVELS if cell.strip().endswith(level)
        }
        if len(levels) == 1:
            found[levels.pop()] += 1
    return found if len(found) > 1 else {}


def _near(told: int, counted: int) -> bool:
    """Whether the two may be meant for the same: not one of ten."""
    return 2 * min(told, counted) > max(told, counted)
