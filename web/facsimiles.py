"""The page as it was printed, beside its text: its picture, and marks laid over it.

The marks are a picture of their own, so that the page of an entry waits for nothing and
shows both without a script.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    render_template,
    request,
    url_for,
)

from casebase.catalogue import DocumentCard
from casebase.entry import Entry
from casebase.errors import NotFoundError
from casebase.facsimile import WIDTHS, Gallery, Sheet, located
from casebase.place import Box, Place
from casebase.query import Query
from casebase.results import Mark
from web.addresses import asked, entry_address
from web.library import document, shelf
from web.originals import find

EXTENSION = "casebase.gallery"
A_WEEK = 604_800
AROUND = 3  # pages before and after this one that are linked
PICTURED = frozenset({"pdf"})  # the formats that have pages to show

Marks = Mapping[int, Sequence[Mark]]  # by paragraph index
blueprint = Blueprint("facsimiles", __name__)


@dataclass(frozen=True, slots=True)
class Beside:
    """A page to show beside an entry.

    Attributes:
        number: Of the page.
        framed: The numbers of the paragraphs that are framed on it.
        picture: The address of its picture, and of a large one.
        large: The address of a large one.
        marks: The address of the marks over it.
        others: The pages around it, each with the entry's address that shows it.
    """

    number: int
    framed: tuple[int, ...]
    picture: str
    large: str
    marks: str
    others: tuple[tuple[int, str], ...]


def install(app: Flask) -> None:
    """Give the application a gallery; its child starts with the first picture."""
    app.extensions[EXTENSION] = Gallery()
    app.register_blueprint(blueprint)


def beside(
    entry: Entry, card: DocumentCard, query: Query, marks: Marks
) -> Beside | None:
    """The page to show beside `entry`: the one asked for, or the first that matched.

    None where the document has no pages that can be shown.
    """
    if card.format not in PICTURED or entry.pages is None:
        return None
    first, last = entry.pages
    number = min(max(_asked_page() or _first_marked(entry, marks), first), last)
    around = range(max(first, number - AROUND), min(last, number + AROUND) + 1)
    return Beside(
        number=number,
        framed=tuple(at + 1 for at in sorted(marks) if _on(entry, at, number)),
        picture=_picture(card.id, number, WIDTHS[0]),
        large=_picture(card.id, number, WIDTHS[1]),
        marks=_marks_address(entry, number, query),
        others=tuple((it, _page_address(entry, query, it)) for it in around),
    )


def _asked_page() -> int:
    given = request.args.get("page", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0  # noqa: PLR2004 - no document has so many pages


def _first_marked(entry: Entry, marks: Marks) -> int:
    pages = (entry.paragraphs[at].page for at in sorted(marks))
    fallback = entry.pages[0] if entry.pages else 1
    return next((page for page in pages if page), fallback)


def _on(entry: Entry, at: int, number: int) -> bool:
    return any(place.page == number for place in entry.paragraphs[at].places)


def _picture(document_id: str, number: int, width: int) -> str:
    return url_for(
        "facsimiles.page", document_id=document_id, number=number, width=width
    )


def _marks_address(entry: Entry, number: int, query: Query) -> str:
    path = url_for("facsimiles.marks", entry_id=entry.id, number=number)
    kept = {"q", "exact", "expand"}
    return f"{path}?{urlencode([it for it in query.to_args() if it[0] in kept])}"


def _page_address(entry: Entry, query: Query, number: int) -> str:
    address = entry_address(entry.id, query)
    return f"{address}{'&' if '?' in address else '?'}page={number}"


@blueprint.get("/documents/<document_id>/pages/<int:number>")
def page(document_id: str, number: int) -> Response:
    """The picture of a page."""
    width = request.args.get("width", WIDTHS[0], type=int)
    sheet = _sheet(document(document_id), number, width)
    response = Response(sheet.picture, mimetype="image/webp")
    return _kept(response)


@blueprint.get("/entries/<entry_id>/pages/<int:number>/marks")
def marks(entry_id: str, number: int) -> Response:
    """The frames of the paragraphs that matched on a page, and of what matched."""
    entry = shelf().catalogue.entry(entry_id)
    sheet = _sheet(document(entry.document_id), number, WIDTHS[0])
    query = asked()
    found = shelf().searcher.marks(query, entry)[1] if query.text.strip() else ()
    frames: list[Box] = []
    hits: list[Box] = []
    for paragraph, on_it in zip(entry.paragraphs, found, strict=False):
        wanted = [paragraph.text[mark.start : mark.end] for mark in on_it]
        for place in _there(paragraph.places, number) if wanted else ():
            frames.append(place.box)
            hits += located(sheet.runs, place.box, wanted)
    drawn = render_template("marks.svg", sheet=sheet, frames=frames, hits=hits)
    return _kept(Response(drawn, mimetype="image/svg+xml"))


def _there(places: Sequence[Place], number: int) -> list[Place]:
    return [place for place in places if place.page == number]


def _sheet(card: DocumentCard, number: int, width: int) -> Sheet:
    if card.format not in PICTURED:
        raise NotFoundError("这份文献没有原页可看。", "可以下载原件，用别的软件打开。")
    gallery: Gallery = current_app.extensions[EXTENSION]
    path = find(current_app.config["CORPUS"], card)
    return gallery.sheet(card.id, path, number, width)


def _kept(response: Response) -> Response:
    """A document's id is that of its bytes: its pages never change."""
    response.headers["Cache-Control"] = f"private, max-age={A_WEEK}"
    return response
