"""The honours that a clause lists after its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casebase.annotate.honours.contests import prize_in
from casebase.annotate.honours.trimming import (
    bare_name,
    batch_in,
    counted,
    dated,
    led,
    unbuilt,
    unquoted,
    without_batch,
    years_after,
)
from casebase.lexicon import Lexicon

_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」"}
_SEPARATORS = "、，,："
_SIGN = re.compile(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())))}{_SEPARATORS}]")
_AND = re.compile("以及|和|及|与|暨|并|或")
_FOLLOWING = re.compile(
    "[“《]?(?:全国|国家|教育部|中国|中华|世界|国际|首批|首届"
    "|第[一二三四五六七八九十0-9]|全省|全市|省|市"
    "|校级|县级|区级|[0-9一二三两]|特等奖|[金银铜][奖牌]|[冠亚季]军|优秀|先进|团体|“"
    "|最[美佳]"
    "|党建|五一|五四|文明)"
)
_QUOTED = re.compile(".{0,20}“[^“”]{3,20}”")
_OF_LEVEL = re.compile(
    "(?:[\u4e00-\u9fff]{2,3}[省市](?!场)|(?:全国|全省|全市|国家级|省级|市级"
    "|校级)(?!以上|及以上))"
    "[^，。的了是在]{4,24}(?<!情况)(?<!优先)$"
)
_PLAIN = re.compile(
    "(?:多?[项个]?)?(?:国家级|省级|市级|校级|省部级|院级|各级)?(?:以上|及以上)?"
    "(?:奖|荣誉|奖励|称号|大奖)"
)
_NO_HOLDER = re.compile(
    "消息|牌子|牌匾|奖牌|证书|授牌|机会|基础上|过程|背景|目标|要求|标准|条件|喜讯|优异"
    "|好成绩"
    "|佳绩|成绩|荣誉|称号|殊荣|骄人"
)
_DOING = re.compile("建|打|培|开|组|设|形|成立|完成|承|举|推|拓|主持|参|引|共|创")
# 五年来培养省级技术能手33名: what was done, no further honour.
_BRINGING = re.compile("培养|培育出|带出|走出|输送|涌现|选送|派出")
# 护理等10余项省级职业技能大赛一等奖
_AMONG = re.compile(
    r"^[^，。“”《》]{0,12}等\s?[0-9]+\s?[余多]?[项个](?=[\u4e00-\u9fff]{4})"
)
_GIVER = re.compile(
    "^(?:教育部|省委|中共中央|国家)(?=[“]?(?:全国|国家|第|新时代|高校))|^(?:我省|我市"
    "|本省)"
)
_LEVEL = re.compile(
    "^(?:(?:国家级|省级|市级|校级|院级|县级|区级|省部级)[和、]?)+"
    "(?!教学成果|以上|及以上)"
)
# What every prize has, and every name that is loosely taken for an honour.
_PRIZE_SIGNS = re.compile("[奖牌军名杯]")
_LOOSE_SIGNS = re.compile("[“省市国级]")
_SHORTEST, _SHORT, _LONGEST = 3, 9, 50


class Name(NamedTuple):
    """An honour as a clause lists it.

    Attributes:
        name: Without batch, count, level and words of status.
        words: What was said of it, with all that; the level is told from them.
        batch: 首批 or 第三批.
        year: Named with the honour itself (2022年度…), or None.
        nurtured: Whether it is still being cultivated.
        nominee: Whether it is only put forward for.
        prize: Whether it is a prize of a contest.
        whose: Who is said after it to have it: 被授予“…”称号的吴晓东.
        start: Where its words begin in the paragraph.
        end: Where they end.
    """

    name: str
    words: str
    batch: str | None
    year: int | None
    nurtured: bool
    nominee: bool
    prize: bool
    whose: str
    start: int
    end: int


def names_in(rest: str, at: int, lexicon: Lexicon, *, loose: bool) -> Iterator[Name]:
    """The honours at the head of `rest`, which stands at `at` in its paragraph.

    `loose` takes names in quotes and names of a level for honours though the lexicon
    does not know their last word: 获评“南粤之光”.
    """
    found = False
    rest = _listed(rest)
    for start, end, sign in _parts(rest):
        piece = rest[start:end]
        if found and sign in "，,：" and not _continues(piece, lexicon):
            return
        for begin, stop in _joined(piece, lexicon):
            name = name_of(piece[begin:stop], at + start + begin, lexicon, loose=loose)
            if name is None:
                return
            found = True
            years = years_after(piece[begin:stop])
            yield from (name._replace(year=year) for year in years or (name.year,))


def _listed(rest: str) -> str:
    """Up to a dash outside quotes: 丰收奖一等奖——那是他熬了三个冬天换来的."""
    at = rest.find("——")
    inside = at < 0 or any(
        rest.count(it, 0, at) > rest.count(end, 0, at) for it, end in _PAIRS.items()
    )
    return rest if inside else rest[:at]


def name_of(words: str, at: int, lexicon: Lexicon, *, loose: bool) -> Name | None:
    """The one honour that the words name, or None; they stand at `at`."""
    if not _may_name(words, lexicon, loose=loose):
        return None
    bare = words.strip(" \u3000")
    said, whose = _possessed(bare, lexicon)
    said = led(_AMONG.sub("", said) if "等" in said else said)
    name, year = dated(without_batch(said))
    name, nurtured, nominee = bare_name(name if name == said else led(name))
    built = unbuilt(name)
    if built != name and ends_as_honour(built, lexicon):
        name = built
    batch = batch_in(said)
    prize = prize_in(name) is not None
    known = prize or ends_as_honour(name, lexicon)
    if not _is_honour(name, known=known, loose=loose or batch is not None):
        return None
    offset = at + words.find(bare)
    length = len(bare) - (len(whose) + 1 if whose else 0)
    return Name(
        name=_shortest(name, lexicon),
        words=name,
        batch=batch,
        year=year,
        nurtured=nurtured,
        nominee=nominee,
        prize=prize,
        whose=whose,
        start=offset,
        end=offset + length,
    )


def _may_name(words: str, lexicon: Lexicon, *, loose: bool) -> bool:
    """Whether the words have the letters of any honour: a look that saves most work."""
    if "批" in words or (loose and _LOOSE_SIGNS.search(words)):
        return True
    return (
        _PRIZE_SIGNS.search(words) is not None
        or lexicon.honour_tails.search(words) is not None
    )


def ends_as_honour(name: str, lexicon: Lexicon) -> bool:
    """Whether the last words of `name` are those of an honour."""
    return lexicon.ends_as_honour(name.rstrip("”」》"))


def _parts(rest: str) -> Iterator[tuple[int, int, str]]:
    """The parts between signs outside quotes and brackets, with the sign before."""
    begin, closers, before = 0, list[str](), ""
    for match in _SIGN.finditer(rest):
        at, sign = match.start(), match[0]
        if closers and sign == closers[-1]:
            closers.pop()
        elif sign in _PAIRS:
            if not closers and rest[at - 1 : at] == "”":  # “甲”“乙”
                yield begin, at, before
                begin, before = at, "、"
            closers.append(_PAIRS[sign])
        elif sign in _SEPARATORS and not closers:
            if rest[begin:at].strip():
                yield begin, at, before
            begin, before = at + 1, sign
    if rest[begin:].strip():
        yield begin, len(rest), before


def _joined(piece: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """甲基地和乙工程 as two, where what stands before the 和 is an honour by itself."""
    begin = 0
    for match in _AND.finditer(piece[: 2 * _LONGEST]):
        left = bare_name(piece[begin : match.start()])[0]
        right = piece[match.end() :]
        if (
            left.count("“") == left.count("”")
            and ends_as_honour(left, lexicon)
            and (len(right) <= _SHORT or _continues(right, lexicon))
        ):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(piece)


def _continues(piece: str, lexicon: Lexicon) -> bool:
    """Whether what follows a comma goes on with the list."""
    words = piece.lstrip(" \u3000")
    before = counted(words)
    if before is not None and ends_as_honour(before, lexicon):
        return not (_DOING.match(words) or _BRINGING.search(before))
    return _FOLLOWING.match(words) is not None or lexicon.place_at(words, 0) is not None


def _possessed(words: str, lexicon: Lexicon) -> tuple[str, str]:
    """“…”称号的吴晓东 as the honour and whose it is; 公布的… as the honour alone."""
    if "的" not in words:
        return words, ""
    begin = quoted = 0
    for at, sign in enumerate(words):
        quoted += (sign in "“《") - (sign in "”》")
        if sign == "的" and not quoted and at >= _SHORTEST:
            name = bare_name(words[begin:at])[0]
            if ends_as_honour(name, lexicon) or prize_in(name):
                whose = words[at + 1 :]
                return words[begin:at], "" if _NO_HOLDER.match(whose) else whose
            begin = at + 1
    return words[begin:], ""


def _is_honour(name: str, *, known: bool, loose: bool) -> bool:
    """Whether it is one; `known` says that it ends as a prize or an honour does."""
    if len(name) > _LONGEST or _PLAIN.fullmatch(name):
        return False
    if len(name) < _SHORTEST:
        found = prize_in(name)
        return found is not None and found.start() == 0
    if known:
        return True
    return loose and (_QUOTED.fullmatch(name) or _OF_LEVEL.match(name)) is not None


def _shortest(name: str, lexicon: Lexicon) -> str:
    """Without a giver or a level that custom says apart."""
    for lead in (_GIVER, _LEVEL):
        found = lead.match(name)
        shorter = unquoted(name[found.end() :] if found else name)
        if shorter == name or len(shorter) <= _SHORTEST:
            continue
        if lead is _LEVEL or ends_as_honour(shorter, lexicon) or prize_in(shorter):
            name = shorter
    return name
