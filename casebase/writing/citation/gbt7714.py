"""References by GB/T 7714, of 2025 and of 2015.

The edition of 2025 (in force from 2026-07-01) sets the signs of a Chinese reference in
full width but for the full stop and the square brackets, and gives the day of reading
for sources on the web alone; that of 2015 sets all signs in half width. What a
reference must say and nobody knows stands in it as 〔刊名缺〕, so that the writer sees
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casebase.writing.citation.source import Source, Type

_MOST_AUTHORS = 3


class Edition(StrEnum):
    """Of the standard."""

    OF_2025 = "2025"
    OF_2015 = "2015"


class Order(StrEnum):
    """How text and references are tied together."""

    NUMBERED = "numbered"  # 顺序编码制
    AUTHOR_YEAR = "author-year"  # 著者-出版年制


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs between the parts of a reference."""

    comma: str
    colon: str
    opening: str
    closing: str


_SIGNS = {
    Edition.OF_2025: Signs("，", "：", "（", "）"),
    Edition.OF_2015: Signs(", ", ": ", "(", ")"),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference, and what it lacks.

    Attributes:
        text: The reference, without its number.
        missing: What should be in it and is not known: 刊名, 版次.
    """

    text: str
    missing: tuple[str, ...]


@dataclass(slots=True)
class _Setter:
    """Sets one reference, and remembers what was missing."""

    source: Source
    signs: Signs
    order: Order
    read: date
    missing: list[str]

    def needed(self, value: str, name: str) -> str:
        """The value, or a mark that it is missing."""
        if not value:
            self.missing.append(name)
            return f"〔{name}缺〕"
        return value

    def lead(self) -> str:
        """Who made it, in the author-year order with the year; a law has no author."""
        lawlike = self.source.type is Type.OTHER and self.order is Order.NUMBERED
        if lawlike and not self.source.authors:
            return ""
        who = self.needed(self.authors(self.source.authors), "责任者")
        if self.order is Order.AUTHOR_YEAR:
            return f"{who}{self.signs.comma}{self.needed(self.source.year, '年份')}. "
        return f"{who}. "

    def authors(self, names: Sequence[str]) -> str:
        """Three of them at most, then 等."""
        told = [*names[:_MOST_AUTHORS], *(["等"] if names[_MOST_AUTHORS:] else [])]
        return self.signs.comma.join(told)

    def title(self) -> str:
        """The title with its number and its mark."""
        title = self.source.title.replace("：", self.signs.colon)
        number = self.source.number
        medium = "/OL" if self.source.online or self.source.type is Type.WEB else ""
        named = f"{title}{self.signs.colon}{number}" if number else title
        return f"{named}[{self.source.type}{medium}]"

    def bracketed(self, text: str) -> str:
        """The text in round brackets."""
        return f"{self.signs.opening}{text}{self.signs.closing}"

    def colon(self, text: str) -> str:
        """A colon and the text, or nothing."""
        return f"{self.signs.colon}{text}" if text else ""

    def dated(self) -> str:
        """The year where it does not stand in front."""
        if self.order is Order.AUTHOR_YEAR:
            return ""
        return f"{self.signs.comma}{self.needed(self.source.year, '年份')}"


def cite(
    source: Source,
    read: date,
    edition: Edition = Edition.OF_2025,
    order: Order = Order.NUMBERED,
) -> Citation:
    """The reference to `source`, `read` on that day where it is on the web."""
    setter = _Setter(source, _SIGNS[edition], order, read, [])
    parts = {
        Type.JOURNAL: _journal,
        Type.NEWSPAPER: _newspaper,
        Type.REPORT: _report,
        Type.COLLECTION: _report,
        Type.WEB: _web,
        Type.OTHER: _other,
    }
    text = setter.lead() + parts[source.type](setter)
    return Citation(f"{text.rstrip('.')}.", tuple(setter.missing))


def in_text(source: Source, number: int, order: Order = Order.NUMBERED) -> str:
    """What stands in the text: [3], or （张宁，2024）."""
    if order is Order.NUMBERED:
        return f"[{number}]"
    who = source.authors[0] if source.authors else source.title
    more = "等" if len(source.authors) > 1 else ""
    return f"（{who}{more}，{source.year or '年份不详'}）"


def listed(citations: Iterable[Citation], order: Order = Order.NUMBERED) -> list[str]:
    """The list of references: numbered as they come, or by author."""
    texts = [citation.text for citation in citations]
    if order is Order.NUMBERED:
        return [f"[{number}] {text}" for number, text in enumerate(texts, start=1)]
    return sorted(dict.fromkeys(texts))


def _journal(setter: _Setter) -> str:
    source = setter.source
    name = setter.needed(source.container, "刊名")
    issue = source.issue
    if not (issue or source.volume):
        issue = setter.needed("", "期号")
    volume = f"{setter.signs.comma}{source.volume}" if source.volume else ""
    within = setter.bracketed(issue) if issue else ""
    pages = setter.colon(setter.needed(source.pages, "页码"))
    number = f"{name}{setter.dated()}{volume}{within}{pages}"
    return f"{setter.title()}. {number}{_address(setter)}"


def _newspaper(setter: _Setter) -> str:
    source = setter.source
    name = setter.needed(source.container, "报名")
    day = setter.needed(source.date, "日期")
    face = setter.bracketed(setter.needed(source.issue, "版次"))
    return f"{setter.title()}. {name}{setter.signs.comma}{day}{face}{_address(setter)}"


def _report(setter: _Setter) -> str:
    source = setter.source
    whole = ""
    if source.whole:
        title = source.whole.replace("：", setter.signs.colon)
        makers = setter.authors(source.whole_authors)
        whole = f"//{f'{makers}. ' if makers else ''}{title}"
    made = setter.needed(source.publisher, "编制单位")
    pages = setter.colon(source.pages)
    return f"{setter.title()}{whole}. {made}{setter.dated()}{pages}{_address(setter)}"


def _web(setter: _Setter) -> str:
    source = setter.source
    if source.whole:
        whole = f"//{source.whole.replace('：', setter.signs.colon)}"
    else:
        whole = ""
    day = setter.bracketed(setter.needed(source.date, "发布日期"))
    url = setter.needed(source.url, "网址")
    return f"{setter.title()}{whole}. {day}[{setter.read.isoformat()}]. {url}"


def _other(setter: _Setter) -> str:
    source = setter.source
    whole = (
        f"//{source.whole.replace('：', setter.signs.colon)}" if source.whole else ""
    )
    if setter.order is Order.AUTHOR_YEAR and len(source.date) <= len("2024"):
        return f"{setter.title()}{whole}"
    return f"{setter.title()}{whole}. {setter.needed(source.date, '日期')}"


def _address(setter: _Setter) -> str:
    if not setter.source.url:
        return ""
    return f"[{setter.read.isoformat()}]. {setter.source.url}"
