"""What is known of an entry, each with the words that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

PERSON = "person"  # the rule of a fact that a person gave
FOLLOWED = "person.school"  # the rule of a place that the school a person gave brings


_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[_T]) -> type[_T]:
    """A frozen dataclass, as the type checker sees it.

    At run time its fields are set directly: a frozen one takes three times as long to
    make, and a text has thousands.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


@frozen
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


@frozen
class Brand:
    """A named brand, project, workshop, team or column.

    `form` is one of 品牌 项目 工作室 团队 栏目 基地 活动, `level` as of honours.
    """

    name: str
    holder: str | None = None
    level: str | None = None
    form: str | None = None


@frozen
class Method:
    """A named formula or numeral compound, such as 1+3+N."""

    name: str
    parts: tuple[str, ...] = ()
    national: bool = False


@frozen
class Slogan:
    """A slogan in the wording of the text, and the family it belongs to."""

    name: str
    family: str


@frozen
class Honour:
    """An honour as the text reports it; DESIGN lists the words for level and status."""

    name: str
    level: str | None = None
    batch: str | None = None
    status: str | None = None
    holder: str | None = None
    year: int | None = None


@frozen
class Policy:
    """A cited policy; `number` in the form 鲁发〔2022〕19号."""

    title: str | None
    number: str | None = None
    issuer: str | None = None


@frozen
class Quantity:
    """A figure; `value` in base units, so that 210万元 is 2100000 元."""

    text: str
    value: float
    unit: str
    approximate: str | None = None
    subject: str | None = None
    year: int | None = None


@frozen
class HeadingSet:
    """Parallel headings of a text, in its order, and what makes them parallel."""

    headings: tuple[str, ...]
    pattern: str


Value = str | int | Brand | Method | Slogan | Honour | Policy | Quantity | HeadingSet


@frozen
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
