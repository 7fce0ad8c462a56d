"""Province and city: from the owner's name, the lexicon, or the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from casebase.document import Document
from casebase.lexicon import Lexicon, Place

_LEAD = re.compile(
    "^(?:中共|中国共产党|共青团|中华人民共和国|中国|国家税务总局|【[^】]{0,30}】)+"
)
_CAMPUS = re.compile("[（(]([\u4e00-\u9fff]{2,4})[）)]$")
_SCHOOL = re.compile("大学|学院|学校|中心|中专|高中|党校")
# Every choice begins with a sign of its own, so that it is found fast.
_WE = "|".join(
    f"{we}(?<![\u4e00-\u9fff]{we})"
    for we in ("学校", "该校", "我校", "本校", "校本部", "主校区")
)
_NOTE = r"(?:[（(][^（()）\n]{0,40}[)）])?"
_LATER = r"[^。；\n]{0,30}?，"  # 某学院始建于1958年，位于……
_LIES = rf"(?:{_LATER}|[^，。；：\n]{{0,4}}?)(?:位于|坐落于|坐落在|坐落|地处)"
_IS_OF = rf"(?:{_LATER})?是"
_POSTCODE = r"[，,（( ][^。；\n]{0,24}?\d{6}"
_SLACK = 8  # characters between 位于 and the place: 位于美丽的……
_ADDRESS = re.compile(
    "(?:校址|(?:(?<![\u4e00-\u9fff])|学校|学院|单位|通[讯信]|联系|办公)地址)\\s?[:：]\\s?"
)
_STREET = re.compile("大?[道路街巷]|[区县镇乡村]")  # 中山路 is not in 中山
_OF_PROVINCE = re.compile(
    "(?:省属|属(?<!省属))(?:公办|民办|高|职业|本科|重点|普通|全日制)"
)
# An honour of a province is won by its own schools: 获评湖南省高校……典型案例.
_WON = re.compile(
    "(?:获评|获批|获得|荣获|入选|申报|评为|授予|认定为|列为|通过|获(?<!所获))"
    r"(?:首批|第[一二三四五六七八九十\d]{1,3}批|\d{4}年度?|全国和?)*"
)
_HONOUR = re.compile("(?:普通)?高校|高等|高职|职业|教育|教学|优秀|先进|师德|思政|党建")
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
    if named is not None and (named.city is not None or not _SCHOOL.search(owner)):
        return named  # a province's association is the whole province's
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
    found = _place_from(owner, start, lexicon)
    return _region(found[1], found[0], "place.name") if found else None


def _addressed(
    owner: str, text: str, named: Region | None, lexicon: Lexicon
) -> Region | None:
    """Where the text says that the owner lies, the plainest words first."""
    lies = re.compile(f"(?:{re.escape(owner)}|{_WE}){_NOTE}{_LIES}")
    is_of = re.compile(f"(?:{re.escape(owner)}|{_WE}){_NOTE}{_IS_OF}")
    found = chain(
        _affiliations(owner, text, lexicon),
        _after(lies, text, lexicon, _SLACK),
        _after(is_of, text, lexicon),
        _after(_ADDRESS, text, lexicon) if "址" in text else (),
        _before(owner, text, lexicon),
        _belonging(text, lexicon),
        _honoured(text, lexicon),
    )
    if named is None:
        return next(found, None)
    fitting = (one for one in found if one.province == named.province and one.city)
    return next(fitting, None)


def _affiliations(owner: str, text: str, lexicon: Lexicon) -> Iterator[Region]:
    """The city between the owner's name and a postcode."""
    for match in re.finditer(rf"{re.escape(owner)}{_POSTCODE}", text):
        for at in range(match.start() + len(owner), match.end()):
            found = lexicon.place_at(text, at)
            if found and found[1].is_city:
                yield _region(found[1], found[0], "place.address")


def _after(
    pattern: re.Pattern[str], text: str, lexicon: Lexicon, slack: int = 0
) -> Iterator[Region]:
    """The places that follow the words, at most so many characters behind."""
    for match in pattern.finditer(text):
        for at in range(match.end(), match.end() + slack + 1):
            found = _place_from(text, at, lexicon)
            if found:
                yield _region(found[1], found[0], "place.address")
            if found or text[at : at + 1] in "，。；\n":
                break


def _before(owner: str, text: str, lexicon: Lexicon) -> Iterator[Region]:
    """四川省德阳市旌湖东岸，……学院: a city in full that opens the owner's sentence."""
    opening = re.compile(rf"(?m)^[ \u3000]*(\S{{4,24}}?)，{re.escape(owner)}")
    for match in opening.finditer(text):
        found = _place_from(text, match.start(1), lexicon)
        if found and len(found[0]) > len(found[1].name):
            yield _region(found[1], found[0], "place.opening")


def _belonging(text: str, lexicon: Lexicon) -> Iterator[Region]:
    """山东省属职业本科学校."""
    for match in _OF_PROVINCE.finditer(text):
        for length in (2, 3):
            form = text[match.start() - length : match.start()]
            place = lexicon.place_forms.get(form)
            if place and not place.is_city:
                yield _region(place, form, "place.belonging")


def _honoured(text: str, lexicon: Lexicon) -> Iterator[Region]:
    """The one province whose honours the text tells of."""
    won: dict[str, Region] = {}
    for match in _WON.finditer(text):
        found = lexicon.place_at(text, match.end())
        if found and not found[1].is_city and found[0] == found[1].name:
            form, place = found
            if _HONOUR.match(text, match.end() + len(form)):
                won.setdefault(place.province, _region(place, form, "place.honour"))
    if len(won) == 1:
        yield from won.values()


def _place_from(text: str, at: int, lexicon: Lexicon) -> tuple[str, Place] | None:
    """The words at `at` that name a place, and the narrowest place they name."""
    found = lexicon.place_at(text, at)
    if found is None:
        return None
    form, place = found
    if form == place.short and _STREET.match(text, at + len(form)):
        return None
    inner = lexicon.place_at(text, at + len(form))
    if inner and inner[1].is_city and inner[1].province == place.province:
        return form + inner[0], inner[1]
    return found


def _region(place: Place, quote: str, rule: str) -> Region:
    return Region(place.province, place.short if place.is_city else None, quote, rule)
