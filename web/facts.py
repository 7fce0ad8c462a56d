"""Facts in the margin: what is known, searches for more of it, words that prove it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from casebase.catalogue import EntryCard
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
from casebase.query import Filter, Query
from web import rules, wording
from web.addresses import entry_address, narrowed, search_address, search_for
from web.marking import Proof

AT_ONCE = 8  # facts of a kind shown before the rest is folded
PLACES = 3  # places of evidence shown for one fact

Details = Sequence[tuple[str, str | int | None]]
# The fields by which the facts said several times are found.
_FIELDS = {"topics": "topic", "departments": "department", "partners": "partner"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact as it is read: its text, further searches, what stands small beside it.

    `cells` are what a table shows of it, `lines` what is a list of its own.
    """

    text: str
    address: str = ""
    note: str = ""
    details: Details = ()
    cells: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where evidence stands: 段5, and its anchor on the page."""

    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact: its first evidence lights up, the others are linked.

    `original` leads to the policy itself where the base has it.
    """

    shown: Shown
    by_person: bool
    original: str
    places: tuple[Place, ...]
    more: int
    why: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one kind."""

    label: str
    rows: tuple[FactRow, ...]
    rest: tuple[FactRow, ...]

    @property
    def is_table(self) -> bool:
        """Whether the facts are the rows of a table."""
        return any(row.shown.cells for row in self.rows)


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


def fact_groups(
    entry: Entry, originals: Mapping[int, EntryCard]
) -> tuple[list[FactGroup], Proofs]:
    """The margin of an entry, and the anchors its text needs for it.

    `originals` are the cited policies that the base has, by place among the policies.
    """
    proofs = Proofs(entry)
    order = list(FACTS)
    told = [fact for fact in entry.facts if _is_told(fact, entry)]
    told.sort(key=lambda fact: order.index(fact.name))
    groups = []
    for name, facts in groupby(told, key=lambda fact: fact.name):
        linked = originals if name == "policies" else {}
        rows = tuple(
            _row(fact, proofs, linked.get(at)) for at, fact in enumerate(facts)
        )
        groups.append(FactGroup(FACTS[name], rows[:AT_ONCE], rows[AT_ONCE:]))
    return groups, proofs


def _is_told(fact: Fact, entry: Entry) -> bool:
    return fact.name in FACTS and not (fact.name == "year" and entry.first("date"))


def _row(fact: Fact, proofs: Proofs, original: EntryCard | None) -> FactRow:
    shown = _shown(fact)
    places = _distinct(proofs.place(words) for words in fact.evidence)
    first = fact.evidence[0] if fact.evidence else None
    quoted = [("依据", first.quote), ("规则", rules.said(first.rule))] if first else []
    details = [(label, str(value)) for label, value in shown.details if value]
    return FactRow(
        shown=shown,
        by_person=fact.by_person,
        original=entry_address(original.id) if original else "",
        places=places[:PLACES],
        more=max(len(places) - PLACES, 0),
        why=(*quoted, *details),
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
        return Shown(wording.day(value), narrowed("year", value[:4]))
    if name == "alias":
        return Shown(value, search_for(value))
    return Shown(value, narrowed(_FIELDS.get(name, name), value))


def _beside(*parts: str | int | None) -> str:
    return "，".join(str(part) for part in parts if part)


def _brand(value: Brand) -> Shown:
    note = _beside(value.form, value.level, value.holder)
    return Shown(value.name, narrowed("brand", value.name), note)


def _method(value: Method) -> Shown:
    own = "通行提法" if value.national else None
    details: Details = [("说明", "通行提法，并非本校独有" if own else None)]
    address = narrowed("method", value.name)
    return Shown(value.name, address, own or "", details, lines=value.parts)


def _slogan(value: Slogan) -> Shown:
    address = narrowed("family", value.family)
    return Shown(value.name, address, details=[("同族", value.family)])


def _honour(value: Honour) -> Shown:
    year = f"{value.year}年" if value.year else None
    note = _beside(value.level, value.batch, value.status, value.holder, year)
    wanted = {
        "honour": value.name, "level": value.level, "batch": value.batch,
        "status": value.status,
    }  # fmt: skip
    where = tuple(Filter(field, (it,)) for field, it in wanted.items() if it)
    return Shown(value.name, search_address(Query(where=where)), note)


def _policy(value: Policy) -> Shown:
    if value.title:
        note = _beside(value.number, value.issuer)
        return Shown(f"《{value.title}》", narrowed("policy", value.title), note)
    number = value.number or ""
    return Shown(number, narrowed("docno", number), value.issuer or "")


def _quantity(value: Quantity) -> Shown:
    year = str(value.year) if value.year else ""
    return Shown(value.text, cells=(value.subject or "", value.text, year))


def _headings(value: HeadingSet) -> Shown:
    return Shown(value.pattern, lines=value.headings)


_COMPOUND: Mapping[type, Callable[..., Shown]] = {
    Brand: _brand, Method: _method, Slogan: _slogan,
    Honour: _honour, Policy: _policy, Quantity: _quantity, HeadingSet: _headings,
}  # fmt: skip
