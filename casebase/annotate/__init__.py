"""Entry to entry with facts, every fact with the words that prove it.

First what is known of the document (its owner and the owner's short names, its place,
date and genre), which its entries share; then what each entry says itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from casebase.annotate.brands import brands
from casebase.annotate.dates import Dated, YearOf, issued, year_of
from casebase.annotate.genre import Genre, genre_of
from casebase.annotate.honours import honours
from casebase.annotate.methods import methods
from casebase.annotate.owner import (
    Alias,
    Owner,
    aliases_of,
    departments,
    is_party_body,
    owners,
    partners,
)
from casebase.annotate.parallels import parallels
from casebase.annotate.place import (
    Region,
    region_of_document,
    region_of_owner,
    region_of_title,
)
from casebase.annotate.policies import policies
from casebase.annotate.quantities import quantities
from casebase.annotate.slogans import slogans
from casebase.annotate.topics import topics
from casebase.document import Document
from casebase.entry import Entry, Evidence, Fact, Kind, Value
from casebase.lexicon import Lexicon

_PARTY = re.compile("(?:党委|党组|党工委|党总支|机关党委|第?.{0,8}党支部)$")
_MOST_MENTIONS = 20  # of the owner, kept as evidence
# Rules whose words stand outside every entry, or in a title only.
_OUTSIDE = frozenset(
    {"metadata", "source", "url", "filename", "wechat", "page", "site"}
)
_IN_TITLE = frozenset({"title", "issuer", "about", "case-title", "headline"})


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the entries of a document have in common."""

    when: Dated | None
    year: YearOf | None
    genre: Genre | None
    region: Region | None  # of a document without an owner


def annotate(
    document: Document, entries: tuple[Entry, ...], lexicon: Lexicon
) -> tuple[Entry, ...]:
    """The entries with all that is known of them."""
    found = owners(document, entries, lexicon)
    shared = _shared(document, entries, found, lexicon)
    texts = _texts_by_owner(document, entries, found)
    known = {
        owner.name: (
            tuple(aliases_of(owner.name, texts[owner.name], lexicon)),
            region_of_owner(owner.name, texts[owner.name], lexicon),
        )
        for owner in _distinct(found)
    }
    annotated = []
    for entry, owner in zip(entries, found, strict=True):
        aliases, region = known[owner.name] if owner else ((), None)
        if owner is None:
            region = _own_region(entry, lexicon) or shared.region
        facts = (
            *_whose(entry, owner, aliases),
            *_where(entry, region, owner),
            *_when(entry, shared),
            *_said(entry, owner, aliases, shared, lexicon),
        )
        annotated.append(replace(entry, facts=facts))
    return tuple(annotated)


def _distinct(found: Iterable[Owner | None]) -> Iterable[Owner]:
    """One owner of each name: what is known of it is looked up once."""
    return {owner.name: owner for owner in found if owner is not None}.values()


def _shared(
    document: Document,
    entries: tuple[Entry, ...],
    found: Sequence[Owner | None],
    lexicon: Lexicon,
) -> _Shared:
    when = issued(document)
    owner = next((owner.name for owner in found if owner), None)
    genre = genre_of(document, entries, owner)
    year = year_of(document, genre.name if genre else "", when)
    return _Shared(when, year, genre, region_of_document(document, lexicon))


def _texts_by_owner(
    document: Document, entries: tuple[Entry, ...], found: Sequence[Owner | None]
) -> dict[str, str]:
    """All text of every owner, in which short names and addresses are looked for."""
    parts: dict[str, list[str]] = {}
    for entry, owner in zip(entries, found, strict=True):
        if owner:
            parts.setdefault(owner.name, [document.title, document.subtitle])
            parts[owner.name] += [entry.title, entry.text]
    blocks = [block.text for block in document.blocks]
    site = document.metadata.site
    return {
        name: "\n".join([*texts, *blocks, site] if len(parts) == 1 else texts)
        for name, texts in parts.items()
    }


def _own_region(entry: Entry, lexicon: Lexicon) -> Region | None:
    """An item of a compilation says in its title where it is from."""
    return region_of_title(entry.title, lexicon) if entry.kind is Kind.ITEM else None


def _whose(
    entry: Entry, owner: Owner | None, aliases: Iterable[Alias]
) -> Iterator[Fact]:
    if owner is None or not is_party_body(owner.name):
        return
    decisive = _locate(entry, owner.quote, owner.rule)
    mentions = tuple(_mentions(entry, owner.name, "school.mention"))
    others = tuple(words for words in mentions if not _inside(words, decisive))
    yield Fact("school", owner.name, (decisive, *others[:_MOST_MENTIONS]))
    for alias in aliases:
        yield Fact("alias", alias.name, (_locate(entry, alias.quote, alias.rule),))


def _where(entry: Entry, region: Region | None, owner: Owner | None) -> Iterator[Fact]:
    if region is None:
        return
    words = _locate(entry, region.quote, region.rule)
    if owner and region.rule == "place.name":
        words = _part_of(_locate(entry, owner.name, region.rule), region.quote)
    evidence = (words,)
    yield Fact("province", region.province, evidence)
    if region.city:
        yield Fact("city", region.city, evidence)


def _when(entry: Entry, shared: _Shared) -> Iterator[Fact]:
    if shared.when:
        evidence = _locate(entry, shared.when.quote, shared.when.rule)
        yield Fact("date", shared.when.value, (evidence,))
    if shared.year:
        evidence = _locate(entry, shared.year.quote, shared.year.rule)
        yield Fact("year", shared.year.value, (evidence,))
    if shared.genre:
        evidence = _locate(entry, shared.genre.quote, shared.genre.rule)
        yield Fact("genre", shared.genre.name, (evidence,))
    else:
        yield Fact("genre", "其他", (Evidence("document", 0, 0, "", "genre.other"),))


def _said(
    entry: Entry,
    owner: Owner | None,
    aliases: Iterable[Alias],
    shared: _Shared,
    lexicon: Lexicon,
) -> Iterator[Fact]:
    school = owner.name if owner else None
    names = tuple(alias.name for alias in aliases)
    shown = school if school and is_party_body(school) else None
    others = tuple(partners(entry, shown, names, lexicon))
    own = departments(entry, shown, names, lexicon)
    yield from _grouped("departments", _not_of(others, own))
    yield from _grouped("partners", others)
    yield from _grouped("topics", topics(entry, lexicon))
    yield from _grouped("brands", brands(entry, school, names, lexicon))
    yield from _grouped("methods", methods(entry, lexicon))
    yield from _grouped("slogans", slogans(entry, lexicon))
    yield from _grouped("policies", policies(entry, school, lexicon))
    this_year = shared.year.value if shared.year else None
    yield from _grouped("headings", parallels(entry))
    yield from _grouped("honours", honours(entry, school, lexicon, this_year))
    yield from _grouped("quantities", quantities(entry, this_year))


def _not_of(
    others: Sequence[tuple[str, Evidence]], own: Iterable[tuple[str, Evidence]]
) -> Iterator[tuple[str, Evidence]]:
    """The branches that are no partner's: 某研究院第二党支部 acts with the owner."""
    named = {words.quote for _, words in others}
    bodies = tuple({_PARTY.sub("", it) for it in named} - {""})
    for it in own:
        if not (it[0].startswith(bodies) or any(it[0] in whole for whole in named)):
            yield it


def _grouped(name: str, found: Iterable[tuple[Value, Evidence]]) -> Iterator[Fact]:
    """Each value once, with all its evidence."""
    groups: dict[Value, list[Evidence]] = {}
    for value, evidence in found:
        groups.setdefault(value, []).append(evidence)
    for value, group in groups.items():
        yield Fact(name, value, tuple(group))


def _locate(entry: Entry, quote: str, rule: str) -> Evidence:
    """Where an entry has the words; they may stand elsewhere in the document."""
    said_in = rule.partition(".")[2]
    for place, text in (("title", entry.title), ("text", entry.text)):
        if said_in in _OUTSIDE or (said_in in _IN_TITLE and place == "text"):
            continue
        start = text.find(quote) if quote else -1
        if start >= 0:
            return Evidence(place, start, start + len(quote), quote, rule)
    return Evidence("document", 0, 0, quote, rule)


def _part_of(words: Evidence, quote: str) -> Evidence:
    """The place within the name that says it."""
    if words.place == "document":
        return replace(words, quote=quote)
    start = words.start + words.quote.find(quote)
    return replace(words, start=start, end=start + len(quote), quote=quote)


def _mentions(entry: Entry, name: str, rule: str) -> Iterator[Evidence]:
    for place, text in (("title", entry.title), ("text", entry.text)):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            yield Evidence(place, start, end, name, rule)
            start = text.find(name, end)


def _inside(words: Evidence, other: Evidence) -> bool:
    return (
        words.place == other.place
        and other.start <= words.start
        and words.end <= other.end
    )
