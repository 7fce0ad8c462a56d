"""What is known of where an entry is from, as a reference needs it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from casebase.document import Metadata
from casebase.entry import Entry, Kind, Role
from casebase.text.naming import is_names


class Type(StrEnum):
    """What a source is; the values are the marks of GB/T 7714."""

    JOURNAL = "J"
    NEWSPAPER = "N"
    REPORT = "R"
    COLLECTION = "G"
    WEB = "EB"
    OTHER = "Z"


@dataclass(frozen=True, slots=True)
class Source:
    """A source, each field empty where nothing is known.

    Attributes:
        type: What it is.
        authors: People or bodies, as they sign.
        title: Of the part that is cited.
        number: The number of an official document: 鲁发〔2022〕19号.
        container: The journal, newspaper or website it is in.
        whole: The report or collection of which it is a part.
        whole_authors: Who made that.
        publisher: Who published it.
        date: ISO 8601, as exactly as is known.
        volume: Of a journal.
        issue: Of a journal; of a newspaper the page (版).
        pages: 12 or 12-14.
        url: Where it is on the web.
    """

    type: Type
    authors: tuple[str, ...]
    title: str
    number: str = ""
    container: str = ""
    whole: str = ""
    whole_authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    url: str = ""

    @property
    def year(self) -> str:
        """The year of the date."""
        return self.date[:4]

    @property
    def online(self) -> bool:
        """Whether it was read on the web."""
        return bool(self.url)


class Described(Protocol):
    """What is needed of the document of an entry."""

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def subtitle(self) -> str:
        """Its subtitle, or nothing."""
        ...

    @property
    def format(self) -> str:
        """What kind of file it is: html, pdf, …."""
        ...

    @property
    def metadata(self) -> Metadata:
        """What the file says of itself."""
        ...


TYPES: Mapping[str, Type] = {
    "报纸通讯": Type.NEWSPAPER,
    "新闻": Type.NEWSPAPER,
    "期刊论文": Type.JOURNAL,
    "典型案例": Type.REPORT,
    "质量年报": Type.REPORT,
    "案例汇编": Type.COLLECTION,
    "网页文章": Type.WEB,
    "公众号文章": Type.WEB,
}
_RULING = frozenset({"通知", "法规制度", "方案规划", "荣誉名单"})
# 《望岳学报》2024年第12卷第3期, 2024, 12(3): 45-48
_ISSUE = re.compile(
    r"第\s*(?P<volume>\d{1,3})\s*卷[^\d第]{0,3}第?\s*(?P<issue>\d{1,3})\s*期"
    r"|(?:19|20)\d\d\s*年?\s*第\s*(?P<only>\d{1,3})\s*期"
)
_JOURNAL = re.compile(r"《(?P<named>[^《》]{2,20})》|^(?P<bare>[\u4e00-\u9fff]{2,16})$")
_PAPER = re.compile(
    r"《?(?P<paper>[\u4e00-\u9fff]{1,10}(?:日报|晚报|时报|教育报|青年报|党报|周报|报))》?"
)
_FACE = re.compile(r"第?\s*(?P<face>[A-Z]?\d{1,3})\s*版")
_NAMES = re.compile(r"[、，,;；/\s]+")
_ASIDE = frozenset({Role.NOTE, Role.BODY, Role.HEADING})
_ABOVE, _BELOW = 5, 3  # paragraphs among which a signature stands
# 一、 （一） 1. before the title of a section
_NUMBERING = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])\s*"
)
_CREDIT = re.compile(r"^(?:本报)?(?:记者|通讯员|作者|文|撰稿|供稿)[:：/\s]*")


def source_of(entry: Entry, document: Described) -> Source:
    """The source of `entry`, which is in `document`."""
    metadata = document.metadata
    genre = entry.first("genre") or ""
    part = entry.title != document.title
    kind = _type(genre, entry, document)
    school = entry.first("school") or ""
    owner = (school,) if school else ()
    made = owner or (tuple(_people(metadata.source)) if kind is Type.WEB else ())
    people = _people(metadata.author) or ([] if part else _signed(entry))
    return Source(
        type=kind,
        authors=owner if part else tuple(people or _issuer(entry) or made),
        title=_NUMBERING.sub("", entry.title)
        if part
        else _whole_title(entry.title, document.subtitle),
        number=_own_number(entry, genre),
        container=_container(kind, metadata),
        whole=_whole_title(document.title, document.subtitle) if part else "",
        whole_authors=tuple(people or owner) if part else (),
        publisher=school if kind in {Type.REPORT, Type.COLLECTION} else "",
        date=entry.first("date") or metadata.date or str(entry.first("year") or ""),
        volume=_found(_ISSUE, "volume", metadata.source),
        issue=_issue(kind, metadata.source),
        pages=_pages(entry) if kind is not Type.NEWSPAPER else "",
        url=metadata.url,
    )


def _type(genre: str, entry: Entry, document: Described) -> Type:
    kind = TYPES.get(genre, Type.OTHER)
    web = bool(document.metadata.url) or document.format == "html"
    if kind is Type.NEWSPAPER and web and not _container(kind, document.metadata):
        return Type.WEB
    if kind is Type.OTHER and document.metadata.url:
        return Type.WEB
    if kind is Type.OTHER and entry.kind is Kind.CASE:
        return Type.REPORT
    return kind


def _whole_title(title: str, subtitle: str) -> str:
    return f"{title}：{subtitle}" if subtitle else title


def _people(author: str) -> list[str]:
    bare = _CREDIT.sub("", author.strip())
    names = [_CREDIT.sub("", name) for name in _NAMES.split(bare)]
    return list(dict.fromkeys(filter(None, names)))


def _signed(entry: Entry) -> list[str]:
    """Who signs above or below the text, where that stands on a line of its own."""
    edges = (*entry.paragraphs[:_ABOVE], *entry.paragraphs[-_BELOW:])
    lines = [it.text.strip("（）() ") for it in edges if it.role in _ASIDE]
    signed = (line for line in lines if is_names(_CREDIT.sub("", line)))
    return _people(next(signed, ""))


def _issuer(entry: Entry) -> list[str]:
    """Of an official document that has its own number, who issued it."""
    own = [it for it in entry.values("policies") if it.title == entry.title]
    return [it.issuer for it in own[:1] if it.issuer]


def _own_number(entry: Entry, genre: str) -> str:
    if genre not in _RULING:
        return ""
    own = (it.number for it in entry.values("policies") if it.title == entry.title)
    return next(filter(None, own), "")


def _container(kind: Type, metadata: Metadata) -> str:
    said = metadata.source.strip()
    if kind is Type.JOURNAL:
        return _found(_JOURNAL, "named", said) or _found(_JOURNAL, "bare", said)
    if kind is Type.NEWSPAPER:
        return _found(_PAPER, "paper", said)
    return ""


def _issue(kind: Type, said: str) -> str:
    if kind is Type.NEWSPAPER:
        return _found(_FACE, "face", said)
    return _found(_ISSUE, "issue", said) or _found(_ISSUE, "only", said)


def _found(pattern: re.Pattern[str], name: str, text: str) -> str:
    match = pattern.search(text)
    return (match[name] or "") if match else ""


def _pages(entry: Entry) -> str:
    if entry.pages is None:
        return ""
    first, last = entry.pages
    return str(first) if first == last else f"{first}-{last}"
