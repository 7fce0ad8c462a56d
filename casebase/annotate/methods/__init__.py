"""Working methods: formulas (1+3+N), numeral compounds (“五个三”) and national ones.

A method is the same wherever it is named. Its parts are those of the place that gives
the most; where no place gives all of them it has none: nothing is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casebase.annotate.methods.compounds import Named, compounds
from casebase.annotate.methods.formulas import formulas
from casebase.annotate.methods.national import national
from casebase.annotate.methods.parts import parts_of
from casebase.entry import Entry, Evidence, Method
from casebase.lexicon import Lexicon

_TRIED = 12  # places of a name that are asked for its parts


def methods(entry: Entry, lexicon: Lexicon) -> list[tuple[Method, Evidence]]:
    """The methods of an entry, in its title and then in its text."""
    found: list[tuple[Method, Evidence]] = []
    for place, text in (("title", entry.title), ("text", entry.text)):
        common = list(national(place, text, lexicon))
        taken = {words.start for _, words in common}
        own = _own(place, text, lexicon)
        found += common
        found += ((method, words) for method, words in own if words.start not in taken)
    fullest: dict[str, Method] = {}
    for method, _ in found:
        known = fullest.setdefault(method.name, method)
        if len(method.parts) > len(known.parts):
            fullest[method.name] = replace(known, parts=method.parts)
    return [(fullest[method.name], evidence) for method, evidence in found]


def _own(place: str, text: str, lexicon: Lexicon) -> Iterator[tuple[Method, Evidence]]:
    tried: dict[str, int] = {}
    for rule, finds in (("formula", formulas), ("compound", compounds)):
        for named in finds(text, lexicon):
            tried[named.name] = tried.get(named.name, 0) + 1
            parts = parts_of(named, text) if tried[named.name] <= _TRIED else ()
            if named.sure or parts:
                yield (
                    _method(named, parts, lexicon),
                    _evidence(named, place, text, rule),
                )


def _method(named: Named, parts: tuple[str, ...], lexicon: Lexicon) -> Method:
    return Method(named.name, parts, named.name in lexicon.national)


def _evidence(named: Named, place: str, text: str, rule: str) -> Evidence:
    quote = text[named.start : named.end]
    return Evidence(place, named.start, named.end, quote, f"method.{rule}")
