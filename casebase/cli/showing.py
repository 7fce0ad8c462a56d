"""`casebase show`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import click

from casebase.catalogue import EntryCard
from casebase.cli.home import catalogue
from casebase.cli.lookup import entry_named, entry_object
from casebase.cli.terminal import RECOGNISED, elsewhere, fact_text, pages, plain
from casebase.cli.wording import Command
from casebase.entry import FACTS, Entry, Role
from casebase.query import KINDS
from casebase.results import Copy

LISTED = 8  # documents that a line names


@click.command(
    cls=Command, help="显示一个条目：编号，或只有一个条目的文献的路径、名称或标题。"
)
@click.argument("entry", metavar="ENTRY")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, entry: str, as_json: bool) -> None:
    """Show an entry."""
    with catalogue() as opened:
        found = entry_named(opened, entry)
        also_in = opened.also_in([found.id]).get(found.id, ())
        cited, citing = opened.policy_documents(found), opened.cited_by(found)
    if as_json:
        shown = entry_object(found, also_in, cited, citing)
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    for line in (*_about(found, also_in), *_links(found, cited, citing)):
        click.echo(line)
    for line in _text(found):
        click.echo(line)


def _about(entry: Entry, also_in: Sequence[Copy]) -> Iterator[str]:
    yield click.style(plain(entry.title), bold=True)
    number = "" if entry.number is None else f" {entry.number}"
    where = [
        f"{KINDS[entry.kind][0]}{number}",
        plain(entry.document),
        pages(entry.pages),
    ]
    yield " · ".join(filter(None, where))
    if entry.path:
        yield "位置：" + " › ".join(map(plain, entry.path))
    if also_in:
        places = elsewhere(also_in, entry.title, len(also_in))
        yield f"同一内容另有 {len(also_in)} 份：{places}"
    for name, label in FACTS.items():
        values = [fact_text(fact) for fact in entry.facts if fact.name == name]
        if values and not (name == "year" and entry.first("date")):
            yield f"{label}：{'；'.join(values)}"


def _links(
    entry: Entry, cited: Mapping[int, EntryCard], citing: Sequence[EntryCard]
) -> Iterator[str]:
    """Policies of the base that it cites, and what cites it."""
    policies = entry.values("policies")
    for at, card in sorted(cited.items()):
        told = policies[at].title or policies[at].number
        yield f"库中有{plain(f'《{told}》：{card.document}（{card.id}）')}"
    if citing:
        names = dict.fromkeys(card.document for card in citing)
        some = "、".join(list(names)[:LISTED])
        more = f"等 {len(names)} 份" if len(names) > LISTED else ""
        yield plain(f"引用它的有 {len(citing)} 个条目：{some}{more}")


def _text(entry: Entry) -> Iterator[str]:
    yield from _warned(entry)
    yield ""
    for paragraph in entry.paragraphs:
        heading = paragraph.role is Role.HEADING
        text = plain(paragraph.text.replace("\t", " | "))
        read_off = RECOGNISED if paragraph.recognised else ""
        yield (click.style(text, bold=True) if heading else text) + read_off


def _warned(entry: Entry) -> Iterator[str]:
    """That words may be wrong, where they were read off pictures."""
    if entry.recognised:
        yield f"注意：标有{RECOGNISED}的文字由图像识别得到，可能有个别错字。"
