"""Facts with what people said of them laid over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casebase.corrections.fitting import Concerning, Fit, fitting
from casebase.corrections.record import Action, Correction, Wish, matching
from casebase.entry import PERSON, Entry, Evidence, Fact, Value


def applied(
    entries: Sequence[Entry], these: Sequence[Concerning]
) -> tuple[tuple[Entry, ...], Mapping[int, Fit]]:
    """A document's entries corrected, and by its number what became of each correction.

    They are applied in the order made, so that the last word stands.
    """
    corrected = list(entries)
    titles = [entry.title for entry in entries]
    fits = {}
    for it in these:
        ordinal = fitting(it, titles)
        if ordinal is None:
            fits[it.correction.number] = Fit.NONE
            continue
        corrected[ordinal - 1] = _with(corrected[ordinal - 1], it.correction)
        fits[it.correction.number] = Fit.CHANGED if it.changed else Fit.WHOLE
    return tuple(corrected), fits


def _with(entry: Entry, made: Correction) -> Entry:
    wish = made.wish
    kept = [fact for fact in entry.facts if not _goes(fact, wish)]
    if wish.action in {Action.SET, Action.ADD}:
        assert not isinstance(wish.value, Mapping | None)
        fact = Fact(wish.field, wish.value, (_evidence(entry, wish.value, made),))
        kept.insert(_place(entry.facts, kept, wish.field), fact)
    names = dict.fromkeys((*entry.corrected, wish.field))
    return replace(entry, facts=tuple(kept), corrected=tuple(names))


def _goes(fact: Fact, wish: Wish) -> bool:
    """Whether a fact gives way: one that is added twice is said by the person."""
    if fact.name != wish.field:
        return False
    match wish.action:
        case Action.SET | Action.CLEAR:
            return True
        case Action.ADD:
            return fact.value == wish.value
        case Action.REMOVE:
            return matching(fact.value, wish.value)


def _place(before: Sequence[Fact], kept: Sequence[Fact], name: str) -> int:
    """Behind those of the same name, else where they stood, else at the end."""
    same = [at for at, fact in enumerate(kept) if fact.name == name]
    if same:
        return same[-1] + 1
    stood = [at for at, fact in enumerate(before) if fact.name == name]
    return stood[0] if stood else len(kept)


def _evidence(entry: Entry, value: Value, made: Correction) -> Evidence:
    """Where the entry has the words, if it has; that a person said it, always."""
    words = _words(value)
    for place, text in (("title", entry.title), ("text", entry.text)):
        start = text.find(words) if words else -1
        if start >= 0:
            end = start + len(words)
            return Evidence(place, start, end, words, PERSON, made.by, made.at)
    return Evidence("document", 0, 0, "", PERSON, made.by, made.at)


def _words(value: Value) -> str:
    """The words by which a value is known; empty for a number."""
    if isinstance(value, str):
        return value
    for part in ("name", "title", "number", "text"):
        said = getattr(value, part, None)
        if isinstance(said, str) and said:
            return said
    return ""
