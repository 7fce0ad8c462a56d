"""Accounts: who may sign in, and as what."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from casebase.errors import CasebaseError
from casebase.workspace import ROLES, Accounts, Role
from web.people import done, needs, people

blueprint = Blueprint("users", __name__, url_prefix="/manage/users")


@blueprint.get("")
@needs(Role.ADMINISTRATOR)
def listed() -> str:
    """Everybody, and a form to add somebody."""
    return _page("")


@blueprint.post("")
@needs(Role.ADMINISTRATOR)
def add() -> Response | tuple[str, int]:
    """Add somebody."""
    name, role = request.form.get("name", "").strip(), _role()
    try:
        _accounts().add(name, request.form.get("password", ""), role)
    except CasebaseError as error:
        return _page(f"{error.message}{error.advice}"), 400
    done("添加账号", f"{name}（{ROLES[role]}）")
    return redirect(url_for("users.listed"))


@blueprint.post("/<name>")
@needs(Role.ADMINISTRATOR)
def change(name: str) -> Response | tuple[str, int]:
    """Give somebody another role or password, or let them in or not."""
    action = request.form.get("action", "")
    try:
        done(_changed(name, action), name)
    except CasebaseError as error:
        return _page(f"{error.message}{error.advice}"), 400
    return redirect(url_for("users.listed"))


def _changed(name: str, action: str) -> str:
    """Change the account; what was done, in words."""
    match action:
        case "role":
            role = _role()
            _accounts().change(name, role=role)
            return f"角色改为{ROLES[role]}"
        case "password":
            _accounts().change(name, password=request.form.get("password", ""))
            return "改密码"
        case "disable" | "enable":
            _accounts().change(name, disabled=action == "disable")
            return "停用账号" if action == "disable" else "恢复账号"
        case _:
            raise NotFound


def _role() -> Role:
    given = request.form.get("role", "")
    if given not in set(Role):
        raise NotFound
    return Role(given)


def _accounts() -> Accounts:
    found = people()
    if found is None:
        raise NotFound
    return found.accounts


def _page(error: str) -> str:
    return render_template(
        "manage/users.html", users=_accounts().all(), roles=ROLES, error=error
    )
