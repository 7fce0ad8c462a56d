"""The pages people read. Each function gathers; templates only set."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template, request

from casebase.entry import Entry
from casebase.query import EXAMPLES, FIELDS, MAX_TEXT, Query
from casebase.results import Mark, Results
from casebase.search.parse import MAX_WILD
from casebase.search.wildcards import GAP
from web import (
    browse,
    explaining,
    facets,
    facsimiles,
    inventory,
    listing,
    overview,
    reading,
    references,
    wording,
)
from web.addresses import api_address, asked, dropped, search_address
from web.charts import Datum
from web.facts import fact_groups
from web.library import document as card_of
from web.library import find, shelf
from web.marking import marked
from web.popularity import popularity

MOST_HELP = 6  # searches tried on behalf of someone who found nothing
blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def home() -> str:
    """One search box, and what is in the base."""
    return render_template(
        "home.html",
        state=shelf().state,
        view=overview.overview(shelf()),
        tabs=browse.tabs(shelf()),
    )


@blueprint.get("/search")
def search() -> str:
    """A search; its address is its state."""
    query = asked()
    answer = replace(find(replace(query, explain=True)), query=query)
    results = facets.with_alternatives(answer, find)
    popularity().count(query, results)
    if not results.total:
        return _nothing_found(query, results)
    return render_template(
        "search.html",
        state=shelf().state,
        query=query,
        results=results,
        groups=listing.groups(results),
        widened=explaining.widened(results),
        omitted=explaining.omitted(query),
        as_typed=explaining.as_typed(query),
        pager=listing.pager(query, results.distinct),
        facets=facets.facets(results),
        chips=facets.chips(query),
        ways=facets.ways(query),
        refolded=search_address(replace(query, copies=not query.copies, offset=0)),
        unfiltered=search_address(replace(query, where=(), offset=0)),
        first_page=search_address(replace(query, offset=0)),
        as_json=api_address(query),
    )


def _nothing_found(query: Query, results: Results) -> str:
    return render_template(
        "empty.html",
        state=shelf().state,
        query=query,
        results=results,
        chips=facets.chips(query),
        as_typed=explaining.as_typed(query),
        again=search_address(query),
        helps=[help_ for help_ in _helps(query) if help_.count],
    )


def _helps(query: Query) -> list[Datum]:
    """Looser searches with what they would find."""
    looser = [
        (f"不限{wording.field(it.field)}", dropped(query, it)) for it in query.where
    ]
    if query.exact:
        looser.append(("不求一字不差", replace(query, exact=False, offset=0)))
    if query.text and len(query.where) > 1:
        looser.append(("不限任何条件", replace(query, where=(), offset=0)))
    return [
        Datum(name, _total(it), search_address(it)) for name, it in looser[:MOST_HELP]
    ]


def _total(query: Query) -> int:
    return find(replace(query, limit=1)).total


@blueprint.get("/entries/<entry_id>")
def entry(entry_id: str) -> str:
    """An entry to read, with what a query found in it."""
    query = asked()
    found = shelf().catalogue.entry(entry_id)
    catalogue = shelf().catalogue
    groups, proofs = fact_groups(found, catalogue.policy_documents(found))
    title_marks, marks = _marks(query, found)
    blocks, hits = reading.typeset(found, marks, proofs.by_paragraph)
    before, after = catalogue.neighbours(found)
    card = card_of(found.document_id)
    return render_template(
        "entry.html",
        state=shelf().state,
        query=query,
        entry=found,
        title=marked(found.title, title_marks, proofs.by_paragraph.get(None, ())),
        blocks=blocks,
        hits=hits,
        facts=groups,
        outline=reading.outline(found),
        articles=reading.articles(found),
        citation=references.citation(found, card),
        beside=facsimiles.beside(found, card, query, marks),
        also=listing.places(catalogue.also_in([entry_id]).get(entry_id, ())),
        cited_by=catalogue.cited_by(found),
        similar=shelf().searcher.similar(found),
        before=before,
        after=after,
        back=search_address(query) if query.text else "",
    )


def _marks(query: Query, entry: Entry) -> tuple[tuple[Mark, ...], reading.Marks]:
    if not query.text.strip():
        return (), {}
    title, others = shelf().searcher.marks(query, entry)
    return title, {index: marks for index, marks in enumerate(others) if marks}


@blueprint.get("/browse")
def browse_all() -> str:
    """What can be browsed, the honours first."""
    return browse_page(next(iter(browse.TITLES)))


@blueprint.get("/browse/<page>")
def browse_page(page: str) -> str:
    """What there is of a kind, from A to Z."""
    letter = request.args.get("letter", "")
    view = browse.browse(shelf(), page, asked(), letter)
    return render_template("browse.html", state=shelf().state, view=view)


@blueprint.get("/help")
def help_page() -> str:
    """How a search can be written, and what the fields are called."""
    return render_template(
        "help.html",
        state=shelf().state,
        fields=FIELDS,
        examples=EXAMPLES,
        gap=GAP,
        most_stars=MAX_WILD,
        longest=MAX_TEXT,
    )


@blueprint.get("/documents")
def documents() -> str:
    """Every document, newest first, a page at a time."""
    view = inventory.documents(shelf().catalogue, request.args.get("page", ""))
    return render_template("documents.html", state=shelf().state, view=view)


@blueprint.get("/documents/<document_id>")
def document(document_id: str) -> str:
    """A document: what it holds and what is known of the file."""
    card = card_of(document_id)
    catalogue = shelf().catalogue
    names = {card.name, *card.also}
    return render_template(
        "document.html",
        state=shelf().state,
        card=card,
        entries=list(catalogue.all_entries(card.id)),
        problems=[it for it in catalogue.problems() if it.document in names],
    )


@blueprint.get("/problems")
def problems() -> str:
    """What went wrong with which file, and what to do about it."""
    view = inventory.problems(shelf().catalogue, request.args.get("page", ""))
    return render_template("problems.html", state=shelf().state, view=view)
