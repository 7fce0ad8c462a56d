"""The web application: pages for people, JSON for programs."""

from __future__ import annotations

from flask import Flask

from casebase.settings import Settings
from web import (
    api,
    assets,
    exports,
    facsimiles,
    failures,
    lists,
    manage,
    originals,
    pages,
    people,
    popularity,
    preferences,
    safety,
    wording,
)
from web.addresses import export_address, narrowed, search_for
from web.library import EXTENSION, Library, Shelves


def create_app(settings: Settings, shelves: Shelves | None = None) -> Flask:
    """The application over the index of `settings.home`.

    Args:
        settings: Where corpus/ and index/ are.
        shelves: Hands out the snapshot to read; by default the current one.
    """
    app = Flask("web", static_folder="static", template_folder="templates")
    app.config.update(
        CORPUS=settings.corpus,
        MAX_CONTENT_LENGTH=lists.BODY,
        PROVIDE_AUTOMATIC_OPTIONS=False,
    )
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        say=wording,
        narrowed=narrowed,
        search_for=search_for,
        export_address=export_address,
    )
    app.extensions[EXTENSION] = shelves or Library(settings)
    for part in (assets, safety, failures, preferences, facsimiles):
        part.install(app)
    for part in (manage, people, popularity):
        part.install(app, settings)
    for part in (pages, originals, api, lists, exports):
        app.register_blueprint(part.blueprint)
    people.csrf.exempt(lists.blueprint)  # it changes nothing, and programs post to it
    return app
