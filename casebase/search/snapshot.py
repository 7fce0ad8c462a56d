"""One generation of the index, ready to be searched: a query in, ids and counts out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casebase.engines.engine import Engine, Groups, Renamed, Request, Response
from casebase.lexicon import Lexicon
from casebase.matching import All, Node
from casebase.query import HONOUR, Filter, Query, Sort
from casebase.results import Expansion
from casebase.search.filters import Resolver
from casebase.search.loosen import FEW, MOST, SOME, loosened
from casebase.search.meaning import Meaning, run_of
from casebase.search.names import Names
from casebase.search.needles import Needle
from casebase.search.parse import NOTHING, whole
from casebase.search.proving import allowed, wanted
from casebase.search.understand import Interpreter
from casebase.search.words import Reader, Words
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
SOME_HAVE_ALL = "含全部词的有 {} 条，排在前面；其余只含其中大部分。"
NONE_HAS_ALL = "没有同时含全部词的条目，以下含其中一部分。"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine said, and what to tell of how it was asked.

    `conditions` are fields with the values that meet what is asked of them; of what
    is known of an entry, the words are shown that prove it.
    """

    response: Response
    needles: tuple[Needle, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    notes: tuple[str, ...] = ()
    conditions: tuple[tuple[str, frozenset[str]], ...] = ()


class Snapshot:
    """An open engine, and what is known of the words and names in it."""

    def __init__(
        self, engine: Engine, lexicon: Lexicon, segmenter: Words, copies: Groups
    ) -> None:
        self._engine = engine
        self._copies = copies
        self._segmenter = segmenter
        self._values: dict[str, tuple[str, ...]] = {}
        self._frequencies: dict[str, int] = {}
        schools = self.vocabulary("school")
        self._names = Names(lexicon.families, lexicon.aliases, schools)
        self._resolver = Resolver(self._names, self.vocabulary)

    def close(self) -> None:
        """Let go of the engine's files."""
        self._engine.close()

    def vocabulary(self, name: str) -> tuple[str, ...]:
        """The values that entries have in a facet field."""
        if name not in self._values:
            counts = self._ask(All(), facets={name: EVERY}).facets.get(name, ())
            self._values[name] = tuple(count.value for count in counts)
        return self._values[name]

    def answer(self, query: Query) -> Answer:
        """The page of ids that `query` asks for, the exact total and the counts."""
        honours, others = self._parted(query.where)
        meaning, notes = self._meaning(query, honours)
        unmet = [note for typed in others for note in self._resolver.note(typed)]
        unmet += self._resolver.honour_note(honours)
        if meaning is None:
            return Answer(Response((), 0, {}), notes=notes)
        where = [self._condition(it) for it in others]
        where += [self._resolver.one_honour(honours)] if honours else []
        response, more = self._page(meaning, query, tuple(where))
        needles = (*meaning.needles, *_of_parts(meaning)) if more else meaning.needles
        notes = tuple(dict.fromkeys((*notes, *unmet, *more)))
        beside = (it for it in where if not it.exclude)
        conditions = allowed((*wanted(meaning.node), *beside))
        return Answer(response, needles, meaning.expansions, notes, conditions)

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

    def _honour_facets(self, query: Query) -> dict[str, Renamed]:
        """How to count each part of the honours that meet the conditions on others."""
        honours, _ = self._parted(query.where)
        typed = () if query.exact else self._interpreter(query).honour(query.text)
        chosen = {it.field: self._resolver.resolve(it) for it in honours}
        return {
            field: self._resolver.honours.counting(
                field, (*typed, *(it for f, it in chosen.items() if f != field)), size
            )
            for field, size in HONOUR_FACETS.items()
        }

    def needles(self, query: Query) -> tuple[Needle, ...]:
        """What `query` marks in an entry."""
        meaning, _ = self._meaning(query)
        return meaning.needles if meaning else ()

    def _interpreter(self, query: Query) -> Interpreter:
        reader = Reader(self._segmenter, self._names, self.frequency, query.expand)
        return Interpreter(reader, self._resolver)

    def _meaning(
        self, query: Query, honours: Sequence[Filter] = ()
    ) -> tuple[Meaning | None, tuple[str, ...]]:
        if not query.text.strip() and (query.where or not query.exact):
            return Meaning(node=All()), ()
        interpreter = self._interpreter(query)
        if query.exact:
            meaning = interpreter.exactly(query.text)
            return meaning, () if meaning else (NOTHING,)
        return interpreter.understand(query.text, honours)

    def _page(
        self, meaning: Meaning, query: Query, where: tuple[Filter, ...]
    ) -> tuple[Response, tuple[str, ...]]:
        apart = query.exact or query.copies
        request = Request(
            meaning.node,
            where,
            {**FACETS, "document": EVERY},
            query.sort,
            query.limit,
            query.offset,
            groups=None if apart else self._copies,
            renamed=self._honour_facets(query),
        )
        strict = self._engine.search(request)
        if not _may_loosen(meaning, query, self._texts(request, strict)):
            return strict, ()
        for share in (MOST,) if strict.total else (MOST, SOME):
            node = loosened(meaning, self._count, self._engine.count(), share)
            if node is None:
                break
            ahead = request.node if strict.total else None
            loose = self._engine.search(replace(request, node=node, ahead=ahead))
            if loose.total > strict.total:
                return loose, (_told(strict.distinct),)
        return strict, ()

    def _texts(self, request: Request, strict: Response) -> int:
        """How many texts the words alone find, or more than a few.

        That decides whether to look for more. Else a filter could add hits that were
        not there without it, and the counts beside the filters would be wrong; and
        copies of the one text that is found would keep others away.
        """
        if not strict.total:
            return 0
        if request.groups and (strict.distinct >= FEW or not request.where):
            return strict.distinct
        alone = Request(request.node, limit=0, groups=self._copies)
        return self._engine.search(alone).distinct

    def frequency(self, text: str) -> int:
        """How many entries have `text` in their title or text."""
        if text not in self._frequencies:
            tokens = gram_tokens(text)
            found = self._count(run_of("grams", tokens, 1.0)) if tokens else 0
            self._frequencies[text] = found
        return self._frequencies[text]

    def _count(self, node: Node) -> int:
        return self._ask(node).total

    def _ask(self, node: Node, facets: Mapping[str, int] | None = None) -> Response:
        return self._engine.search(Request(node, facets=facets or {}, limit=0))


def _meant_whole(typed: Filter) -> Filter:
    if typed.field != "honour":
        return typed
    return replace(typed, values=tuple(map(whole, typed.values)))


def _told(strict: int) -> str:
    """What to tell where entries without some of the words were taken."""
    return SOME_HAVE_ALL.format(strict) if strict else NONE_HAS_ALL


def _of_parts(meaning: Meaning) -> Iterator[Needle]:
    """What to mark where long words may have been found in parts."""
    for word in meaning.words:
        for part in word.parts:
            yield Needle(part.text, weight=0.5)


def _may_loosen(meaning: Meaning, query: Query, texts: int) -> bool:
    """Sorted by date, entries with all words could not come first."""
    if not texts:
        return bool(meaning.words)
    few = texts < FEW and query.sort is Sort.RELEVANCE
    return few and (len(meaning.words) > 1 or any(word.parts for word in meaning.words))
