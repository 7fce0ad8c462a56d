"""What every search engine offers. Engines match and rank tokens; words are ours.

Filters and facets are the engine's work, so that they scale with it. Of equal scores
the newer comes first, then the lower id, so that pages are stable. Totals are exact and
the same on every engine, unless a search ran out of time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from casebase.entry import EntryId
from casebase.matching import Node
from casebase.query import Filter, Sort
from casebase.results import FacetCount

# Word fields hold words in reading order, for ranking. Gram fields hold `grams()`
# (casebase.text.grams), for exact matching; `grams` covers title and text together.
WORD_FIELDS = ("title", "heading", "fact", "text")
GRAM_FIELDS = ("grams", "title_grams")


@dataclass(frozen=True, slots=True)
class Record:
    """An entry as an engine sees it.

    Attributes:
        id: The entry's id.
        tokens: By field of `WORD_FIELDS` and `GRAM_FIELDS`, tokens in reading order.
        facets: By facet field, the values as shown; several for one entry are fine.
        date: ISO date, or empty: sorts `NEWEST`, empty ones last.
    """

    id: EntryId
    tokens: Mapping[str, Sequence[str]]
    facets: Mapping[str, tuple[str, ...]]
    date: str = ""


@dataclass(frozen=True, eq=False)
class Groups:
    """Entries that are to be one hit, such as copies of a text.

    Attributes:
        members: Each group in order; no entry is in two of them.
    """

    members: tuple[tuple[EntryId, ...], ...]


@dataclass(frozen=True, eq=False)
class Names:
    """Other names of a facet's values, as parts of them.

    Attributes:
        by_value: What each value goes by; one that is not here has no name.
    """

    by_value: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Renamed:
    """A facet to be counted under other names than are stored.

    Attributes:
        field: The stored facet.
        names: What its values count as; an entry counts once for each name. An engine
            may remember the object.
        size: How many names are wanted.
        among: The values that count; None for all that have a name.
    """

    field: str
    names: Names
    size: int
    among: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What to look for and what to count.

    Attributes:
        node: The query.
        where: Filters, which do not score. Of those on one field any must hold (those
            that exclude: each), and all fields must.
        facets: How many values to count of which field.
        renamed: More facets, by what they are to be called.
        sort: Order of the hits; ties always break by date, the latest first and none
            last, then by id.
        limit: Hits wanted; 0 for counts alone.
        offset: Hits to pass over.
        ahead: What matches this too comes before all else, with the score of this.
        groups: Of each, at most one is a hit: the first that matches, in the place and
            with the score of the best. An engine may remember the object.
        spread: Whether different documents come before many hits of one: the n-th best
            hit of a document (facet `document`) counts an n-th of its score, and that
            is the score told. It is for hits sorted by relevance.
    """

    node: Node
    where: tuple[Filter, ...] = ()
    facets: Mapping[str, int] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    limit: int = 10
    offset: int = 0
    ahead: Node | None = None
    groups: Groups | None = None
    spread: bool = False
    renamed: Mapping[str, Renamed] = field(default_factory=dict)
    deadline: float | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """One page of hits.

    Attributes:
        hits: Ids and scores.
        total: How many entries match, exactly.
        facets: Counts over all that match.
        distinct: How many hits there are, each group being one.
        documents: How many documents (facet `document`) all that match are in.
        siblings: For each hit, how many that match are in its document, itself one of
            them, whether or not they are folded into groups.
        incomplete: Whether time ran out, so that there may be more.
    """

    hits: tuple[tuple[EntryId, float], ...]
    total: int
    facets: Mapping[str, tuple[FacetCount, ...]]
    distinct: int = 0
    documents: int = 0
    siblings: tuple[int, ...] = ()
    incomplete: bool = False


class Engine(Protocol):
    """An open index, to search. It sees what was committed when it was opened."""

    def search(self, request: Request) -> Response:
        """Answer `request`; the top hits are really the top."""
        ...

    def frequency(self, node: Node) -> int:
        """How many records match `node`: the total alone, at the least cost."""
        ...

    def scores(
        self, leaves: Sequence[Node], ids: Sequence[EntryId]
    ) -> list[tuple[float | None, ...]]:
        """For each of `ids` the score of each node alone, None where it does not match.

        What a tree scores is the sum of what its leaves score. An id that is not there
        matches nothing.
        """
        ...

    def count(self) -> int:
        """How many records it holds."""
        ...

    def ids(self) -> set[EntryId]:
        """The ids it holds, for `doctor`."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


class Backend(Protocol):
    """How an engine's index is made and opened; one module an engine.

    An index is a directory that is never changed once made: `build` writes a new one,
    from nothing or from a finished one with changes, and the caller switches to it.
    So readers see the old or the new, never half.
    """

    @property
    def name(self) -> str:
        """Of the engine."""
        ...

    def build(
        self,
        path: Path,
        records: Iterable[Record],
        *,
        base: Path | None = None,
        remove: Iterable[EntryId] = (),
    ) -> None:
        """Make an index at `path` (which must not exist).

        With `base`, it starts as a copy of that index, less `remove`, plus `records`
        (which replace those with the same id). What is gone is not found any more, but
        how rare a token is may be reckoned with it for some time.
        """
        ...

    def open(self, path: Path) -> Engine:
        """Open a finished index.

        Raises:
            IndexDamagedError: It is not whole.
        """
        ...

    def verify(self, path: Path, *, thorough: bool = True) -> None:
        """Read every byte of a finished index.

        Unless it is to be `thorough`, a large one is looked at as `open` looks at it.

        Raises:
            IndexDamagedError: It is not as it was written.
        """
        ...
