"""Parts that a text counts or lists as a method's signs say.

“3+2+1”: 由3名教师、2名师傅结对1个小组; “三上三下”: 课堂上山、…，教师下田、…; 把
“一人带一组、一组带一班”称为“两带”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from casebase.annotate.methods.named import CLOSE, NUMERALS, OPEN, Named

NEAR = 260  # characters after a name in which its parts are listed
BEFORE = 160
_GAP = 60  # characters between two counted things
_SENTENCE = re.compile("[。！？\n]")
_SEPARATOR = re.compile("[、，,；;]")
_DIGITS = {
    "1": "1一", "2": "2二两双", "3": "3三", "4": "4四", "5": "5五", "6": "6六",
    "7": "7七", "8": "8八", "9": "9九", "N": "Nn若多",
}  # fmt: skip
_MEASURE = "[名个支项位条类大种家门本套张份级层次方座间]"
# 2名师傅结对1个小组: what one does with the next.
_DEED = re.compile("(?:结对|联系|帮扶|带动|带领|指导|服务|对接|帮带|联合|[带联帮])$")
_GOES_ON = re.compile(
    rf"[{CLOSE}]?的?[\u4e00-\u9fff]{{0,10}}?[，,：:（(—]{{1,2}}"
    "(?:也?即|就是|也就是|是指|分别是|分别为|具体是|具体为)?[：:]?"
)
_CALLED_SO = re.compile("[“「]([^“”「」\n]{4,120})[”」](?:的|等|称为|叫作|叫做|作为)$")
_VALUES = {
    **{sign: n for n, sign in enumerate("一二三四五六七八九十", 1)},
    "双": 2,
    "两": 2,
}


def counted(named: Named, text: str) -> Sequence[str]:
    """The things counted by a formula's digits, in its sentence or the one before."""
    if any(sign not in _DIGITS for sign in named.signs):
        return ()
    after = _SENTENCE.split(text[named.end : named.end + NEAR], 1)[0]
    before = _SENTENCE.split(text[max(0, named.start - BEFORE) : named.start])[-1]
    return _in_turn(named.signs, after) or _in_turn(named.signs, before)


def _in_turn(signs: Sequence[str], window: str) -> Sequence[str]:
    at, parts = 0, list[str]()
    for sign in signs:
        found = _thing(sign).search(window, at, at + _GAP if parts else len(window))
        if found is None:
            return ()
        parts.append(_DEED.sub("", found[0]))
        at = found.end()
    return parts


@lru_cache(maxsize=16)
def _thing(sign: str) -> re.Pattern[str]:
    """3名教师, 三名教师; what stands within a number or a longer count is none."""
    return re.compile(
        f"(?<![0-9.{NUMERALS}第])[{_DIGITS[sign]}]{_MEASURE}[\u4e00-\u9fff]{{2,14}}"
    )


def grouped(named: Named, text: str) -> Sequence[str]:
    """As many items as each sign counts, each with that sign's word in it.

    Or as many as all of them count, each with the words of all: 以忠心育德、以慧心育智.
    """
    counts = [_VALUES.get(sign[:1], 0) for sign in named.signs]
    nouns = [sign[1:] for sign in named.signs]
    if min(counts, default=0) <= 1 or not all(nouns):
        return ()
    opened = _GOES_ON.match(text, named.end, named.end + NEAR)
    if opened is None:
        return ()
    listing = _SENTENCE.split(text[opened.end() : named.end + NEAR], 1)[0]
    items = [item for item in _SEPARATOR.split(listing) if item]
    first = items[: counts[0]]
    alike = len(set(counts)) == 1 and len(first) == counts[0]
    if alike and all(noun in item for item in first for noun in nouns):
        return first
    wanted = [
        noun for noun, count in zip(nouns, counts, strict=True) for _ in range(count)
    ]
    if len(items) >= len(wanted) and all(map(_has, items, wanted)):
        return items[: len(wanted)]
    return ()


def _has(item: str, noun: str) -> bool:
    return noun in item


def called_so(named: Named, text: str) -> Sequence[str]:
    """As many items as counted, in quotes before it: “甲带乙、乙带丙”的“两带”."""
    before = text[max(0, named.start - BEFORE) : named.start].rstrip(OPEN)
    found = _CALLED_SO.search(before)
    if found is None:
        return ()
    items = [item for item in _SEPARATOR.split(found[1]) if item]
    return items if len(items) in set(_totals(named)) else ()


def _totals(named: Named) -> Iterator[int]:
    counts = [_VALUES.get(sign[:1], 0) for sign in named.signs]
    if min(counts, default=0) > 1:
        yield sum(counts)
        if len(set(counts)) == 1:
            yield counts[0]
