"""The same as the pages, as JSON for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, jsonify

from casebase.catalogue import DocumentCard
from casebase.entry import Entry, entry_json
from casebase.results import copies_json, results_json
from casebase.search.tally import tallied, tally_field, tally_json
from web.addresses import asked
from web.library import document, find, shelf

blueprint = Blueprint("api", __name__, url_prefix="/api")


@blueprint.get("/search")
def search() -> Response:
    """Search, with the arguments of the search page."""
    return jsonify(results_json(find(asked())))


@blueprint.get("/entries/<entry_id>")
def entry(entry_id: str) -> Response:
    """An entry with everything that is known of it."""
    found = shelf().catalogue.entry(entry_id)
    also_in = shelf().catalogue.also_in([found.id]).get(found.id, ())
    return jsonify(entry_json(found) | {"also_in": copies_json(also_in)})


@blueprint.get("/facts/<field>")
def facts(field: str) -> Response:
    """The values of a field, each with the entries that have it counted."""
    wanted = tally_field(field)
    counted = tallied(shelf().catalogue.described(), wanted)
    return jsonify([tally_json(it) for it in counted])


@blueprint.get("/documents/<document_id>")
def one_document(document_id: str) -> Response:
    """A document, its entries in order, and its problems."""
    card = document(document_id)
    catalogue = shelf().catalogue
    names = {card.name, *card.also}
    return jsonify(
        _document_json(card)
        | {
            "entries": [_listed(it) for it in catalogue.all_entries(card.id)],
            "problems": [
                it.to_json() for it in catalogue.problems() if it.document in names
            ],
        }
    )


@blueprint.get("/problems")
def problems() -> Response:
    """What went wrong with which file, and what to do."""
    return jsonify([problem.to_json() for problem in shelf().catalogue.problems()])


def _document_json(card: DocumentCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "document": card.name,
        "also": list(card.also),
        "format": card.format,
        "title": card.title,
        "subtitle": card.subtitle or None,
        "metadata": {
            name: text or None for name, text in asdict(card.metadata).items()
        },
        "page_count": card.page_count,
        "entry_count": card.entry_count,
        "added": card.added,
    }


def _listed(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": str(entry.kind),
        "number": entry.number,
        "title": entry.title,
        "path": list(entry.path),
        "pages": list(entry.pages) if entry.pages else None,
    }
