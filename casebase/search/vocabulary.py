"""What is known of the words and names of one snapshot, and who reads queries by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from casebase.lexicon import Lexicon
from casebase.query import Query
from casebase.search.correcting import Corrector
from casebase.search.filters import Resolver
from casebase.search.names import Names, short_names
from casebase.search.namesake import Namesakes
from casebase.search.spelling import Speller
from casebase.search.understand import Interpreter
from casebase.search.words import Reader, Words
from casebase.text.fold import fold

# Facets whose values are names that people type, whole or by their sound.
_NAMED = (
    "school", "brand", "method", "slogan", "honour", "policy", "department", "partner",
    "topic", "province", "city",
)  # fmt: skip


class Vocabulary:
    """The names of an index and of the lexicons. What is costly is made when needed."""

    def __init__(
        self,
        lexicon: Lexicon,
        segmenter: Words,
        values: Callable[[str], Sequence[str]],
        titles: Callable[[], Iterable[str]],
    ) -> None:
        """`values` of a facet field, and `titles`, are those of the index."""
        self._lexicon = lexicon
        self._segmenter = segmenter
        self._values = values
        self._titles = titles
        schools = values("school")
        self._names = Names(
            lexicon.families,
            lexicon.aliases,
            schools,
            lexicon.synonyms,
            frozenset(values("slogan")),
        )
        self.resolver = Resolver(self._names, values)

    def ready(self) -> None:
        """Make what any query needs, so that no query is timed for it."""
        self._segmenter.words("党")
        self._namesakes()
        len(self._stored)

    def interpreter(self, query: Query, frequency: Callable[[str], int]) -> Interpreter:
        """Who understands `query`; `frequency` is in how many entries a text is."""
        without = frozenset(fold(wording).text for wording in query.without)
        reader = Reader(self._segmenter, self._names, frequency, query.expand, without)

        def known(text: str) -> int:
            """In how many entries a text is, or of how many something is known."""
            return frequency(text) or int(text in self._stored)

        corrector = Corrector(
            self._segmenter,
            self._names,
            self._namesakes,
            self._terms,
            known,
            self._lexicon.lookalikes,
        )
        return Interpreter(
            reader,
            self.resolver,
            Speller(self._segmenter, self._namesakes, known, without)
            if query.expand
            else None,
            corrector if query.correct else None,
        )

    def _namesakes(self) -> Namesakes:
        return self._by_sound

    @cached_property
    def _by_sound(self) -> Namesakes:
        schools = self._values("school")
        names = (
            *(value for field in _NAMED for value in self._values(field)),
            *(short for full in schools for short in short_names(full)),
            *self._listed,
        )
        return Namesakes(names, self._titles())

    @cached_property
    def _stored(self) -> frozenset[str]:
        """What entries have in a facet that names something, folded."""
        values = (value for field in _NAMED for value in self._values(field))
        return frozenset(fold(value).text for value in values)

    @cached_property
    def _listed(self) -> tuple[str, ...]:
        """What the lexicons list."""
        known = self._lexicon
        return (
            *known.terms(),
            *known.bound,
            *known.honours,
            *known.campaigns,
            *known.issuers,
            *(word for topic in known.topics for word in topic.words),
            *(wording for group in known.synonyms for wording in group),
        )

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(fold(term).text for term in self._listed)
