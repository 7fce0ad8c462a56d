"""What was done by whom, and what was asked most and in vain."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.exceptions import NotFound

from casebase.workspace import Role, Workspace, deeds, most_asked
from web.people import needs, people

DEEDS = 50  # on a page
ASKED = 50
blueprint = Blueprint("records", __name__, url_prefix="/manage")


@blueprint.get("/trail")
@needs(Role.ADMINISTRATOR)
def trail() -> str:
    """What was done, the latest first, a page at a time."""
    page = max(request.args.get("page", 1, type=int), 1)
    found = deeds(_workspace(), DEEDS + 1, (page - 1) * DEEDS)
    return render_template(
        "manage/trail.html", deeds=found[:DEEDS], page=page, more=len(found) > DEEDS
    )


@blueprint.get("/queries")
@needs(Role.ADMINISTRATOR)
def queries() -> str:
    """What was asked most, and what found nothing."""
    workspace = _workspace()
    return render_template(
        "manage/queries.html",
        popular=most_asked(workspace, days=30, limit=ASKED),
        fruitless=most_asked(workspace, fruitless=True, days=30, limit=ASKED),
    )


def _workspace() -> Workspace:
    found = people()
    if found is None:
        raise NotFound
    return found.workspace
