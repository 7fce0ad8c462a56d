"""Who is there: signing in and out, and what only some may see or do.

A session is a signed cookie with the account's name and the number of its sessions, so
that a changed password or role ends all of them. The key lies in the workspace. Where
that cannot be opened, everybody reads and nobody signs in.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect
from typing_extensions import override
from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Response as Answer

from casebase.errors import CasebaseError
from casebase.settings import Settings
from casebase.workspace import (
    Accounts,
    Role,
    SignInError,
    User,
    Workspace,
    record,
    secret_key,
)

EXTENSION = "casebase.people"
HALF_A_DAY = 12 * 3600  # seconds until somebody signs in anew
# What nobody has to sign in for, even where reading is not open to all.
ALWAYS = frozenset({"people.sign_in", "people.signed_in", "static"})
log = logging.getLogger(__name__)
csrf = CSRFProtect()
blueprint = Blueprint("people", __name__)
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class People:
    """The accounts, and whether all may read without one."""

    workspace: Workspace
    accounts: Accounts
    open_reading: bool = True


class _Sessions(SecureCookieSessionInterface):
    """Cookies that go over TLS alone wherever there is TLS.

    Flask asks for a class; offices without certificates sign in over plain HTTP.
    """

    @override
    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether this request came over TLS."""
        del app
        return request.is_secure


def install(app: Flask, settings: Settings) -> None:
    """Let people sign in, where the workspace can be opened.

    Forms are checked to be ours after all that was installed before.
    """
    app.config.update(
        SECRET_KEY=secrets.token_hex(32),
        SESSION_COOKIE_NAME="casebase",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=HALF_A_DAY,
        WTF_CSRF_TIME_LIMIT=HALF_A_DAY,
    )
    app.session_interface = _Sessions()
    csrf.init_app(app)
    app.register_blueprint(blueprint)
    app.before_request(_admitted)
    app.jinja_env.globals.update(person=person, may=may)
    try:
        workspace = Workspace.open(settings.workspace)
        app.config["SECRET_KEY"] = secret_key(workspace)
    except CasebaseError as error:
        log.warning("nobody can sign in: %s", error)
        return
    reading = settings.reading == "open"
    app.extensions[EXTENSION] = People(workspace, Accounts(workspace), reading)


def people() -> People | None:
    """The accounts, or None where there are none to be had."""
    found: People | None = current_app.extensions.get(EXTENSION)
    return found


def person() -> User | None:
    """Who is signed in."""
    if "person" not in g:
        g.person = _person()
    found: User | None = g.person
    return found


def may(role: str) -> bool:
    """Whether whoever is there may do what that role may."""
    there = person()
    return there is not None and there.role.may(Role(role))


def needs(role: Role) -> Callable[[Callable[P, T]], Callable[P, T | Answer]]:
    """Lets in only who may do what `role` may; sends others to sign in."""

    def guarded(view: Callable[P, T]) -> Callable[P, T | Answer]:
        @wraps(view)
        def checked(*args: P.args, **kwargs: P.kwargs) -> T | Answer:
            there = person()
            if there is None:
                return _to_sign_in()
            if not there.role.may(role):
                raise Forbidden
            return view(*args, **kwargs)

        return checked

    return guarded


def done(action: str, subject: str = "") -> None:
    """Record what whoever is there did."""
    there, found = person(), people()
    if there is not None and found is not None:
        record(found.workspace, there.name, action, subject)


@blueprint.get("/signin")
def sign_in() -> str:
    """The form to sign in with."""
    return _form("", "")


@blueprint.post("/signin")
def signed_in() -> Answer | tuple[str, int]:
    """Sign in, and go where one wanted to go."""
    found = people()
    name, password = request.form.get("name", ""), request.form.get("password", "")
    if found is None:
        return _form(name, "现在不能登录：工作区打不开，请联系管理员。"), 503
    try:
        there = found.accounts.sign_in(name, password, request.remote_addr or "")
    except SignInError as error:
        return _form(name, f"{error.message}{error.advice}"), 403
    session.clear()
    session.permanent = True
    session.update(name=there.name, session=there.session)
    record(found.workspace, there.name, "登录")
    return redirect(_inside(request.args.get("next", "")))


@blueprint.post("/signout")
def sign_out() -> Answer:
    """Sign out."""
    done("退出登录")
    session.clear()
    return redirect(url_for("pages.home"))


def _form(name: str, error: str) -> str:
    wanted = _inside(request.args.get("next", ""))
    return render_template("signin.html", name=name, error=error, wanted=wanted)


def _person() -> User | None:
    found, name = people(), session.get("name")
    if found is None or not isinstance(name, str):
        return None
    there = found.accounts.find(name)
    fitting = there is not None and there.session == session.get("session")
    return there if there is not None and fitting and not there.disabled else None


def _admitted() -> Answer | Response | None:
    """Where reading is not open to all, everything but signing in is closed."""
    found = people()
    if found is None or found.open_reading or request.endpoint in ALWAYS:
        return None
    if person() is not None:
        return None
    return _to_sign_in()


def _to_sign_in() -> Answer:
    if request.path.startswith("/api/"):
        raise Forbidden
    there = request.full_path if request.method == "GET" else url_for("pages.home")
    return redirect(url_for("people.sign_in", next=there.rstrip("?")))


def _inside(address: str) -> str:
    """An address of ours, or the home page: nobody is sent to another host."""
    parts = urlsplit(address.replace("\\", "/"))
    ours = address.startswith("/") and not address.startswith("//")
    inside = ours and not parts.scheme and not parts.netloc
    return address if inside and address.isprintable() else url_for("pages.home")
