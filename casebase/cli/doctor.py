"""`casebase doctor`."""

from __future__ import annotations

import click

from casebase.build import doctor
from casebase.cli.home import settings
from casebase.cli.wording import Command


@click.command(cls=Command, help="检查索引是否完整、是否最新、是否与 corpus 目录一致。")
@click.pass_context
def command(ctx: click.Context, /) -> None:
    """Say how the index is; exit 1 when it is not well."""
    findings = doctor(settings())
    for finding in findings:
        head = "正常" if finding.well else "异常"
        click.echo(f"{head}  {finding.message}{finding.advice}")
    ctx.exit(0 if all(finding.well for finding in findings) else 1)
