"""Entries: what people look for, and what is known of each, with its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from casebase.place import Place

PERSON = "person"  # the rule of a fact that a person gave
FOLLOWED = "person.school"  # the rule of a place that the school a person gave brings
_SAID = frozenset({"by", "at"})

EntryId = str  # a document's id, "-", and the entry's ordinal in it: 3f2a…9c-12

GENRES = (
    "报纸通讯", "新闻", "期刊论文", "典型案例", "质量年报", "案例汇编", "通知",
    "法规制度", "方案规划", "讲话", "会议纪要", "简报", "荣誉名单", "网页文章",
    "公众号文章", "其他",
)  # fmt: skip


class Kind(StrEnum):
    """What part of a document an entry is."""

    CASE = "case"  # a numbered case of a report
    ARTICLE = "article"  # a document that is one piece
    SECTION = "section"  # a section of a report, its cases taken out
    POLICY = "policy"  # a law, regulation or other ruling text
    ITEM = "item"  # a piece of a compilation


class Role(StrEnum):
    """What a paragraph is to a reader."""

    BODY = "body"
    HEADING = "heading"
    SUBTITLE = "subtitle"
    ROW = "row"  # one row of a table
    CAPTION = "caption"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, heading or table row of an entry.

    Attributes:
        text: Word for word; the cells of a row are joined by tabs.
        role: What it is.
        level: Of a heading, 1 for the highest within the document; else 0.
        page: Where it begins, 1-based, or None.
        anchor: Of a policy, the article that begins here (第三条); else empty.
        places: Where it stands, one for each column or page it runs through; empty
            where that is not known.
        recognised: Whether any of it was read off a picture (OCR), so that it may be
            wrong.
        table: Of a row, which of the entry's tables it belongs to, from 1; else 0.
        head: Whether it is a row of that table's head.
    """

    text: str
    role: Role = Role.BODY
    level: int = 0
    page: int | None = None
    anchor: str = ""
    places: tuple[Place, ...] = ()
    recognised: bool = False
    table: int = 0
    head: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove a fact.

    Attributes:
        place: Where the words stand: text, title, or document (the title, metadata or
            another entry of the same document).
        start: First character, in `Entry.text` or `Entry.title`; 0 for document.
        end: One past the last character; 0 for document.
        quote: The words themselves.
        rule: The name of the rule that found them; `person` where a person said it,
            `person.school` where it follows from the school that a person gave.
        by: Who that person is; empty where a rule found them.
        at: When it was said, ISO 8601 with time zone; empty likewise.
    """

    place: str
    start: int
    end: int
    quote: str
    rule: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """A named brand, project, workshop, team or column.

    `form` is one of 品牌 项目 工作室 团队 栏目 基地 活动, `level` as of honours.
    """

    name: str
    holder: str | None = None
    level: str | None = None
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """A named formula or numeral compound, such as 1+3+N."""

    name: str
    parts: tuple[str, ...] = ()
    national: bool = False


@dataclass(frozen=True, slots=True)
class Slogan:
    """A slogan in the wording of the text, and the family it belongs to."""

    name: str
    family: str


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour as the text reports it; DESIGN lists the words for level and status."""

    name: str
    level: str | None = None
    batch: str | None = None
    status: str | None = None
    holder: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """A cited policy; `number` in the form 鲁发〔2022〕19号."""

    title: str | None
    number: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure; `value` in base units, so that 210万元 is 2100000 元."""

    text: str
    value: float
    unit: str
    approximate: str | None = None
    subject: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class HeadingSet:
    """Parallel headings of a text, in its order, and what makes them parallel."""

    headings: tuple[str, ...]
    pattern: str


Value = str | int | Brand | Method | Slogan | Honour | Policy | Quantity | HeadingSet


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of an entry.

    `name` is one of: school alias departments partners province city date year genre
    topics brands methods slogans honours policies quantities headings. Departments are
    the school's own branches and units that act, partners whom it acts with. Those in
    the singular are said once at most, except alias (a short name of the school); the
    others as often as the text gives them, each value once, with all its evidence.
    """

    name: str
    value: Value
    evidence: tuple[Evidence, ...]

    @property
    def by_person(self) -> bool:
        """Whether a person said it, or it follows from what a person said."""
        return any(words.rule in {PERSON, FOLLOWED} for words in self.evidence)


@dataclass(frozen=True)
class Entry:
    """What people look for: a case, an article, a section, a policy, an item.

    Attributes:
        id: `EntryId`.
        document_id: The id of its document.
        document: Path of the document below corpus/.
        document_title: The document's title.
        subtitle: The document's subtitle where the entry is the document, else empty.
            It is the first paragraph of the text too, so that it can be searched.
        kind: What part of the document it is.
        number: The case's or article's own number, as 37 of 案例 37.
        title: Without the label (案例 37：).
        path: The headings above it, highest first.
        pages: First and last page, 1-based, or None.
        paragraphs: The text; the title is not in it.
        facts: What is known, in the order found.
        corrected: The names of the facts that a person set, cleared, added or took
            out, and of those that follow from these.
    """

    id: EntryId
    document_id: str
    document: str
    document_title: str
    subtitle: str
    kind: Kind
    number: int | None
    title: str
    path: tuple[str, ...]
    pages: tuple[int, int] | None
    paragraphs: tuple[Paragraph, ...]
    facts: tuple[Fact, ...] = field(default=())
    corrected: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The paragraphs joined by line breaks."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def recognised(self) -> tuple[int, ...]:
        """Which paragraphs were read off a picture (OCR), 0-based, in order."""
        return tuple(index for index, it in enumerate(self.paragraphs) if it.recognised)

    def values(self, name: str) -> list[Any]:
        """The values of all facts of that name, in the order found."""
        return [fact.value for fact in self.facts if fact.name == name]

    def first(self, name: str) -> Any:  # noqa: ANN401 - a fact's value has many types
        """The value of the first fact of that name, or None."""
        return next(iter(self.values(name)), None)


def entry_json(entry: Entry) -> dict[str, Any]:
    """The shape of `casebase show --json`; unknown is null or empty, never guessed."""
    return {
        "id": entry.id,
        "document": entry.document,
        "document_title": entry.document_title,
        "subtitle": entry.subtitle or None,
        "kind": str(entry.kind),
        "number": entry.number,
        "title": entry.title,
        "path": list(entry.path),
        "pages": list(entry.pages) if entry.pages else None,
        **{name: entry.first(name) for name in ("date", "year", "genre")},
        "topics": entry.values("topics"),
        **{name: entry.first(name) for name in ("school", "province", "city")},
        "aliases": entry.values("alias"),
        **{name: entry.values(name) for name in ("departments", "partners")},
        **{name: [asdict(value) for value in entry.values(name)] for name in COMPOUND},
        "anchors": _anchors(entry),
        "outline": _outline(entry),
        "evidence": [_evidence(fact) for fact in entry.facts],
        "corrected": list(entry.corrected),
        "recognised": list(entry.recognised),
        "places": [_placed(paragraph) for paragraph in entry.paragraphs],
        "text": entry.text,
    }


COMPOUND = (
    "brands", "methods", "slogans", "honours", "policies", "quantities", "headings",
)  # fmt: skip
# Facets whose values are parts of compound facts: the fact, the part.
PARTS: Mapping[str, tuple[str, str]] = {
    "method": ("methods", "name"),
    "slogan": ("slogans", "name"),
    "family": ("slogans", "family"),
    "policy": ("policies", "title"),
    "docno": ("policies", "number"),
    "honour": ("honours", "name"),
    "level": ("honours", "level"),
    "batch": ("honours", "batch"),
    "status": ("honours", "status"),
    "awarded": ("honours", "year"),
    "brand": ("brands", "name"),
}
# Facets that are facts said several times.
LISTED: Mapping[str, str] = {
    "topic": "topics", "department": "departments", "partner": "partners",
}  # fmt: skip
# What people call the facts, in the order shown.
FACTS: Mapping[str, str] = {
    "school": "学校", "alias": "简称", "departments": "部门", "partners": "合作方",
    "province": "省份", "city": "城市",
    "date": "日期", "year": "年份", "genre": "体裁", "topics": "主题",
    "brands": "品牌", "methods": "工作法", "slogans": "口号", "honours": "荣誉",
    "policies": "政策", "quantities": "数字", "headings": "并列标题",
}  # fmt: skip

# What people call the parts of compound facts.
PART_NAMES: Mapping[str, str] = {
    "name": "名称", "holder": "所属", "level": "级别", "form": "形式", "parts": "组成",
    "national": "通行", "family": "口号族", "batch": "批次", "status": "状态",
    "year": "年份", "title": "题名", "number": "文号", "issuer": "机关",
    "text": "原文", "value": "数值", "unit": "单位", "approximate": "约数",
    "subject": "对象", "headings": "标题", "pattern": "句式",
}  # fmt: skip


def _anchors(entry: Entry) -> list[dict[str, Any]]:
    return [
        {"label": paragraph.anchor, "paragraph": index}
        for index, paragraph in enumerate(entry.paragraphs)
        if paragraph.anchor
    ]


def _outline(entry: Entry) -> list[dict[str, Any]]:
    return [
        {"title": paragraph.text, "level": paragraph.level, "paragraph": index}
        for index, paragraph in enumerate(entry.paragraphs)
        if paragraph.role is Role.HEADING
    ]


def _placed(paragraph: Paragraph) -> list[dict[str, Any]]:
    """Where one paragraph of the text stands, in shares of its pages."""
    return [
        {"page": place.page, "box": [round(edge, 4) for edge in astuple(place.box)]}
        for place in paragraph.places
    ]


def _evidence(fact: Fact) -> dict[str, Any]:
    value = fact.value if isinstance(fact.value, str | int) else asdict(fact.value)
    shown: dict[str, Any] = {
        "fact": fact.name,
        "value": value,
        "evidence": [_words(words) for words in fact.evidence],
    }
    if fact.by_person:
        shown["corrected"] = True
    return shown


def _words(words: Evidence) -> dict[str, Any]:
    """Who said it, and when, only where a person did."""
    return {key: it for key, it in asdict(words).items() if it or key not in _SAID}
