"""Working methods: formulas (1+3+N), numeral compounds (“五个三”) and national ones.

A method is the same wherever it is named. Its parts are those of the place that gives
the most; where no place gives all of them it has none: nothing is made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from casebase.annotate.methods.compounds import Named, compounds
from casebase.annotate.methods.formulas import formulas
from casebase.annotate.methods.named import TRIED, signs_of
from casebase.annotate.methods.national import national
from casebase.annotate.methods.parts import parts_of
from casebase.entry import Entry, Evidence, Method
from casebase.lexicon import Lexicon


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
    for name, method in fullest.items():
        fullest[name] = replace(method, parts=method.parts or _summed(name, fullest))
    return [(fullest[method.name], evidence) for method, evidence in found]


def _summed(name: str, known: Mapping[str, Method]) -> tuple[str, ...]:
    """The parts of “四力四红” where the text gives those of “四力” and of “四红”."""
    signs = signs_of(name)
    if len(signs) < 2 or not all(sign in known for sign in signs):  # noqa: PLR2004
        return ()
    parts = [known[sign].parts for sign in signs]
    return tuple(part for each in parts for part in each) if all(parts) else ()


def _own(place: str, text: str, lexicon: Lexicon) -> Iterator[tuple[Method, Evidence]]:
    tried: dict[str, int] = {}
    for rule, finds in (("formula", formulas), ("compound", compounds)):
        for named in finds(text, lexicon):
            tried[named.name] = tried.get(named.name, 0) + 1
            parts = parts_of(named, text) if tried[named.name] <= TRIED else ()
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
