"""Correcting what was found in an entry, and taking corrections back."""

from __future__ import annotations

from dataclasses import astuple, is_dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from casebase.build import Corrected, correct, standings, undo
from casebase.catalogue import Catalogue
from casebase.corrections import Action, Wish, asked, load
from casebase.corrections.record import SINGULAR
from casebase.entry import FACTS, PART_NAMES, Entry, Value
from casebase.errors import CasebaseError
from casebase.lexicon import load_lexicon
from casebase.workspace import Role
from web.library import shelf
from web.manage.jobs import jobs
from web.people import done, needs, person

LATER = "更正已记下，但还没有显示；请稍后到“文件与索引”重建索引。"
DONE = {
    Action.SET: "改为",
    Action.CLEAR: "去掉全部",
    Action.ADD: "添上",
    Action.REMOVE: "去掉",
}
blueprint = Blueprint("corrections", __name__, url_prefix="/manage/corrections")


@blueprint.get("")
@needs(Role.ADMINISTRATOR)
def listed() -> str:
    """The corrections in force."""
    with Catalogue.open(jobs().settings.database) as catalogue:
        found = standings(jobs().settings, catalogue)
    rows = [
        (
            it,
            FACTS.get(it.correction.wish.field, it.correction.wish.field),
            DONE[it.correction.wish.action],
            _said(it.correction.wish.value),
        )
        for it in found
    ]
    return render_template("manage/corrections.html", rows=rows)


@blueprint.get("/<entry_id>")
@needs(Role.ADMINISTRATOR)
def of_entry(entry_id: str) -> str:
    """What is known of an entry, with a form to correct it."""
    return _page(shelf().catalogue.entry(entry_id), "")


@blueprint.post("/<entry_id>")
@needs(Role.ADMINISTRATOR)
def add(entry_id: str) -> Response | tuple[str, int]:
    """Set, add, or take out a fact."""
    entry = shelf().catalogue.entry(entry_id)
    try:
        wish = _wish(entry)
        made = correct(jobs().settings, entry, wish, _who())
    except CasebaseError as error:
        return _page(entry, f"{error.message}{_here(error.advice)}"), 400
    done("更正事实", f"{entry.title}：{FACTS[wish.field]}{DONE[wish.action]}")
    return _after(made, entry)


@blueprint.post("/undo/<int:number>")
@needs(Role.ADMINISTRATOR)
def take_back(number: int) -> Response:
    """Let a correction hold no more."""
    wanted = [it for it in load(jobs().settings.workspace) if it.number == number]
    if not wanted:
        raise NotFound
    undo(jobs().settings, wanted[0], _who())
    done("撤回更正", f"{wanted[0].title}（第 {number} 条）")
    return redirect(url_for("corrections.listed"))


def _after(made: Corrected, entry: Entry) -> Response | tuple[str, int]:
    if made.pending is not None:
        return _page(entry, LATER), 202
    return redirect(url_for("corrections.of_entry", entry_id=entry.id))


def _wish(entry: Entry) -> Wish:
    """What the form asks for: to take out a fact, by its place, or a new one."""
    name, given = request.form.get("field", ""), request.form.get("value", "").strip()
    if "remove" in request.form:
        place = request.form.get("remove", -1, type=int)
        if not 0 <= place < len(entry.facts):
            raise NotFound
        fact = entry.facts[place]
        if fact.name in SINGULAR:
            return Wish(Action.CLEAR, fact.name)
        return Wish(Action.REMOVE, fact.name, fact.value)
    lines = request.form.get("parts", "").splitlines()
    parts = [line for line in lines if line.strip()]
    lexicon = load_lexicon(jobs().settings.lexicons)
    return asked(name, given or None, parts, Action.ADD, lexicon)


def _who() -> str:
    there = person()
    return there.name if there else ""


def _here(advice: str) -> str:
    """Advice without the options of the command line."""
    return "" if "--" in advice else advice


def _page(entry: Entry, error: str) -> str:
    facts = [
        (place, FACTS.get(fact.name, fact.name), _said(fact.value), fact.by_person)
        for place, fact in enumerate(entry.facts)
    ]
    return render_template(
        "manage/correct.html",
        entry=entry,
        facts=facts,
        fields=FACTS,
        parts=PART_NAMES,
        error=error,
    )


def _said(value: Value | object) -> str:
    """A value on one line: 样板支部，省级，获评."""
    if isinstance(value, dict):
        named = ((PART_NAMES.get(name, name), it) for name, it in value.items())
        return "，".join(f"{name}={it}" for name, it in named)
    if not is_dataclass(value) or isinstance(value, type):
        return "" if value is None else str(value)
    told = [it for it in astuple(value) if it not in {None, "", ()} and it is not False]
    return "，".join("、".join(it) if isinstance(it, tuple) else str(it) for it in told)
