"""`casebase entries`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from casebase.catalogue import Catalogue, DocumentCard
from casebase.cli.home import catalogue
from casebase.cli.lookup import entry_object
from casebase.cli.terminal import pages, plain, table
from casebase.cli.wording import Command
from casebase.query import KINDS


@click.command(cls=Command, help="列出全部条目。")
@click.option("--document", metavar="NAME", help="只列出一份文献的：路径、名称或标题。")
@click.option("--json", "as_json", is_flag=True, help="一行一个 JSON，含全文和事实。")
def command(*, document: str | None, as_json: bool) -> None:
    """List entries."""
    with catalogue() as opened:
        if as_json:
            for shown in _objects(opened, document):
                click.echo(json.dumps(shown, ensure_ascii=False))
        else:
            _print(opened, document)


def _chosen(opened: Catalogue, document: str | None) -> list[DocumentCard]:
    return opened.documents() if document is None else [opened.document(document)]


def _objects(opened: Catalogue, document: str | None) -> Iterator[dict[str, Any]]:
    for card in _chosen(opened, document):
        entries = list(opened.all_entries(card.id))
        also_in = opened.also_in([entry.id for entry in entries])
        for entry in entries:
            cited, citing = opened.policy_documents(entry), opened.cited_by(entry)
            yield entry_object(entry, also_in.get(entry.id, ()), cited, citing)


def _print(opened: Catalogue, document: str | None) -> None:
    for card in _chosen(opened, document):
        click.echo(click.style(f"{plain(card.title)}（{plain(card.name)}）", bold=True))
        rows = [
            (
                f"  {entry.id}",
                KINDS[entry.kind][0]
                + ("" if entry.number is None else f" {entry.number}"),
                pages(entry.pages),
                plain(entry.title),
            )
            for entry in opened.cards(card.id)
        ]
        for line in table(rows):
            click.echo(line)
