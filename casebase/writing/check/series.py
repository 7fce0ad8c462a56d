"""Numbers of headings, tables and pictures that skip one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebase.document import Block, BlockKind
from casebase.text.numerals import value_of
from casebase.writing.check.finding import Finding, Kind

_HEADINGS = (
    re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})、"),
    re.compile(r"[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"(?P<number>\d{1,2})[.．、](?!\d)"),
)
_CAPTION = re.compile(r"(?P<what>[表图])\s*(?P<number>\d{1,3})(?![\d.\-—])")
_CASE = re.compile(
    r"(?P<what>案例)\s*(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})\s*[:：]"
)


def series(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Where a number is not one more than the last of its kind; a new 1 begins anew."""
    last: dict[str, int] = {}
    for at, block in enumerate(blocks):
        found = _numbered(block)
        if found is None:
            continue
        kind, number, match = found
        last = {key: value for key, value in last.items() if not _below(key, kind)}
        before = last.get(kind, 0)
        last[kind] = number
        if number > before + 1 and before:
            said = f"前一个是 {before}，这里是 {number}，中间缺了 {before + 1}。"
            yield Finding(Kind.ORDER, at, *match.span(), match[0], said)


def _below(one: str, other: str) -> bool:
    """Whether headings of kind `one` stand below those of kind `other`."""
    return one.isdigit() and other.isdigit() and one > other


def _numbered(block: Block) -> tuple[str, int, re.Match[str]] | None:
    """What kind of number a block begins with, and which."""
    if block.kind is BlockKind.CAPTION:
        match = _CAPTION.match(block.text)
        return _told(match["what"], match) if match else None
    if block.kind is not BlockKind.HEADING:
        return None
    case = _CASE.match(block.text)
    if case:
        return _told(case["what"], case)
    for depth, pattern in enumerate(_HEADINGS):
        match = pattern.match(block.text)
        if match:
            return _told(str(depth), match)
    return None


def _told(kind: str, match: re.Match[str]) -> tuple[str, int, re.Match[str]] | None:
    value = value_of(match["number"])
    return None if value is None else (kind, int(value), match)
