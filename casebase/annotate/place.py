"""Province and city: from the owner's name, the lexicon, or the words of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebase.document import Document
from casebase.lexicon import Lexicon, Place

_LEAD = re.compile(
    "^(?:中共|中国共产党|共青团|中华人民共和国|中国|国家税务总局|【[^】]{0,30}】)+"
)
_CAMPUS = re.compile("[（(]([\u4e00-\u9fff]{2,4})[）)]$")
_LIES_IN = "(?:位于|坐落于|坐落在|地处|校址[:：]?|地址[:：]?)[^，。；\\n]{0,6}$"
_AFTER_NAME = 40  # characters after a school's name in which an address stands
_DATELINE = re.compile(
    "^(?:本报|新华社|人民网|新华网|中新社|中新网|央视网)([\u4e00-\u9fff]{2,8}?)"
    r"\d{0,4}年?\d{1,2}月\d{1,2}日[电讯]"
)
_FIRST = 4  # paragraphs in which a dateline may stand


@dataclass(frozen=True, slots=True)
class Region:
    """A province and perhaps a city, the words that prove it, the rule."""

    province: str
    city: str | None
    quote: str
    rule: str


def region_of_owner(owner: str, text: str, lexicon: Lexicon) -> Region | None:
    """Where the owner is: as its name says, as is known of it, or as the text says."""
    if owner in lexicon.campuses:
        province, city = lexicon.campuses[owner]
        return Region(province, city or None, owner, "place.campus")
    named = _named(owner, lexicon)
    if named is not None and named.city is not None:
        return named
    return _addressed(owner, text, named, lexicon) or named


def region_of_document(document: Document, lexicon: Lexicon) -> Region | None:
    """Where a document without an owner is from: its dateline, or its title's head."""
    for block in document.blocks[:_FIRST]:
        found = _DATELINE.match(block.text.strip())
        place = found and _whole_place(found.group(1), lexicon)
        if found and place:
            return _region(place, found.group(), "place.dateline")
    return region_of_title(document.title, lexicon)


def region_of_title(title: str, lexicon: Lexicon) -> Region | None:
    """The place that heads a title: a province, or a city in full.

    Short names of cities are too often other words there (日照, 长治久安).
    """
    lead = _LEAD.match(title)
    found = lexicon.place_at(title, lead.end() if lead else 0)
    if found is None:
        return None
    form, place = found
    if place.is_city and form != place.name:
        return None
    return _region(place, form, "place.title")


def _whole_place(name: str, lexicon: Lexicon) -> Place | None:
    """The place `name` is, or the one that ends it: 山东济南 is 济南."""
    for at in range(len(name) - 1):
        found = lexicon.place_at(name, at)
        if found and at + len(found[0]) == len(name):
            return found[1]
    return None


def _named(owner: str, lexicon: Lexicon) -> Region | None:
    """The place that heads the owner's name, or its campus in brackets."""
    campus = _CAMPUS.search(owner)
    place = campus and lexicon.place_forms.get(campus.group(1))
    if campus and place:
        return _region(place, campus.group(1), "place.name")
    lead = _LEAD.match(owner)
    start = lead.end() if lead else 0
    found = lexicon.place_at(owner, start)
    if found is None:
        return None
    form, place = found
    inner = lexicon.place_at(owner, start + len(form))
    if inner and inner[1].is_city and inner[1].province == place.province:
        return _region(inner[1], form + inner[0], "place.name")
    return _region(place, form, "place.name")


def _addressed(
    owner: str, text: str, named: Region | None, lexicon: Lexicon
) -> Region | None:
    """A city beside the owner's name: an affiliation's address, or 位于……."""
    at = text.find(owner)
    while at >= 0:
        end = at + len(owner)
        found = _city_in(text[end : end + _AFTER_NAME].partition("\n")[0], lexicon)
        if found and (named is None or found.province == named.province):
            return found
        at = text.find(owner, end)
    return None


def _city_in(after: str, lexicon: Lexicon) -> Region | None:
    """The city in the words right after a name, if they are an address."""
    address = re.match(r"[，,（( ][^。；]{0,24}?\d{6}", after)
    scope = address.group() if address else ""
    for position in range(len(after) - 1):
        found = lexicon.place_at(after, position)
        if found is None or not found[1].is_city:
            continue
        form, place = found
        inside = position + len(form) <= len(scope)
        if inside or re.search(_LIES_IN, after[:position]):
            return _region(place, form, "place.address")
    return None


def _region(place: Place, quote: str, rule: str) -> Region:
    return Region(place.province, place.short if place.is_city else None, quote, rule)
