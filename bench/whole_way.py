"""Gold files and the product's own way through their documents, compared."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.gold import FIELDS, SINGLE, GoldDocument, GoldEntry, Row, load
from bench.judging import MEASURES, owner_names, says
from bench.tallies import Tally, compare
from casebase.annotate import annotate
from casebase.document import Document, Source
from casebase.entry import Entry, Evidence
from casebase.extract import extract
from casebase.lexicon import Lexicon
from casebase.repair import repair
from casebase.split import split

# Beside the fields of the gold files: numbers of policies alone, and whether the words
# of every fact stand where it says.
COUNTED = (*FIELDS, "docno", "evidence")
Tallies = dict[str, Tally]


def measured(golds: Path, texts: Path, lexicon: Lexicon, only: str = "") -> Tallies:
    """Every field over the gold files of a folder and the texts they are about."""
    tallies = {field: Tally() for field in COUNTED}
    for path in gold_files(golds):
        if re.search(only, path.stem):
            found = annotate(*read(text_of(path.stem, texts)), lexicon)
            _count(tallies, load(path), found)
    return tallies


def gold_files(folder: Path) -> list[Path]:
    """The gold files of a folder, by name."""
    return sorted(folder.glob("*.toml"))


def text_of(name: str, folder: Path) -> Path:
    """The document a gold file is about: its name begins like the gold file's."""
    (path,) = (it for it in folder.glob(f"{name}[._]*") if it.suffix != ".toml")
    return path


def read(path: Path) -> tuple[Document, tuple[Entry, ...]]:
    """A document and its entries, before anything is known of them."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source = Source(path.name, path, digest)
    document = repair(source, extract(source))
    return document, split(document)


def _count(tallies: Tallies, gold: GoldDocument, entries: Sequence[Entry]) -> None:
    seen: set[str] = set()
    for said in gold.entries:
        about = _about(gold, said, entries)
        seen.update(entry.id for entry in about)
        _count_said(tallies, gold, said, about)
    for entry in entries:
        _add(tallies, "evidence", _standing(entry), entry)
        if entry.id not in seen:
            for field in gold.none:
                _add(tallies, field, _compared(field, (), (entry,), frozenset()), entry)


def _about(
    gold: GoldDocument, said: GoldEntry, entries: Sequence[Entry]
) -> Sequence[Entry]:
    """The entry that is meant; all of them where none is named."""
    if said.number is None and not said.title:
        return entries
    meant = [entry for entry in entries if said.is_of(entry.number, entry.title)]
    if len(meant) != 1:
        name = said.number or said.title
        raise ValueError(f"{gold.name}: {name} is {len(meant)} entries")
    return meant


def _count_said(
    tallies: Tallies, gold: GoldDocument, said: GoldEntry, about: Sequence[Entry]
) -> None:
    names = [said.single.get("school", ""), *(row.cell(0) for row in gold.aliases)]
    owner = owner_names(it for name in names for it in name.split("/") if it)
    counted = {
        field: _judged(said.single[field], about[-1].first(field))
        for field in SINGLE
        if field in said.single
    }
    rows = {**said.rows, "alias": gold.aliases}
    judged = set(MEASURES) - said.open - (set() if gold.aliases else {"alias"})
    for field in judged:
        counted[field] = _compared(field, rows[field], about, owner)
    if "policies" in judged:
        counted["docno"] = _numbers(rows["policies"], about)
    for field, tally in counted.items():
        _add(tallies, field, tally, about[0])


def _values(field: str, entries: Sequence[Entry]) -> list[Any]:
    """What entries say, each value once, in the order found."""
    return list(dict.fromkeys(it for entry in entries for it in entry.values(field)))


def _compared(
    field: str, rows: tuple[Row, ...], entries: Sequence[Entry], owner: frozenset[str]
) -> Tally:
    return compare(field, rows, _values(field, entries), owner)


def _judged(true: str, found: object) -> Tally:
    """Of a field that has one value."""
    if true == "*":
        return Tally()
    right = int(says(true, found, frozenset()))
    tally = Tally(gold=int(true != ""), found=int(found is not None))
    if true != "":
        tally.met = right
        tally.missed = [] if right else [true]
    if found is not None:
        tally.right = right
        tally.extra = [] if right else [str(found)]
    return tally


def _numbers(rows: Iterable[Row], entries: Sequence[Entry]) -> Tally:
    """Numbers of policies, which have to be right to the character."""
    true = {row.cell(1): row.optional for row in rows if row.cell(1) not in {"", "-"}}
    found = {it.number for it in _values("policies", entries) if it.number}
    required = {number for number, optional in true.items() if not optional}
    judged = found - (set(true) - required)
    return Tally(
        gold=len(required),
        met=len(required & found),
        found=len(judged),
        right=len(judged & required),
        missed=sorted(required - found),
        extra=sorted(judged - required),
    )


def _standing(entry: Entry) -> Tally:
    """Whether every fact's words stand word for word where it says they do."""
    every = [(fact.name, words) for fact in entry.facts for words in fact.evidence]
    wrong = [f"{name}: {it}" for name, it in every if not _stands(entry, it)]
    right = len(every) - len(wrong)
    return Tally(len(every), right, len(every), right, extra=wrong)


def _stands(entry: Entry, words: Evidence) -> bool:
    text = {"title": entry.title, "text": entry.text}.get(words.place)
    if text is None:
        return (words.start, words.end) == (0, 0)
    return bool(words.quote) and text[words.start : words.end] == words.quote


def _add(tallies: Tallies, field: str, tally: Tally, entry: Entry) -> None:
    for found in (tally.missed, tally.extra, tally.wrong):
        found[:] = [f"{entry.document[:12]} {entry.title[:10]}: {it}" for it in found]
    tallies[field].add(tally)


def entries_of(folders: Iterable[Path]) -> Iterator[tuple[Document, tuple[Entry, ...]]]:
    """Every readable document of some folders, read once."""
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix != ".toml":
                yield read(path)
