"""The headline, wherever the layout left it.

A dump of a newspaper page may end with it, a paper has it between the English abstract
and the author, a notice below its red head, a report on its cover; some have none, and
then the document's metadata, its running head or its file must name it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from casebase.document import Block, Metadata
from casebase.repair.headline.forms import DASHES, LONGEST, SHORTEST, is_title
from casebase.repair.headline.largest import largest
from casebase.repair.headline.places import (
    HEAD,
    Found,
    leading,
    of_cover,
    of_notice,
    of_paper,
    stated_heading,
    stated_title,
    trailing,
)
from casebase.repair.headline.report import annual_report
from casebase.text.numbering import Style, mark_of
from casebase.text.typesetting import ends_sentence, width

_HALF = 6.0  # the least of a title and subtitle in one line
_CONTENTS = re.compile(r"目\s*[录次]")  # is left only where there is nothing else
_IN_LINE = re.compile(r"(.*?\S)\s*+(?:[—―─]{2}|[|｜])\s*+(.+)")
_DESCRIPTION = re.compile(
    r".*(?:纪实|探索|实践|侧记|综述|纪事|启示|之路|案例|做法|观察|调查|研究|为例|探析)|.{9,}(?:落幕|举行|召开|开展|启动)"
)


@dataclass(frozen=True, slots=True)
class Headline:
    """The title, the subtitle, and the blocks that are neither."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]


def headline(
    blocks: Sequence[Block], metadata: Metadata, heads: Sequence[str], name: str
) -> Headline:
    """The title and subtitle of a document, taken out of its blocks.

    Args:
        blocks: The document's paragraphs, headings not yet told.
        metadata: What the file says of itself.
        heads: The running heads that were dropped, most frequent first.
        name: The file's path, whose stem is the title of last resort.
    """
    seekers: tuple[Callable[[Sequence[Block]], Found | None], ...] = (
        stated_heading,
        lambda blocks: stated_title(blocks, metadata.title),
        of_notice,
        largest,
        of_paper,
        of_cover,
        leading,
        trailing,
    )
    found = next((found for seek in seekers if (found := seek(blocks))), None)
    if found is None:
        found = _title_of_last_resort(blocks, heads, name), frozenset()
    return _taken(blocks, *found, heads)


def _title_of_last_resort(
    blocks: Sequence[Block], heads: Sequence[str], name: str
) -> str:
    text = "\n".join(block.text for block in blocks)
    candidates = (
        annual_report(text),
        next(filter(is_title, heads), ""),
        next(filter(_names_a_part, heads), ""),
        next(
            (block.text for block in blocks[:1] if _CONTENTS.fullmatch(block.text)), ""
        ),
        PurePosixPath(name).stem,
    )
    return next(filter(None, candidates), name)


def _names_a_part(head: str) -> bool:
    """Whether it is the title of a part or chapter: 第一篇 …, from which pages come."""
    mark = mark_of(head)
    return mark is not None and mark.style <= Style.SECTION and is_title(mark.rest)


def _taken(
    blocks: Sequence[Block], title: str, places: frozenset[int], heads: Sequence[str]
) -> Headline:
    """The headline with its subtitle, the blocks without both."""
    title, subtitle = _halves(title.rstrip("*＊ "))
    place = None
    if not subtitle:
        subtitle, place = _subtitle(blocks, places)
    again = _squeezed(title)
    gone = {*places, place, *_repeating(blocks, again)}
    kept = tuple(block for number, block in enumerate(blocks) if number not in gone)
    worded = next((head for head in heads if _squeezed(head) == again), title)
    return Headline(worded.strip(), subtitle, kept)


def _halves(title: str) -> tuple[str, str]:
    """Title and subtitle of a line that holds both: 标题——副题, 标题 | 副题."""
    found = _IN_LINE.fullmatch(title)
    if not found or min(width(found[1]), width(found[2])) < _HALF:
        return title, ""
    return (found[1], found[2]) if _DESCRIPTION.fullmatch(found[2]) else (title, "")


def _subtitle(blocks: Sequence[Block], title: frozenset[int]) -> tuple[str, int | None]:
    """A line that dashes begin: beside the title, at the head or at the very end."""
    near = [
        *([max(title) + 1, min(title) - 1] if title else []),
        *range(min(4, len(blocks))),
        *range(len(blocks) - 1, max(len(blocks) - 3, -1), -1),
    ]
    for place in near:
        if not 0 <= place < len(blocks) or place in title:
            continue
        text = blocks[place].text
        rest = DASHES.sub("", text)
        fits = SHORTEST <= width(rest) <= LONGEST and not ends_sentence(rest)
        if rest != text and fits:
            return rest.strip(), place
    return "", None


def _repeating(blocks: Sequence[Block], title: str) -> Iterator[int]:
    """The places at the head that are the title again, in one line or in several."""
    for start in range(min(HEAD, len(blocks))):
        end, said = start, ""
        while said != title and title.startswith(said) and end < len(blocks):
            if not blocks[end].text:  # a table
                break
            said += _squeezed(blocks[end].text)
            end += 1
        if said == title:
            yield from range(start, end)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
