"""`casebase show`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields

import click

from casebase.catalogue import Catalogue
from casebase.cli.home import catalogue
from casebase.cli.terminal import RECOGNISED, elsewhere, pages, plain
from casebase.cli.wording import Command
from casebase.entry import FACTS, Entry, EntryId, Fact, Role, entry_json
from casebase.errors import NotFoundError
from casebase.query import KINDS
from casebase.results import Copy, copies_json

LISTED = 8  # entries of a document that a message names


@click.command(
    cls=Command, help="显示一个条目：编号，或只有一个条目的文献的路径、名称或标题。"
)
@click.argument("entry", metavar="ENTRY")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, entry: str, as_json: bool) -> None:
    """Show an entry."""
    with catalogue() as opened:
        found = _found(opened, entry)
        also_in = opened.also_in([found.id]).get(found.id, ())
    if as_json:
        shown = entry_json(found) | {"also_in": copies_json(also_in)}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    for line in _lines(found, also_in):
        click.echo(line)


def _found(opened: Catalogue, name: EntryId) -> Entry:
    found = opened.entries([name])
    if found:
        return found[0]
    try:
        cards = opened.cards(name)
    except NotFoundError as error:
        raise NotFoundError(
            f"没有编号或文献名为“{plain(name[:60])}”的条目。",
            "请用 casebase search 或 casebase entries 查看编号。",
        ) from error
    if len(cards) == 1:
        return opened.entry(cards[0].id)
    ids = "、".join(card.id for card in cards[:LISTED])
    raise NotFoundError(
        f"“{plain(name[:60])}”有 {len(cards)} 个条目。",
        f"请指定编号，如 {ids}；全部条目见 casebase entries --document。",
    )


def _lines(entry: Entry, also_in: Sequence[Copy]) -> Iterator[str]:
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
        values = [_value(fact) for fact in entry.facts if fact.name == name]
        if values and not (name == "year" and entry.first("date")):
            yield f"{label}：{'；'.join(values)}"
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


def _value(fact: Fact) -> str:
    if isinstance(fact.value, str | int):
        return plain(str(fact.value))
    parts = [getattr(fact.value, field.name) for field in fields(fact.value)]
    first, *rest = [_part(part) for part in parts if _tells(part)]
    return f"{first}（{'，'.join(rest)}）" if rest else first


def _tells(part: object) -> bool:
    return part not in {None, "", ()} and not isinstance(part, bool | float)


def _part(part: object) -> str:
    return plain("、".join(part) if isinstance(part, tuple) else str(part))
