"""What a figure counts or measures: the noun that stands right before or after it."""

from __future__ import annotations

import re

from casebase.annotate.quantities import words
from casebase.text.numerals import ARABIC
from casebase.text.units import MEASURED, MONEY, PERSONS, SHARES, UNIT

_REACH, _LONGEST, _SHORTEST = 48, 28, 2
_STOPS = frozenset("，。；：、,;:！？!?（）()\n\t…—|")
_OPENERS = {"”": "“", "》": "《", "’": "‘", "」": "「"}
_CLOSERS = {opener: closer for closer, opener in _OPENERS.items()}
_SHORT_NOTE = re.compile("[（(][\u4e00-\u9fff]{1,2}[）)](?=[\u4e00-\u9fff]{2})")
_SPACES = " \u3000"
_HAN = re.compile("[\u4e00-\u9fff]+")
_TO_SIGN = re.compile(f"(?s:.*)[{re.escape(''.join((*_STOPS, *_OPENERS)))}]")
_QUOTES = frozenset((*_OPENERS, *_CLOSERS))
# 的 before which somebody is told what the noun is like: 绿色化、智能化的专业.
_TELLS = re.compile(
    "^(?:影响|具有|具备|有|涉及|来自|用于|符合|参加|满足|含|受)|[化性好高强多新大深优良]$"
)
_OF = re.compile("(?<!党)的")
_AND_SUCH = re.compile("(?<![高中初平同对一二三特])等(?![级次奖于候待])")
_ANOTHER = re.compile(rf"[ ]?{ARABIC}[ ]?(?:{UNIT})[ ]?(?=[\u4e00-\u9fff])")
_LIST_OF_TRAITS = re.compile(
    "[^，。；：、（）()“”《》的0-9\n]{2,12}、(?:[^，。；：、（）()“”《》的0-9\n]{2,12}、){0,3}"
    "[^，。；：、（）()“”《》的0-9\n]{2,14}的(?=[\u4e00-\u9fff]{2})"
)


def subject_of(text: str, start: int, end: int, unit: str, low: int = 0) -> str | None:
    """The noun that the figure from `start` to `end` is of; None where none is plain.

    Args:
        text: The paragraph.
        start: Where the figure begins.
        end: Where it ends, its unit included.
        unit: Its unit, without a power of ten.
        low: Where the figure before it ends; its words are not looked at.
    """
    if unit not in MEASURED:
        return _after(text, end, unit) or _before(text, start, low)
    if unit in MONEY:
        money = words.MONEY_NOUN.match(text, end)
        if money:
            return money["noun"]
    shared = text.startswith("的", end)
    return (_after(text, end + 1, unit) if shared else None) or _before(
        text, start, low
    )


def is_bare(text: str, low: int, start: int, unit: str) -> bool:
    """Whether nothing but links stands between: 7项51个, 由62%提高到81%."""
    signs = "、，" if unit in SHARES else "、"  # 交易额180万元，增长了2倍
    between = text[low:start].strip(_SPACES + signs)
    return len(between) <= _REACH and words.without_links(between) == ""


def _after(text: str, end: int, unit: str) -> str | None:
    """课程 of 40余门课程 — unless the next word begins what is done with them."""
    another = _ANOTHER.match(text, end)  # 7类68门课程
    end = another.end() if another else end
    while end < len(text) and text[end] in _SPACES:
        end += 1
    traits = _LIST_OF_TRAITS.match(text, end)
    chunk = _ahead(text, traits.end() if traits else end)
    chunk = _past_traits(chunk)
    goes_on = words.GOES_ON.search(chunk)
    chunk = chunk[: goes_on.start()] if goes_on else chunk
    if unit in PERSONS:
        chunk = _up_to(chunk, words.PERSON, last=True)
    elif unit in {"家", "所"}:
        chunk = _up_to(chunk, words.BODY, last=False)
    return _noun(chunk)


def _ahead(text: str, end: int) -> str:
    """What follows up to the next sign, with names in quotes that a noun follows."""
    note = _SHORT_NOTE.search(text, end, end + 10)
    at, limit = (
        (note.end() if note and note.start() <= end + 1 else end),
        min(len(text), end + _REACH),
    )
    while (at := _past_han(text, at, limit)) < limit:
        if text[at] in _STOPS or _counts(text, at):
            break
        closer = _CLOSERS.get(text[at])
        if closer is not None:
            close = text.find(closer, at, at + _REACH)
            named = close > 0 and "\u4e00" <= text[close + 1 : close + 2] <= "\u9fff"
            if not named and at > end:
                break
            at = close if close > 0 else limit
        at += 1
    return text[end : min(at, limit + _REACH)]


def _past_han(text: str, at: int, limit: int) -> int:
    """Past Chinese characters, none of which is a sign or a digit."""
    han = _HAN.match(text, at, limit)
    return han.end() if han else at


def _counts(text: str, at: int) -> bool:
    """Whether another figure begins there: 5个乡镇32个村; 5G and AI2 are names."""
    if not text[at].isdigit() or words.DATE.match(text, at):
        return False
    return words.has_number(text[max(0, at - 1) : at + 2])


def _past_traits(chunk: str) -> str:
    """基因序列 of 影响口感的基因序列, but 党支部 of 党支部的品牌."""
    chunk = chunk.removesuffix("中")
    trait, sign, noun = chunk.partition("的")
    if not sign:
        return chunk
    if len(noun) >= _SHORTEST and (not trait or _TELLS.search(trait)):
        return noun
    return trait


def _up_to(chunk: str, ending: re.Pattern[str], *, last: bool) -> str:
    ends = [match.end() for match in ending.finditer(chunk)]
    return chunk[: ends[-1 if last else 0]] if ends else chunk


def _before(text: str, start: int, low: int) -> str | None:
    """技术服务到款 of 2021年技术服务到款达889.71万元."""
    begin = _clause_begin(text, start, max(low, start - _REACH))
    chunk = words.without_links(text[begin:start].strip(_SPACES))
    chunk = _without_frame(_after_date(chunk))
    for doing in reversed(list(words.DOING.finditer(chunk))):
        noun = _named(_without_frame(chunk[doing.end() :]))
        if noun:
            return noun
    return _named(chunk)


def _clause_begin(text: str, start: int, low: int) -> int:
    """Where the clause begins; a sign within quotes is none."""
    at = start
    while sign := _TO_SIGN.match(text, low, at):
        at = sign.end()
        opener = _OPENERS.get(text[at - 1])
        if opener is None:
            return at
        open_at = text.rfind(opener, max(low, at - _REACH), at)
        at = open_at if open_at >= 0 else at - 1
    return low


def _after_date(chunk: str) -> str:
    """规划委托课题 of 中华职业教育社2023年度规划委托课题."""
    dates = list(words.DATE.finditer(chunk)) if "20" in chunk or "19" in chunk else []
    rest = chunk[dates[-1].end() :] if dates else ""
    return rest if len(rest) >= _SHORTEST else chunk


def _without_frame(chunk: str) -> str:
    """Without who and when, and what was done, before the noun."""
    begins: re.Match[str] | None = words.BEGINS.match(chunk)
    while begins:
        chunk = chunk[begins.end() :]
        begins = words.BEGINS.match(chunk) or words.DONE.match(chunk)
    done = words.DONE.match(chunk)
    return _without_frame(chunk[done.end() :]) if done else chunk


def _named(chunk: str) -> str | None:
    """The noun that ends the chunk: past 的 and past 等."""
    for word, sign in (("的", _OF), ("等", _AND_SUCH)):
        if word not in chunk:
            continue
        ends = [match.span() for match in sign.finditer(chunk)]
        start, end = ends[-1] if ends else (0, 0)
        rest = chunk[end:]
        if ends and len(rest) >= _SHORTEST and "”" not in rest and "》" not in rest:
            chunk = rest
        elif ends and not rest:
            chunk = chunk[:start] if sign is _AND_SUCH else ""
    return _noun(chunk)


def _noun(chunk: str) -> str | None:
    plain = chunk.strip(_SPACES + "\t")
    if not _QUOTES.isdisjoint(plain):
        plain = _balanced(plain)
    short = len(plain) < _SHORTEST and plain not in words.SHORT
    if short or len(plain) > _LONGEST or words.NO_NOUN.fullmatch(plain):
        return None
    return None if words.has_number(plain) else plain


def _balanced(words: str) -> str:
    """The words without a quote at their ends whose other half is missing."""
    for closer, opener in _OPENERS.items():
        if words.count(closer) != words.count(opener):
            words = words.strip(closer + opener)
    return words
