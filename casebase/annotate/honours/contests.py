"""Prizes, and what a bare 二等奖 is of: the contest named before it."""

from __future__ import annotations

import re

from casebase.lexicon import Lexicon

_PRIZE = re.compile(
    "[“「]?(?:特等奖|[一二三]等奖|[金银铜][奖牌]|[冠亚季]军|优胜[奖杯]|第[一二三]名"
    "|优秀[^，、“”]{0,6}奖|最佳[^，、“”]{1,8}奖|特别[^，、“”]{0,4}奖"
    "|[^获颁评领发得]奖)[”」]?$"
)
_LAST_OF_PRIZE = frozenset("奖牌军杯名")
_STAGE = re.compile(
    "(?:全国|国家级|国赛|省级|省赛|省|市级|市赛|市|校级|国际|总?决赛|团体|个人|赛项"
    "|大赛|比赛"
    "|竞赛|该|[“”]){0,4}"
)
_LAST_STAGE = re.compile("(?:国家级?|国赛|省级?|省赛|市级?|市赛)$")
_END = re.compile(
    "大赛|竞赛|比赛|赛项|锦标赛|选拔赛|决赛|挑战赛|邀请赛|联赛|对抗赛|展示活动|展演"
    "|展评|征文|评选活动|评选"
    "|评比|杯”?|运动会|教育月活动|系列活动|活动|成果展|微课赛|国赛|省赛|[业新意艺能识开台人]赛"
)
_STARTER = re.compile(
    "在(?!线|校|职|岗)|参加了?|参与了?|代表[^，]{0,8}|获得|承办|备战|指导学生|指导|带队"
    "|征战|出征|亮相|举办的|组织的|学生(?=全|技|[0-9第])"
)
_RANKED = re.compile(
    "第[一二三四五六七八九十0-9]{1,3}届|全国|全省|全市|中国|世界|国际|金砖|首届|“"
)
_YEAR = re.compile(r"^(?:(?:19|20)[0-9]{2}\s?(?:年度|年)?\s?|(?:当|同|今|去)年的?)")
_SEVERAL = re.compile(r"等\s?[0-9一二三四五六七八九十]*\s?[余多]?\s?[项个]|各类|各级")
_TOLD = re.compile("内容|分为|设有|规则|要求|评委|选手")
_LEAST, _LONGEST = 2, 60


def contest_in(segment: str, lexicon: Lexicon) -> str:
    """The contest that the segment names last, or nothing."""
    stop = 0
    for match in _END.finditer(segment):
        stop = match.end()
    said = segment[:stop]
    begin = 0
    for match in _STARTER.finditer(said):
        if match.end() <= stop - _LEAST:
            begin = match.end()
    name = said[begin:].strip(" \u3000的了")
    if begin == 0:
        name = name[_begins(name, lexicon) :]
    name = _YEAR.sub("", name)
    if _SEVERAL.search(name) or _TOLD.search(name):
        return ""
    return name if _LEAST <= len(name) <= _LONGEST else ""


def _begins(name: str, lexicon: Lexicon) -> int:
    """Where the name begins when no word before it tells: at a level or a place."""
    ranked = _RANKED.search(name)
    placed = lexicon.place_in(name)
    starts = [ranked.start()] if ranked else []
    return min([*starts, *([placed[0]] if placed else [])], default=0)


def prize_in(name: str) -> re.Match[str] | None:
    """The prize that the name ends in."""
    none = _LAST_OF_PRIZE.isdisjoint(name[-2:])  # the very last may be a quote
    return None if none else _PRIZE.search(name)


def is_bare_prize(name: str) -> bool:
    """Whether the prize does not say of what it is: 二等奖, 全国一等奖, 省赛金奖."""
    prize = prize_in(name)
    return prize is not None and _STAGE.fullmatch(name, 0, prize.start()) is not None


def contest_of(name: str) -> str:
    """What the prize is of: the name without the prize."""
    prize = prize_in(name)
    return _LAST_STAGE.sub("", name[: prize.start()]) if prize else ""
