"""What of an entry is compared: its letters and numbers, running text and tables apart.

Punctuation, spaces and typography differ between formats. Captions and notes stand
elsewhere or are left out; the title may be another one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from casebase.entry import Entry, Kind, Paragraph, Role
from casebase.text.fold import fold

PROSE = frozenset({Role.BODY, Role.HEADING})
# A point between digits stays: 1.5 is not 15.
_SIGNS = re.compile(r"(?!(?<=\d)\.(?=\d))[\W_]")
# How a piece of news begins, and what is put in brackets behind its end: every paper
# has its own.
_DATELINE = re.compile(r"[^。，；]{0,30}?(?:讯|电)(?:[(][^()]{0,40}[)]|(?=[:：\s]))")
_REMARK = re.compile(r"[(][^()]{0,60}[)]$")
# A line about the publication, not of the text.
_PUBLISHED = re.compile(
    r"[(]?(?:来源|作者|编辑|责编|责任编辑|审核|审校|校对|供稿|撰稿|发布时间|发布日期|更新时间"
    r"|浏览次数|点击数|点击|阅读|初审|复审|终审|监制|摄影|记者|通讯员|文字|图片)[:：/ ]"
)
_PUBLISHED_LENGTH = 80  # characters of such a line at most


@dataclass(frozen=True, slots=True)
class Gist:
    """An entry as it is compared.

    Attributes:
        prose: Letters and numbers of the running text, folded.
        ends: Where the paragraphs of `prose` end, 0 and its own end included.
        rows: Letters and numbers of its tables.
        ruling: Whether it is a law or the like, of which editions differ in little.
    """

    prose: str
    ends: frozenset[int]
    rows: str
    ruling: bool

    @property
    def digest(self) -> str:
        """Names the gist: 32 hexadecimal digits."""
        ends = ",".join(map(str, sorted(self.ends)))
        whole = "\n".join((self.prose, ends, self.rows, str(self.ruling)))
        return hashlib.blake2b(whole.encode(), digest_size=16).hexdigest()


def gist(entry: Entry) -> Gist:
    """What of `entry` is compared."""
    paragraphs = entry.paragraphs
    ruling = entry.kind is Kind.POLICY and any(it.anchor for it in paragraphs)
    if ruling:
        paragraphs = _from_first_article(paragraphs)
    prose = list(filter(None, map(_bare, _own(paragraphs))))
    rows = (it.text for it in paragraphs if it.role is Role.ROW)
    return Gist(
        prose="".join(prose),
        ends=frozenset(accumulate(map(len, prose), initial=0)),
        rows="".join(_bare(fold(row).text) for row in rows),
        ruling=ruling,
    )


def _from_first_article(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Without the history of the law and its contents, which editions add or leave."""
    first = next(at for at, it in enumerate(paragraphs) if it.anchor)
    return paragraphs[first:]


def _own(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """The folded paragraphs of the text itself, nothing of this publication."""
    folded = [fold(it.text).text for it in paragraphs if it.role in PROSE]
    kept = [text for text in folded if not _about_publication(text)]
    if kept:
        kept[0] = _DATELINE.sub("", kept[0], count=1) if _is_news(kept[0]) else kept[0]
        kept[-1] = _REMARK.sub("", kept[-1])
    yield from kept


def _is_news(text: str) -> bool:
    return _DATELINE.match(text) is not None


def _about_publication(text: str) -> bool:
    return len(text) <= _PUBLISHED_LENGTH and _PUBLISHED.match(text) is not None


def _bare(folded: str) -> str:
    return _SIGNS.sub("", folded)
