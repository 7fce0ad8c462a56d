"""The honours that a clause lists after its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from casebase.annotate.honours.clauses import Clause
from casebase.lexicon import Lexicon

_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」"}
_SEPARATORS = "、，,"
_AND = re.compile("(?:以及|和|及|暨|并)(?=[“第首全国省市山]|[^，。；、]{2,30}$)")
_BATCH = re.compile("(?:首批|第[一二三四五六七八九十0-9]{1,3}批)次?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s?(?:年度|年|学年|(?=[\u4e00-\u9fff“]))")
_COUNT = re.compile(
    r"[ \u3000]?(?:[0-9]+|[一二三四五六七八九十两]{1,3})[ \u3000]?余?[ \u3000]?"
    "(?:个|项|门|名|部|支|篇|件|位|家|人次|人|次|所|枚|块|金|银|铜)?$"
)
_NURTURED = re.compile(
    "(?:培育创建|培育建设|创建培育|培育|创建|建设)(?:单位|对象|项目|名单|库|校|院校|点|立项)?[）)]?$|建设名单$|立项建设$"
)
_TAIL = re.compile(
    "(?:荣誉称号|荣誉|称号|名单|等荣誉|等称号|等奖项|等多项|等|验收|工作|之一|行列|创建工作)$"
)
_LEAD = re.compile(
    "^(?:[了为成是过]|成为|作为|其中|包括|多项|一批|的|全部|首个|唯一|我省|我市|并|还|又|再次|连续[^，]{0,6}年|，|、|\\s)+"
)
_PRIZE = re.compile(
    "(?:特等奖|[一二三]等奖|[金银铜](?:奖|牌)|冠军|亚军|季军|优秀奖|优胜奖|最佳[^，、]{1,8}奖|第[一二三]名|优秀组织奖|优秀指导教师奖?"
    "|特别奖|入围奖|鼓励奖|纪念奖|团体奖)"
)
_IN_CONTEST = re.compile(
    "(?:在|于|参加|代表[^，]{2,10}参加)?(?P<contest>[^，]{4,60}?(?:大赛|竞赛|比赛|大会|评选|活动|赛项?|杯”?|评比|展示))(?:[^，]{0,8}?)(?:中|上|里)?$"
)
_INSPECTED = re.compile("验收|评估|认定|复核|考核|审核")
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Item:
    """One honour; `start` and `end` count in the rest of its clause.

    Attributes:
        name: Without batch, count and words of status.
        batch: 首批 or 第三批.
        status: One of the contract's words.
        year: Named with the honour itself (2022年度…), or None.
        quote: The words it was read from.
    """

    name: str
    batch: str | None
    status: str
    year: int | None
    start: int
    end: int
    quote: str


def items_of(clause: Clause, lexicon: Lexicon) -> list[Item]:
    """The honours that the clause lists; nothing where none is known as one."""
    rest = clause.rest
    if clause.verb.name in {"passed", "failed", "postponed"}:
        rest = _inspected(clause)
    found: list[Item] = []
    for start, end in _parts(rest):
        item = _item(rest[start:end], start, clause, lexicon)
        if item is None:
            if found or start:
                break
            continue
        found.append(_whole(item, found, clause))
    return found


def _inspected(clause: Clause) -> str:
    """What 通过……验收 encloses; empty where it passes something else."""
    found = _INSPECTED.search(clause.rest[:_LONGEST])
    return clause.rest[: found.end()] if found else ""


def _parts(rest: str) -> Iterator[tuple[int, int]]:
    """The parts between signs that stand in no quotes or brackets."""
    begin, closers = 0, list[str]()
    for at, sign in enumerate(rest):
        if sign in _PAIRS:
            closers.append(_PAIRS[sign])
        elif closers and sign == closers[-1]:
            closers.pop()
        elif sign in _SEPARATORS and not closers:
            yield begin, at
            begin = at + 1
    if begin < len(rest):
        yield begin, len(rest)


def _item(part: str, start: int, clause: Clause, lexicon: Lexicon) -> Item | None:
    bare = part.strip(" \u3000")
    head = _heads(lexicon).search(bare)
    if head is None or len(bare) > 2 * _LONGEST:
        return None
    batch = _BATCH.search(bare)
    name = bare[: batch.start()] + bare[batch.end() :] if batch else bare
    year, name = _dated(_LEAD.sub("", name))
    status = clause.verb.status
    name, nurtured = _bare_name(name)
    if nurtured and clause.verb.name in {"selected", "named", "won"}:
        status = "培育创建"
    elif _PRIZE.search(name):
        status = "获奖" if clause.verb.name in {"selected", "named", "won"} else status
    elif clause.verb.name == "won":
        status = "获评"
    if not 2 < len(name) <= _LONGEST:  # noqa: PLR2004 - 示范 alone names nothing
        return None
    offset = start + part.find(bare)
    found = batch.group() if batch else None
    return Item(name, found, status, year, offset, offset + len(bare), bare)


def _dated(name: str) -> tuple[int | None, str]:
    found = _YEAR.match(name)
    if found is None:
        return None, name
    return int(found.group()[:4]), name[found.end() :].strip(" \u3000")


def _bare_name(name: str) -> tuple[str, bool]:
    """Without counts, words of status and quotes around the whole."""
    nurtured = False
    before = ""
    while before != name:
        before = name
        name = _TAIL.sub("", _COUNT.sub("", name.strip(" \u3000"))).strip(" \u3000")
        status = _NURTURED.search(name)
        if status and status.start() > 2:  # noqa: PLR2004 - the honour stands before it
            name, nurtured = name[: status.start()], True
    if name.startswith("“") and name.endswith("”") and name.count("“") == 1:
        name = name[1:-1]
    if name.count("“") > name.count("”"):
        name += "”"
    return _LEAD.sub("", name).strip(" \u3000的"), nurtured


def _whole(item: Item, before: list[Item], clause: Clause) -> Item:
    """A bare 二等奖 is of the contest named before it."""
    prize = _PRIZE.match(item.name)
    if prize is None:
        return item
    if before:
        contest = _PRIZE.split(before[-1].name)[0]
        return replace(item, name=contest + item.name) if contest else item
    found = _IN_CONTEST.search(clause.subject)
    return (
        replace(item, name=_LEAD.sub("", found["contest"]) + item.name)
        if found
        else item
    )


@lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon.honours, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or "(?!)")
