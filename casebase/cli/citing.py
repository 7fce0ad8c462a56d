"""`casebase cite`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime

import click

from casebase.cli.home import catalogue
from casebase.cli.lookup import entry_named
from casebase.cli.terminal import plain
from casebase.cli.wording import Command
from casebase.writing.citation import (
    Citation,
    Edition,
    Order,
    Source,
    bibtex,
    cite,
    ris,
    source_of,
)

STYLES: Mapping[str, tuple[Edition, Order]] = {
    "2025": (Edition.OF_2025, Order.NUMBERED),
    "2015": (Edition.OF_2015, Order.NUMBERED),
    "2025-author": (Edition.OF_2025, Order.AUTHOR_YEAR),
    "2015-author": (Edition.OF_2015, Order.AUTHOR_YEAR),
}
EXCHANGE: Mapping[str, Callable[[Source, str], str]] = {
    "bibtex": bibtex,
    "ris": lambda source, _: ris(source),
}


@click.command(
    cls=Command,
    help="给出一个条目的参考文献著录：默认按 GB/T 7714-2025，顺序编码制。",
)
@click.argument("entry", metavar="ENTRY")
@click.option(
    "--style",
    type=click.Choice([*STYLES, *EXCHANGE]),
    default="2025",
    show_default=True,
    help="著录格式：2025、2015 版国标（-author 为著者-出版年制），或 bibtex、ris。",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, entry: str, style: str, as_json: bool) -> None:
    """Cite an entry."""
    with catalogue() as opened:
        found = entry_named(opened, entry)
        source = source_of(found, opened.document(found.document_id))
    citation = _cited(source, style, found.id)
    if as_json:
        told = {**asdict(citation), "source": asdict(source)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    click.echo("\n".join(map(plain, citation.text.splitlines())))
    if citation.missing:
        names = "、".join(citation.missing)
        click.echo(f"文中没有找到{names}，请核对原件后补上。", err=True)


def _cited(source: Source, style: str, key: str) -> Citation:
    if style in EXCHANGE:
        return Citation(EXCHANGE[style](source, key), ())
    today = datetime.now(tz=UTC).astimezone().date()
    return cite(source, today, *STYLES[style])
