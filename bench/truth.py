"""What is known of a document: the truth files beside the test material."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measures import Rows, squeezed


@dataclass(frozen=True)
class Truth:
    """What must be read, and what must not.

    Strings are squeezed. None and empty mean that nothing is known.

    Attributes:
        kind: full anchors law items metadata encoding.
        text: The whole text in reading order, title first; of kind full only.
        floating: Captions and footnotes, whose place among the text is free.
        title: As the document shows it.
        date: ISO 8601.
        anchors: Must stand in this order.
        forbidden: Must not stand, or no more often than in `text`.
        cases: Number and title of every case.
        tables: With their header rows.
        articles: How many articles a law has.
        items: The titles of the pieces of a compilation, in order.
        scan: Whether only OCR can read it.
    """

    kind: str
    text: str = ""
    floating: tuple[str, ...] = ()
    title: str = ""
    date: str = ""
    anchors: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    cases: tuple[tuple[int, str], ...] = ()
    tables: tuple[Rows, ...] = ()
    articles: int = 0
    items: tuple[str, ...] = ()
    scan: bool = False


def load(path: Path) -> Truth:
    """The truth of one file of the test material."""
    said = json.loads(path.read_text(encoding="utf-8"))
    return Truth(
        kind=said["kind"],
        text=squeezed("".join(_pieces(said))) if said["kind"] == "full" else "",
        floating=_each(said.get("captions", ()), said.get("footnotes", ())),
        title=squeezed(said.get("title") or ""),
        date=(said.get("date") or "")[:10],
        anchors=_anchors(said),
        forbidden=_forbidden(said),
        cases=tuple((it["n"], squeezed(it["title"])) for it in said.get("cases", ())),
        tables=tuple(_tables(said)),
        articles=said.get("articles", 0),
        items=_each(said["items"]) if said["kind"] == "items" else (),
        scan=bool(said.get("ocr")) or path.name.startswith("scan_"),
    )


def _each(*many: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    return tuple(squeezed(text) for texts in many for text in texts if text)


def _pieces(said: dict[str, Any]) -> Iterator[str]:
    yield said["title"]
    yield said.get("subtitle") or ""
    tables = dict(said.get("tables", {}))
    for item in said["items"]:
        yield item["text"]
        yield from _cells(tables.pop(item.get("id"), {}))
    for table in tables.values():  # those that no item names close the document
        yield table.get("caption") or ""
        yield from _cells(table)


def _cells(table: dict[str, Any]) -> Iterator[str]:
    for row in _rows(table):
        yield from row


def _rows(table: dict[str, Any]) -> list[list[str]]:
    header = table.get("header")
    return [*([header] if header else []), *table.get("rows", ())]


def _tables(said: dict[str, Any]) -> Iterator[Rows]:
    yield from map(_rows, said.get("tables", {}).values())
    if "table" in said:
        yield said["table"]


def _anchors(said: dict[str, Any]) -> tuple[str, ...]:
    ends = [said[name] for name in ("first", "last") if said.get(name)]
    return _each(said.get("in_order", ()), ends)


def _forbidden(said: dict[str, Any]) -> tuple[str, ...]:
    alone = [said.get("header"), said.get("must_not_repeat")]
    lists = (said.get(name, ()) for name in ("furniture", "boilerplate", "must_not"))
    return _each(*lists, alone)
