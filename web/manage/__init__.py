"""The pages of those who look after the base: files, index, people, what was done."""

from __future__ import annotations

from flask import Flask, request

from casebase.settings import Settings
from web.manage import corrections, files, records, users
from web.manage.jobs import EXTENSION, Jobs
from web.manage.uploads import BODY
from web.people import may


def install(app: Flask, settings: Settings) -> None:
    """Add the pages; a job starts when somebody asks for one."""
    app.extensions[EXTENSION] = Jobs(settings)
    app.before_request(_make_room)
    for part in (files, corrections, users, records):
        app.register_blueprint(part.blueprint)


def _make_room() -> None:
    """Only who may hand files in may send much, and only there."""
    if request.endpoint == "manage.hand_in" and may("administrator"):
        request.max_content_length = BODY
