"""Files that a page offers below its article: 附件【推荐表.docx】."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4 import Tag

from casebase.document import Line
from casebase.extract.html.body import BLOCKS

_FILE = re.compile(
    r"\.(?:docx?|pdf|xlsx?|pptx?|zip|rar|wps|et|ofd|rtf|7z)\b", re.IGNORECASE
)
_COUNT = re.compile(
    r"\s*+(?:已?下载(?:次数)?\s*+[:：]?\s*+\d*+\s*+次?|\[?\d++次?下载\]?)[\s\S]*$"
)
_LONGEST = 120  # characters of a line with a file
_LOOKED_AT = 1000  # links after the article
_MOST = 40


def enclosures(bodies: Sequence[Tag], said: str) -> list[Line]:
    """The lines with files after the article, less those that its text names.

    Args:
        bodies: The elements that hold the article.
        said: Its text.
    """
    found: dict[str, None] = {}
    known: dict[int, str] = {}
    for link in bodies[-1].find_all_next("a", limit=_LOOKED_AT):
        name = " ".join(link.get_text().split())
        if not (name and _FILE.search(f"{name} {str(link.get('href'))[-80:]}")):
            continue
        if any(parent is body for parent in link.parents for body in bodies):
            continue
        block = _block(link)
        if id(block) not in known:
            known[id(block)] = _line(block)
        line = known[id(block)]
        if "附件" in line and name not in said:
            found.setdefault(line)
    return [Line(text) for text in list(found)[:_MOST]]


def _block(link: Tag) -> Tag:
    """The block with the link."""
    block = link
    while block.name not in BLOCKS and block.parent is not None:
        block = block.parent
    return block


def _line(block: Tag) -> str:
    """What a block says, less how often its file was taken; none where it is long."""
    text = _COUNT.sub("", " ".join(block.get_text().split()))
    return text if len(text) <= _LONGEST else ""
