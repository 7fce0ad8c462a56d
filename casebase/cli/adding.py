"""`casebase add`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebase.build.ahead import started
from casebase.cli.home import settings
from casebase.cli.wording import Command
from casebase.errors import BadRequestError

if TYPE_CHECKING:
    from pebble import ProcessPool


@click.command(cls=Command, help="把文件或目录复制到 corpus 目录，并建立索引。")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--replace", is_flag=True, help="同名而内容不同时，用新文件替换。")
@click.pass_context
def command(ctx: click.Context, /, *, paths: tuple[str, ...], replace: bool) -> None:
    """Copy into the corpus and index.

    Raises:
        BadRequestError: A path is empty.
    """
    if not all(paths):
        raise BadRequestError("路径是空的。", "请写出要放入的文件或目录。")
    with started(settings().lexicons) as pool:
        ctx.exit(_added(paths, pool, replace=replace))


def _added(paths: tuple[str, ...], pool: ProcessPool, *, replace: bool) -> int:
    # Imported when the child is on its way: it takes as long as its own imports.
    from casebase.build import add  # noqa: PLC0415
    from casebase.cli.reindexing import run  # noqa: PLC0415

    added = add(settings(), [Path(path) for path in paths], replace=replace)
    there = f"，另有 {len(added.present)} 个已经在那里" if added.present else ""
    click.echo(f"复制到 corpus 目录 {len(added.copied)} 个文件{there}。")
    return run(pool=pool)
