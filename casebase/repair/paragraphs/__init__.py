"""Hard-wrapped lines joined to whole paragraphs.

The lines of a page are read as a typesetter would have set them: full lines as wide as
the measure, a first line two characters short of it (its indent was lost) or indented,
a last line of any width. The cheapest reading of the whole page is found by dynamic
programming (Viterbi), with the measure as the hidden state, because it changes: a
column is narrow, a boxed case has its own measure. A line that fits no measure stands
alone. The idea is Knuth and Plass's (1981) line breaking, read backwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from casebase.document import Block, BlockKind, Line, Page
from casebase.repair.paragraphs.costs import Measure
from casebase.repair.paragraphs.lines import Strip, strips_of, tidy
from casebase.repair.paragraphs.places import places_of
from casebase.repair.paragraphs.reading import read_lines
from casebase.repair.paragraphs.threads import (
    Interruption,
    Numbered,
    kind_of,
    threads,
)


def paragraphs(pages: Sequence[Page], *, flowing: bool) -> list[Block]:
    """The blocks of a layout: its lines joined to paragraphs.

    Headings that the format states keep their level, tables their rows; every other
    block is a PARAGRAPH as yet. What interrupts a paragraph on its page, such as a
    caption, a box or a note at the foot of a column, follows it.

    Args:
        pages: The lines, without furniture.
        flowing: Each line is a paragraph already.
    """
    lines = (
        (page.number, line)
        for page in pages
        for line in page.lines
        if line.rows or tidy(line.text)
    )
    blocks: list[Block] = []
    for fixed, run in groupby(lines, lambda one: flowing or _is_fixed(one[1])):
        some = list(run)
        blocks += [_fixed(*one) for one in some] if fixed else _threaded(some)
    return blocks


def _is_fixed(line: Line) -> bool:
    """Whether the text ends before the line and begins again after it."""
    return bool(line.level or line.note)


def _threaded(run: Sequence[Numbered]) -> list[Block]:
    """The blocks of a run of lines, the interruptions after what they interrupt."""
    text, asides = threads(run)
    blocks: list[Block] = []
    waiting = iter(asides)
    aside = next(waiting, None)
    for end, block in ((0, None), *_joined(text)):
        blocks += [block] if block else []
        while aside and aside.after <= end:
            blocks += _interrupting(aside.lines)
            aside = next(waiting, None)
    return blocks


def _interrupting(lines: Sequence[Numbered]) -> Iterator[Block]:
    for kind, group in groupby(lines, lambda one: kind_of(one[1])):
        some = list(group)
        if kind is Interruption.BOX:
            unboxed = [(page, replace(line, boxed=False)) for page, line in some]
            yield from (replace(block, boxed=True) for block in _threaded(unboxed))
        elif kind is Interruption.TABLE:
            yield from (_fixed(*one) for one in some)
        else:
            yield from (block for _, block in _joined(some))


def _fixed(page: int | None, line: Line) -> Block:
    """A line that is a block already."""
    if line.rows:
        table = Block(BlockKind.TABLE, "", 0, page, page, line.rows, header=line.header)
        return _marked(table, line)
    text = tidy(line.text)
    block = Block(_kind(line), text, line.level, page, page, gap=line.gap)
    return _marked(block, line)


def _kind(line: Line) -> BlockKind:
    if line.note:
        return BlockKind.NOTE
    return BlockKind.HEADING if line.level else BlockKind.PARAGRAPH


def _marked(block: Block, line: Line) -> Block:
    """The block with what is known of the line it is."""
    places = places_of([(block.page, line.box)])
    return replace(
        block,
        boxed=line.boxed,
        places=places,
        recognised=line.recognised,
        size=line.size,
    )


def _joined(run: Sequence[Numbered]) -> list[tuple[int, Block]]:
    """The paragraphs of a run of lines, each with how many lines end with it."""
    strips = strips_of(run)
    if not strips:
        return []
    return [
        (end, _block(strips[start:end], measure))
        for start, end, measure in read_lines(strips)
    ]


def _block(strips: Sequence[Strip], measure: Measure) -> Block:
    text = strips[0].text
    for strip in strips[1:]:
        text = join(text, strip.text)
    return Block(
        BlockKind.PARAGRAPH,
        text,
        page=strips[0].page,
        last_page=strips[-1].page,
        measure=measure,
        gap=strips[0].gap,
        places=places_of((strip.page, strip.box) for strip in strips),
        recognised=any(strip.recognised for strip in strips),
        size=strips[0].size,
    )


def join(before: str, after: str) -> str:
    """Two lines of one paragraph as one text.

    A space only stands between Latin words; a word that was hyphenated at the end of
    the line keeps its hyphen, because it cannot be told from 2023-2025.
    """
    if not before or not after:
        return before + after
    left, right = before[-1], after[0]
    latin = left.isascii() and right.isascii() and right.isalnum()
    word = latin and (left.isalpha() or left in ",.;:)!?" or right.isalpha())
    return f"{before} {after}" if word and left not in "-/+" else before + after
