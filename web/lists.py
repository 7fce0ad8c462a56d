"""Lists for programs and pages: suggestions, similar entries, batches of terms."""

from __future__ import annotations

import io
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, jsonify, request

from casebase.errors import BadRequestError
from casebase.query import MAX_TEXT, Query
from casebase.search import similar, suggest
from casebase.search.batch import LIMIT, Row, checked, rows, table_json, write_csv
from web.library import find, shelf
from web.popularity import popularity

MOST_TERMS = 200
SECONDS = 10.0  # for a batch; what is not reached by then says so
BODY = 1 << 20  # bytes of a list of terms
FORMATS = ("json", "csv")
blueprint = Blueprint("lists", __name__, url_prefix="/api")


@blueprint.get("/suggest")
def suggestions() -> Response:
    """Names that go on from what is being typed."""
    typed = request.args.get("q", "")[:MAX_TEXT]
    limit = _number(request.args.get("limit"), suggest.LIMIT, suggest.MOST)
    began = time.perf_counter()
    found = popularity().suggest(typed, limit, shelf()) if typed.strip() else []
    took = (time.perf_counter() - began) * 1000
    return jsonify(
        {
            "query": typed,
            "took_ms": round(took, 1),
            "suggestions": [
                asdict(it) | {"label": suggest.KIND_NAMES[it.kind]} for it in found
            ],
        }
    )


@blueprint.get("/entries/<entry_id>/similar")
def similar_entries(entry_id: str) -> Response:
    """Entries of other texts that are like one."""
    limit = _number(request.args.get("limit"), similar.LIMIT, similar.MOST)
    found = shelf().searcher.similar(shelf().catalogue.entry(entry_id), limit)
    return jsonify([similar.similar_json(it) for it in found])


@blueprint.route("/batch", methods=["GET", "POST"])
def batch() -> Response:
    """A table of hits for a list of terms, as JSON or CSV.

    By GET each `term=` is one; by POST the body is JSON: {"terms": […], "exact": true,
    "where": […], "limit": 3, "format": "csv"}.
    """
    given = _posted() if request.method == "POST" else _in_address()
    form = _first(given, "format", FORMATS[0])
    if form not in FORMATS:
        raise BadRequestError(f"没有 {form[:20]} 这种格式。", "可用 csv 或 json。")
    asked = Query.from_args({"limit": [str(LIMIT)]} | {**given, "q": [""]})
    terms = checked([it for it in given.get("terms", ()) if it.strip()], MOST_TERMS)
    for term in terms:
        Query.from_args({"q": [term]})  # no longer than a query may be
    found = list(rows(find, terms, asked, until=time.monotonic() + SECONDS))
    return _csv(found) if form == "csv" else jsonify(table_json(found))


def _csv(found: Sequence[Row]) -> Response:
    out = io.StringIO(newline="")
    write_csv(found, out)
    response = Response(out.getvalue(), mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="batch.csv"'
    return response


def _in_address() -> Mapping[str, Sequence[str]]:
    given = request.args.to_dict(flat=False)
    return given | {"terms": given.get("term", [])}


def _posted() -> Mapping[str, Sequence[str]]:
    """The JSON of the body, in the form of an address's arguments."""
    body = request.get_json(silent=True) if request.is_json else None
    if not isinstance(body, dict):
        raise BadRequestError(
            "请求的内容不是 JSON 对象。",
            '请用 Content-Type: application/json，内容如 {"terms": ["党建"]}。',
        )
    return {name: _texts(name, value) for name, value in body.items()}


def _texts(name: str, value: Any) -> list[str]:  # noqa: ANN401 - whatever JSON can be
    given = value if isinstance(value, list) else [value]
    if not all(isinstance(it, str | int | bool) for it in given):
        raise BadRequestError(
            f"{str(name)[:20]} 应是文字、整数或它们的列表。", "请改正后重试。"
        )
    return [("01"[it] if isinstance(it, bool) else str(it)) for it in given]


def _first(given: Mapping[str, Sequence[str]], name: str, default: str) -> str:
    return (given.get(name) or [default])[0]


def _number(given: str | None, default: int, most: int) -> int:
    if not given:
        return default
    if not (given.isascii() and given.isdecimal() and 1 <= int(given[:9]) <= most):
        raise BadRequestError(f"limit 应是 1 到 {most} 的整数。", "请改正后重试。")
    return int(given)
