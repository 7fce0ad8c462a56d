"""Facts in the margin: what is known, searches for more of it, words that prove it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from casebase.entry import (
    FACTS,
    Brand,
    Entry,
    Evidence,
    Fact,
    HeadingSet,
    Honour,
    Method,
    Policy,
    Quantity,
    Slogan,
    Value,
)
from web import rules, wording
from web.addresses import narrowed, search_for
from web.marking import Proof

AT_ONCE = 8  # facts of a kind shown before the rest is folded
PLACES = 3  # places of evidence shown for one fact

Details = Sequence[tuple[str, str | int | None]]
Shown = tuple[str, str, Details]  # text, address of a further search, details


@dataclass(frozen=True, slots=True)
class Place:
    """Where evidence stands: 段5, and its anchor on the page."""

    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact: its first evidence lights up, the others are linked."""

    text: str
    address: str
    places: tuple[Place, ...]
    more: int
    why: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one kind."""

    label: str
    rows: tuple[FactRow, ...]
    rest: tuple[FactRow, ...]


@dataclass(slots=True)
class Proofs:
    """Anchors of evidence, by paragraph index; None is the title."""

    entry: Entry
    starts: Sequence[int] = field(init=False)
    by_paragraph: dict[int | None, list[Proof]] = field(default_factory=dict)
    _anchors: dict[tuple[str, int, int], Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find where each paragraph begins in `Entry.text`."""
        lengths = (len(paragraph.text) + 1 for paragraph in self.entry.paragraphs)
        self.starts = list(accumulate(lengths, initial=0))[:-1]

    def place(self, evidence: Evidence) -> Place:
        """Where `evidence` stands; the same words have one anchor."""
        if evidence.place == "document" or evidence.start >= evidence.end:
            return Place("文献", "source")
        key = (evidence.place, evidence.start, evidence.end)
        if key not in self._anchors:
            self._anchors[key] = self._new(evidence)
        return self._anchors[key]

    def _new(self, evidence: Evidence) -> Place:
        anchor = f"e{len(self._anchors) + 1}"
        index, offset = self._paragraph(evidence)
        proof = Proof(evidence.start - offset, evidence.end - offset, anchor)
        self.by_paragraph.setdefault(index, []).append(proof)
        return Place("题" if index is None else f"段{index + 1}", anchor)

    def _paragraph(self, evidence: Evidence) -> tuple[int | None, int]:
        """The index of the paragraph, and where it begins in `Entry.text`."""
        if evidence.place == "title":
            return None, 0
        index = max(bisect_right(self.starts, evidence.start) - 1, 0)
        return index, self.starts[index]


def fact_groups(entry: Entry) -> tuple[list[FactGroup], Proofs]:
    """The margin of an entry, and the anchors its text needs for it."""
    proofs = Proofs(entry)
    order = list(FACTS)
    told = [fact for fact in entry.facts if _is_told(fact, entry)]
    told.sort(key=lambda fact: order.index(fact.name))
    groups = []
    for name, facts in groupby(told, key=lambda fact: fact.name):
        rows = tuple(_row(fact, proofs) for fact in facts)
        groups.append(FactGroup(FACTS[name], rows[:AT_ONCE], rows[AT_ONCE:]))
    return groups, proofs


def _is_told(fact: Fact, entry: Entry) -> bool:
    return fact.name in FACTS and not (fact.name == "year" and entry.first("date"))


def _row(fact: Fact, proofs: Proofs) -> FactRow:
    text, address, details = _shown(fact)
    places = _distinct(proofs.place(words) for words in fact.evidence)
    first = fact.evidence[0] if fact.evidence else None
    quoted = [("依据", first.quote), ("规则", rules.said(first.rule))] if first else []
    told = [(label, str(value)) for label, value in (*quoted, *details) if value]
    return FactRow(
        text, address, places[:PLACES], max(len(places) - PLACES, 0), tuple(told)
    )


def _distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    """The first place of each name: one link to a paragraph is enough."""
    first: dict[str, Place] = {}
    for place in places:
        first.setdefault(place.name, place)
    return tuple(first.values())


def _shown(fact: Fact) -> Shown:
    value = fact.value
    if isinstance(value, str | int):
        return _plain(fact.name, str(value))
    show: Callable[[Value], Shown] = _COMPOUND[type(value)]
    return show(value)


def _plain(name: str, value: str) -> Shown:
    if name == "date":
        return wording.day(value), narrowed("year", value[:4]), ()
    if name == "alias":
        return value, search_for(value), ()
    return value, "" if name == "topics" else narrowed(name, value), ()


def _brand(value: Brand) -> Shown:
    details: Details = [
        ("持有者", value.holder), ("级别", value.level), ("类别", value.form)
    ]  # fmt: skip
    return value.name, search_for(value.name, exact=True), details


def _method(value: Method) -> Shown:
    details: Details = [
        ("含", "、".join(value.parts)),
        ("说明", "通行提法，并非本校独有" if value.national else None),
    ]
    return value.name, narrowed("method", value.name), details


def _slogan(value: Slogan) -> Shown:
    return value.name, narrowed("family", value.family), [("同族", value.family)]


def _honour(value: Honour) -> Shown:
    text = "，".join(filter(None, (value.name, value.batch, value.status)))
    details: Details = [
        ("级别", value.level), ("获得者", value.holder), ("年份", value.year)
    ]  # fmt: skip
    return text, search_for(value.name, exact=True), details


def _policy(value: Policy) -> Shown:
    details: Details = [("文号", value.number), ("发布", value.issuer)]
    if value.title:
        return f"《{value.title}》", narrowed("policy", value.title), details
    number = value.number or ""
    return number, narrowed("docno", number), [("发布", value.issuer)]


def _quantity(value: Quantity) -> Shown:
    return value.text, "", [("对象", value.subject), ("年份", value.year)]


def _headings(value: HeadingSet) -> Shown:
    return " / ".join(value.headings), "", [("句式", value.pattern)]


_COMPOUND: Mapping[type, Callable[..., Shown]] = {
    Brand: _brand, Method: _method, Slogan: _slogan,
    Honour: _honour, Policy: _policy, Quantity: _quantity, HeadingSet: _headings,
}  # fmt: skip
