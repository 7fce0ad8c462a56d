"""What follows from a school that a person gave: where it is.

The province and the city of an entry are its owner's. Where the owner was wrong they
are too, unless a person said them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from casebase.entry import FOLLOWED, PERSON, Entry, Evidence, Fact

PLACES = ("province", "city")
# Where a school is, as (province, city, the words that say it), given all the text
# there is; None where nothing says it.
Located = Callable[[str, str], tuple[str, str | None, str] | None]


def followed(
    entries: Sequence[Entry], schools: Sequence[str | None], located: Located
) -> tuple[Entry, ...]:
    """Corrected entries, the places of which are those of the schools people gave.

    Args:
        entries: A document's, corrected.
        schools: What the rules had found, for each.
        located: Where a school is.
    """
    texts = (part for it in entries for part in (it.document_title, it.title, it.text))
    whole = "\n".join(dict.fromkeys(texts))
    return tuple(
        entry if entry.first("school") == was else _moved(entry, whole, located)
        for entry, was in zip(entries, schools, strict=True)
    )


def _moved(entry: Entry, text: str, located: Located) -> Entry:
    names = [name for name in PLACES if name not in entry.corrected]
    school = next((it for it in entry.facts if it.name == "school"), None)
    found = located(str(school.value), text) if school else None
    places = dict(zip(PLACES, found or (), strict=False))
    facts = [fact for fact in entry.facts if fact.name not in names]
    at = facts.index(school) + 1 if school else 0
    facts[at:at] = [
        Fact(name, place, (_words(entry, found[2], school),))
        for name in names
        if found and school and (place := places[name])
    ]
    moved = replace(entry, facts=tuple(facts))
    changed = [name for name in names if entry.values(name) or moved.values(name)]
    return replace(moved, corrected=(*entry.corrected, *changed))


def _words(entry: Entry, quote: str, school: Fact) -> Evidence:
    """Where the words stand; who gave the school, and when."""
    said = next(words for words in school.evidence if words.rule == PERSON)
    for place, text in (("title", entry.title), ("text", entry.text)):
        start = text.find(quote)
        if quote and start >= 0:
            end = start + len(quote)
            return Evidence(place, start, end, quote, FOLLOWED, said.by, said.at)
    return Evidence("document", 0, 0, quote, FOLLOWED, said.by, said.at)
