from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from casebase.errors import BadRequestError, NotFoundError
from casebase.workspace import (
    Accounts,
    Role,
    SignInError,
    Workspace,
    accounts,
    deeds,
    record,
    secret_key,
)
from casebase.workspace.passwords import fits, hashed

GOOD = "旧船坞里的灯-2026"
HOME = "127.0.0.1"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.open(tmp_path / "workspace")
    yield opened
    opened.close()


@pytest.fixture
def people(workspace: Workspace) -> Accounts:
    made = Accounts(workspace)
    made.add("guan", GOOD, Role.ADMINISTRATOR)
    return made


def test_who_was_added_signs_in(people: Accounts) -> None:
    people.add("苗青", GOOD + "x", Role.WRITER)
    assert people.sign_in("苗青", GOOD + "x", HOME).role is Role.WRITER
    assert [it.name for it in people.all()] == ["guan", "苗青"]


@pytest.mark.parametrize(
    ("name", "password"), [("guan", "错的密码-12345"), ("nobody", GOOD), ("", "")]
)
def test_what_does_not_fit_says_the_same(
    people: Accounts, name: str, password: str
) -> None:
    with pytest.raises(SignInError, match="账号或密码不对") as raised:
        people.sign_in(name, password, HOME)
    assert "再错 4 次" in raised.value.advice


def test_nobody_tries_for_ever(
    people: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(accounts.TRIES):
        with pytest.raises(SignInError):
            people.sign_in("guan", "错的密码-12345", HOME)
    with pytest.raises(SignInError, match="已暂停"):
        people.sign_in("guan", GOOD, "10.0.0.9")
    with pytest.raises(SignInError, match="已暂停"):
        people.sign_in("other", GOOD, HOME)
    monkeypatch.setattr(accounts, "PAUSE", timedelta(0))
    assert people.sign_in("guan", GOOD, HOME).name == "guan"


def test_a_change_ends_all_sessions(people: Accounts) -> None:
    before = people.sign_in("guan", GOOD, HOME)
    people.change("guan", password=GOOD + "!")
    after = people.sign_in("guan", GOOD + "!", HOME)
    assert after.session != before.session
    with pytest.raises(SignInError):
        people.sign_in("guan", GOOD, HOME)


def test_who_is_disabled_stays_out(people: Accounts) -> None:
    people.add("fang", GOOD, Role.READER)
    people.change("fang", disabled=True)
    with pytest.raises(SignInError):
        people.sign_in("fang", GOOD, HOME)


@pytest.mark.parametrize("change", [{"role": Role.READER}, {"disabled": True}])
def test_somebody_can_always_manage(
    people: Accounts, change: dict[str, Role | bool]
) -> None:
    with pytest.raises(BadRequestError, match="管理员"):
        people.change("guan", **change)  # type: ignore[arg-type]
    assert people.sign_in("guan", GOOD, HOME).role is Role.ADMINISTRATOR


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("guan", GOOD),
        ("a b", GOOD),
        ("<b>", GOOD),
        ("", GOOD),
        ("x" * 41, GOOD),
        ("li", "short"),
        ("li", "x" * 201),
        ("li", "aaaaaaaaaaaa"),
    ],
)
def test_names_and_passwords_that_will_not_do(
    people: Accounts, name: str, password: str
) -> None:
    with pytest.raises(BadRequestError):
        people.add(name, password, Role.READER)
    assert len(people.all()) == 1


def test_nobody_is_nobody(people: Accounts) -> None:
    assert people.find("li") is None
    with pytest.raises(NotFoundError):
        people.change("li", role=Role.READER)


def test_passwords_are_salted_and_whole() -> None:
    assert hashed(GOOD) != hashed(GOOD)
    kept = hashed(GOOD)
    assert GOOD not in kept
    assert fits(GOOD, kept)
    assert not fits(GOOD + " ", kept)


def test_each_role_may_what_those_before_may() -> None:
    assert Role.ADMINISTRATOR.may(Role.WRITER)
    assert Role.WRITER.may(Role.WRITER)
    assert not Role.READER.may(Role.WRITER)


def test_the_key_is_made_once(workspace: Workspace) -> None:
    assert secret_key(workspace) == secret_key(workspace)
    assert len(secret_key(workspace)) == 64


def test_what_was_done_is_told_the_latest_first(workspace: Workspace) -> None:
    for number in range(3):
        record(workspace, "guan", "上传", f"{number}.pdf" * 200)
    told = deeds(workspace, limit=2)
    assert [it.subject[0] for it in told] == ["2", "1"]
    assert len(told[0].subject) == 500
    assert deeds(workspace, limit=2, offset=2)[0].subject[0] == "0"
