"""What a made document is, and the parts that the makers share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from playwright.sync_api import Browser

from bench.measures import squeezed
from bench.truth import Truth
from tests.made.prose import Writer
from tests.made.setting import Piece, Style


@dataclass(frozen=True)
class Made:
    """A document made by code.

    Attributes:
        name: A file name with its suffix; the stem is its kind.
        data: Its bytes.
        truth: What must be read from it.
    """

    name: str
    data: bytes
    truth: Truth


@dataclass(frozen=True)
class Bench:
    """What a maker works with."""

    browser: Browser
    random: Random

    @property
    def writer(self) -> Writer:
        return Writer(self.random)


Maker = Callable[[Bench], Made]


@dataclass(frozen=True)
class Article:
    """A piece of writing in reading order: title, subtitle, then these."""

    title: str
    subtitle: str
    parts: tuple[tuple[str, str], ...]  # heading or para, text

    def set_in(self, body: Style, heading: Style) -> list[Piece]:
        """The parts as the typesetter takes them."""
        return [
            (text, heading if what == "heading" else body) for what, text in self.parts
        ]


def article(
    writer: Writer, length: int, sections: int = 3, marks: str = "none"
) -> Article:
    """An article of about `length` characters.

    Args:
        writer: Writes it.
        length: Characters, without title and headings.
        sections: How many headings there are.
        marks: Numbers of the headings: none, or 一 for 一、二、….
    """
    each = max(120, length // max(1, sections))
    parts: list[tuple[str, str]] = []
    for number in range(sections):
        if number or sections > 2:
            mark = f"{'一二三四五六七八九'[number]}、" if marks == "一" else ""
            parts.append(("heading", mark + writer.heading()))
        left = each
        while left > 0:
            text = writer.paragraph(min(left, writer.random.randint(70, 260)))
            left -= len(text)
            parts.append(("para", text))
    return Article(writer.title(), writer.subtitle(), tuple(parts))


@dataclass(frozen=True)
class Extras:
    """What else stands in a document, besides its article."""

    floating: Sequence[str] = ()
    forbidden: Sequence[str] = ()
    tables: Sequence[Sequence[Sequence[str]]] = ()
    date: str = ""
    scan: bool = False
    tail: Sequence[str] = field(default=())


def truth_of(written: Article, extras: Extras = Extras()) -> Truth:
    """The truth of a document that holds one article."""
    parts = [
        written.title,
        written.subtitle,
        *(text for _, text in written.parts),
    ]
    return truth_from(written.title, [*parts, *extras.tail], extras)


def truth_from(title: str, parts: Iterable[str], extras: Extras) -> Truth:
    """The truth of a document whose parts are given in reading order."""
    return Truth(
        kind="full",
        text=squeezed("".join(parts)),
        floating=tuple(map(squeezed, extras.floating)),
        title=squeezed(title),
        date=extras.date,
        forbidden=tuple(map(squeezed, extras.forbidden)),
        tables=tuple(extras.tables),
        scan=extras.scan,
    )
