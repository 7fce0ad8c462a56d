"""`casebase saved`: list, add, remove, run."""

from __future__ import annotations

import json
from contextlib import closing

import click
from typing_extensions import override

from casebase.cli.asking import query_of
from casebase.cli.home import catalogue, settings
from casebase.cli.terminal import pages, plain
from casebase.cli.wording import ChineseContext, Command, described
from casebase.entry import Entry
from casebase.errors import BadRequestError
from casebase.query import Query
from casebase.search.service import open_searcher
from casebase.search.watching import TOLD, News, begin, look, news_json, search_json
from casebase.workspace import SavedSearch, SavedSearches, Workspace

NONE = "没有保存的检索。可以用 casebase saved add 保存。"
HELP = """保存检索，以后再看有什么新的。

\b
casebase saved add 样板支部 样板支部 --where 级别=国家级
casebase saved run
"""


class Group(click.Group):
    """A group of commands whose help and errors are Chinese."""

    context_class = ChineseContext

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, described in Chinese."""
        return described(super().get_help_option(ctx))

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The command of that name.

        Raises:
            BadRequestError: There is none.
        """
        found = super().get_command(ctx, cmd_name)
        if found is None:
            raise BadRequestError(
                f"没有 saved {cmd_name[:40]} 这个命令。",
                f"可用的有：{'、'.join(self.commands)}。",
            )
        return found


@click.group(
    cls=Group,
    help=HELP,
    short_help="保存检索，看有什么新的。",
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]...",
    no_args_is_help=False,
)
def command() -> None:
    """Saved searches."""


@command.command(name="list", cls=Command, help="列出已保存的检索。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def list_(*, as_json: bool) -> None:
    """List them."""
    found = _saved().all()
    if as_json:
        data = [search_json(it) for it in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for it in found:
        click.echo(f"{plain(it.name)}：{_told(it)}")
    if not found:
        click.echo(NONE)


@command.command(cls=Command, help="保存一个检索；现在找得到的，以后不算新的。")
@click.argument("name", metavar="NAME")
@click.argument("words", metavar="QUERY", nargs=-1)
@click.option(
    "--where", multiple=True, metavar="FIELD=VALUE", help="筛选，可用多次：省份=山东。"
)
@click.option("--exact", is_flag=True, help="只找与检索词一字不差的。")
def add(
    *, name: str, words: tuple[str, ...], where: tuple[str, ...], exact: bool
) -> None:
    """Save a search."""
    query = query_of(" ".join(words), where=where, exact=exact)
    if not query.text.strip() and not query.where:
        raise BadRequestError("没有要保存的检索词。", "请写在名称后面。")
    with closing(open_searcher(settings())) as searcher:
        saved = _saved()
        made = saved.add(name, query)
        count = begin(searcher, saved, made.name)
    click.echo(f"已保存“{plain(made.name)}”，现在有 {count} 条。")


@command.command(cls=Command, help="删除一个保存的检索。")
@click.argument("name", metavar="NAME")
def remove(*, name: str) -> None:
    """Forget a search."""
    _saved().remove(name)
    click.echo(f"已删除“{plain(name)}”。")


@command.command(cls=Command, help="检索一遍，列出上次以来新的；不写名称就是全部。")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def run(*, names: tuple[str, ...], as_json: bool) -> None:
    """Look at searches."""
    saved = _saved()
    wanted = [saved.named(name) for name in names] if names else saved.all()
    found = _looked(saved, wanted) if wanted else []
    if as_json:
        data = [news_json(it) for it in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for news in found:
        _print(news)
    if not found:
        click.echo(NONE)


def _looked(saved: SavedSearches, wanted: list[SavedSearch]) -> list[News]:
    with closing(open_searcher(settings())) as searcher, catalogue() as opened:
        return [look(searcher, opened, saved, it.name) for it in wanted]


def _saved() -> SavedSearches:
    return SavedSearches(Workspace.open(settings().workspace))


def _print(news: News) -> None:
    head = f"{news.search.name}（{_told(news.search)}）"
    click.echo(click.style(plain(head), bold=True))
    click.echo(f"    共 {news.total} 条，新的 {news.fresh} 条。")
    for entry in news.entries:
        click.echo(f"    {_line(entry)}")
    if news.fresh > TOLD:
        click.echo(f"    还有 {news.fresh - TOLD} 条没有列出。")


def _line(entry: Entry) -> str:
    about = (
        entry.title,
        entry.first("school"),
        entry.first("date"),
        entry.document,
        pages(entry.pages),
        entry.id,
    )
    return plain(" · ".join(filter(None, about)))


def _told(search: SavedSearch) -> str:
    return plain(" ".join(filter(None, _parts(search.query))))


def _parts(query: Query) -> list[str]:
    where = [arg for condition in query.where for arg in condition.to_args()]
    return [query.text, *where, "一字不差" if query.exact else ""]
