"""One generation of the index, ready to be searched: a query in, ids and counts out."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from casebase.engines.engine import Engine, Renamed, Request, Response
from casebase.entry import Entry, EntryId
from casebase.lexicon import Lexicon
from casebase.matching import All, Node
from casebase.query import HONOUR, Filter, Query
from casebase.results import Expansion, Reason
from casebase.search.asking import Asking, Page, Timed
from casebase.search.holdings import Holdings
from casebase.search.meaning import Meaning, run_of
from casebase.search.needles import Needle
from casebase.search.offered import names, word_starts
from casebase.search.parse import NOTHING, whole
from casebase.search.proving import allowed, wanted
from casebase.search.reasons import Scored, Wordings, explained
from casebase.search.recent import Recent
from casebase.search.similar import Alike, alike
from casebase.search.suggest import Suggestions
from casebase.search.understand import Interpreter
from casebase.search.vocabulary import Vocabulary
from casebase.search.words import Words
from casebase.text.grams import gram_tokens

FACETS: Mapping[str, int] = {
    "school": 20,
    "province": 34,
    "city": 20,
    "year": 40,
    "genre": 16,
    "kind": 5,
    "family": 10,
    "slogan": 20,
    "method": 20,
    "policy": 20,
    "docno": 10,
    "brand": 20,
    "topic": 20,
    "department": 20,
    "document": 20,
}
# The parts of honours are counted among the honours that are asked for.
HONOUR_FACETS: Mapping[str, int] = {
    "honour": 20, "status": 10, "level": 5, "batch": 20, "awarded": 40,
}  # fmt: skip
EVERY = 1_000_000  # more values than a field has
# Seconds that the engine has for one query; with reading what it found, two at most.
TIME = 1.2
# What is remembered: in how many entries a text is, and answers without their entries.
_COUNTS, _ANSWERS = 20_000, 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine said, and what to tell of how it was asked.

    Attributes:
        response: What the engine said.
        needles: What to mark.
        expansions: What else was looked for.
        notes: What people should know.
        conditions: Fields with the values that meet what is asked of them; of what is
            known of an entry, the words are shown that prove it.
        why: Of each hit, what its score is made of, if that was asked for.
        incomplete: Whether time ran out.
        corrected: The query that was answered instead, if another.
    """

    response: Response
    needles: tuple[Needle, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    notes: tuple[str, ...] = ()
    conditions: tuple[tuple[str, frozenset[str]], ...] = ()
    why: Mapping[EntryId, tuple[Reason, ...]] = field(default_factory=dict)
    incomplete: bool = False
    corrected: str | None = None


class Snapshot:
    """An open engine, and what is known of the words and names in it."""

    def __init__(
        self,
        engine: Engine,
        lexicon: Lexicon,
        segmenter: Words,
        holdings: Holdings,
    ) -> None:
        """`holdings` are of the same snapshot."""
        self.holdings = holdings
        self._engine = engine
        self._lexicon = lexicon
        self._segmenter = segmenter
        self._values: dict[str, tuple[str, ...]] = {}
        self._frequencies: Recent[str, int] = Recent(_COUNTS)
        self._answers: Recent[Query, Answer] = Recent(_ANSWERS)
        self._vocabulary = Vocabulary(
            lexicon, segmenter, self.vocabulary, holdings.titles
        )
        self._resolver = self._vocabulary.resolver

    def close(self) -> None:
        """Let go of the engine's files."""
        self._engine.close()

    def vocabulary(self, name: str) -> tuple[str, ...]:
        """The values that entries have in a facet field."""
        if name not in self._values:
            everything = Request(All(), facets={name: EVERY}, limit=0)
            counts = self._engine.search(everything).facets.get(name, ())
            self._values[name] = tuple(count.value for count in counts)
        return self._values[name]

    def answer(self, query: Query) -> Answer:
        """The page of ids that `query` asks for, the exact total and the counts.

        People go back to what they asked, and many ask the same. What had no time is
        tried again.
        """
        known = self._answers.get(query)
        if known is not None:
            return known
        made = self._answer(query)
        if not made.incomplete:
            self._answers.put(query, made)
        return made

    def _answer(self, query: Query) -> Answer:
        self._vocabulary.ready()
        timed = Timed(self._engine, time.monotonic() + TIME)
        honours, others = self._parted(query.where)
        interpreter = self._interpreter(query, timed)
        meaning, notes = _meaning(query, interpreter, honours)
        unmet = [note for typed in others for note in self._resolver.note(typed)]
        unmet += self._resolver.honour_note(honours)
        if meaning is None:
            return Answer(Response((), 0, {}), notes=notes, incomplete=timed.incomplete)
        where = [self._condition(it) for it in others]
        where += [self._resolver.one_honour(honours)] if honours else []
        asking = Asking(timed, self._engine.count(), self.holdings.copies)
        counted = self._honour_facets(query, interpreter)
        request = self._request(meaning.node, query, tuple(where), counted)
        page = asking.page(request, meaning)
        more = page.notes
        needles = (*meaning.needles, *_of_parts(meaning)) if more else meaning.needles
        beside = (it for it in where if not it.exclude)
        return Answer(
            response=page.response,
            needles=needles,
            expansions=meaning.expansions,
            notes=tuple(dict.fromkeys((*notes, *unmet, *more))),
            conditions=allowed((*wanted(meaning.node), *beside)),
            why=self._why(page, meaning) if query.explain else {},
            incomplete=timed.incomplete,
            corrected=meaning.corrected,
        )

    @cached_property
    def suggestions(self) -> Suggestions:
        """The names to offer while somebody types, made when first asked for."""
        offered = names(self._engine, self._lexicon, self.holdings.titles())
        return Suggestions(offered, partial(word_starts, self._segmenter))

    def alike(self, entry: Entry, limit: int) -> Alike:
        """What is like `entry`."""
        return alike(self._engine, self._segmenter, self.holdings.copies, entry, limit)

    def _why(
        self, page: Page, meaning: Meaning
    ) -> Mapping[EntryId, tuple[Reason, ...]]:
        request = page.request
        groups = self.holdings.together if request.groups else {}
        scored = Scored(request.node, request.where, request.ahead, groups)
        words = Wordings(meaning.needles, meaning.expansions)
        ids = [entry_id for entry_id, _ in page.response.hits]
        return explained(self._engine, ids, scored, words)

    @staticmethod
    def _parted(
        where: Sequence[Filter],
    ) -> tuple[tuple[Filter, ...], tuple[Filter, ...]]:
        """The conditions that one honour must meet, one a field; and the others.

        The name of an honour is a part of others' names (样板支部). In a query it means
        them too; as a filter it means itself, if there is such an honour.
        """
        of_one: dict[str, Filter] = {}
        others: list[Filter] = []
        for it in where:
            if it.field not in HONOUR or it.exclude:
                others.append(_meant_whole(it))
                continue
            before = of_one[it.field].values if it.field in of_one else ()
            meant = _meant_whole(it)
            of_one[it.field] = replace(meant, values=(*before, *meant.values))
        return tuple(of_one.values()), tuple(others)

    def _condition(self, typed: Filter) -> Filter:
        if typed.field in HONOUR:
            return replace(self._resolver.one_honour([typed]), exclude=typed.exclude)
        return self._resolver.resolve(typed)

    def _honour_facets(
        self, query: Query, interpreter: Interpreter
    ) -> dict[str, Renamed]:
        """How to count each part of the honours that meet the conditions on others."""
        honours, _ = self._parted(query.where)
        typed = () if query.exact else interpreter.honour(query.text)
        chosen = {it.field: self._resolver.resolve(it) for it in honours}
        return {
            field: self._resolver.honours.counting(
                field, (*typed, *(it for f, it in chosen.items() if f != field)), size
            )
            for field, size in HONOUR_FACETS.items()
        }

    def needles(self, query: Query) -> tuple[tuple[Needle, ...], tuple[Needle, ...]]:
        """What `query` marks in an entry, and what where none of that is in it."""
        timed = Timed(self._engine, time.monotonic() + TIME)
        meaning, _ = _meaning(query, self._interpreter(query, timed))
        return (meaning.needles, tuple(_of_parts(meaning))) if meaning else ((), ())

    def _interpreter(self, query: Query, timed: Timed) -> Interpreter:
        return self._vocabulary.interpreter(query, partial(self._frequency, timed))

    def _request(
        self,
        node: Node,
        query: Query,
        where: tuple[Filter, ...],
        renamed: Mapping[str, Renamed],
    ) -> Request:
        apart = query.exact or query.copies
        return Request(
            node,
            where,
            FACETS,
            query.sort,
            query.limit,
            query.offset,
            groups=None if apart else self.holdings.copies,
            spread=True,
            renamed=renamed,
        )

    def _frequency(self, timed: Timed, text: str) -> int:
        """How many entries have `text` in their title or text, while there is time."""
        known = self._frequencies.get(text)
        if known is not None:
            return known
        tokens = gram_tokens(text)
        found = timed.count(run_of("grams", tokens, 1.0)) if tokens else 0
        if not timed.incomplete:
            self._frequencies.put(text, found)
        return found


def _meaning(
    query: Query, interpreter: Interpreter, honours: Sequence[Filter] = ()
) -> tuple[Meaning | None, tuple[str, ...]]:
    if not query.text.strip() and (query.where or not query.exact):
        return Meaning(node=All()), ()
    if query.exact:
        meaning = interpreter.exactly(query.text)
        return meaning, () if meaning else (NOTHING,)
    return interpreter.understand(query.text, honours)


def _meant_whole(typed: Filter) -> Filter:
    if typed.field != "honour":
        return typed
    return replace(typed, values=tuple(map(whole, typed.values)))


def _of_parts(meaning: Meaning) -> Iterator[Needle]:
    """What to mark where long words may have been found in parts."""
    for word in meaning.words:
        for part in word.parts:
            yield Needle(part.text, weight=0.5)
