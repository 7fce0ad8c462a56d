"""How a person likes the pages: kept in a cookie, changed by an argument, no script."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from flask import Flask, Response, request

# The first value is the one nobody has to ask for.
PREFERENCES: Mapping[str, tuple[str, ...]] = {
    "theme": ("auto", "light", "dark"),
    "face": ("song", "hei"),
    "view": ("both", "text"),
    "cite": ("2025", "2015", "bibtex", "ris"),
}
A_YEAR = 31_536_000
LONGEST = 6000  # characters of an address worth repeating


def install(app: Flask) -> None:
    """Give templates `preferred(name)` and `preferring(name, value)`."""
    app.jinja_env.globals.update(preferred=preferred, preferring=preferring)
    app.after_request(_remember)


def preferred(name: str) -> str:
    """What this request is to be shown with: as asked, as remembered, or as usual."""
    given = _asked(name) or request.cookies.get(name)
    usual = PREFERENCES[name][0]
    return given if given in PREFERENCES[name] else usual


def preferring(name: str, value: str) -> str:
    """The address of this page, shown with `value`; without what nobody can mean."""
    arguments = request.args.items(multi=True) if len(request.url) < LONGEST else ()
    kept = [(key, given) for key, given in arguments if key not in PREFERENCES]
    return f"{quote(request.path[:LONGEST])}?{urlencode([*kept, (name, value)])}"


def _asked(name: str) -> str | None:
    given = request.args.get(name)
    return given if given in PREFERENCES[name] else None


def _remember(response: Response) -> Response:
    for name in PREFERENCES:
        asked = _asked(name)
        if asked and response.mimetype == "text/html":
            response.set_cookie(
                name, asked, max_age=A_YEAR, samesite="Lax", secure=request.is_secure
            )
    return response
