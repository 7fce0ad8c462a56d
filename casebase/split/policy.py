"""A law, regulation or other ruling text: one entry, its articles anchored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casebase.document import Block, BlockKind, Document
from casebase.entry import Entry, Kind
from casebase.text.numbering import article_label
from casebase.text.passages import entry, paragraphs

FEWEST = 3  # articles that make a ruling text

_ARTICLE = re.compile(
    r"第\s*[零〇一二三四五六七八九十百千两\d]+\s*条(?:之[一二三四五六七八九十])?"
)


def is_policy(document: Document) -> bool:
    """Whether its paragraphs are articles: 第一条, 第二条, …."""
    return len(_articles(document.blocks)) >= FEWEST


def split_policy(document: Document) -> list[Entry]:
    """The whole document as one entry; a notice that encloses it comes first."""
    anchored = _anchored(document.blocks)
    made = entry(
        document, Kind.POLICY, document.title, [block for block, _ in anchored]
    )
    found = [
        replace(paragraph, anchor=anchor)
        for block, anchor in anchored
        for paragraph in paragraphs([block])
    ]
    return [replace(made, paragraphs=tuple(found))]


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


def _anchored(blocks: Sequence[Block]) -> list[tuple[Block, str]]:
    """Each block with the article that begins with it, or nothing.

    第五条 alone on its line is joined with the text below it.
    """
    places = _articles(blocks)
    labels = {
        place: found[0]
        for place in places
        if (found := _ARTICLE.match(blocks[place].text))
    }
    anchored: list[tuple[Block, str]] = []
    alone = ""
    for place, block in enumerate(blocks):
        label = labels.get(place, "")
        if label and label == block.text.strip() and place + 1 not in labels:
            alone = label
            continue
        text = f"{alone} {block.text}" if alone else block.text
        anchor = re.sub(r"\s", "", alone or label)
        anchored.append((replace(block, text=text), anchor))
        alone = ""
    return anchored
