"""`casebase problems`."""

from __future__ import annotations

import json

import click

from casebase.cli.home import catalogue
from casebase.cli.reporting import problem_line
from casebase.cli.wording import Command


@click.command(cls=Command, help="列出哪些文件有问题、该怎么办。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, as_json: bool) -> None:
    """List problems."""
    with catalogue() as opened:
        found = opened.problems()
    if as_json:
        data = [problem.to_json() for problem in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for problem in found:
        click.echo(problem_line(problem))
    if not found:
        click.echo("没有发现问题。")
