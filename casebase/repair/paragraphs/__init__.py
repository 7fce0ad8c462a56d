"""Hard-wrapped lines joined to whole paragraphs.

The lines of a page are read as a typesetter would have set them: full lines as wide as
the measure, a first line two characters short of it (its indent was lost) or indented,
a last line of any width. The cheapest reading of the whole page is found by dynamic
programming (Viterbi), with the measure as the hidden state, because it changes: a
column is narrow, a boxed case has its own measure. A line that fits no measure stands
alone. The idea is Knuth and Plass's (1981) line breaking, read backwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casebase.document import Block, BlockKind, Line, Page
from casebase.repair.paragraphs.costs import Measure
from casebase.repair.paragraphs.lines import Strip, strips_of, tidy
from casebase.repair.paragraphs.places import places_of
from casebase.repair.paragraphs.reading import read_lines


def paragraphs(pages: Sequence[Page], *, flowing: bool) -> list[Block]:
    """The blocks of a layout: its lines joined to paragraphs.

    Headings that the format states keep their level, tables their rows; every other
    block is a PARAGRAPH as yet.

    Args:
        pages: The lines, without furniture.
        flowing: Each line is a paragraph already.
    """
    blocks: list[Block] = []
    run: list[tuple[int | None, Line]] = []
    for page in pages:
        for line in page.lines:
            if flowing or line.rows or line.level or line.note:
                blocks += [*_joined(run), *_fixed(line, page.number)]
                run = []
            elif line.text.strip():
                run.append((page.number, line))
    return blocks + _joined(run)


def _fixed(line: Line, page: int | None) -> list[Block]:
    """A line that is a block already."""
    if line.rows:
        table = Block(BlockKind.TABLE, "", 0, page, page, line.rows, header=line.header)
        return [_marked(table, line)]
    text = tidy(line.text)
    if not text:
        return []
    block = Block(_kind(line), text, line.level, page, page, gap=line.gap)
    return [_marked(block, line)]


def _kind(line: Line) -> BlockKind:
    if line.note:
        return BlockKind.NOTE
    return BlockKind.HEADING if line.level else BlockKind.PARAGRAPH


def _marked(block: Block, line: Line) -> Block:
    """The block with what is known of the line it is."""
    places = places_of([(block.page, line.box)])
    recognised = line.recognised
    return replace(block, boxed=line.boxed, places=places, recognised=recognised)


def _joined(run: Sequence[tuple[int | None, Line]]) -> list[Block]:
    strips = strips_of(run)
    if not strips:
        return []
    return [
        _block(strips[start:end], measure) for start, end, measure in read_lines(strips)
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
