"""What a browser may do with our answers, and what may be asked at all."""

from __future__ import annotations

from flask import Flask, Response, request
from werkzeug.exceptions import MethodNotAllowed

READING = frozenset({"GET", "HEAD"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # What is shown may be gone or hidden tomorrow: ask again, and keep it to oneself.
    "Cache-Control": "private, no-cache",
}


def install(app: Flask) -> None:
    """Add the headers to every answer and refuse what no page takes."""
    app.before_request(_only_taken)
    app.after_request(_with_headers)


def _only_taken() -> None:
    taken = READING | ((rule.methods or set()) if (rule := request.url_rule) else set())
    if request.method not in taken or request.method not in {*READING, "POST"}:
        raise MethodNotAllowed(valid_methods=sorted(taken - {"OPTIONS"}))


def _with_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
