"""Of what level an honour is: its own words tell, else those of who gives it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from casebase.lexicon import Lexicon

_NATIONAL = (
    "国家级|全国|国家(?!税务)|教育部|中央|国务院|中国|中华|世界|国际|金砖|人社部|国赛"
    "|人力资源和?社会保障部|文化和旅游部|工业和信息化部|农业农村部|退役军人事务部"
    "|科技部"
    "|“一带一路”|一带一路|亚洲|全总|全军|行指委|教指委"
)
_PROVINCIAL = (
    "省级|全省|省部级|省赛|省委|省政府|省教育|省高校|省直|自治区|省属|省厅|省社科"
    "|省(?:(?<=^省)|(?<=[“第届批、]省))(?![略去时力份])"
)
_MUNICIPAL = (
    "市级|全市|市直|市委|市政府|市教育|市教委|市赛|地级"
    "|市(?:(?<=^市)|(?<=[“、]市))(?![场域民])"
)
_COUNTY = "县(?:级|委|政府|教育局)|区(?:级|委|政府|教育局)|全县"
_SCHOOL = (
    "校级|全校|院级|校内|校党委|学院党委|学校党委|我校|^学校|^学院|本校|^校(?!企|外)"
)
_WORDS = (
    ("国家级", re.compile(_NATIONAL)),
    ("省级", re.compile(_PROVINCIAL)),
    ("市级", re.compile(_MUNICIPAL)),
    ("县级", re.compile(_COUNTY)),
)
_RANKED = re.compile("|".join(pattern.pattern for _, pattern in _WORDS))
_OF_SCHOOL = re.compile(_SCHOOL)
# The stage of a contest, said last before the prize.
_STAGE = re.compile(
    "(?P<省级>省赛|省级|(?<!全国)(?:省|自治区)(?:赛区)?|赛区)[^，]{0,3}$"
    "|(?P<国家级>国赛|国家级|全国(?:总)?(?:决赛)?)$|(?P<市级>市赛|市级)$|(?P<校级>校赛"
    "|校级)$"
)
_PRIZE = re.compile(
    "特等[奖牌]|一等[奖牌]|二等[奖牌]|三等[奖牌]|金[奖牌]|银[奖牌]|铜[奖牌]"
    "|优秀[奖牌]|优胜[奖牌]|冠军|亚军|季军|第[一二三]名"
)
_LOCAL = re.compile(
    "^(?!自治)[\u4e00-\u9fff]{2,3}(?P<kind>[省市]|[县区旗])(?![场域民块略部属])"
)
_FAR = 30  # characters
_DIRECT = ("北京", "上海", "天津", "重庆")
_REGIONS = ("广西", "内蒙古", "宁夏", "新疆", "西藏")


class Seat(StrEnum):
    """What a school's seat makes of 全市 and 全区."""

    DIRECT = "直辖市"
    REGION = "自治区"
    OTHER = ""


def level_by(
    words: str, lexicon: Lexicon, *, seat: Seat = Seat.OTHER, giver: bool = False
) -> str | None:
    """The level that the words tell, by the first of them that tells any.

    In a municipality under the central government 市级 is 省级, in an autonomous region
    全区 is. `giver` says that the words name who gives the honour.
    """
    if not words:
        return None
    if seat is Seat.REGION and words.startswith("全区"):
        return "省级"
    found = _by_stage(words) or _by_words(words, lexicon, giver=giver)
    return "省级" if seat is Seat.DIRECT and found == "市级" else found


@lru_cache(maxsize=256)
def seat_of(school: str | None, lexicon: Lexicon) -> Seat:
    """What kind of place the school stands in, by its name or the lexicon."""
    province, _ = lexicon.campuses.get(school or "", ("", ""))
    found = lexicon.place_in(school or "")
    words = f"{province}{found[2].province if found else ''}{school or ''}"
    if any(name in words for name in _DIRECT):
        return Seat.DIRECT
    return Seat.REGION if any(name in words for name in _REGIONS) else Seat.OTHER


def _by_stage(words: str) -> str | None:
    prize = _PRIZE.search(words)
    stage = _STAGE.search(words, 0, prize.start()) if prize else None
    return stage.lastgroup if stage else None


def _by_words(words: str, lexicon: Lexicon, *, giver: bool) -> str | None:
    best = _by_place(words, lexicon)
    ranked = _RANKED.search(words)
    if ranked and (best is None or ranked.start() < best[0]):
        at = ranked.start()
        best = at, next(level for level, said in _WORDS if said.match(words, at))
    school = _OF_SCHOOL.search(words) if giver or best is None else None
    if school and (best is None or school.start() < best[0]):
        return "校级"
    return best[1] if best else None


def _by_place(words: str, lexicon: Lexicon) -> tuple[int, str] | None:
    """By the first place named; 山东省聊城市… is a city's."""
    found = lexicon.place_in(words, 0, min(len(words), _FAR))
    if found:
        at, form, place = found
        if place.is_city:
            return at, "市级"
        inner = lexicon.place_at(words, at + len(form))
        return at, "市级" if inner and inner[1].is_city else "省级"
    local = _LOCAL.match(words.lstrip("“"))
    if local is None:
        return None
    return 0, "省级" if local["kind"] == "省" else "县级"
