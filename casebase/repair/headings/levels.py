"""How deep each heading is: by the style of its number, where the format is silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from casebase.document import Block, BlockKind
from casebase.text.naming import is_column
from casebase.text.numbering import Style, case_label, is_named, mark_of


def with_levels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with levels for the headings that the format gave none.

    Numbered headings stand below the last one that the format stated, in the order of
    the styles that the document uses; cases stand below the styles that are used before
    the first of them; a heading without a number stands below the numbered one before
    it.
    """
    levels = _levels_of_styles(blocks)
    found: list[Block] = []
    stated = current = 0
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            found.append(block)
        elif block.level:
            stated = current = block.level
            found.append(block)
        else:
            level = _level(block.text, levels, stated, current)
            found.append(replace(block, level=level))
            if _is_ranked(block.text):
                current = level
    return found


def _levels_of_styles(blocks: Iterable[Block]) -> dict[Style | None, int]:
    """The levels of the styles of numbers that the document uses, outermost first.

    None stands for cases.
    """
    outer: set[Style] = set()
    inner: set[Style] = set()
    cases = False
    for block in blocks:
        if block.kind is not BlockKind.HEADING or block.level:
            continue
        mark = mark_of(block.text)
        cases = cases or case_label(block.text) is not None
        if mark and mark.style not in outer:
            (inner if cases else outer).add(mark.style)
    order = [*sorted(outer), *([None] if cases else []), *sorted(inner)]
    return {style: level for level, style in enumerate(order, 1)}


def _level(
    text: str, levels: dict[Style | None, int], stated: int, current: int
) -> int:
    if is_named(text) or is_column(text):
        return stated + 1
    mark = mark_of(text)
    if mark or case_label(text):
        return stated + levels[mark.style if mark else None]
    return current + 1


def _is_ranked(text: str) -> bool:
    """Whether its own words tell a heading's rank, so that others stand below it."""
    labels = (mark_of, case_label, is_column)
    return is_named(text) or any(label(text) for label in labels)
