"""Honours in lists: a head that names one, and below it a line for each that has it.

第四批全省样板支部培育创建单位名单 / 1.甲学院乙系党支部; a head may say the result too:
一、暂缓通过（7个）. What is only put forward (拟推荐…公示) is 推荐申报.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebase.annotate.honours.levels import level_by
from casebase.annotate.honours.names import Name, name_of
from casebase.annotate.honours.wording import BODIES, BRANCHES, any_of
from casebase.entry import Entry, Evidence, Honour, Role
from casebase.lexicon import Lexicon

Found = tuple[Honour, Evidence]

_LONGEST_HEAD, _LONGEST = 60, 40
_FEWEST = 2
_NUMBER = "[（(]?[0-9]{1,3}[)）]?[.、．]?[ \u3000]*"
_SOMEBODY = any_of(BRANCHES, BODIES)
_WHO = re.compile(
    f"[^，。；：！？、“”《》\\s]{{2,{_LONGEST}}}?{_SOMEBODY}(?:“[^“”]{{2,20}}”)?"
)
_ITEM = re.compile(f"{_NUMBER}(?P<who>[^\\s].{{1,{_LONGEST}}})")
_BESIDE = re.compile("[ \u3000\t]+")
_ANNEX = re.compile("附件?[ ]?[0-9一二三四五六七八九十]{0,2}[:：]?")
_HEAD_NUMBER = re.compile(
    f"(?:{_ANNEX.pattern})?[（(]?[一二三四五六七八九十0-9]{{0,3}}"
    "[)）]?[、.．]?[ \u3000]*"
)
_RESULT = re.compile(
    "(?P<通过验收>(?:予以)?通过(?:验收)?|验收(?:通过|合格))|(?P<暂缓通过>暂缓(?:通过|验收))"
    "|(?P<未通过>(?:未|不)(?:予)?通过(?:验收)?)|(?P<终止>终止(?:培育|创建|建设)?)"
)
_COUNT = re.compile(
    "[ \u3000]*(?:的?(?:单位|支部|名单|项目)?)?(?:[（(][^（）()]{0,20}[)）])?"
)
_END = re.compile(
    "(?:[（(](?:节选|排名不分先后|按[^（）()]{0,12}|共?[0-9]+[个名项支]?)[)）]|验收|评审|认定"
    "|评选|结果|名单|公示|的)+$"
)
_LISTING = re.compile("名单|结果|表彰|授予|评选|命名|通报|公布|先进|获奖|荣誉")
_BRACKETED = re.compile(
    "[（(](?:共?[0-9]{1,4}[个名项支]|首批|第[一二三四五六七八九十]+批)"
)
_PUT_FORWARD = re.compile("拟|推荐|候选|申报")
_PUTTING = re.compile("^(?:关于)?(?:公布|公示|拟|推荐|申报|评选|参评)+的?")
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)")


@dataclass(frozen=True, slots=True)
class _Head:
    """What a list is of.

    Attributes:
        name: The honour.
        words: The head, which may tell the year.
        result: What became of it, where a head below says so.
    """

    name: Name
    words: str
    result: str | None = None


def honours_of_lists(entry: Entry, lexicon: Lexicon) -> Iterator[Found]:
    """The honours that the entry's lists give, with whose they are."""
    begin = 0
    head: _Head | None = None
    listing = _LISTING.search(entry.title) is not None
    for paragraph in entry.paragraphs:
        text = paragraph.text
        if paragraph.role is not Role.ROW:
            named = list(_named(text)) if head else []
            if head and named:
                for start, end in named:
                    honour = _honour(head, text[start:end], entry.title, lexicon)
                    where = ("text", begin + start, begin + end)
                    yield honour, Evidence(*where, text[start:end], "honour.list")
            else:
                head = _head(text, head, lexicon, listing=listing)
        begin += len(text) + 1


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Who a line of a list names: one behind a number, or several side by side."""
    if len(text) > _LONGEST_HEAD * 2:
        return
    item = _ITEM.fullmatch(text.rstrip(" \u3000"))
    if item and _WHO.fullmatch(item["who"]):
        yield item.span("who")
        return
    pieces = _BESIDE.split(text.strip())
    if len(pieces) >= _FEWEST and all(map(_WHO.fullmatch, pieces)):
        at = 0
        for piece in pieces:
            at = text.index(piece, at)
            yield at, at + len(piece)
            at += len(piece)


def _head(
    text: str, above: _Head | None, lexicon: Lexicon, *, listing: bool
) -> _Head | None:
    """What the lines below are of; None where the line is no head of a list."""
    if len(text) > _LONGEST_HEAD or "。" in text:
        return None
    number = _HEAD_NUMBER.match(text)
    words = text[number.end() :] if number else text
    result = _RESULT.match(words)
    if result and above and _COUNT.fullmatch(words, result.end()):
        return _Head(above.name, above.words, result.lastgroup)
    if not (listing or _LISTING.search(words) or _BRACKETED.search(words)):
        return None
    said = _END.sub("", _PUTTING.sub("", words))
    name = name_of(said, 0, lexicon, loose=False)
    return _Head(name, text) if name else None


def _honour(head: _Head, who: str, title: str, lexicon: Lexicon) -> Honour:
    name = head.name
    level = level_by(name.words, lexicon) or level_by(title, lexicon, giver=True)
    year = _YEAR.search(head.words) or _YEAR.search(title)
    when = name.year or (int(year.group()) if year else None)
    return Honour(name.name, level, name.batch, _status(head), who, when)


def _status(head: _Head) -> str:
    if head.result:
        return head.result
    if head.name.nominee or _PUT_FORWARD.search(head.words):
        return "推荐申报"
    if head.name.nurtured:
        return "培育创建"
    return "获奖" if head.name.prize else "获评"
