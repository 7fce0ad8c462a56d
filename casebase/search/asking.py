"""One query's dealings with the engine: within its time, and loosened where it must be.

Where nothing, or hardly anything, has all the words of a query, what has most of them
is looked for too, and counts for less.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from casebase.engines.engine import Engine, Groups, Request, Response
from casebase.matching import Node
from casebase.query import Sort
from casebase.search.loosen import FEW, MOST, SOME, loosened
from casebase.search.meaning import Meaning, any_of, scaled

# What has all the words is worth so many times what its words are worth: mostly it
# comes first, but not where a word that says little is all that others miss. A
# question has many of those.
ALL_THERE, ASKED = 8.0, 1.0
SOME_HAVE_ALL = "含全部词的有 {} 条，其余只含其中一部分。"
LEAST = 0.4  # seconds for the words themselves, however long they took to understand
NONE_HAS_ALL = "没有同时含全部词的条目，以下含其中一部分。"


class Timed:
    """An engine, for one query: when its time is up it finds no more, and says so.

    Attributes:
        incomplete: Whether that happened.
    """

    def __init__(self, engine: Engine, deadline: float) -> None:
        """`deadline` is a value of `time.monotonic`."""
        self._engine = engine
        self._deadline = deadline
        self.incomplete = False

    def search(self, request: Request) -> Response:
        """The engine's answer, as far as it came; it has some time in any case."""
        deadline = max(self._deadline, time.monotonic() + LEAST)
        response = self._engine.search(replace(request, deadline=deadline))
        self.incomplete = self.incomplete or response.incomplete
        return response

    def count(self, node: Node) -> int:
        """How many entries `node` finds; 0 when time is up."""
        if self.over():
            return 0
        return self._engine.frequency(node)

    def over(self) -> bool:
        """Whether time is up; who asks has more to do, which is now left undone."""
        over = time.monotonic() > self._deadline
        self.incomplete = self.incomplete or over
        return over


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the answer, what was asked for it, and what to tell of that."""

    request: Request
    response: Response
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """How a query is put to an engine.

    Attributes:
        engine: The engine, for this query.
        size: How many entries there are.
        copies: The entries with the same text.
    """

    engine: Timed
    size: int
    copies: Groups

    def page(self, request: Request, meaning: Meaning) -> Page:
        """The answer to `request`, whose node is what `meaning` says, or more."""
        strict = self.engine.search(request)
        few = _may_loosen(meaning, request, lambda: self._texts(request, strict))
        if not few or self.engine.over():
            return Page(request, strict)
        page = Page(request, strict)
        by_relevance = request.sort is Sort.RELEVANCE
        count = cache(self.engine.count)
        for share in (MOST, SOME):
            node = loosened(meaning, count, self.size, share)
            if node is None or self.engine.over():
                break
            if strict.total:
                worth = ASKED if meaning.asks else ALL_THERE
                some = scaled(node, 1 / worth)
                wider = replace(request, node=any_of([request.node, some]))
            else:
                ahead = page.request.node if page.response.total else None
                wider = replace(request, node=node, ahead=ahead)
            loose = self.engine.search(wider)
            if loose.total > page.response.total:
                page = Page(wider, loose, (_told(strict.distinct),))
            if self._texts(wider, loose) >= FEW or (loose.total and not by_relevance):
                break
        return page

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
        alone = Request(request.node, limit=0, groups=self.copies)
        return self.engine.search(alone).distinct


def _told(strict: int) -> str:
    """What to tell where entries without some of the words were taken."""
    return SOME_HAVE_ALL.format(strict) if strict else NONE_HAS_ALL


def _may_loosen(meaning: Meaning, request: Request, texts: Callable[[], int]) -> bool:
    """Sorted by date, entries with all words could not come first."""
    if not meaning.words:
        return False
    found = texts()
    if not found:
        return True
    few = found < FEW and request.sort is Sort.RELEVANCE
    return few and (len(meaning.words) > 1 or any(word.parts for word in meaning.words))
