"""The gold set: facts annotated by hand; tests/gold/FORMAT.md says how."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebase.text.fold import fold

SINGLE = ("school", "province", "city", "genre", "date", "year")
TABLES = ("methods", "slogans", "brands", "honours", "policies", "quantities")
LISTS = ("topics", "departments", "partners", "headings")
FIELDS = (*SINGLE, "alias", *TABLES, *LISTS)
_SIGNS = str.maketrans("", "", "“”‘’\"'《》<>()（）[]、，,。·• \t\n-—－:：;；!！")


def plain(text: str) -> str:
    """Folded, and without the signs in which two careful readers may differ."""
    return fold(text).text.translate(_SIGNS)


@dataclass(frozen=True)
class Row:
    """One fact that is true.

    Attributes:
        cells: As FORMAT says of the field; for lists the one value.
        optional: A matter of opinion: neither missed nor extra.
        many: Several facts may say it.
    """

    cells: tuple[str, ...]
    optional: bool = False
    many: bool = False

    def cell(self, place: int) -> str:
        """What a column says; empty where the row ends before it."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True)
class GoldEntry:
    """What is true of one entry; of fields in `open` nothing is said."""

    number: int | None
    title: str
    single: Mapping[str, str]
    rows: Mapping[str, tuple[Row, ...]]
    open: frozenset[str]

    def is_of(self, number: int | None, title: str) -> bool:
        """Whether this is about the entry of that number and title."""
        if self.number is not None:
            return self.number == number
        return plain(self.title) in plain(title)


@dataclass(frozen=True)
class GoldDocument:
    """What is true of a document.

    Attributes:
        name: Of the gold file, without suffix.
        single: True of all entries.
        aliases: Of the owner.
        none: Fields that only entries with rows have.
        entries: Those that were annotated.
    """

    name: str
    single: Mapping[str, str]
    aliases: tuple[Row, ...]
    none: tuple[str, ...]
    entries: tuple[GoldEntry, ...]


def load(path: Path) -> GoldDocument:
    """Read a gold file.

    Raises:
        ValueError: A key is unknown.
    """
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {*SINGLE, "aliases", "none", "traps", "entry"}
    _check(path, said, known)
    single = {name: said[name] for name in SINGLE if name in said}
    return GoldDocument(
        name=path.stem,
        single=single,
        aliases=_list(said.get("aliases", ())),
        none=tuple(said.get("none", ())),
        entries=tuple(_entry(path, it, single) for it in said["entry"]),
    )


def _check(path: Path, said: Mapping[str, Any], known: set[str]) -> None:
    if unknown := set(said) - known:
        raise ValueError(f"{path.name}: unknown keys {sorted(unknown)}")


def _entry(path: Path, said: dict[str, Any], single: Mapping[str, str]) -> GoldEntry:
    _check(path, said, {*SINGLE, *TABLES, *LISTS, "number", "title", "open"})
    own = {name: said[name] for name in SINGLE if name in said}
    rows = {name: _table(said.get(name, "")) for name in TABLES}
    rows["slogans"] = tuple(
        Row(tuple(it.strip() for it in row.cells[0].split(">")), row.optional)
        for row in rows["slogans"]
    )
    rows |= {name: _list(said.get(name, ())) for name in LISTS}
    rows["topics"] = _list(str(said.get("topics", "")).split())
    return GoldEntry(
        number=said.get("number"),
        title=said.get("title", ""),
        single={**single, **own},
        rows=rows,
        open=frozenset(said.get("open", ())),
    )


def _table(text: str) -> tuple[Row, ...]:
    return tuple(_row(line.strip()) for line in text.splitlines() if line.strip())


def _row(line: str) -> Row:
    marks = line[: len(line) - len(line.lstrip("?+"))]
    cells = tuple(cell.strip() for cell in line.lstrip("?+").split("|"))
    return Row(cells, "?" in marks, "+" in marks)


def _list(values: Sequence[str]) -> tuple[Row, ...]:
    return tuple(Row((value.lstrip("?"),), value.startswith("?")) for value in values)
