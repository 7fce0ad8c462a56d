"""Signing in and out, and what only some may see or do."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from casebase.settings import Settings
from casebase.workspace import Accounts, Role, Workspace, deeds
from web.app import create_app
from web.library import Shelf
from web.people import EXTENSION, People

GOOD = "旧船坞里的灯-2026"
MANAGING = ("/manage", "/manage/users", "/manage/trail", "/manage/queries")


@pytest.fixture
def people(app: Flask) -> People:
    found = app.extensions[EXTENSION]
    assert isinstance(found, People)
    for name, role in (
        ("guan", Role.ADMINISTRATOR),
        ("xie", Role.WRITER),
        ("du", Role.READER),
    ):
        found.accounts.add(name, GOOD, role)
    return found


def token(client: FlaskClient, address: str = "/signin") -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(address).text)
    assert found
    return found[1]


def sign_in(
    client: FlaskClient, name: str, password: str = GOOD, **more: str
) -> TestResponse:
    form = {"name": name, "password": password, "csrf_token": token(client)}
    return client.post("/signin", data=form, query_string=more)


def test_signing_in_and_out(client: FlaskClient, people: People) -> None:
    assert "登录" in client.get("/").text
    answer = sign_in(client, "guan", next="/search?q=一支部")
    assert unquote(str(answer.location)) == "/search?q=一支部"
    assert "guan" in client.get("/").text
    client.post("/signout", data={"csrf_token": token(client, "/")})
    assert client.get("/manage").status_code == 302
    done = [it.action for it in deeds(people.workspace)]
    assert done == ["退出登录", "登录"]


@pytest.mark.usefixtures("people")
def test_the_cookie_is_for_this_site_alone(client: FlaskClient) -> None:
    cookie = sign_in(client, "guan").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    secure = client.get("/signin", base_url="https://localhost")
    assert "Secure" in secure.headers["Set-Cookie"]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil",
        "javascript:1",
    ],
)
def test_nobody_is_sent_elsewhere(client: FlaskClient, wanted: str) -> None:
    assert sign_in(client, "guan", next=wanted).location == "/"


@pytest.mark.usefixtures("people")
def test_a_form_that_is_not_ours_is_refused(client: FlaskClient) -> None:
    answer = client.post("/signin", data={"name": "guan", "password": GOOD})
    assert answer.status_code == 400
    assert client.get("/manage").status_code == 302


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("name", "status"), [("", 302), ("du", 403), ("xie", 403), ("guan", 200)]
)
@pytest.mark.parametrize("address", MANAGING)
def test_only_administrators_manage(
    client: FlaskClient, name: str, status: int, address: str
) -> None:
    if name:
        sign_in(client, name)
    assert client.get(address).status_code == status


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    "address", ["/manage/files", "/manage/reindex", "/manage/users", "/manage/users/du"]
)
def test_nothing_is_changed_by_others(
    client: FlaskClient, people: People, address: str
) -> None:
    sign_in(client, "xie")
    form = {"csrf_token": token(client, "/"), "action": "disable", "role": "reader"}
    assert client.post(address, data=form).status_code == 403
    assert not any(it.disabled for it in people.accounts.all())


def test_a_session_ends_when_the_account_changes(
    client: FlaskClient, people: People
) -> None:
    sign_in(client, "guan")
    people.accounts.change("guan", password=GOOD + "!")
    assert client.get("/manage").status_code == 302


@pytest.mark.usefixtures("people")
def test_wrong_passwords_pause(client: FlaskClient) -> None:
    for _ in range(5):
        assert sign_in(client, "guan", "错的密码-12345").status_code == 403
    assert "暂停" in sign_in(client, "guan").text


def test_reading_can_be_closed(settings: Settings, shelf: Shelf) -> None:
    app = create_app(replace(settings, reading="closed"), lambda: shelf)
    workspace = Workspace.open(settings.workspace)
    Accounts(workspace).add("du", GOOD, Role.READER)
    client = app.test_client()
    for address in ("/", "/search?q=一", "/entries/0000000000000001-1", "/problems"):
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert "/signin" in str(answer.location)
    assert client.get("/api/search?q=一").status_code == 403
    assert client.get("/api/suggest?q=一").status_code == 403
    sign_in(client, "du")
    assert client.get("/search?q=一").status_code == 200


def test_an_administrator_adds_changes_and_disables(
    client: FlaskClient, people: People
) -> None:
    sign_in(client, "guan")
    form = {"csrf_token": token(client, "/manage/users")}
    new = form | {"name": "苗青", "password": GOOD, "role": "reader"}
    assert client.post("/manage/users", data=new).status_code == 302
    assert client.post("/manage/users", data=new).status_code == 400  # it is there
    role = form | {"action": "role", "role": "writer"}
    client.post("/manage/users/苗青", data=role)
    client.post("/manage/users/苗青", data=form | {"action": "disable"})
    (found,) = [it for it in people.accounts.all() if it.name == "苗青"]
    assert (found.role, found.disabled) == (Role.WRITER, True)
    refused = client.post("/manage/users/guan", data=form | {"action": "disable"})
    assert refused.status_code == 400
    assert "管理员" in refused.text
    trail = client.get("/manage/trail").text
    assert "添加账号" in trail
    assert "停用账号" in trail


@pytest.mark.usefixtures("people")
def test_signed_in_pages_escape_names(client: FlaskClient) -> None:
    form = {"name": "<script>x</script>", "password": "错", "csrf_token": token(client)}
    assert "<script>x" not in client.post("/signin", data=form).text
