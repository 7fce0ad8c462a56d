"""`casebase user`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from casebase.cli.home import settings
from casebase.cli.terminal import plain, table
from casebase.cli.wording import ChineseContext, Command
from casebase.errors import BadRequestError
from casebase.workspace import ROLES, Accounts, Role, Workspace, record

NAMES = {label: role for role, label in ROLES.items()}
PASSWORD = "密码（不会显示，至少 10 个字符）"  # noqa: S105 - what is asked, no password
AGAIN = "再输入一次"


class Group(click.Group):
    """A group whose help is Chinese."""

    context_class = ChineseContext


@click.group(cls=Group, help="管理网页的账号：添加、列出、改密码、改角色、停用。")
def command() -> None:
    """Accounts of the web."""


@contextmanager
def _opened() -> Iterator[Workspace]:
    workspace = Workspace.open(settings().workspace)
    try:
        yield workspace
    finally:
        workspace.close()


def _role(name: str) -> Role:
    """A role by the name that people see, or its own.

    Raises:
        BadRequestError: There is none of that name.
    """
    if name in NAMES:
        return NAMES[name]
    if name in set(Role):
        return Role(name)
    raise BadRequestError(
        f"没有“{name[:20]}”这个角色。", f"可用的有：{'、'.join(NAMES)}。"
    )


def _password(*, piped: bool) -> str:
    """A password from the terminal, typed twice, or from a pipe.

    Raises:
        BadRequestError: The two differ.
    """
    if piped:
        return sys.stdin.readline().rstrip("\r\n")
    first: str = click.prompt(PASSWORD, hide_input=True, err=True)
    if click.prompt(AGAIN, hide_input=True, err=True) != first:
        raise BadRequestError("两次输入的密码不一样。", "请重新运行。")
    return first


PIPED = click.option(
    "--password-stdin", "piped", is_flag=True, help="从标准输入读取密码。"
)
NAME = click.argument("name", metavar="NAME")


@command.command(cls=Command, help="添加一个账号；第一个请设为管理员。")
@NAME
@click.option(
    "--role", default="管理员", show_default=True, help="读者、写作者或管理员。"
)
@PIPED
def add(*, name: str, role: str, piped: bool) -> None:
    """Add somebody."""
    chosen = _role(role)
    with _opened() as workspace:
        made = Accounts(workspace).add(name, _password(piped=piped), chosen)
        record(workspace, "", "添加账号", f"{made.name}（{ROLES[made.role]}）")
    click.echo(f"已添加{ROLES[made.role]} {plain(made.name)}。")


@command.command("list", cls=Command, help="列出账号。")
def list_() -> None:
    """List everybody."""
    with _opened() as workspace:
        users = Accounts(workspace).all()
    if not users:
        click.echo("还没有账号；请用 casebase user add 添加第一位管理员。")
    rows = [
        (plain(it.name), ROLES[it.role], "停用" if it.disabled else "", it.created)
        for it in users
    ]
    for line in table(rows) if rows else ():
        click.echo(line)


@command.command(cls=Command, help="换一个密码；已登录的会话随即失效。")
@NAME
@PIPED
def password(*, name: str, piped: bool) -> None:
    """Give somebody another password."""
    with _opened() as workspace:
        Accounts(workspace).change(name, password=_password(piped=piped))
        record(workspace, "", "改密码", name)
    click.echo(f"已更换 {plain(name)} 的密码。")


@command.command(cls=Command, help="改角色：读者、写作者或管理员。")
@NAME
@click.argument("role", metavar="ROLE")
def role(*, name: str, role: str) -> None:
    """Give somebody another role."""
    chosen = _role(role)
    with _opened() as workspace:
        Accounts(workspace).change(name, role=chosen)
        record(workspace, "", "改角色", f"{name}（{ROLES[chosen]}）")
    click.echo(f"{plain(name)} 现在是{ROLES[chosen]}。")


@command.command(cls=Command, help="停用一个账号；--back 恢复。")
@NAME
@click.option("--back", is_flag=True, help="恢复使用。")
def disable(*, name: str, back: bool) -> None:
    """Let somebody in no longer, or again."""
    with _opened() as workspace:
        Accounts(workspace).change(name, disabled=not back)
        record(workspace, "", "恢复账号" if back else "停用账号", name)
    click.echo(f"已{'恢复' if back else '停用'} {plain(name)}。")
