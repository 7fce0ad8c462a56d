"""What people search for here: counted without saying by whom, offered to the others.

A text is offered when it was asked several times and still finds something. What there
is to offer is looked up once a minute at most, beside the requests, so that none waits.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable

from flask import Flask, current_app

from casebase.errors import CasebaseError
from casebase.query import Query
from casebase.results import Results
from casebase.search.suggest import Suggestion, Suggestions, merged
from casebase.settings import Settings
from casebase.workspace import Asked, AskedLog, Workspace, most_asked
from web.library import Searching, Shelf

EXTENSION = "casebase.popularity"
SECONDS = 60.0
MOST = 50  # texts that are offered
log = logging.getLogger(__name__)


class Popularity:
    """Counts what is asked of one application, and knows what is asked often."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is read or written yet."""
        self._folder = settings.workspace
        self._log = AskedLog(self._opened)
        self._offered = Suggestions((), _nowhere)
        self._due = 0.0
        self._lock = threading.Lock()

    def count(self, query: Query, results: Results) -> None:
        """Count a search that a person made; further pages are the same search."""
        if query.text.strip() and not query.offset and not results.incomplete:
            self._log.count(query.text, results.total)

    def suggest(self, typed: str, limit: int, shelf: Shelf) -> list[Suggestion]:
        """Names of the index and popular searches that go on from what was typed."""
        if self._is_due():
            threading.Thread(
                target=self._refresh, args=(shelf.searcher,), daemon=True
            ).start()
        found = shelf.searcher.suggest(typed, limit)
        return merged(self._offered.find(typed, limit), found, limit)

    def close(self) -> None:
        """Write what waits."""
        self._log.close()

    def _is_due(self) -> bool:
        with self._lock:
            due = time.monotonic() >= self._due
            if due:
                self._due = time.monotonic() + SECONDS
            return due

    def _refresh(self, searcher: Searching) -> None:
        """Look up what is asked often, if anything was ever counted."""
        try:
            asked = self._asked()
            self._offered = Suggestions(
                ((it.text, it) for it in _still_found(asked, searcher)), _nowhere
            )
        except CasebaseError as error:
            log.warning("popular searches could not be looked up: %s", error)

    def _asked(self) -> list[Asked]:
        if not Workspace.exists(self._folder):
            return []
        workspace = self._opened()
        try:
            return most_asked(workspace, limit=MOST)
        finally:
            workspace.close()

    def _opened(self) -> Workspace:
        return Workspace.open(self._folder)


def install(app: Flask, settings: Settings) -> None:
    """Count the searches of `app`."""
    app.extensions[EXTENSION] = Popularity(settings)


def popularity() -> Popularity:
    """That of the current application."""
    found: Popularity = current_app.extensions[EXTENSION]
    return found


def _still_found(asked: Iterable[Asked], searcher: Searching) -> list[Suggestion]:
    """Those of the popular texts that find something now, as they were typed."""
    return [
        Suggestion(it.text, "query", it.times)
        for it in asked
        if searcher.search(Query(it.text, correct=False, limit=1)).total
    ]


def _nowhere(text: str) -> Iterable[int]:
    """A search is offered from its beginning alone."""
    del text
    return ()
