"""What is known beforehand, and how it is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from casebase.lexicon.endings import Endings
from casebase.lexicon.places import Place, Placed, PlaceFinder
from casebase.lexicon.tables import Row, Table, digest_of, read_tables


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text may be about.

    Attributes:
        name: As shown.
        words: What shows it.
        without: What holds one of these words without showing it.
    """

    name: str
    words: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What is known beforehand of places, names and wordings.

    Two lexicons are the same when their `digest` is.

    Attributes:
        digest: SHA-256 of all rows, 64 hexadecimal digits.
        places: Provinces, municipalities and cities.
        campuses: Where a school stands whose name does not say it: name → province
            and city, the city empty where only the province is known.
        aliases: Short name → full name of the school.
        families: Wording of a slogan → its family.
        national: Formulas that are the whole country's (三会一课, 1+X).
        bound: Formulas that are national only before one of these words: 一体两翼 is
            a plan of the state before 战略 and may be a school's own elsewhere.
        honours: Words in which the names of honours end or culminate (样板支部,
            一等奖).
        issuers: Bodies that issue papers, in full (教育部).
        issuer_endings: Endings of the names of local bodies (教育厅, 市委).
        campaigns: What is quoted everywhere and is nobody's brand (三下乡, 一站式).
        topics: What texts are about, with the words that show it.
        words: Terms of the field.
        synonyms: Groups of wordings that mean the same.
        mistakes: Wrong wordings, each with the right one.
        standards: Formulations that everybody has to write alike.
        lookalikes: Character → the characters that are mistaken for it.
    """

    digest: str
    places: tuple[Place, ...]
    campuses: Mapping[str, tuple[str, str]]
    aliases: Mapping[str, str]
    families: Mapping[str, str]
    national: frozenset[str]
    bound: Mapping[str, tuple[str, ...]]
    honours: frozenset[str]
    issuers: frozenset[str]
    issuer_endings: frozenset[str]
    campaigns: frozenset[str]
    topics: tuple[Topic, ...]
    words: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...] = ()
    mistakes: Mapping[str, str] = field(default_factory=dict)
    standards: frozenset[str] = frozenset()
    lookalikes: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _finder(self) -> PlaceFinder:
        return PlaceFinder(self.places)

    @cached_property
    def _endings(self) -> Endings:
        return Endings(self.honours)

    @property
    def place_forms(self) -> Mapping[str, Place]:
        """Every way of writing a place that proves it."""
        return self._finder.forms

    @cached_property
    def place_at(self) -> Callable[[str, int], Placed | None]:
        """Tells the longest form of a place that begins at `at`, and the place."""
        return self._finder.at

    def place_in(
        self, text: str, low: int = 0, high: int | None = None
    ) -> tuple[int, str, Place] | None:
        """The first place that begins at `low` or after it and before `high`."""
        return self._finder.first(text, low, high)

    def ends_as_honour(self, words: str) -> bool:
        """Whether the last words are those of an honour."""
        return self._endings.end(words)

    @property
    def honour_tails(self) -> re.Pattern[str]:
        """The last two characters of honours: without any of them there is none."""
        return self._endings.tails

    def terms(self) -> tuple[str, ...]:
        """The words the segmenter should keep whole."""
        return tuple(
            sorted(
                {
                    *self.words,
                    *self.families,
                    *self.national,
                    *self.aliases,
                    *self.campuses,
                    *(place.name for place in self.places),
                }
            )
        )


def load_lexicon(own: Path | None = None) -> Lexicon:
    """The shipped lexicons, with those of the folder `own` laid over them.

    Raises:
        BadRequestError: A line or a file name is not understood; the message names
            the file and the line.
    """
    return _lexicon(read_tables(own))


def _lexicon(tables: Mapping[str, Table]) -> Lexicon:
    issuers = [(row[0], row[1]) for row in tables["issuers"].values()]
    return Lexicon(
        digest=digest_of(tables),
        places=tuple(_place(row) for row in tables["places"].values()),
        campuses={row[0]: (row[1], row[2]) for row in tables["campuses"].values()},
        aliases={row[0]: row[1] for row in tables["aliases"].values()},
        families={row[0]: row[1] for row in tables["slogans"].values()},
        national=frozenset(
            name for name, before in tables["formulas"].values() if not before
        ),
        bound={
            name: _listed(before)
            for name, before in tables["formulas"].values()
            if before
        },
        honours=frozenset(tables["honours"]),
        issuers=frozenset(name for name, scope in issuers if scope == "全国"),
        issuer_endings=frozenset(name for name, scope in issuers if scope == "地方"),
        campaigns=frozenset(tables["campaigns"]),
        topics=tuple(
            Topic(name, _listed(words), _listed(without))
            for name, words, without in tables["topics"].values()
        ),
        words=tuple(tables["words"]),
        synonyms=tuple(
            (first, *_listed(others)) for first, others in tables["synonyms"].values()
        ),
        mistakes={wrong: right for wrong, right, *_ in tables["mistakes"].values()},
        standards=frozenset(tables["standards"]),
        lookalikes=_mistaken(tables["lookalikes"]),
    )


def _mistaken(groups: Iterable[str]) -> dict[str, str]:
    """Each character with the others of its groups."""
    found: dict[str, str] = {}
    for group in groups:
        for char in group:
            found[char] = found.get(char, "") + group.replace(char, "")
    return found


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split("、"))))


def _place(row: Row) -> Place:
    name, short, province, level, reading = row
    return Place(name, short, province, level == "市", full_only=reading == "全称")
