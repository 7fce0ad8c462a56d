"""`casebase text`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from casebase.catalogue import Catalogue
from casebase.cli.home import catalogue
from casebase.cli.wording import Command
from casebase.document import Block, BlockKind, Document


@click.command(
    cls=Command, help="按阅读顺序输出一份文献修复后的全文：一段一行，标题前加 #。"
)
@click.argument("document", metavar="DOCUMENT")
def command(*, document: str) -> None:
    """Print a document's text."""
    with catalogue() as opened:
        found = opened.text(_meant(opened, document))
    for line in _lines(found):
        click.echo(line)


def _meant(opened: Catalogue, name: str) -> str:
    """An entry's id stands for its document."""
    entries = opened.entries([name])
    return entries[0].document_id if entries else name


def _lines(document: Document) -> Iterator[str]:
    yield f"# {document.title}"
    if document.subtitle:
        yield f"——{document.subtitle}"  # as subtitles are set
    levels = [it.level for it in document.blocks if it.kind is BlockKind.HEADING]
    below = 2 - min(levels, default=0)  # the highest stand one below the title
    for block in document.blocks:
        yield from _block(block, below)


def _block(block: Block, below: int) -> Iterator[str]:
    if block.kind is BlockKind.HEADING:
        yield f"{'#' * (block.level + below)} {block.text}"
    elif block.rows:
        yield from ("\t".join(row) for row in block.rows)
    else:
        yield block.text
