"""Parallel headings: sibling headings of an entry that are built alike.

Writers of cases make the headings of a part rhyme: the same signs at the same places
with halves of equal length (一个支部，一座堡垒 / 一台织机，一条链条), the same words in
front and behind (实施……工程), the same word at the same place (把……，让……), or simply
as many characters in each. Such a set is a phrase for other writers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casebase.entry import Entry, Evidence, HeadingSet, Role
from casebase.text.numbering import mark_of

_SIGNS = re.compile("[ \u3000，,、：:；;—·]+")
_HAN = re.compile("[\u4e00-\u9fff]")
_FEW, _MANY = 2, 3  # headings of a set; three where only their lengths are alike
_SHORTEST = 5  # Han characters of a heading that is a phrase: 工作背景 is none
_PHRASE = 6  # characters of headings that are alike in length alone
_MEANT = 4  # characters in front that are no chance
_MOST = 12  # headings of a set
_HALVES = 2
# Headings of plans and papers, as long as each other by chance.
_PLAIN = re.compile(
    "(?:情况|要求|内容|目标|原则|条件|范围|程序|办法|安排|措施|问题|不足|背景|意义|概况|现状"
    "|分析|对象|方法|结果|讨论|建议|特征|概述|基础|依据|流程|成果|方式|来源)$"
)
# What stands in front of headings of every kind.
_COMMON = ("关于", "第", "附", "表", "图")
_NUMBERS = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading without its number, and where that stands in the entry's text."""

    text: str
    start: int
    level: int

    @property
    def halves(self) -> list[str]:
        """What stands between the signs."""
        return _SIGNS.split(self.text)

    @property
    def signs(self) -> tuple[str, ...]:
        """The signs, all kinds of space being one."""
        return tuple(sign.strip() for sign in _SIGNS.findall(self.text))


_Rule = Callable[[Sequence[_Heading]], bool]


def parallels(entry: Entry) -> Iterator[tuple[HeadingSet, Evidence]]:
    """The sets of parallel headings, with the place of each of their headings."""
    for siblings in _families(entry):
        for run in _runs(siblings):
            texts = tuple(heading.text for heading in run)
            value = HeadingSet(texts, _frame(run))
            for it in run:
                end = it.start + len(it.text)
                yield (
                    value,
                    Evidence("text", it.start, end, it.text, "heading.parallel"),
                )


def _families(entry: Entry) -> Iterator[list[_Heading]]:
    """Headings of the same level under the same heading, in order."""
    open_ones: dict[int, list[_Heading]] = {}
    for heading in _headings(entry):
        for level in sorted(open_ones, reverse=True):
            if level > heading.level:
                yield open_ones.pop(level)
        open_ones.setdefault(heading.level, []).append(heading)
    yield from open_ones.values()


def _headings(entry: Entry) -> Iterator[_Heading]:
    begin = 0
    for paragraph in entry.paragraphs:
        if paragraph.role is Role.HEADING:
            mark = mark_of(paragraph.text)
            text = (mark.rest if mark else paragraph.text).strip()
            yield _Heading(text, begin + paragraph.text.rfind(text), paragraph.level)
        begin += len(paragraph.text) + 1


def _runs(siblings: Sequence[_Heading]) -> Iterator[list[_Heading]]:
    """The longest runs of headings side by side that are built alike."""
    at = 0
    while at < len(siblings):
        run = _longest(siblings[at : at + _MOST])
        if run:
            yield run
        at += max(len(run), 1)


def _longest(siblings: Sequence[_Heading]) -> list[_Heading]:
    runs = [_run(siblings, rule, least) for rule, least in _RULES]
    return max(runs, key=len)


def _run(siblings: Sequence[_Heading], rule: _Rule, least: int) -> list[_Heading]:
    """The headings from the first on that a rule finds alike, if they are enough."""
    run: list[_Heading] = []
    for heading in siblings:
        if not _is_phrase(heading.text) or (run and not rule([*run, heading])):
            break
        run.append(heading)
    if len(run) == _FEW and set("：:") & set(run[0].signs):
        return []  # 申报单位：…… and 申报类别：…… are lines of a form
    return run if len(run) >= least else []


def _is_phrase(text: str) -> bool:
    return len(_HAN.findall(text)) >= _SHORTEST and not text.startswith(_COMMON)


def _halved_alike(run: Sequence[_Heading]) -> bool:
    """The same signs, and halves that are as long or begin alike."""
    if len({heading.signs for heading in run}) > 1 or not run[0].signs:
        return False
    columns = list(zip(*(heading.halves for heading in run), strict=True))
    if any(len(column) != len(run) for column in columns):
        return False
    return sum(_is_alike(column) for column in columns) >= min(_HALVES, len(columns))


def _is_alike(column: Sequence[str]) -> bool:
    lengths = {len(half) for half in column}
    return len(lengths) == 1 or bool(_prefix(column)) or len(_suffix(column)) > 1


def _led_alike(run: Sequence[_Heading]) -> bool:
    """The same signs, and one half that is alike in length and in a word."""
    if len({heading.signs for heading in run}) > 1 or not run[0].signs:
        return False
    columns = zip(*(heading.halves for heading in run), strict=True)
    return any(
        bool(_prefix(column) or _suffix(column)) or len(set(map(len, column))) == 1
        for column in columns
    )


def _framed_alike(run: Sequence[_Heading]) -> bool:
    """The same words in front and behind, or a word more at the same place."""
    texts = [heading.text for heading in run]
    front, behind = _prefix(texts), _suffix(texts)
    if len(front) + len(behind) > _HALVES and front and behind:
        return True
    if len(front) < _HALVES:
        return _as_long(run) and bool(front or behind) and _shares(texts, 2)
    return _shares(texts, len(front) + 1)


def _fronted_alike(run: Sequence[_Heading]) -> bool:
    """So many of the same words in front that it must be meant."""
    return len(_prefix([heading.text for heading in run])) >= _MEANT


def _shares(texts: Sequence[str], count: int) -> bool:
    """Whether they have so many characters in the same places."""
    return sum(len(set(signs)) == 1 for signs in zip(*texts, strict=False)) >= count


def _as_long(run: Sequence[_Heading]) -> bool:
    lengths = {len(heading.text) for heading in run}
    return len(lengths) == 1 and min(lengths) >= _SHORTEST


def _as_long_phrases(run: Sequence[_Heading]) -> bool:
    if len(run[0].text) < _PHRASE or run[0].signs:
        return False
    return _as_long(run) and not any(_PLAIN.search(it.text) for it in run)


_RULES: tuple[tuple[_Rule, int], ...] = (
    (_halved_alike, _FEW),
    (_framed_alike, _FEW),
    (_fronted_alike, _MANY),
    (_led_alike, _MANY),
    (_as_long_phrases, _MANY),
)


def _prefix(texts: Sequence[str]) -> str:
    """What all begin with; the first and last in order begin least alike."""
    first, last = min(texts), max(texts)
    same = (at for at, sign in enumerate(first) if not last.startswith(sign, at))
    return first[: next(same, len(first))]


def _suffix(texts: Sequence[str]) -> str:
    return _prefix([text[::-1] for text in texts])[::-1]


def _frame(run: Sequence[_Heading]) -> str:
    """What the headings share: 党建……，……; or how long they are: 八字句."""
    halves = [heading.halves for heading in run]
    if any(len(first) != len(second) for first, second in pairwise(halves)):
        return _filled([heading.text for heading in run])
    signs = _SIGNS.findall(run[0].text)
    columns = [_filled(column) for column in zip(*halves, strict=True)]
    if not any(column.strip("…") for column in columns):
        return _measured(run)
    return "".join(
        column + sign for column, sign in zip(columns, [*signs, ""], strict=True)
    )


def _filled(texts: Sequence[str]) -> str:
    if len(set(texts)) == 1:
        return texts[0]
    front, behind = _prefix(texts), _suffix(texts)
    return f"{front}……{behind}"


def _measured(run: Sequence[_Heading]) -> str:
    columns = zip(*(heading.halves for heading in run), strict=True)
    signs = _SIGNS.findall(run[0].text)
    lengths = [
        f"{_number(len(column[0]))}字" if len(set(map(len, column))) == 1 else "……"
        for column in columns
    ]
    if len(lengths) == 1:
        return f"{lengths[0]}句"
    return "".join(
        length + sign for length, sign in zip(lengths, [*signs, ""], strict=True)
    )


def _number(count: int) -> str:
    tens, ones = divmod(count, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_NUMBERS[tens]}十")
    return head + (_NUMBERS[ones] if ones or not tens else "")
