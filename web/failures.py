"""Errors as people and programs see them: what happened, what to do, no internals."""

from __future__ import annotations

import logging
from http import HTTPStatus

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from casebase.errors import (
    BadRequestError,
    CasebaseError,
    IndexBusyError,
    IndexDamagedError,
    IndexMissingError,
    NotFoundError,
)
from casebase.query import MAX_TEXT, Query

STATUS: dict[type[CasebaseError], HTTPStatus] = {
    BadRequestError: HTTPStatus.BAD_REQUEST,
    NotFoundError: HTTPStatus.NOT_FOUND,
    IndexMissingError: HTTPStatus.SERVICE_UNAVAILABLE,
    IndexDamagedError: HTTPStatus.SERVICE_UNAVAILABLE,
    IndexBusyError: HTTPStatus.SERVICE_UNAVAILABLE,
}
SAYINGS = {
    HTTPStatus.NOT_FOUND: ("没有这个页面。", "请检查网址，或从首页重新检索。"),
    HTTPStatus.METHOD_NOT_ALLOWED: (
        "这里只能读取，不接受这种请求。",
        "请用 GET 重试。",
    ),
    HTTPStatus.REQUEST_URI_TOO_LONG: ("网址太长。", "请缩短检索词后重试。"),
}
BROKEN = ("这一页没能打开。", "请稍后再试；仍不行，请把时间和网址告诉管理员。")
HEADINGS = {
    HTTPStatus.BAD_REQUEST: "这样写没能看懂",
    HTTPStatus.NOT_FOUND: "没有找到",
    HTTPStatus.METHOD_NOT_ALLOWED: "不能这样请求",
    HTTPStatus.SERVICE_UNAVAILABLE: "现在还不能检索",
}
API = "/api/"
log = logging.getLogger(__name__)


def install(app: Flask) -> None:
    """Answer every error in the form of the page or the interface that was asked."""
    app.register_error_handler(CasebaseError, _told)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _broken)


def _told(error: CasebaseError) -> Response:
    status = STATUS.get(type(error), HTTPStatus.INTERNAL_SERVER_ERROR)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("%s: %s", request.path, error)
    return _answer(status, error.message, error.advice)


def _refused(error: HTTPException) -> Response:
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    message, advice = SAYINGS.get(status, BROKEN)
    response = _answer(status, message, advice)
    for name, value in error.get_headers():
        if name.lower() in {"allow", "location", "retry-after"}:
            response.headers[name] = value
    return response


def _broken(error: Exception) -> Response:
    log.error("%s could not be answered", request.path, exc_info=error)
    return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, *BROKEN)


def _answer(status: HTTPStatus, message: str, advice: str) -> Response:
    if request.path.startswith(API):
        body = jsonify({"error": message, "advice": advice})
    else:
        page = render_template(
            "error.html",
            heading=HEADINGS.get(status, "这一页没能打开"),
            message=message,
            advice=advice,
            again=status >= HTTPStatus.INTERNAL_SERVER_ERROR,
            query=Query(request.args.get("q", "")[:MAX_TEXT]),
        )
        body = make_response(page)
    body.status_code = status
    return body
