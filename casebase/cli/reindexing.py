"""`casebase reindex`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from casebase.build import Report, reindex
from casebase.cli.home import settings
from casebase.cli.progress import shown
from casebase.cli.reporting import print_report
from casebase.cli.wording import Command
from casebase.errors import CasebaseError

if TYPE_CHECKING:
    from pebble import ProcessPool


class InterruptedRunError(CasebaseError):
    """Somebody pressed Ctrl-C while the index was being brought up to date."""

    exit_code = 130


def run(
    *,
    full: bool = False,
    engine: str | None = None,
    jobs: int | None = None,
    pool: ProcessPool | None = None,
) -> int:
    """Re-index, report, and give the exit code.

    `pool` are children that were started before.

    Raises:
        InterruptedRunError: By Ctrl-C; nothing is lost.
    """
    try:
        report: Report = reindex(
            settings(),
            full=full,
            engine=engine,
            jobs=jobs,
            progress=shown(),
            pool=pool,
        )
    except KeyboardInterrupt as error:
        raise InterruptedRunError(
            "已中断，现有索引没有变化，这次读过的文件也已保存。",
            "再次运行 casebase reindex 会接着做完。",
        ) from error
    print_report(report)
    return 1 if report.lost or report.unread else 0


@click.command(cls=Command, help="使索引与 corpus 目录一致：只读有变化的文件。")
@click.option("--full", is_flag=True, help="全部重读、重建。")
@click.option(
    "--engine",
    metavar="NAME",
    help="改用哪个检索引擎（whoosh 或 tantivy），以后沿用；默认按 casebase.toml。",
)
@click.option("--jobs", type=int, metavar="N", help="同时读几个文件。")
@click.pass_context
def command(
    ctx: click.Context, /, *, full: bool, engine: str | None, jobs: int | None
) -> None:
    """Re-index."""
    ctx.exit(run(full=full, engine=engine, jobs=jobs))
