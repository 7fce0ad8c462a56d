"""Names of schools in running text.

Chinese has no spaces, so the end of a name is easy (大学, 职业技术学院) and its
beginning is not. A name begins with a place, or it is one the lexicon knows, or it is
all there is between two signs. A college of a school (应急管理学院) is no school.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from casebase.lexicon import Lexicon

REACH = 24  # characters; the longest names of schools have about twenty
_SHORTEST = 4

# Every choice begins with a sign of its own, so that it is found fast.
_END = re.compile(
    "大学(?![生城门]|物理|英语|语文|体育|毕业|期间|教师|科技园|校园)|学院(?![派式])"
    "|学校(?<!大学校)(?<!中小学校)|党校|团校|中学(?!生)|小学(?<!中小学)(?![生校])"
    "|职教中心(?!学校)|职业中专(?!学校)|中专(?![生学])"
    "|职业(?:技术)?教育(?:培训)?中心(?!学?校)|职业高中(?![生学])"
)
_TO_SIGN = re.compile("(?s:.*)[^\u4e00-\u9fff]")
_PLACED_CAMPUS = re.compile("[（(]([\u4e00-\u9fff]{2,4})[）)]")  # …大学（威海）
_STRONG = re.compile(
    "(?:职业技术|职业|开放|广播电视|师范|科技|理工|工业|工程|交通|农业|林业|医科"
    "|中医药|外国语|财经|政法|民族|体育|海洋|石油|矿业|电力|水利)大学$"
    "|(?:职业技术|职业|技师|师范|干部|行政|社会主义|卫生职业|高等职业)学院$"
    "|(?:高等专科|高等职业|高级技工|技工|中等专业|中等职业|职业技术)学校$"
    "|(?:省|市|县|区|州)委党校$|职教中心|职业(?:技术)?教育(?:培训)?中心|职业中专$|职业(?:高中|高级中学|学校)$"
)
# Words that end what stands before a name; after them a name may begin.
_BEFORE_NAME = re.compile(
    "的|邻校|友校|兄弟院校|依托|联合(?!大学)|携手|邀请|聘请|走进|来自|考入|考取|毕业于|赴|组织|参加|举办"
    "|召开|承办|学习|借鉴|引进|助力|推动|促进|支持|帮扶|获批|作为|中共|共青团|由于|通过|建设|签署|复信|回信"
    "|致信|位于|设立|创办|取得|接受|进入|扩大|办好|考察|听取|鼓励|撤销|开办|[并给]"
)
_ONE_WORD = re.compile(
    "[与和及在对由以是为从向将把被让到了我本如像暨同跟各全]|(?<![高中初])等"
)
# What no name has between its place and its ending.
_NO_MIDDLE = re.compile(
    "[与和及在对由是为了把被委厅局的]|(?<![高中初])等|所有|全[省市]|多地|政府|公司|集团|协会|中心(?!$)|职院|师大|大赛|地区|灾区|高校"
)
_SUB_UNIT = re.compile(
    "产业学院$|马克思主义学院$|乡村振兴学院$|继续教育学院$|网络学院$|二级学院$"
    "|创新创业学院$|研究生?院$|附属"
)
_PARTY_SCHOOL = re.compile("[\u4e00-\u9fff]{0,6}委党校")
_BARE = frozenset({"大学", "学院", "学校", "中学", "小学"})
_GENERIC = re.compile(
    "(?:省|市)?(?:各类?|各级|普通|高等|中等|高职|职业|中高职|本科|民办|公办|多所|重点"
    "|技工|示范|[一二三四五六七八九十两几]所|所有|全体|高水平)*学校"
)


class Mention(NamedTuple):
    """A school named at `start` to `end`; `name` is its full name.

    `sure` is whether place or lexicon vouch for where the name begins.
    """

    name: str
    start: int
    end: int
    sure: bool


def mentions(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """The schools named in `text`, in reading order."""
    last_end, after_school = 0, False
    for ending in _END.finditer(text):
        start = max(last_end, ending.start() - REACH)
        window = _han_tail(text[start : ending.end()])
        begin = ending.end() - len(window)
        found = _name(window, lexicon) if len(window) >= _SHORTEST else None
        own = after_school and begin == last_end and (found is None or found[0] == 0)
        # 学校马克思主义学院 is the school's own, 某大学某某学院 that university's.
        after_school = own or found is not None or ending.group() == "学校"
        last_end = ending.end()
        if found is not None and not own:
            offset = _with_party(window, found[0])
            end = _with_campus(text, last_end, lexicon)
            yield Mention(text[begin + offset : end], begin + offset, end, found[1])


def _han_tail(text: str) -> str:
    """The Chinese characters at the end of `text`."""
    sign = _TO_SIGN.match(text)
    return text[sign.end() :] if sign else text


def _with_campus(text: str, end: int, lexicon: Lexicon) -> int:
    """`end`, or the end of the campus in brackets after it."""
    campus = _PLACED_CAMPUS.match(text, end)
    if campus and campus.group(1) in {*lexicon.place_forms, "华东", "华北"}:
        return campus.end()
    return end


def _name(window: str, lexicon: Lexicon) -> tuple[int, bool] | None:
    """Where in `window` the name at its end begins, and whether that is sure."""
    known = _known(window, lexicon)
    if known is not None:
        return known, True
    begin = 0
    for cut in _BEFORE_NAME.finditer(window):
        if cut.end() < len(window) - 2:
            begin = cut.end()
    placed = _placed(window, begin, lexicon)
    if placed is not None:
        return placed, True
    if not _STRONG.search(window):
        return None
    begin = max(begin, _after_one_word(window))
    name = window[begin:]
    if len(name) < 6 or _GENERIC.fullmatch(name) or _NO_MIDDLE.search(name):  # noqa: PLR2004 - 职业技术学院 alone is no name
        return None
    return (begin, False) if _has_stem(name) else None


def _with_party(window: str, begin: int) -> int:
    """A party school is called 中共某市委党校 in full."""
    full = window.endswith("委党校") and window[:begin].endswith("中共")
    return begin - 2 if full else begin


def _known(window: str, lexicon: Lexicon) -> int | None:
    """Where the longest name of the lexicon begins that ends the window."""
    for name in _campuses(lexicon).get(window[-_SHORTEST:], ()):
        if window.endswith(name):
            return len(window) - len(name)
    return None


@lru_cache(maxsize=8)
def _campuses(lexicon: Lexicon) -> Mapping[str, Sequence[str]]:
    """The schools of the lexicon by their last characters, longest first."""
    names = sorted(filter(_fits, lexicon.campuses), key=len, reverse=True)
    by_end: dict[str, list[str]] = {}
    for name in names:
        by_end.setdefault(name[-_SHORTEST:], []).append(name)
    return by_end


def _fits(name: str) -> bool:
    return _SHORTEST <= len(name) <= REACH


def _placed(window: str, begin: int, lexicon: Lexicon) -> int | None:
    """Where the first place begins that can head the name."""
    last = len(window) - 3
    while found := lexicon.place_in(window, begin, last):
        at, form, place = found
        begin = at + 1
        inner = lexicon.place_at(window, at + len(form))
        if inner and inner[1].is_city and inner[1].province == place.province:
            continue  # 四川广安职业技术学院 is 广安职业技术学院
        rest = window[at + len(form) :]
        whole = form == place.name and rest in _BARE  # 山东省大学 is no name
        if not whole and _may_head(rest):
            return at
    return None


def _may_head(rest: str) -> bool:
    """Whether `rest` after a place makes the name of a school."""
    if _PARTY_SCHOOL.fullmatch(rest):
        return True
    if _SUB_UNIT.search(rest) or _NO_MIDDLE.search(rest):
        return False
    return not (rest.endswith("学校") and _GENERIC.fullmatch(rest))


def _after_one_word(window: str) -> int:
    return max((cut.end() for cut in _ONE_WORD.finditer(window)), default=0)


_STEM = re.compile(
    "职业|技术|技师|师范|高等|专科|高级|技工|中等|专业|学院|学校|大学|科技|理工|工业|工程"
    "|本科|层次|全国|全省|全市|地方|民办|公办|院校|高职"
)


def _has_stem(name: str) -> bool:
    """Whether the name has something of its own: 科技职业技术学院 has not."""
    return len(_STEM.sub("", name)) > 1
