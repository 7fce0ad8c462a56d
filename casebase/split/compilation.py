"""A compilation: several titled pieces that have nothing to do with each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from casebase.document import Block, BlockKind, Document
from casebase.entry import Entry, Kind
from casebase.text.naming import is_column
from casebase.text.numbering import is_named, mark_of
from casebase.text.passages import entry
from casebase.text.typesetting import width

FEWEST = 2  # pieces that make a compilation

_SUMMARY = re.compile(r".{0,6}(?:摘要|提要|导读|目录|概要|主要内容|要目)")
_NAMED = re.compile(
    r"(?:案例|经验|作品|工作法|事迹|成果|文章|论文|新闻)(?:选|集|汇|展播)"
    r"|联播|汇编|选编|摘编|合集|集锦|选登|摘登|简报|快报|工作动态|信息专报"
)
_PART_OF_ONE = re.compile(
    r"背景|做法|成效|启示|经验|体会|问题|措施|目标|要求|原则|保障|意义|现状|概况|简介|思路"
    r"|举措|特色|创新|反思|展望|结语|小结|总结|前言|引言|基本情况"
)


def item_level(document: Document) -> int | None:
    """The level of the headings above its pieces, or None where it is none.

    Only a document that says so in its title (汇编, 案例集, 联播, 简报) is one. Its
    pieces are below the highest headings that are neither front matter nor containers.
    """
    if not _NAMED.search(document.title):
        return None
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    for level in sorted({heading.level for heading in headings}):
        items = [
            (heading, body)
            for heading, body in _items(document.blocks, level)
            if not _is_front(heading) and not _is_container(heading, body)
        ]
        if len(items) >= FEWEST and not _parts_of_one(items):
            return level
    return None


def _is_front(heading: Block) -> bool:
    summary = _SUMMARY.fullmatch(heading.text)
    return bool(summary) or is_named(heading.text)


def _is_container(heading: Block, body: Sequence[Block]) -> bool:
    """Whether it only holds headings that have their own text: 案例正文, 【要闻】."""
    if body[0].kind is not BlockKind.HEADING:
        return False
    if is_column(heading.text):
        return True
    below = _items(body, body[0].level)
    return len(below) > 1 and not _parts_of_one(below)


def _items(blocks: Sequence[Block], level: int) -> list[tuple[Block, list[Block]]]:
    """The headings of that level that have text right below, with it."""
    places = [
        place
        for place, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING and block.level == level
    ]
    found: list[tuple[Block, list[Block]]] = []
    for start, end in pairwise([*places, len(blocks)]):
        body = _until_higher(blocks[start + 1 : end], level)
        if any(block.kind is not BlockKind.HEADING for block in body):
            found.append((blocks[start], body))
    return found


def _until_higher(blocks: Sequence[Block], level: int) -> list[Block]:
    body: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level < level:
            break
        body.append(block)
    return body


def _parts_of_one(items: Sequence[tuple[Block, list[Block]]]) -> bool:
    """Whether the headings are the parts of each piece: 背景, 做法, 成效."""
    short = 14.0
    parts = sum(
        bool(_PART_OF_ONE.search(heading.text)) and width(heading.text) <= short
        for heading, _ in items
    )
    marks = [mark for heading, _ in items if (mark := mark_of(heading.text))]
    again = sum(mark.number == 1 for mark in marks) > 1
    return parts > len(items) / 2 or (again and len(marks) > len(items) / 2)


def split_compilation(document: Document, level: int) -> list[Entry]:
    """The pieces; what stands before the first is a section unless it lists them.

    A piece of which there is but the title is an entry too: it was reported.
    """
    path: list[Block] = []
    found: list[Entry] = []
    heading: Block | None = None
    blocks: list[Block] = []
    for block in (*document.blocks, None):
        ends = block is None or (
            block.kind is BlockKind.HEADING and block.level <= level
        )
        if not ends and block is not None:
            blocks.append(block)
            continue
        found += _piece(document, heading, blocks, path, level)
        heading, blocks = block, []
        if block is not None:
            while path and path[-1].level >= block.level:
                path.pop()
            if block.level < level:
                path.append(block)
    return found


def _piece(
    document: Document,
    heading: Block | None,
    blocks: Sequence[Block],
    path: Sequence[Block],
    level: int,
) -> list[Entry]:
    above = tuple(block.text for block in path if block is not heading)
    column = heading is not None and is_column(heading.text)
    if heading is not None and (heading.level == level or (column and blocks)):
        mark = mark_of(heading.text)
        number = mark.number if mark else None
        title = mark.rest if mark and mark.rest else heading.text
        title = title.strip("【】") if column else title
        made = entry(
            document,
            Kind.ITEM,
            title,
            blocks,
            number=number,
            path=above,
            heading=heading,
        )
        return [made]
    title = heading.text if heading else document.title
    if not any(block.kind is not BlockKind.HEADING for block in blocks):
        return []
    if _SUMMARY.fullmatch(title):
        return []
    return [entry(document, Kind.SECTION, title, blocks, path=above, heading=heading)]
