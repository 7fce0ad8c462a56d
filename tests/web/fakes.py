"""A catalogue and a searcher by brute force, to stand behind the real pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from casebase.catalogue import DocumentCard, EntryCard, State
from casebase.document import Metadata
from casebase.entry import LISTED, PARTS, Entry
from casebase.errors import NotFoundError, Problem
from casebase.query import Filter, Query, Sort
from casebase.results import Copy, Expansion, FacetCount, Hit, Mark, Results, Snippet
from casebase.search.similar import Similar
from casebase.search.suggest import Suggestion

FAMILY = ("一支部一品牌", "一支部一特色", "一系一品")
COUNTED = (
    "year", "genre", "province", "school", "family", "method", "policy", "kind",
    "city", "docno", "honour", "level", "batch", "status", "awarded", "brand", "topic",
    "department",
)  # fmt: skip


def values(entry: Entry, name: str) -> list[str]:
    """The facet values of an entry."""
    if name == "kind":
        return [str(entry.kind)]
    if name == "document":
        return [entry.document]
    fact, part = PARTS.get(name, (LISTED.get(name, name), ""))
    found = (getattr(it, part) if part else it for it in entry.values(fact))
    return [str(it) for it in found if it is not None]


@dataclass
class FakeCatalogue:
    """Everything in two lists."""

    cards: list[DocumentCard] = field(default_factory=list)
    all: list[Entry] = field(default_factory=list)
    troubles: list[Problem] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)

    def state(self) -> State:
        return State(
            1,
            "fake",
            "",
            "",
            "2026-03-04T05:06:07+00:00",
            len(self.cards),
            len(self.all),
        )

    def entry(self, entry_id: str) -> Entry:
        for entry in self.all:
            if entry.id == entry_id:
                return entry
        raise NotFoundError("没有这个条目。", "请重新检索。")

    def entries(self, ids: Sequence[str]) -> list[Entry]:
        return [entry for it in ids for entry in self.all if entry.id == it]

    def also_in(self, ids: Sequence[str]) -> dict[str, tuple[Copy, ...]]:
        return {
            asked: tuple(
                Copy(it.id, it.document, it.document_title, it.title, it.pages)
                for it in map(self.entry, group)
                if it.id != asked
            )
            for group in self.groups
            for asked in set(group).intersection(ids)
        }

    def all_entries(self, document: str | None = None) -> Iterator[Entry]:
        return (it for it in self.all if document in {None, it.document_id})

    def described(self) -> Iterator[Entry]:
        return (replace(it, paragraphs=()) for it in self.all)

    def policy_documents(self, entry: Entry) -> dict[int, EntryCard]:
        titles = {it.title: entry_card(it) for it in self.all if it.id != entry.id}
        cited = [it.title for it in entry.values("policies")]
        return {at: titles[it] for at, it in enumerate(cited) if it in titles}

    def cited_by(self, entry: Entry) -> list[EntryCard]:
        return [
            entry_card(it)
            for it in self.all
            if it.id != entry.id
            and entry.title in {cited.title for cited in it.values("policies")}
        ]

    def neighbours(self, entry: Entry) -> tuple[EntryCard | None, EntryCard | None]:
        within = [it for it in self.all if it.document_id == entry.document_id]
        at = within.index(entry)
        cards = [None, *map(entry_card, within), None]
        return cards[at], cards[at + 2]

    def document(self, document: str) -> DocumentCard:
        for card in self.cards:
            if card.id == document:
                return card
        for entry in self.all:
            if entry.document_id == document:
                return _card_of(entry)
        raise NotFoundError("没有这份文献。", "请重新检索。")

    def documents(self) -> list[DocumentCard]:
        return self.cards

    def problems(self) -> list[Problem]:
        return self.troubles

    def facet_values(self, name: str) -> list[str]:
        return sorted({it for entry in self.all for it in values(entry, name)})


def entry_card(entry: Entry) -> EntryCard:
    return EntryCard(
        entry.id, entry.document_id, entry.document, entry.kind, entry.number,
        entry.title, entry.pages,
    )  # fmt: skip


@dataclass
class FakeSearcher:
    """Finds what contains every word typed, or a wording of its family."""

    catalogue: FakeCatalogue

    def search(self, query: Query) -> Results:
        found = [it for it in self.catalogue.all if self._fits(it, query)]
        if query.sort is Sort.NEWEST:
            found.sort(key=lambda it: it.first("date") or "", reverse=True)
        hits = self._folded(found, query)
        page = hits[query.offset : query.offset + query.limit]
        also = tuple(word for word, via in self._wanted(query) if via)
        return Results(
            query=query,
            total=len(found),
            hits=tuple(self._hit(it, query) for it in page),
            facets={name: counts(found, name) for name in COUNTED},
            expansions=(Expansion(query.text, also, "同族写法"),) if also else (),
            notes=("没有同时含有全部词的条目。",) if "松" in query.text else (),
            took_ms=1.2,
            documents=len({it.document_id for it in found}),
            distinct=len(hits),
        )

    def suggest(self, typed: str, limit: int) -> list[Suggestion]:
        schools = self.catalogue.facet_values("school")
        found = [it for it in schools if it.startswith(typed)]
        return [Suggestion(it, "school", 1) for it in found][:limit]

    def similar(self, entry: Entry, limit: int = 6) -> list[Similar]:
        """Those of the same year."""
        year = entry.first("year")
        found = [it for it in self.catalogue.all if it.first("year") == year and year]
        others = [it for it in found if it.id != entry.id]
        return [Similar(it, 0.5, ("甲乙",)) for it in others][:limit]

    def _folded(self, found: list[Entry], query: Query) -> list[Entry]:
        """The first of each group."""
        if query.exact or query.copies:
            return found
        leads = {it: group for group in self.catalogue.groups for it in group}
        return list({leads.get(it.id, it.id): it for it in reversed(found)}.values())[
            ::-1
        ]

    def marks(
        self, query: Query, entry: Entry
    ) -> tuple[tuple[Mark, ...], list[tuple[Mark, ...]]]:
        texts = [entry.title, *(it.text for it in entry.paragraphs)]
        title, *others = [tuple(self._marks(query, text)) for text in texts]
        return title, others

    def _wanted(self, query: Query) -> list[tuple[str, bool]]:
        typed = [(word, False) for word in query.text.split() if ":" not in word]
        if query.text in FAMILY and query.expand and not query.exact:
            return typed + [(word, True) for word in FAMILY if word != query.text]
        return typed

    def _fits(self, entry: Entry, query: Query) -> bool:
        text = f"{entry.title}\n{entry.text}"
        wanted = [word for word, _ in self._wanted(query)]
        join = any if len(wanted) > 1 and query.text in FAMILY else all
        return join(word in text for word in wanted) and allowed(entry, query.where)

    def _marks(self, query: Query, text: str) -> Iterator[Mark]:
        for word, via in sorted(self._wanted(query), key=lambda it: text.find(it[0])):
            at = text.find(word)
            if at >= 0:
                yield Mark(at, at + len(word), via)

    def _hit(self, entry: Entry, query: Query) -> Hit:
        snippets = [
            Snippet(
                it.text,
                tuple(self._marks(query, it.text)),
                index,
                it.page,
                after=True,
                recognised=it.recognised,
            )
            for index, it in enumerate(entry.paragraphs)
        ]
        best = sorted(snippets, key=lambda it: -len(it.marks))[:2]
        also_in = self.catalogue.also_in([entry.id]).get(entry.id, ())
        marks = tuple(self._marks(query, entry.title))
        return Hit(entry, 1.0, tuple(best), marks, also_in)


def allowed(entry: Entry, where: Sequence[Filter]) -> bool:
    for name in {it.field for it in where}:
        own = values(entry, name)
        conditions = [it for it in where if it.field == name]
        fits = [
            any((it.low or "") <= value <= (it.high or chr(0x10FFFF)) for value in own)
            if it.is_range
            else bool({*it.values} & {*own}) != it.exclude
            for it in conditions
        ]
        if not any(fits):
            return False
    return True


def counts(entries: Sequence[Entry], name: str) -> tuple[FacetCount, ...]:
    found = Counter(it for entry in entries for it in values(entry, name))
    return tuple(FacetCount(value, number) for value, number in found.most_common())


def _card_of(entry: Entry) -> DocumentCard:
    """The card of a document that no list shows."""
    return DocumentCard(
        id=entry.document_id,
        name=entry.document,
        also=(),
        format="text",
        title=entry.document_title,
        subtitle="",
        metadata=Metadata(),
        page_count=None,
        entry_count=1,
        added="2026-02-01T08:00:00+08:00",
    )
