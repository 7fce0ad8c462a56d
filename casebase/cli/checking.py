"""`casebase check`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from casebase.build.outside import read_outside
from casebase.cli.home import settings
from casebase.cli.terminal import clipped, plain
from casebase.cli.wording import Command
from casebase.document import Block
from casebase.lexicon import load_lexicon
from casebase.text.segment import Segmenter
from casebase.writing.check import Finding, checked

COLUMNS = 40  # of the words around a finding
AROUND = 12  # characters before and after it


@click.command(
    cls=Command,
    help="校对一份稿件：重字、标点不成对、误写、前后数字不一致、序号和表格合计有误。",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, file: Path, as_json: bool) -> None:
    """Proof-read a draft."""
    home = settings()
    lexicon = load_lexicon(home.lexicons)
    document = read_outside(file, home).document
    blocks = document.blocks if document else ()
    found = checked(blocks, Segmenter(lexicon.terms()), lexicon.mistakes)
    if as_json:
        told = [{**asdict(it), "page": blocks[it.paragraph].page} for it in found]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for line in _lines(file.name, found, blocks):
        click.echo(line)


def _lines(
    name: str, found: Sequence[Finding], blocks: Sequence[Block]
) -> Iterator[str]:
    if not found:
        yield f"{plain(name)}：没有发现问题。"
        return
    yield f"{plain(name)}：有 {len(found)} 处请核对。"
    for it in found:
        block = blocks[it.paragraph]
        page = f"第 {block.page} 页 " if block.page else ""
        where = f"{page}第 {it.paragraph + 1} 段 {it.kind}"
        yield f"  {where}：{it.message}{_around(it, block)}"


def _around(finding: Finding, block: Block) -> str:
    text = block.text
    if not text:
        return f"［{clipped(plain(finding.text), COLUMNS)}］" if finding.text else ""
    start = max(finding.start - AROUND, 0)
    piece = text[start : finding.end + AROUND]
    before = "…" if start else ""
    after = "…" if finding.end + AROUND < len(text) else ""
    return f"［{before}{plain(piece)}{after}］"
