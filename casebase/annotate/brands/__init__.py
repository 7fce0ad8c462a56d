"""Brands: names in quotes that the text presents as a brand, project, team and so on.

What a name stands for is said beside it: “麦田党课”工作品牌, 品牌“四网”, 取名“榕树下”,
成立“清波”工作室. Once a text has presented a name, the name is meant wherever it stands
in quotes again. What nobody presents is only quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from casebase.annotate.brands.cues import form_of
from casebase.annotate.brands.holders import Names, holder_of, level_of
from casebase.annotate.brands.listed import listed, workshops
from casebase.annotate.brands.refused import may_be_brand
from casebase.annotate.brands.tables import tabled
from casebase.annotate.brands.words import SURE
from casebase.entry import Brand, Entry, Evidence, Role
from casebase.lexicon import Lexicon

_OPENER = re.compile('[“「『"]')
_QUOTED = re.compile("[“「『]([^“”「」『』\n]{2,20})[”」』]")
_STRAIGHT = re.compile('"([^"\n]{2,20})"')  # of a paragraph without other quotes
_IN_TABLES = frozenset({"团队", "工作室"})
_OF_ITS_OWN = frozenset({"团队", "工作室"})  # even among 等品牌
_TIGHT = re.compile("[、,，]?(?:和|与|及|以及|暨)?")
# “两点钟”热线、“灯塔”社区等品牌; 商学院“金算盘”、机电系“齿轮”等品牌
_JOINED = re.compile(
    "[\u4e00-\u9fff]{1,8}[、,，](?:[\u4e00-\u9fff]{2,16})?|[、,，][\u4e00-\u9fff]{2,16}"
    f"|{_TIGHT.pattern}"
)
_LONGEST_JOINT = 25
_SUCH = re.compile(
    "[\u4e00-\u9fff]{0,6}等[\u4e00-\u9fff0-9]{0,8}(?:品牌|名片|支部特色)"
)


class _Run(NamedTuple):
    """Names in quotes side by side in a paragraph or the title: “红帆”“蓝锚”品牌."""

    place: str
    text: str
    begin: int  # of the paragraph in the entry's text
    row: bool  # of a table
    names: Sequence[re.Match[str]]


def brands(
    entry: Entry, school: str | None, aliases: Sequence[str], lexicon: Lexicon
) -> list[tuple[Brand, Evidence]]:
    """The brands of an entry with every place where their names stand in quotes.

    A brand's holder and level are the first that the text gives it, and so is its form,
    but for what needs no verb to be presented: 建设“码头课堂”, “码头课堂”教学团队.
    """
    owner = Names(school, frozenset({*aliases, *([school] if school else [])}))
    runs = tuple(_runs(entry))
    known: dict[str, Brand] = {}
    shown: set[tuple[str, int]] = set()
    for run in runs:
        for match, brand in _presented(run, owner, lexicon):
            shown.add((run.place, run.begin + match.start(1)))
            known[brand.name] = _merged(known.get(brand.name), brand)
    others = [
        (brand, words)
        for brand, words in (*tabled(entry), *listed(entry), *workshops(entry))
        if brand.name not in known
    ]
    return [*_evidence(runs, known, shown), *others]


def _runs(entry: Entry) -> Iterator[_Run]:
    yield from _side_by_side("title", entry.title, 0, row=False)
    begin = 0
    for paragraph in entry.paragraphs:
        row = paragraph.role is Role.ROW
        yield from _side_by_side("text", paragraph.text, begin, row=row)
        begin += len(paragraph.text) + 1


def _side_by_side(place: str, text: str, begin: int, *, row: bool) -> Iterator[_Run]:
    if _OPENER.search(text) is None:
        return
    run: list[re.Match[str]] = []
    for match in _quoted(text):
        if run and not _are_joined(text, run[-1].end(), match.start()):
            yield _Run(place, text, begin, row, tuple(run))
            run = []
        run.append(match)
    if run:
        yield _Run(place, text, begin, row, tuple(run))


def _are_joined(text: str, end: int, start: int) -> bool:
    near = start - end <= _LONGEST_JOINT
    return near and _JOINED.fullmatch(text, end, start) is not None


def _quoted(text: str) -> Iterator[re.Match[str]]:
    pattern = _STRAIGHT if '"' in text and "“" not in text else _QUOTED
    return pattern.finditer(text)


def _presented(
    run: _Run, owner: Names, lexicon: Lexicon
) -> Iterator[tuple[re.Match[str], Brand]]:
    """The names of the run that the words around it say to be brands."""
    first, last = run.names[0].start(), run.names[-1].end()
    tight = _is_tight(run)
    together = tight or _SUCH.match(run.text, last) is not None
    for match in run.names:
        start, end = (first, last) if together else match.span()
        name = _name(match)
        titled = run.place == "title"
        form = form_of(name, run.text, start, end, titled=titled)
        if together and not tight:  # “海燕”志愿服务队、“灯下”书屋等品牌
            own = form_of(name, run.text, *match.span(), titled=titled)
            form = own if own in _OF_ITS_OWN else form
        if form is None or not may_be_brand(name, form, lexicon):
            continue
        if run.row and form not in _IN_TABLES:
            continue  # rows are full of the titles of projects and prizes
        at = first if tight else match.start()
        holder = holder_of(run.text, at, owner, lexicon)
        if holder is None:
            continue  # somebody else's
        yield match, Brand(name, holder or None, level_of(run.text, start, end), form)


def _is_tight(run: _Run) -> bool:
    """Whether nothing but 、 and 和 stands between the names."""
    if len(run.names) == 1:
        return True
    ends = [it.end() for it in run.names]
    return all(
        _TIGHT.fullmatch(run.text, end, it.start())
        for end, it in zip(ends, run.names[1:], strict=False)
    )


def _name(match: re.Match[str]) -> str:
    return match[1].strip()


def _merged(known: Brand | None, brand: Brand) -> Brand:
    if known is None:
        return brand
    telling = known.form not in SURE and brand.form in SURE
    return replace(
        known,
        form=brand.form if telling else known.form,
        holder=known.holder or brand.holder,
        level=known.level or brand.level,
    )


def _evidence(
    runs: Sequence[_Run], known: dict[str, Brand], shown: set[tuple[str, int]]
) -> Iterator[tuple[Brand, Evidence]]:
    """Where the brands stand, the places that present them first."""
    said = [
        (known[_name(match)], run, match)
        for run in runs
        for match in run.names
        if _name(match) in known
    ]
    for presenting in (True, False):
        for brand, run, match in said:
            start, end = run.begin + match.start(1), run.begin + match.end(1)
            if ((run.place, start) in shown) is presenting:
                rule = "brand.named" if presenting else "brand.again"
                yield brand, Evidence(run.place, start, end, match[1], rule)
