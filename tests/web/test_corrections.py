"""Correcting facts from the web, over a real index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from casebase.build import reindex
from casebase.catalogue import Catalogue
from casebase.settings import Settings, load_settings
from casebase.workspace import Accounts, Role, Workspace
from tests.web.test_people import GOOD, sign_in, token
from web.app import create_app
from web.library import Library

TEXT = (
    "青禾职业学院机电系党支部的长桌\n\n"
    "2023年，青禾职业学院机电系党支部获评全省党建工作样板支部，形成“1+2+N”工作法。\n"
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "长桌.txt").write_text(TEXT, encoding="utf-8")
    made = load_settings(tmp_path)
    reindex(made)
    workspace = Workspace.open(made.workspace)
    Accounts(workspace).add("guan", GOOD, Role.ADMINISTRATOR)
    return made


@pytest.fixture
def client(settings: Settings) -> Iterator[FlaskClient]:
    library = Library(settings)
    made = create_app(settings, library).test_client()
    sign_in(made, "guan")
    yield made
    library.close()


def entry_of(settings: Settings) -> str:
    with Catalogue.open(settings.database) as catalogue:
        return next(iter(catalogue.entry_ids()))


def values(settings: Settings, name: str) -> list[object]:
    with Catalogue.open(settings.database) as catalogue:
        return catalogue.entry(entry_of(settings)).values(name)


def test_a_fact_is_put_right_and_the_correction_taken_back(
    client: FlaskClient, settings: Settings
) -> None:
    address = f"/manage/corrections/{entry_of(settings)}"
    assert "更正" in client.get(address.replace("/manage/corrections", "/entries")).text
    form = {"csrf_token": token(client, address)}
    school = form | {"field": "school", "value": "乙学院"}
    assert client.post(address, data=school).status_code == 302
    assert values(settings, "school") == ["乙学院"]
    honour = form | {
        "field": "honours",
        "value": "标杆院系",
        "parts": "级别=省级\n状态=获评",
    }
    assert client.post(address, data=honour).status_code == 302
    assert len(values(settings, "honours")) == 2
    listed = client.get("/manage/corrections").text
    assert "标杆院系" in listed
    (first,) = re.findall(r'action="(/manage/corrections/undo/1)"', listed)
    client.post(first, data=form)
    assert values(settings, "school") == ["青禾职业学院"]


def test_a_wrong_fact_is_taken_out(client: FlaskClient, settings: Settings) -> None:
    address = f"/manage/corrections/{entry_of(settings)}"
    shown = client.get(address).text
    (place,) = re.findall(r'value="(\d+)" aria-label="去掉工作法', shown)
    form = {"csrf_token": token(client, address), "remove": place}
    assert client.post(address, data=form).status_code == 302
    assert values(settings, "methods") == []


def test_what_cannot_be_meant_is_told(client: FlaskClient, settings: Settings) -> None:
    address = f"/manage/corrections/{entry_of(settings)}"
    form = {"csrf_token": token(client, address)}
    for wrong in (
        {"field": "school", "value": ""},
        {"field": "date", "value": "去年"},
        {"field": "honours", "value": "奖", "parts": "级别=宇宙级"},
        {"field": "nothing", "value": "x"},
    ):
        answer = client.post(address, data=form | wrong)
        assert answer.status_code == 400, wrong
        assert 'role="alert"' in answer.text
        assert "--" not in re.sub(
            r"<!--|-->", "", answer.text.split('role="alert"')[1][:200]
        )
    assert client.post(address, data=form | {"remove": "999"}).status_code == 404
