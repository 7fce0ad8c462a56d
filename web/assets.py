"""Style sheets and scripts, named by their content so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, request, url_for

A_YEAR = 31_536_000
STATIC = Path(__file__).parent / "static"


def install(app: Flask) -> None:
    """Give templates `asset(name)`, and keep what was asked for by its content."""
    app.jinja_env.globals["asset"] = _address
    app.after_request(_kept)


def _address(name: str) -> str:
    return url_for("static", filename=name, v=_digest(name))


@cache
def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


def _kept(response: Response) -> Response:
    if request.endpoint == "static" and response.status_code in {200, 304}:
        named = request.args.get("v") == _digest((request.view_args or {})["filename"])
        kept = f"public, max-age={A_YEAR}, immutable"
        response.headers["Cache-Control"] = kept if named else "public, no-cache"
    return response
