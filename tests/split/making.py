"""Documents made of blocks, written as a reader would see them."""

from __future__ import annotations

from casebase.document import Block, BlockKind, Document
from casebase.entry import Entry

TEXT = "支部党员分组入户，听取群众意见，当场能办的当场办结，不能办的写明办结时间。"


def block(text: str) -> Block:
    """`## 标题` is a heading, `图 1` and `表 1` captions, `注：` a note, else prose.

    A number in braces at the end is the measure: 一段话{26}.
    """
    level = len(text) - len(text.lstrip("#"))
    words, _, measure = text.lstrip("#").strip().partition("{")
    kind = BlockKind.PARAGRAPH
    if level:
        kind = BlockKind.HEADING
    elif words.startswith(("图 ", "表 ")):
        kind = BlockKind.CAPTION
    elif words.startswith("注："):
        kind = BlockKind.NOTE
    width = float(measure.rstrip("}")) if measure else None
    return Block(kind, words, level, measure=width)


def document(*texts: str, title: str = "某文", subtitle: str = "") -> Document:
    """A document of such blocks."""
    blocks = tuple(map(block, texts))
    return Document("d" * 16, "某文.txt", "text", title, subtitle, blocks)


def told(entries: tuple[Entry, ...]) -> list[tuple[str, int | None, str, str]]:
    """Kind, number, title and path of each entry."""
    return [
        (str(entry.kind), entry.number, entry.title, " > ".join(entry.path))
        for entry in entries
    ]
