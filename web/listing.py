"""Hits as the search page shows them: grouped by document, in the order found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from flask import url_for
from markupsafe import Markup

from casebase.entry import Entry, Role
from casebase.query import Filter, Query, Sort
from casebase.results import Copy, Hit, Results, Snippet
from web import wording
from web.addresses import entry_address, search_address
from web.explaining import Why, why
from web.marking import marked
from web.tables import row_html

_NEAR = 2  # pages shown at either side of the current one
AT_ONCE = 2  # hits of one document, before the rest of the page's is folded
METHODS = 3  # shown of an entry
ALSO = 3  # places where a text stands too, shown of a hit


@dataclass(frozen=True, slots=True)
class Passage:
    """A snippet, and the place in its entry to which it leads."""

    place: str
    address: str
    html: Markup
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text of an entry stands too: its title there, and the file."""

    address: str
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """A hit.

    `by` says how it was found where the words typed are not in it, `why` what its
    score is made of; `also` where its text stands too, the first few of `copies`
    places.
    """

    address: str
    title: Markup
    passages: tuple[Passage, ...]
    by: str
    notes: tuple[str, ...]
    why: Why | None = None
    also: tuple[Place, ...] = ()
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of a page that are from one document, at the place of the first.

    Attributes:
        name: The document's title; empty where the document is the hit and its title
            would stand there twice.
        address: The document's page.
        notes: What holds of the whole document.
        items: The first hits.
        rest: The other hits of this page, folded.
        total: How many hits the document has in all.
        every: The search of all of them; empty where they all are here.
    """

    name: str
    address: str
    notes: tuple[str, ...]
    items: tuple[Item, ...]
    rest: tuple[Item, ...] = ()
    total: int = 1
    every: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A link of the pager; no address for a gap or the current page."""

    name: str
    address: str = ""
    current: bool = False


def groups(results: Results) -> list[Group]:
    """The hits of the page by document, a document standing where its best hit is.

    Sorted by date, only neighbours are put together.
    """
    if results.query.sort is Sort.NEWEST:
        runs = groupby(results.hits, key=lambda hit: hit.entry.document_id)
        return [_group(list(hits), results.query) for _, hits in runs]
    found: dict[str, list[Hit]] = {}
    for hit in results.hits:
        found.setdefault(hit.entry.document_id, []).append(hit)
    return [_group(hits, results.query) for hits in found.values()]


def _group(hits: list[Hit], query: Query) -> Group:
    entry, more = hits[0].entry, hits[0].more
    alone = _is_whole(entry) and len(hits) + more == 1
    items = tuple(_item(hit, query) for hit in hits)
    return Group(
        name="" if alone else entry.document_title,
        address=url_for("pages.document", document_id=entry.document_id),
        notes=() if alone else _about(entry),
        items=items[:AT_ONCE],
        rest=items[AT_ONCE:],
        total=len(hits) + more,
        every=search_address(_within(query, entry.document)) if more else "",
    )


def _within(query: Query, document: str) -> Query:
    """The same search in one document."""
    others = tuple(it for it in query.where if it.field != "document" or it.exclude)
    where = (*others, Filter("document", (document,)))
    return replace(query, where=where, offset=0)


def _is_whole(entry: Entry) -> bool:
    """Whether the document is the entry, so that both have one title."""
    return entry.title == entry.document_title


def _about(entry: Entry) -> tuple[str, ...]:
    """What holds of the whole document: genre and date."""
    date = wording.day(entry.first("date") or "") or entry.first("year")
    return tuple(str(it) for it in (entry.first("genre"), date) if it)


def _item(hit: Hit, query: Query) -> Item:
    entry = hit.entry
    address = entry_address(entry.id, query)
    return Item(
        address=address,
        title=marked(entry.title, hit.title_marks),
        passages=tuple(_passage(snippet, entry, address) for snippet in hit.snippets),
        by=_by(hit, query),
        notes=tuple(filter(None, _notes(entry))),
        why=why(hit),
        also=places(hit.also_in[:ALSO], query),
        copies=len(hit.also_in),
    )


def places(copies: Iterable[Copy], query: Query | None = None) -> tuple[Place, ...]:
    """Links to copies of an entry."""
    return tuple(
        Place(entry_address(copy.id, query), copy.title, copy.document)
        for copy in copies
    )


def _notes(entry: Entry) -> list[str]:
    """What holds of the entry itself: whose it is, its place, its methods."""
    whose = "，".join(filter(None, (entry.first("school"), entry.first("province"))))
    about = "，".join(_about(entry)) if _is_whole(entry) else ""
    place = "，".join(filter(None, (wording.label(entry), wording.pages(entry.pages))))
    methods = [method.name for method in entry.values("methods")]
    return [whose, about, place, "、".join(methods[:METHODS])]


def _passage(snippet: Snippet, entry: Entry, address: str) -> Passage:
    before, after = ("……" if cut else "" for cut in (snippet.before, snippet.after))
    number = snippet.paragraph + 1
    place = f"第{snippet.page}页" if snippet.page else f"第{number}段"
    is_row = entry.paragraphs[snippet.paragraph].role is Role.ROW
    text = row_html(snippet, entry) if is_row else marked(snippet.text, snippet.marks)
    html = Markup("{}{}{}").format(before, text, after)
    return Passage(place, f"{address}#p{number}", html, snippet.recognised)


def _by(hit: Hit, query: Query) -> str:
    """A sentence for a hit that has only other wordings, not the words typed."""
    places = [
        (hit.entry.title, hit.title_marks),
        *((snippet.text, snippet.marks) for snippet in hit.snippets),
    ]
    marks = [(text, mark) for text, marks in places for mark in marks]
    if not marks or not all(mark.via for _, mark in marks):
        return ""
    found = dict.fromkeys(text[mark.start : mark.end] for text, mark in marks)
    words = "".join(f"“{word}”" for word in list(found)[:3])
    return f"未出现“{query.text}”原词，经{words}找到"


def pager(query: Query, total: int) -> list[Step]:
    """Links to the first, near and last pages; empty where one page holds all."""
    last = -(-total // query.limit)
    if last < 2:  # noqa: PLR2004 - one page needs no pager
        return []
    current = query.offset // query.limit + 1
    near = range(current - _NEAR, current + _NEAR + 1)
    shown = sorted({page for page in (1, *near, last) if 1 <= page <= last})
    steps = [_step(query, "上一页", current - 1)] if 1 < current <= last else []
    steps += _with_gaps(query, shown, current)
    return [*steps, *([_step(query, "下一页", current + 1)] if current < last else [])]


def _with_gaps(query: Query, shown: Iterable[int], current: int) -> list[Step]:
    steps: list[Step] = []
    before = 0
    for page in shown:
        if page > before + 1:
            steps.append(Step("…"))
        steps.append(_step(query, str(page), page, current=page == current))
        before = page
    return steps


def _step(query: Query, name: str, page: int, *, current: bool = False) -> Step:
    turned = replace(query, offset=(page - 1) * query.limit)
    return Step(name, search_address(turned), current=current)
