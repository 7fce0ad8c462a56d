"""A law, regulation or other ruling text: one entry, its articles anchored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casebase.document import Block, BlockKind, Document
from casebase.entry import Entry, Kind
from casebase.text.numbering import article_label
from casebase.text.passages import entry

FEWEST = 3  # articles that make a ruling text

_ARTICLE = re.compile(
    r"第\s*[零〇一二三四五六七八九十百千两\d]+\s*条(?:之[一二三四五六七八九十])?"
)


def is_policy(document: Document) -> bool:
    """Whether its paragraphs are articles: 第一条, 第二条, …."""
    return len(_articles(document.blocks)) >= FEWEST


def split_policy(document: Document) -> list[Entry]:
    """The whole document as one entry; a notice that encloses it comes first."""
    places = _articles(document.blocks)
    blocks = _with_labels_joined(document.blocks, places)
    made = entry(document, Kind.POLICY, document.title, blocks)
    due = iter(_labels(document.blocks, places))
    wanted = next(due, None)
    anchored = []
    for paragraph in made.paragraphs:
        anchor = ""
        if wanted and paragraph.text.startswith(wanted):
            anchor = re.sub(r"\s", "", wanted)
            wanted = next(due, None)
        anchored.append(replace(paragraph, anchor=anchor))
    return [replace(made, paragraphs=tuple(anchored))]


def _articles(blocks: Sequence[Block]) -> list[int]:
    """The places of the blocks with which an article begins: their numbers count up."""
    places: list[int] = []
    last = 0
    for place, block in enumerate(blocks):
        label = article_label(block.text) if block.kind is not BlockKind.TABLE else None
        if label is None or label.rest.startswith(("规定", "的规定", "所称", "第")):
            continue
        if label.number == last + 1 or (label.number == last and "条之" in block.text):
            places.append(place)
            last = label.number
        elif label.number == 1:  # another ruling text in the same document
            places.append(place)
            last = 1
    return places


def _labels(blocks: Sequence[Block], places: Sequence[int]) -> list[str]:
    found = (_ARTICLE.match(blocks[place].text) for place in places)
    return [match[0] for match in found if match]


def _with_labels_joined(blocks: Sequence[Block], places: Sequence[int]) -> list[Block]:
    """第五条 alone on its line is joined with the text below it."""
    alone = {
        place
        for place in places
        if _ARTICLE.fullmatch(blocks[place].text.strip())
        and place + 1 < len(blocks)
        and place + 1 not in places
    }
    joined: list[Block] = []
    for place, block in enumerate(blocks):
        if place in alone:
            continue
        if place - 1 in alone:
            label = blocks[place - 1]
            text = f"{label.text.strip()} {block.text}"
            joined.append(replace(block, text=text, page=label.page))
        else:
            joined.append(block)
    return joined
