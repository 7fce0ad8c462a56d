"""Files and index: hand files in, see what became of them, build the index anew."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from casebase.errors import CasebaseError, Problem, Severity
from casebase.workspace import Role, most_asked
from web.library import EXTENSION as SHELVES
from web.library import Shelf, Shelves
from web.manage.jobs import jobs
from web.manage.uploads import Handed, take
from web.people import done, needs, people

HANDED = "casebase.handed"  # what was handed in last, until the next time
FRUITLESS = 8  # queries without a hit that are shown
PROBLEMS = 20
blueprint = Blueprint("manage", __name__, url_prefix="/manage")


@blueprint.get("")
@needs(Role.ADMINISTRATOR)
def home() -> str:
    """What was handed in, what is wrong, and how the index stands."""
    handed: Sequence[Handed] = current_app.extensions.get(HANDED, ())
    shelf = _shelf()
    problems = shelf.catalogue.problems() if shelf else []
    grave = [it for it in problems if it.severity is not Severity.NOTE]
    return render_template(
        "manage/files.html",
        state=shelf.state if shelf else None,
        handed=[(it, _verdict(it, problems)) for it in handed],
        job=jobs().last,
        problems=grave[:PROBLEMS],
        more=max(len(grave) - PROBLEMS, 0),
        fruitless=_fruitless(),
    )


@blueprint.post("/files")
@needs(Role.ADMINISTRATOR)
def hand_in() -> Response:
    """Take files, and bring the index in line with them."""
    settings = jobs().settings
    handed = take(settings, request.files.getlist("files"))
    current_app.extensions[HANDED] = handed
    for it in handed:
        done("上传" if it.name else "上传被拒", it.name or it.shown)
    if any(it.name and not it.known for it in handed):
        jobs().start()
    return redirect(url_for("manage.home"))


@blueprint.post("/reindex")
@needs(Role.ADMINISTRATOR)
def build() -> Response:
    """Build the index anew: what changed, or everything."""
    full = request.form.get("full") == "1"
    if jobs().start(full=full):
        done("重建索引", "全部重读" if full else "")
    return redirect(url_for("manage.home"))


def _shelf() -> Shelf | None:
    """The current snapshot; None before the first, which can be built here."""
    shelves: Shelves = current_app.extensions[SHELVES]
    try:
        return shelves()
    except CasebaseError:
        return None


def _verdict(handed: Handed, problems: Sequence[Problem]) -> tuple[str, str, str]:
    """What became of a file: a class of the look, a word, and why."""
    if not handed.name:
        return "is-bad", "未收", handed.error
    told = [it for it in problems if it.document == handed.name]
    last = jobs().last
    if last is not None and last.running and not handed.known:
        return "is-wait", "正在入库", ""
    for severity, look, word in (
        (Severity.LOST, "is-bad", "未入库"),
        (Severity.DAMAGED, "is-part", "部分入库"),
    ):
        found = [it for it in told if it.severity is severity]
        if found:
            return look, word, f"{found[0].message}{found[0].advice}"
    return "", "已有" if handed.known else "已入库", told[0].message if told else ""


def _fruitless() -> list[tuple[str, int]]:
    found = people()
    if found is None:
        return []
    asked = most_asked(found.workspace, fruitless=True, days=7, limit=FRUITLESS)
    return [(it.text, it.times) for it in asked]
