"""`casebase overlap`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from casebase.build.outside import read_outside
from casebase.catalogue.cards import Reading
from casebase.cli.home import catalogue, settings
from casebase.cli.terminal import clipped, pages, plain
from casebase.cli.wording import Command
from casebase.copies.prints import compared
from casebase.entry import Entry, EntryId
from casebase.lexicon import load_lexicon
from casebase.writing.exempt import standing
from casebase.writing.overlap import Overlap, Passage, overlap
from casebase.writing.repeats import Repeat, repeats

SHOWN = 20  # sources, passages and repeats shown to people
COLUMNS = 72


@dataclass(frozen=True)
class Checked:
    """A draft as it was checked.

    Attributes:
        name: Of the file.
        text: That was compared.
        found: What it shares with the base.
        sources: The entries that it shares passages with.
        twice: What it says twice.
    """

    name: str
    text: str
    found: Overlap
    sources: Mapping[EntryId, Entry]
    twice: list[Repeat]


@click.command(
    cls=Command,
    help="查一份稿件与库中材料有哪些雷同：逐处列出来源、字数和占比；规范表述、书名号里的文件名和注明出处的引文不算。",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(*, file: Path, as_json: bool) -> None:
    """Check a draft for overlap with the base."""
    checked = _checked(file)
    if as_json:
        click.echo(json.dumps(_object(checked), ensure_ascii=False, indent=2))
        return
    for line in _lines(checked):
        click.echo(line)


def _checked(file: Path) -> Checked:
    home = settings()
    lexicon = load_lexicon(home.lexicons)
    reading = read_outside(file, home)
    text = "\n".join(map(compared, reading.entries))
    with catalogue() as opened:
        own = _own(reading, opened.entry_ids())
        found = overlap(text, opened, standing(lexicon), own)
        sources = {it.id: it for it in opened.entries(list(found.by_entry))}
    return Checked(file.name, text, found, sources, repeats(text))


def _own(reading: Reading, ids: Iterable[EntryId]) -> frozenset[EntryId]:
    """The entries of the draft itself, where it lies in the base too."""
    lead = f"{reading.document_id}-"
    return frozenset(it for it in ids if it.startswith(lead))


def _object(checked: Checked) -> dict[str, Any]:
    found = checked.found
    return {
        "file": checked.name,
        "characters": found.characters,
        "taken": found.taken,
        "share": round(found.share, 4),
        "sources": [
            {
                **_about(checked.sources[entry]),
                "characters": sum(it.characters for it in passages),
                "longest": max(it.characters for it in passages),
                "passages": len(passages),
            }
            for entry, passages in found.by_entry.items()
        ],
        "passages": [_passage(checked, it) for it in found.passages],
        "repeats": [
            {
                "characters": it.characters,
                "places": [list(place) for place in it.places],
                "text": checked.text[slice(*it.places[0])],
            }
            for it in checked.twice
        ],
    }


def _about(entry: Entry) -> dict[str, Any]:
    return {
        "entry": entry.id,
        "title": entry.title,
        "document": entry.document,
        "document_title": entry.document_title,
        "school": entry.first("school"),
        "pages": list(entry.pages) if entry.pages else None,
    }


def _passage(checked: Checked, passage: Passage) -> dict[str, Any]:
    source = compared(checked.sources[passage.entry])
    return {
        "start": passage.start,
        "end": passage.end,
        "text": checked.text[passage.start : passage.end],
        "characters": passage.characters,
        "entry": passage.entry,
        "source_text": source[passage.source_start : passage.source_end],
    }


def _lines(checked: Checked) -> Iterator[str]:
    found = checked.found
    taken = f"与库中材料雷同 {found.taken} 字，占 {found.share:.1%}。"
    yield f"{plain(checked.name)}：{found.characters} 字，{taken}"
    for entry, passages in list(found.by_entry.items())[:SHOWN]:
        source = checked.sources[entry]
        total = sum(it.characters for it in passages)
        where = " · ".join(
            filter(None, (plain(source.document), pages(source.pages), entry))
        )
        yield ""
        yield f"{plain(source.title)}：{len(passages)} 处，{total} 字（{where}）"
        for passage in passages[:SHOWN]:
            text = checked.text[passage.start : passage.end]
            yield f"  {passage.characters} 字  {clipped(_flat(text), COLUMNS)}"
    if len(found.by_entry) > SHOWN:
        yield f"另有 {len(found.by_entry) - SHOWN} 个来源，请用 --json 查看全部。"
    if checked.twice:
        yield ""
        yield f"稿件内部重复 {len(checked.twice)} 处："
        for repeat in checked.twice[:SHOWN]:
            text = checked.text[slice(*repeat.places[0])]
            times = f"{repeat.characters} 字，{len(repeat.places)} 次"
            yield f"  {times}  {clipped(_flat(text), COLUMNS)}"


def _flat(text: str) -> str:
    return plain(" ".join(text.split()))
