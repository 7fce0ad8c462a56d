"""The document as received, to take away; never shown inside our own pages.

A file from anywhere may hold scripts. It is sent as an attachment of no particular
type, and would have no rights if a browser opened it all the same.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from flask import Blueprint, Response, current_app, send_file

from casebase.catalogue import DocumentCard, located
from casebase.errors import NotFoundError
from web.library import document

SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
blueprint = Blueprint("originals", __name__)


@blueprint.get("/documents/<document_id>/file")
def original(document_id: str) -> Response:
    """The bytes of a document below corpus/, under its own name."""
    card = document(document_id)
    path = find(current_app.config["CORPUS"], card)
    response = send_file(
        path,
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=PurePosixPath(card.name).name,
    )
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


def find(corpus: Path, card: DocumentCard) -> Path:
    """Where the document lies: under any of its names, but never outside `corpus`.

    Raises:
        NotFoundError: It was removed or moved since it was indexed.
    """
    root = corpus.resolve()
    for name in (card.name, *card.also):
        path = located(name, root).resolve()
        if path.is_relative_to(root) and path.is_file():
            return path
    raise NotFoundError(
        "原件已不在文献目录中。", "它可能被移走或改名；请管理员重建索引后再试。"
    )
