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
    r"[\s\xa0]*(?:已?下载(?:次数)?\s*[:：]?\s*(?:\d+)?\s*次?|\[?\d+次?下载\]?)[\s\S]*$"
)
_LONGEST = 120
_MOST = 40


def enclosures(bodies: Sequence[Tag], said: str) -> list[Line]:
    """The lines with files after the article, less those that its text names.

    Args:
        bodies: The elements that hold the article.
        said: Its text.
    """
    found: dict[str, None] = {}
    for link in bodies[-1].find_all_next("a", limit=1000):
        name = " ".join(link.get_text().split())
        if not (name and _FILE.search(f"{name} {str(link.get('href'))[-80:]}")):
            continue
        if any(parent is body for parent in link.parents for body in bodies):
            continue
        line = _line(link)
        if "附件" in line and name not in said:
            found.setdefault(line)
    return [Line(text) for text in list(found)[:_MOST]]


def _line(link: Tag) -> str:
    """What the block with the link says, or the link alone where that is long."""
    block: Tag | None = link
    while block is not None and block.name not in BLOCKS:
        block = block.parent
    text = _COUNT.sub("", " ".join(block.get_text().split())) if block else ""
    return text if len(text) <= _LONGEST else " ".join(link.get_text().split())
