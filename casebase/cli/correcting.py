"""`casebase correct`."""

from __future__ import annotations

import getpass
from collections.abc import Sequence

import click

from casebase.build import Corrected, correct, standings, undo
from casebase.catalogue import Catalogue
from casebase.cli.home import catalogue, settings
from casebase.cli.lookup import entry_named
from casebase.cli.terminal import fact_text, plain
from casebase.cli.wording import Command
from casebase.corrections import Action, Correction, asked, fact_named, matching
from casebase.corrections.record import Pattern
from casebase.entry import FACTS, Entry, Value
from casebase.errors import BadRequestError, CasebaseError, NotFoundError
from casebase.lexicon import load_lexicon
from casebase.settings import Settings

SHOWN = 8  # values that a message names
HELP = """更正一个条目的事实；更正存入 workspace 目录，重建索引也不会丢失。

ENTRY 是条目编号，或只有一个条目的文献；FIELD 是学校、日期、荣誉等；VALUE 是正确的值。
学校、省份、城市、日期、年份、体裁只有一个值，写出的值就是它；其余的写出一个就添上一个。

\b
casebase correct 3f2a…9c-12 学校 青禾职业学院
casebase correct 3f2a…9c-12 荣誉 省级样板支部 --with 级别=省级 --with 状态=获评
casebase correct 3f2a…9c-12 品牌 先锋岗 --remove
"""


@click.command(cls=Command, help=HELP, short_help="更正一个条目的事实。")
@click.argument("entry", metavar="ENTRY")
@click.argument("field", metavar="FIELD")
@click.argument("value", metavar="[VALUE]", required=False)
@click.option(
    "--with",
    "parts",
    multiple=True,
    metavar="PART=VALUE",
    help="荣誉、品牌、政策、数字等的其他部分，可写多次：级别=省级。",
)
@click.option("--remove", is_flag=True, help="去掉这个值（各部分都相符的）。")
@click.option("--clear", is_flag=True, help="这一项没有值：全部去掉。")
@click.option("--undo", "back", is_flag=True, help="撤回这一项的最后一条更正。")
@click.option("--by", metavar="NAME", help="更正的人；默认是登录名。")
def command(  # noqa: PLR0913 - as many options as there are
    *,
    entry: str,
    field: str,
    value: str | None,
    parts: Sequence[str],
    remove: bool,
    clear: bool,
    back: bool,
    by: str | None,
) -> None:
    """Correct a fact.

    Raises:
        BadRequestError: What was typed cannot be meant.
    """
    if sum((remove, clear, back)) > 1:
        raise BadRequestError(
            "--remove、--clear、--undo 只能用一个。", "请去掉多余的。"
        )
    if (clear or back) and (value is not None or parts):
        raise BadRequestError("--clear 和 --undo 不用写值。", "请去掉值和 --with。")
    chosen, who = settings(), signed(by)
    with catalogue() as opened:
        found = entry_named(opened, entry)
        if back:
            last = _last(chosen, opened, found, fact_named(field))
    if back:
        taken_back(undo(chosen, last, who))
        return
    action = Action.REMOVE if remove else Action.CLEAR if clear else Action.ADD
    wish = asked(field, value, parts, action, load_lexicon(chosen.lexicons))
    if wish.action is Action.REMOVE:
        _check(found, wish.field, wish.value)
    done = correct(chosen, found, wish, who)
    _raise(done, f"更正已记下（第 {done.correction.number} 条），但还没有显示：")
    with catalogue() as opened:
        now = [it for it in opened.entry(found.id).facts if it.name == wish.field]
    told = "；".join(map(fact_text, now)) or "（没有）"
    click.echo(f"已更正（第 {done.correction.number} 条）：《{plain(found.title)}》")
    click.echo(f"{FACTS[wish.field]}：{told}")


def signed(by: str | None) -> str:
    """Who corrects: as given, else the name of the login."""
    if by is not None and not by.strip():
        raise BadRequestError("--by 是空的。", "请写出姓名。")
    try:
        return plain(by.strip() if by else getpass.getuser())[:60]
    except (OSError, KeyError, ImportError) as error:  # no such user
        raise BadRequestError("不知道是谁在更正。", "请用 --by 写明。") from error


def taken_back(done: Corrected) -> None:
    """Say that a correction holds no more.

    Raises:
        CasebaseError: What the rules found is not shown yet.
    """
    number = done.correction.number
    _raise(done, f"第 {number} 条更正已撤回，但还没有显示：")
    click.echo(f"已撤回第 {number} 条更正：《{plain(done.correction.title)}》")


def _raise(done: Corrected, lead: str) -> None:
    if done.pending is not None:
        advice = "请稍后运行 casebase reindex，更正就会显示。"
        raise CasebaseError(f"{lead}{done.pending.message}", advice)


def _last(chosen: Settings, opened: Catalogue, entry: Entry, fact: str) -> Correction:
    these = [
        it.correction
        for it in standings(chosen, opened)
        if it.entry == entry.id and it.correction.wish.field == fact
    ]
    if not these:
        raise NotFoundError(
            f"这个条目的{FACTS[fact]}没有可以撤回的更正。",
            "请用 casebase corrections 查看全部更正。",
        )
    return these[-1]


def _check(entry: Entry, fact: str, wanted: Value | Pattern | None) -> None:
    """See that there is something to remove."""
    here = [it for it in entry.facts if it.name == fact]
    if any(matching(it.value, wanted) for it in here):
        return
    some = "；".join(map(fact_text, here[:SHOWN]))
    raise NotFoundError(
        f"这个条目没有这样的{FACTS[fact]}。",
        f"现有：{some}。" if some else "它一项也没有。",
    )
