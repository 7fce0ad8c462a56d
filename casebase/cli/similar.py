"""`casebase similar`."""

from __future__ import annotations

import json
from contextlib import closing

import click

from casebase.cli.home import catalogue, settings
from casebase.cli.lookup import entry_named
from casebase.cli.terminal import pages, plain
from casebase.cli.wording import Command
from casebase.query import KINDS
from casebase.search.service import open_searcher
from casebase.search.similar import LIMIT, MOST, Similar, similar_json

HELP = f"""列出与一个条目相似的条目，最相似的在前，最多 {MOST} 条。

ENTRY 是条目编号，或只有一个条目的文献。同一内容的另一份不算；别的文献排在同一文献之前。
"""


@click.command(cls=Command, help=HELP, short_help="列出与一个条目相似的条目。")
@click.argument("entry", metavar="ENTRY")
@click.option(
    "--limit",
    default=LIMIT,
    type=click.IntRange(1, MOST),
    metavar="N",
    help=f"列出几条，默认 {LIMIT}。",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, entry: str, limit: int, as_json: bool) -> None:
    """Show what is like an entry."""
    with catalogue() as opened:
        named = entry_named(opened, entry)
    with closing(open_searcher(settings())) as searcher:
        found = searcher.similar(named, limit)
    if as_json:
        data = [similar_json(it) for it in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for it in found:
        _print(it)
    if not found:
        click.echo("没有相似的条目。")


def _print(found: Similar) -> None:
    entry = found.entry
    click.echo(click.style(plain(entry.title), bold=True))
    about = [
        f"相似度 {found.share:.0%}",
        KINDS[entry.kind][0],
        entry.first("school"),
        plain(entry.document),
        pages(entry.pages),
        entry.id,
    ]
    click.echo("    " + " · ".join(filter(None, about)))
    click.echo("    共有的词：" + "、".join(map(plain, found.words)))
