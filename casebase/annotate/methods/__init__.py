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

_Found = tuple[Method, Evidence]


def methods(entry: Entry, lexicon: Lexicon) -> list[_Found]:
    """The methods of an entry, in its title and then in its text."""
    found: list[_Found] = []
    for place, text in (("title", entry.title), ("text", entry.text)):
        own = list(_own(place, text, lexicon))
        found += _apart(list(national(place, text, lexicon)), own)
    fullest: dict[str, Method] = {}
    for method, _ in found:
        known = fullest.setdefault(method.name, method)
        if len(method.parts) > len(known.parts):
            fullest[method.name] = replace(known, parts=method.parts)
    for name, method in fullest.items():
        whole = f"{name}工作法"
        if whole in fullest:  # “三味”支部 has the method that is “三味工作法”
            fullest[name] = fullest[whole]
        elif not method.parts and (summed := _summed(name, fullest)):
            fullest[name] = replace(method, parts=summed)
    return [(fullest[method.name], evidence) for method, evidence in found]


def _apart(common: list[_Found], own: list[_Found]) -> Iterator[_Found]:
    """All but what is national itself, or only stands within another name.

    双培养 is no method of its own in “双书记、双培养、双考核”机制.
    """
    spans = {(words.start, words.end) for _, words in common}
    wholes = [it for it in own if (it[1].start, it[1].end) not in spans]
    inner = {at for _, words in wholes for at in range(words.start, words.end)}
    yield from (it for it in common if it[1].start not in inner)
    yield from wholes


def _summed(name: str, known: Mapping[str, Method]) -> tuple[str, ...]:
    """The parts of “四力四红” where the text gives those of “四力” and of “四红”."""
    signs = signs_of(name)
    if len(signs) < 2 or not all(sign in known for sign in signs):  # noqa: PLR2004
        return ()
    parts = [known[sign].parts for sign in signs]
    return tuple(part for each in parts for part in each) if all(parts) else ()


def _own(place: str, text: str, lexicon: Lexicon) -> Iterator[_Found]:
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
