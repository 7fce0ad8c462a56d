"""Lists of the documents and of what went wrong with files, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from flask import url_for

from casebase.catalogue import DocumentCard
from casebase.errors import BadRequestError, Problem, Severity
from web.library import Holdings
from web.listing import Step

PAGE = 50
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list: its items, how many there are in all, links to the others."""

    items: Sequence[T]
    total: int
    pager: Sequence[Step]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file with its problems; `document_id` is empty where nothing came of it."""

    name: str
    document_id: str
    worst: Severity
    problems: tuple[Problem, ...]


def documents(catalogue: Holdings, page: str) -> Sheet[DocumentCard]:
    """The documents that came in last first; those of one moment by name."""
    cards = sorted(catalogue.documents(), key=lambda card: card.name)
    cards.sort(key=lambda card: card.added, reverse=True)
    return _sheet(cards, page, "pages.documents")


def problems(catalogue: Holdings, page: str) -> Sheet[Trouble]:
    """Files with problems, the worst first."""
    ids = {
        name: card.id
        for card in catalogue.documents()
        for name in (card.name, *card.also)
    }
    found = sorted(catalogue.problems(), key=lambda problem: problem.document)
    runs = groupby(found, key=lambda problem: problem.document)
    files = [_trouble(name, tuple(run), ids) for name, run in runs]
    files.sort(key=lambda file: _rank(file.worst))
    return _sheet(files, page, "pages.problems")


def _trouble(name: str, told: tuple[Problem, ...], ids: Mapping[str, str]) -> Trouble:
    worst = min((problem.severity for problem in told), key=_rank)
    return Trouble(name, ids.get(name, ""), worst, told)


def _rank(severity: Severity) -> int:
    return (Severity.LOST, Severity.DAMAGED, Severity.NOTE).index(severity)


def _sheet(items: Sequence[T], page: str, endpoint: str) -> Sheet[T]:
    current = _number(page)
    last = max(-(-len(items) // PAGE), 1)
    start = (current - 1) * PAGE
    steps = [
        Step(str(number), url_for(endpoint, page=number), current=number == current)
        for number in range(1, last + 1)
    ]
    return Sheet(items[start : start + PAGE], len(items), steps if last > 1 else ())


def _number(page: str) -> int:
    if not page:
        return 1
    if page.isascii() and page.isdigit() and int(page[:9]) >= 1:
        return int(page[:9])
    raise BadRequestError("页码应是从 1 开始的整数。", "请从第 1 页看起。")
