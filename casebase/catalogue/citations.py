"""From a case to the policy it cites where the base has that policy, and back.

Every entry says which policies it cites; one that is a policy says which it is. Both
are kept in a form in which they are compared: a number without its brackets, a title
without who issued it, quotation marks and （试行）. Where numbers are known on both
sides they must be the same: the notice of every year has the same title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, or_, select

from casebase.catalogue import schema
from casebase.catalogue.cards import EntryCard
from casebase.catalogue.rows import Columns, entry_card_of
from casebase.entry import Entry, Fact, Kind
from casebase.text.fold import fold

Ask = Callable[[Select[Any]], Sequence[RowMapping]]

# What cites is a case; what is cited rules, or tells others what to do.
RULING = frozenset({"通知", "法规制度", "方案规划"})
WHOLE = frozenset({Kind.ARTICLE, Kind.POLICY, Kind.ITEM})
OWN = "policy.own"  # the rule that finds a paper's own number
SHORTEST = 4  # characters of a title that tells a policy
_EDITION = re.compile("(?:[0-9]{4}年)?(?:试行|暂行|修订版?|修正版?)$")
_ISSUED = re.compile(r"(?:印发|转发|公布|发布|颁布)[^《》]{0,40}《([^《》]{4,80})》")
_ABOUT = "关于"
_FOLLOWING = re.compile("落实|贯彻|学习|执行|宣传|解读")
_LONGEST_ISSUER = 40  # characters


@dataclass(frozen=True, slots=True)
class _Key:
    """A policy as it is compared; empty where a part is not known."""

    title: str
    number: str


def title_key(title: str) -> str:
    """A policy's title as it is compared; empty for one that tells too little."""
    flat = fold(title).text
    at = flat.find(_ABOUT)
    if 0 < at <= _LONGEST_ISSUER and not _FOLLOWING.search(flat[:at]):
        flat = flat[at:]
    bare = _EDITION.sub("", _bare(flat))
    return bare if len(bare) >= SHORTEST else ""


def number_key(number: str) -> str:
    """A policy's number as it is compared."""
    return _bare(fold(number).text)


def _bare(flat: str) -> str:
    return "".join(filter(str.isalnum, flat))


def citation_rows(entry: Entry, key: str) -> list[Columns]:
    """What an entry cites, and which policies it is itself."""
    cited = [
        _row(entry, key, _key(fact), position)
        for position, fact in enumerate(_policies(entry))
        if not _is_own(fact)
    ]
    own = [_row(entry, key, it, 0) | {"own": True} for it in _own(entry)]
    return [row for row in (*cited, *own) if row["title"] or row["number"]]


def _row(entry: Entry, key: str, it: _Key, position: int) -> Columns:
    return {
        "reading": key,
        "entry": entry.id,
        "own": False,
        "position": position,
        "title": it.title or None,
        "number": it.number or None,
    }


def _policies(entry: Entry) -> list[Fact]:
    return [fact for fact in entry.facts if fact.name == "policies"]


def _is_own(fact: Fact) -> bool:
    return any(words.rule == OWN for words in fact.evidence)


def _key(fact: Fact) -> _Key:
    title = getattr(fact.value, "title", None) or ""
    number = getattr(fact.value, "number", None) or ""
    return _Key(title_key(title), number_key(number))


def _own(entry: Entry) -> Iterator[_Key]:
    """What a ruling text is: its title, what it issues, each with its number."""
    ruling = entry.kind is Kind.POLICY or entry.first("genre") in RULING
    if entry.kind not in WHOLE or not ruling:
        return
    numbers = [_key(fact).number for fact in _policies(entry) if _is_own(fact)]
    number = numbers[0] if numbers else ""
    titles = {title_key(entry.title), *map(title_key, _ISSUED.findall(entry.title))}
    for title in sorted(titles) or [""]:
        yield _Key(title, number)


def cited(ask: Ask, entry: Entry) -> dict[int, EntryCard]:
    """By place among the policies of `entry`, the entries that are those."""
    if not _policies(entry):
        return {}
    asked = _kept(ask, entry, own=False)
    known = _matching(ask, asked, entry, own=True)
    found = {}
    for row in asked:
        fitting = [other for other in known if _same(row, other)]
        if fitting:
            found[row["position"]] = entry_card_of(fitting[0])
    return found


def citing(ask: Ask, entry: Entry) -> list[EntryCard]:
    """The entries that cite this one, in order of document and reading."""
    if next(_own(entry), None) is None:
        return []
    asked = _kept(ask, entry, own=True)
    found = {
        row["id"]: entry_card_of(row)
        for row in _matching(ask, asked, entry, own=False)
        if any(_same(row, other) for other in asked)
    }
    return list(found.values())


def links_json(
    policies: Sequence[Mapping[str, Any]],
    documents: Mapping[int, EntryCard],
    citing: Sequence[EntryCard],
) -> dict[str, Any]:
    """`policies` of an entry's JSON, each with where it is, and `cited_by`."""
    here = {
        at: {"document": card.document, "entry": card.id}
        for at, card in documents.items()
    }
    nowhere = {"document": None, "entry": None}
    return {
        "policies": [
            {**policy, **here.get(at, nowhere)} for at, policy in enumerate(policies)
        ],
        "cited_by": [
            {"id": it.id, "document": it.document, "title": it.title} for it in citing
        ],
    }


def _same(one: RowMapping, other: RowMapping) -> bool:
    if one["cited_number"] and other["cited_number"]:
        return bool(one["cited_number"] == other["cited_number"])
    return bool(one["cited_title"] and one["cited_title"] == other["cited_title"])


_TITLE = schema.citations.c.title.label("cited_title")
_NUMBER = schema.citations.c.number.label("cited_number")


def _kept(ask: Ask, entry: Entry, *, own: bool) -> Sequence[RowMapping]:
    table = schema.citations.c
    return ask(
        select(table.position, _TITLE, _NUMBER)
        .select_from(schema.citations)
        .join(schema.files, _main(table.reading))
        .where(table.entry == entry.id, table.own.is_(own))
        .order_by(table.position)
    )


def _matching(
    ask: Ask, asked: Sequence[RowMapping], entry: Entry, *, own: bool
) -> Sequence[RowMapping]:
    """The rows of other entries with one of these titles or numbers."""
    table = schema.citations.c
    titles = sorted({row["cited_title"] for row in asked if row["cited_title"]})
    numbers = sorted({row["cited_number"] for row in asked if row["cited_number"]})
    if not titles and not numbers:
        return []
    about = [it for it in schema.entries.c if it.name not in schema.LONG]
    return ask(
        select(*about, _TITLE, _NUMBER, schema.readings.c.document_id)
        .add_columns(schema.files.c.name.label("document"))
        .select_from(schema.citations)
        .join(schema.entries, _of_entry())
        .join(schema.readings, schema.readings.c.key == table.reading)
        .join(schema.files, _main(table.reading))
        .where(table.own.is_(own), table.entry != entry.id)
        .where(or_(table.title.in_(titles), table.number.in_(numbers)))
        .order_by(schema.files.c.name, schema.entries.c.ordinal)
    )


def _of_entry() -> ColumnElement[bool]:
    of, entry = schema.citations.c, schema.entries.c
    return and_(entry.id == of.entry, entry.reading == of.reading)


def _main(reading: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(schema.files.c.reading == reading, schema.files.c.main)
