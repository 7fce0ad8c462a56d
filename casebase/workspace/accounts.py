"""Who may sign in, and as what."""

from __future__ import annotations

import re
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from casebase.errors import BadRequestError, CasebaseError, NotFoundError
from casebase.workspace import schema
from casebase.workspace.database import Workspace
from casebase.workspace.passwords import fits, hashed, nobodys

TRIES = 5  # failures before a pause
PAUSE = timedelta(minutes=10)
_NAME = re.compile(r"[\w.@-]{1,40}")
_KEY = "secret_key"


class Role(StrEnum):
    """What somebody may do; each may do what those before may."""

    READER = "reader"  # read and search, where that is not open to all
    WRITER = "writer"  # clip and write
    ADMINISTRATOR = "administrator"  # manage files, words, facts and people

    def may(self, needed: Role) -> bool:
        """Whether it includes `needed`."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


ROLES = {
    Role.READER: "读者",
    Role.WRITER: "写作者",
    Role.ADMINISTRATOR: "管理员",
}


class SignInError(CasebaseError):
    """A name and a password that do not fit, or too many of them."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in.

    Attributes:
        name: By which they sign in.
        role: What they may do.
        disabled: Whether they may not sign in for now.
        session: Sessions that were begun under another number have ended.
        created: When, ISO 8601 with time zone.
    """

    name: str
    role: Role
    disabled: bool
    session: int
    created: str


class Accounts:
    """The accounts of a home. It may be used from several threads."""

    def __init__(self, workspace: Workspace) -> None:
        """`workspace` keeps them."""
        self._workspace = workspace

    def all(self) -> list[User]:
        """Everybody, by name."""
        table = schema.users
        with self._workspace.work() as connection:
            rows = connection.execute(select(table).order_by(table.c.name)).mappings()
            return [_user(row) for row in rows]

    def find(self, name: str) -> User | None:
        """The user of that name, if any."""
        with self._workspace.work() as connection:
            row = _row(connection, name)
        return _user(row) if row else None

    def add(self, name: str, password: str, role: Role) -> User:
        """Add somebody.

        Raises:
            BadRequestError: A name or a password that will not do, or a name in use.
        """
        if not _NAME.fullmatch(name):
            raise BadRequestError(
                "账号名应是 1 到 40 个字母、汉字、数字或 . - _ @。", "请换一个再试。"
            )
        kept = hashed(password)
        with self._workspace.work() as connection:
            if _row(connection, name) is not None:
                raise BadRequestError(f"账号“{name}”已经有了。", "请换一个名字。")
            made = User(name, role, disabled=False, session=1, created=_now())
            row = {**asdict(made), "role": role.value, "password": kept}
            connection.execute(insert(schema.users), [row])
        return made

    def change(
        self,
        name: str,
        *,
        password: str | None = None,
        role: Role | None = None,
        disabled: bool | None = None,
    ) -> None:
        """Give somebody another password or role, or let them in or not.

        All their sessions end.

        Raises:
            NotFoundError: There is nobody of that name.
            BadRequestError: A password that will not do, or nobody would be left who
                can manage.
        """
        values: dict[str, object] = {}
        if password is not None:
            values["password"] = hashed(password)
        if role is not None:
            values["role"] = role.value
        if disabled is not None:
            values["disabled"] = disabled
        table = schema.users
        with self._workspace.work() as connection:
            if _row(connection, name) is None:
                raise NotFoundError(f"没有账号“{name}”。", "请检查名字。")
            connection.execute(
                update(table)
                .where(table.c.name == name)
                .values(session=table.c.session + 1, **values)
            )
            if not _managed(connection):
                raise BadRequestError(
                    "至少要有一位可以登录的管理员。", "请先添加另一位管理员。"
                )

    def sign_in(self, name: str, password: str, address: str) -> User:
        """Who signs in from `address`.

        Raises:
            SignInError: Name and password do not fit, or there were too many tries.
        """
        subjects = (f"账号 {name[:40]}", f"地址 {address[:60]}")
        with self._workspace.work() as connection:
            _pause(connection, subjects)
            row = _row(connection, name)
        fitting = fits(password, row["password"] if row else nobodys())
        if row is None or not fitting or row["disabled"]:
            with self._workspace.work() as connection:
                left = min(_failed(connection, it) for it in subjects)
            raise SignInError("账号或密码不对。", _warning(left))
        with self._workspace.work() as connection:
            table = schema.failures
            connection.execute(delete(table).where(table.c.subject == subjects[0]))
        return _user(row)


def secret_key(workspace: Workspace) -> str:
    """The key that sessions are signed with, made at its first use."""
    table = schema.choices
    with workspace.work() as connection:
        made = {"name": _KEY, "value": secrets.token_hex(32)}
        connection.execute(upsert(table).values(made).on_conflict_do_nothing())
        kept = connection.execute(
            select(table.c.value).where(table.c.name == _KEY)
        ).scalar()
    return str(kept)


def _row(connection: Connection, name: str) -> RowMapping | None:
    table = schema.users
    found = connection.execute(select(table).where(table.c.name == name))
    return found.mappings().first()


def _user(row: RowMapping) -> User:
    return User(
        row["name"], Role(row["role"]), row["disabled"], row["session"], row["created"]
    )


def _managed(connection: Connection) -> bool:
    """Whether somebody can manage, or nobody ever could."""
    table = schema.users
    managing = table.c.role == Role.ADMINISTRATOR.value
    able = select(func.count()).where(managing, table.c.disabled.is_(False))
    return bool(connection.execute(able).scalar())


def _pause(connection: Connection, subjects: tuple[str, ...]) -> None:
    table = schema.failures
    since = (datetime.now(UTC) - PAUSE).isoformat()
    connection.execute(delete(table).where(table.c.last < since))
    tried = select(func.max(table.c.count)).where(table.c.subject.in_(subjects))
    if (connection.execute(tried).scalar() or 0) >= TRIES:
        minutes = int(PAUSE.total_seconds() // 60)
        raise SignInError("失败的次数太多，登录已暂停。", f"请过 {minutes} 分钟再试。")


def _failed(connection: Connection, subject: str) -> int:
    """Count a failure; how many more are allowed."""
    table = schema.failures
    now = datetime.now(UTC).isoformat()
    row = {"subject": subject, "count": 1, "last": now}
    more = {"count": table.c.count + 1, "last": now}
    connection.execute(
        upsert(table)
        .values(row)
        .on_conflict_do_update(index_elements=["subject"], set_=more)
    )
    count = select(table.c.count).where(table.c.subject == subject)
    return TRIES - int(connection.execute(count).scalar() or 0)


def _warning(left: int) -> str:
    minutes = int(PAUSE.total_seconds() // 60)
    if left > 0:
        return f"再错 {left} 次将暂停 {minutes} 分钟。"
    return f"登录已暂停 {minutes} 分钟。"


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
