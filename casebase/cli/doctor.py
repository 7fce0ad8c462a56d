"""`casebase doctor`."""

from __future__ import annotations

import click

from casebase.build import Finding, doctor, repair
from casebase.cli.home import settings
from casebase.cli.progress import shown
from casebase.cli.wording import Command


@click.command(cls=Command, help="检查索引是否完整、是否最新、是否与 corpus 目录一致。")
@click.option("--repair", "mend", is_flag=True, help="修复查出的问题，再检查一遍。")
@click.pass_context
def command(ctx: click.Context, /, *, mend: bool) -> None:
    """Say how the index is; exit 1 when it is not well."""
    if mend:
        for done in repair(settings(), shown()):
            click.echo(f"修复  {done}")
    findings = doctor(settings())
    for finding in findings:
        _tell(finding)
    ctx.exit(0 if all(finding.well for finding in findings) else 1)


def _tell(finding: Finding) -> None:
    head = "正常" if finding.well else "异常"
    click.echo(f"{head}  {finding.message}{finding.advice}")
