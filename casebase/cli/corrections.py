"""`casebase corrections`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import click

from casebase.build import Standing, standings, undo
from casebase.cli.correcting import signed, taken_back
from casebase.cli.home import catalogue, settings
from casebase.cli.terminal import plain, value_text
from casebase.cli.wording import Command
from casebase.corrections import Action, Fit, load
from casebase.corrections.record import packed, to_json
from casebase.entry import FACTS, PART_NAMES
from casebase.errors import NotFoundError

DONE = {
    Action.SET: "改为",
    Action.CLEAR: "去掉全部",
    Action.ADD: "添上",
    Action.REMOVE: "去掉",
}
STATES = {
    Fit.WHOLE: "",
    Fit.CHANGED: "（原文有变，仍用在同名的条目上）",
    Fit.NONE: "（找不到原来的条目，没有用上）",
}


@click.command(cls=Command, help="列出人工更正，或撤回其中一条。")
@click.option("--undo", "number", type=int, metavar="N", help="撤回第 N 条。")
@click.option("--by", metavar="NAME", help="撤回的人；默认是登录名。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, number: int | None, by: str | None, as_json: bool) -> None:
    """List corrections, or take one back."""
    if number is not None:
        _undo(number, by)
        return
    with catalogue() as opened:
        found = standings(settings(), opened)
    if as_json:
        data = [_object(it) for it in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for it in found:
        click.echo(_line(it))
    if not found:
        click.echo("没有人工更正。")


def _undo(number: int, by: str | None) -> None:
    chosen = settings()
    wanted = [it for it in load(chosen.workspace) if it.number == number]
    if not wanted:
        raise NotFoundError(
            f"没有第 {number} 条更正，或已经撤回。", "请用 casebase corrections 查看。"
        )
    taken_back(undo(chosen, wanted[0], signed(by)))


def _object(it: Standing) -> dict[str, Any]:
    return to_json(it.correction) | {"state": str(it.fit), "entry": it.entry}


def _line(it: Standing) -> str:
    made = it.correction
    wish = made.wish
    what = f"{FACTS.get(wish.field, wish.field)}{DONE[wish.action]}"
    if isinstance(wish.value, Mapping):
        parts = packed(wish.value).items()
        what += " " + "，".join(f"{PART_NAMES[name]}={part}" for name, part in parts)
    elif wish.value is not None:
        what += f" {value_text(wish.value)}"
    where = f"{plain(made.document)}《{plain(made.title)}》"
    lead = f"{made.number:>3}. {made.at[:10]} {plain(made.by)}  {where}"
    return f"{lead}{plain(what)}{STATES[it.fit]}"
