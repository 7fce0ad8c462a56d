"""`casebase queries`."""

from __future__ import annotations

import json

import click

from casebase.cli.home import settings
from casebase.cli.terminal import plain, table
from casebase.cli.wording import Command
from casebase.workspace import Workspace, most_asked

DAYS, LIMIT = 90, 50
HELP = """列出网页上检索得多的词，或没有结果的词（--fruitless），可据以补充文献和词表。

只按词和日期计数，不记是谁检索的；含长串数字或邮箱的不记。
"""


@click.command(cls=Command, help=HELP, short_help="列出检索得多的、没有结果的词。")
@click.option("--fruitless", is_flag=True, help="只列没有结果的。")
@click.option(
    "--days",
    default=DAYS,
    type=click.IntRange(1, 3650),
    metavar="N",
    help=f"最近多少天，默认 {DAYS}。",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, fruitless: bool, days: int, as_json: bool) -> None:
    """List what was asked most."""
    workspace = Workspace.open(settings().workspace)
    found = most_asked(workspace, fruitless=fruitless, days=days, limit=LIMIT)
    if as_json:
        data = [{"text": it.text, "times": it.times, "total": it.total} for it in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("还没有这样的检索词。")
        return
    rows = [(f"{it.times} 次", f"{it.total} 条", plain(it.text)) for it in found]
    for line in table(rows):
        click.echo(line)
