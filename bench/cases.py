"""Cases made of passages, with facts of real sizes: what a home is filled with."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from bench.passages import Passage
from casebase.entry import (
    GENRES,
    Brand,
    Entry,
    Evidence,
    Fact,
    Honour,
    Kind,
    Method,
    Paragraph,
    Policy,
    Quantity,
    Role,
    Slogan,
    Value,
)
from casebase.lexicon import Lexicon, load_lexicon
from casebase.place import Box, Place

T = TypeVar("T")
SCHOOLS = 400
_HONOURS = (
    "全国党建工作样板支部", "全国党建工作标杆院系", "全省党建工作示范高校",
    "“双带头人”教师党支部书记工作室", "教学成果奖一等奖", "教学成果奖二等奖",
    "先进基层党组织", "文明校园", "课程思政示范课程", "黄大年式教师团队",
)  # fmt: skip
_LEVELS = ("国家级", "省级", "市级", "校级")
_BATCHES = ("首批", "第二批", "第三批", "第四批")
_STATUSES = ("获评", "入选", "培育创建", "通过验收")
_UNITS = ("元", "人", "项", "门", "%")
_SUBJECTS = ("技术服务到款", "毕业生就业率", "党员人数", "合作企业", "培训人次")


def cases(groups: Iterable[Sequence[Passage]]) -> Iterator[Entry]:
    """A case of each group, each in a document of its own."""
    made = _Maker(load_lexicon(), random.Random(7))  # noqa: S311 - the same every time
    for number, group in enumerate(groups):
        yield _case(number, group, made)


def _case(number: int, group: Sequence[Passage], made: _Maker) -> Entry:
    document = hashlib.sha256(f"case {number}".encode()).hexdigest()[:16]
    return Entry(
        id=f"{document}-1",
        document_id=document,
        document=f"cases/{number // 100:04}/{number:06}.txt",
        document_title=group[0].title,
        subtitle="",
        kind=Kind.CASE if number % 3 else Kind.ARTICLE,
        number=number % 100 + 1 if number % 3 else None,
        title=group[0].title,
        path=(),
        pages=(1, 2),
        paragraphs=tuple(_paragraphs(group)),
        facts=tuple(made.facts(group)),
    )


def _paragraphs(group: Sequence[Passage]) -> Iterator[Paragraph]:
    for place, passage in enumerate(group):
        page, at = 1 + place // 5, place % 5 / 5
        if place % 3 == 1:
            yield Paragraph(passage.title, Role.HEADING, level=2, page=page)
        box = Box(0.12, at, 0.88, at + 0.15)
        yield Paragraph(passage.text, page=page, places=(Place(page, box),))


@dataclass(frozen=True, slots=True)
class _Maker:
    """Draws facts, a few of them often and most of them seldom, as in real ones."""

    lexicon: Lexicon
    chance: random.Random

    def facts(self, group: Sequence[Passage]) -> Iterator[Fact]:
        """The facts of a case."""
        for name, value in self._values(group):
            evidence = Evidence("text", 0, 8, group[0].text[:8], "bench.made")
            yield Fact(name, value, (evidence,))

    def _values(self, group: Sequence[Passage]) -> Iterator[tuple[str, Value]]:
        cities = [place for place in self.lexicon.places if place.is_city]
        number = self._seldom(range(SCHOOLS))
        city = cities[number * 7 % len(cities)]
        school = f"{city.short}{number}职业技术学院"
        yield "school", school
        yield "province", city.province
        yield "city", city.short
        year = group[0].year
        yield "year", year
        yield "date", f"{year}-{1 + number % 12:02}-{1 + number % 28:02}"
        yield "genre", self._seldom(GENRES)
        topics = [topic.name for topic in self.lexicon.topics]
        yield from (("topics", it) for it in self._some(topics, 3))
        departments = [f"{name}党支部" for name in topics]
        yield from (("departments", it) for it in self._some(departments, 2))
        yield from self._compound(school, group, year)

    def _compound(
        self, school: str, group: Sequence[Passage], year: int
    ) -> Iterator[tuple[str, Value]]:
        chance = self.chance
        for name in self._some(_HONOURS, 2):
            level, batch = self._seldom(_LEVELS), self._seldom(_BATCHES)
            status = self._seldom(_STATUSES)
            yield "honours", Honour(name, level, batch, status, school, year)
        families = list(self.lexicon.families.items())
        yield from (("slogans", Slogan(*it)) for it in self._some(families, 2))
        if chance.random() < 0.4:  # noqa: PLR2004 - a share
            name = f"{chance.randint(1, 5)}+{chance.randint(1, 9)}+N"
            yield "methods", Method(name, ("党建", "业务"))
        if chance.random() < 0.5:  # noqa: PLR2004 - a share
            yield "brands", Brand(f"{group[1].text[4:8]}先锋", school)
        titles = {passage.title.split(" ")[0] for passage in group}
        yield from (("policies", Policy(title)) for title in sorted(titles))
        for subject in self._some(_SUBJECTS, 4):
            value = float(chance.randint(1, 5000))
            unit = self._seldom(_UNITS)
            yield (
                "quantities",
                Quantity(f"{value:.0f}{unit}", value, unit, None, subject),
            )

    def _some(self, values: Sequence[T], most: int) -> list[T]:
        """Up to `most` different ones."""
        count = self.chance.randint(0, most)
        return list(dict.fromkeys(self._seldom(values) for _ in range(count)))

    def _seldom(self, values: Sequence[T]) -> T:
        """One of `values`, the first ones most often (Zipf's law)."""
        weights = list(accumulate(1 / place for place in range(1, len(values) + 1)))
        return self.chance.choices(values, cum_weights=weights)[0]
