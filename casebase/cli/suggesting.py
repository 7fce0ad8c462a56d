"""`casebase suggest`."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict

import click

from casebase.cli.home import settings
from casebase.cli.terminal import plain, table
from casebase.cli.wording import Command
from casebase.search.service import open_searcher
from casebase.search.suggest import KIND_NAMES, LIMIT, MOST

HELP = """列出以 TEXT 开头的标题、学校、品牌、工作法和词语，汉字、全拼、首字母都可以。

\b
casebase suggest 一支部
casebase suggest dangjian
casebase suggest ybjs
"""


@click.command(cls=Command, help=HELP, short_help="列出可能要检索的词。")
@click.argument("text", metavar="TEXT")
@click.option(
    "--limit",
    default=LIMIT,
    type=click.IntRange(1, MOST),
    metavar="N",
    help=f"列出几个，默认 {LIMIT}，最多 {MOST}。",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, text: str, limit: int, as_json: bool) -> None:
    """Complete what is being typed."""
    with closing(open_searcher(settings())) as searcher:
        found = searcher.suggest(text, limit)
    if as_json:
        data = [asdict(it) for it in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    rows = [(KIND_NAMES[it.kind], f"{it.count}", plain(it.text)) for it in found]
    for line in table(rows) if rows else ["没有这样开头的。"]:
        click.echo(line)
