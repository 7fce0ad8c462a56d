"""The honours that a clause lists after its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebase.lexicon import Lexicon

_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」"}
_SEPARATORS = "、，,："
_AND = re.compile("以及|和|及|与|暨|并|或")
_DIGITS = "0-9一二三四五六七八九十"
_BATCH = re.compile(
    rf"(?:[（(](?:首批|第[{_DIGITS}]{{1,3}}批)次?[）)]|首批次?|第[{_DIGITS}]{{1,3}}批次?)"
)
_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\s?(?:[-—–至]\s?20[0-9]{2}\s?)?(?:年度|年|学年)?\s?"
)
_MEASURES = (
    "人次", "个", "项", "门", "名", "部", "支", "篇", "件", "位", "家", "人", "次", "所",
    "枚", "块", "等", "张", "座", "本", "套", "场", "幅",
)  # fmt: skip
_MEASURE = "|".join(_MEASURES)
_NUMBER = "(?:[0-9]+|[一二三四五六七八九十两百多几]{1,3})"
_COUNT = re.compile(
    rf"(?<![第一二三四五六七八九十0-9])[ \u3000]?(?<!第){_NUMBER}[ \u3000]?[余多]?[ \u3000]?(?:{_MEASURE})?$|(?<=奖)[一二三四五六]$"
)
_FIRST_COUNT = re.compile(
    rf"(?:{_NUMBER}[ \u3000]?[余多]?[ \u3000]?(?:{_MEASURE})(?!奖|级|批|届|等)|多[个项门])[ \u3000]?"
)
_IN_CONTEST = re.compile("(?<=赛)中(?=.{0,6}(?:等奖|[金银铜]奖|冠军|亚军|季军)$)")
_AFTERMATH = re.compile("(?<=[奖军名])(?:晋级|并且?|后|挺进|入围).*$")
_NO_HOLDER = re.compile(
    "消息|牌子|牌匾|奖牌|证书|授牌|机会|基础上|过程|背景|目标|要求|标准|条件|喜讯|优异|好成绩|佳绩|成绩|荣誉|称号|殊荣|骄人"
)
_BUILT = re.compile(
    "(?:立项建设|建设)(?:项目|名单|单位|立项)?$|立项(?:项目|名单|单位)?$"
)
_YEAR_AFTER = re.compile(r"[（(](?P<year>(?:19|20)[0-9]{2})\s?年?[^（）()]{0,6}[）)]$")
_NURTURED = re.compile(
    "(?:[（(](?:培育|创建|培育创建)[）)]|(?:培育创建|创建培育|培育建设|培育|创建)"
    "(?:单位|对象|项目|名单|库|校|院校|点|行列|资格)?(?:名单|立项|建设)?)$"
)
_NOMINEE = re.compile(
    "(?:省级|市级|校级)?(?:推荐(?:团队|单位|对象|名单|项目)?|候选(?:人|单位|团队)?)$"
)
_TAIL = re.compile(
    "(?:等(?:一系列)?[0-9多余一二三十]*[余多]?[个项][^，。]{0,6}|等一[系批][^，。]{0,8}|(?:等(?!奖)[^，、“”]{0,8})?(?:荣誉称号|光荣称号|荣誉|称号|奖项|奖励|好成绩|佳绩|成绩)|名单"
    "|等|之一|行列|获得者|荣获者|验收|[（(][^（()）]*[）)]|[ \u3000]|之列|序列|榜单|榜|资格|项目库|奖牌(?<=号奖牌))$"
)
_RANKED_TAIL = re.compile("(?<=[奖军])(?:的?第[一二三]名?|第[一二三]的.{0,6})$")
_LEAD = re.compile(
    "[了为过有\\s]|成为|作为|其中|包括|多项|一批|全部|唯一|还|又|再次|连续[^，]{0,6}年|当选|入选"
    "|获得|荣获|获评|获|以及|和(?!谐)|及|被评为|授予|先后|分别|：|参加"
)
_FOLLOWING = re.compile(
    "[“《]?(?:全国|国家|教育部|中国|中华|世界|国际|首批|首届|第[一二三四五六七八九十0-9]|省|市|全省|全市"
    "|校级|县级|区级|[0-9一二三两]|特等奖|[金银铜][奖牌]|[冠亚季]军|优秀|先进|团体|“|最[美佳]|党建|五一|五四|文明)"
)
_PRIZE = re.compile(
    "(?:[“「]?(?:特等奖|[一二三]等奖|[金银铜](?:奖|牌)|冠军|亚军|季军|优秀[^，、“”]{0,6}奖|优胜奖|优胜杯"
    "|最佳[^，、“”]{1,8}奖|第[一二三]名|特别[^，、“”]{0,4}奖|入围奖|鼓励奖|纪念奖|团体奖|创新奖|成果奖"
    "|进步奖|[\u4e00-\u9fff]奖)[”」]?)$"
)
_DOING = re.compile("建|打|培|开|组|设|形|成立|完成|承|举|推|拓|主持|参|引|共|创")
_GIVER = re.compile(
    "^(?:教育部|省委|中共中央|国家)(?=[“]?(?:全国|国家|第|新时代|高校))|^(?:我省|我市|本省)"
)
_LEVEL = re.compile(
    "^(?:(?:国家级|省级|市级|校级|院级|县级|区级|省部级)[和、]?)+(?!教学成果|以上|及以上)"
)
_SHORTEST, _SHORT, _LONGEST = 3, 9, 50


@dataclass(frozen=True, slots=True)
class Name:
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
    for start, end, sign in _parts(rest):
        piece = rest[start:end]
        if found and sign in "，,：" and not _continues(piece, lexicon):
            return
        for begin, stop in _joined(piece, lexicon):
            name = name_of(piece[begin:stop], at + start + begin, lexicon, loose=loose)
            if name is None:
                return
            found = True
            yield name


def name_of(words: str, at: int, lexicon: Lexicon, *, loose: bool) -> Name | None:
    """The one honour that the words name, or None; they stand at `at`."""
    bare = words.strip(" \u3000")
    said, whose = _possessed(bare, lexicon)
    said = _AFTERMATH.sub("", _led(said))
    batch = _BATCH.search(said)
    name = _BATCH.sub("", said, count=1)
    year = _YEAR.match(name.lstrip("“ ")) or _YEAR_AFTER.search(name)
    if year:
        name = name.replace(year.group(), "", 1)
    name, nurtured, nominee = _bare_name(_led(name))
    built = _BUILT.search(name)
    if built and ends_as_honour(name[: built.start()], lexicon):
        name = name[: built.start()]
    if not _is_honour(name, lexicon, loose=loose or batch is not None):
        return None
    offset = at + words.find(bare)
    length = len(bare) - (len(whose) + 1 if whose else 0)
    return Name(
        name=_shortest(name, lexicon),
        words=name,
        batch=batch_in(said),
        year=int(year["year"]) if year else None,
        nurtured=nurtured,
        nominee=nominee,
        prize=_PRIZE.search(name) is not None,
        whose=whose,
        start=offset,
        end=offset + length,
    )


def is_bare_prize(name: str) -> bool:
    """Whether the prize does not say of what it is: 二等奖, 全国一等奖, 省赛金奖."""
    prize = _PRIZE.search(name)
    if prize is None:
        return False
    before = name[: prize.start()]
    return len(before) <= 6 and re.fullmatch(  # noqa: PLR2004 - 全国总决赛
        "(?:全国|国家级|国赛|省级|省赛|省|市级|市赛|市|校级|团体|个人|国际|总?决赛|赛项|大赛|比赛|竞赛|该|[“”])*", before
    ) is not None  # fmt: skip


def contest_of(name: str) -> str:
    """What the prize is of: the name without the prize."""
    prize = _PRIZE.search(name)
    return name[: prize.start()] if prize else ""


def ends_as_honour(name: str, lexicon: Lexicon) -> bool:
    """Whether the last words of `name` are those of an honour."""
    bare = name.rstrip("”」")
    return any(bare[-length:] in lexicon.honours for length in range(2, 14))


def _parts(rest: str) -> Iterator[tuple[int, int, str]]:
    """The parts between signs outside quotes and brackets, each with the sign before."""
    begin, closers, before = 0, list[str](), ""
    for at, sign in enumerate(rest):
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
        left = _bare_name(piece[begin : match.start()])[0]
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
    counted = _COUNT.search(words)
    if counted and ends_as_honour(words[: counted.start()].rstrip(), lexicon):
        return not _DOING.match(words)
    return _FOLLOWING.match(words) is not None or lexicon.place_at(words, 0) is not None


def _possessed(words: str, lexicon: Lexicon) -> tuple[str, str]:
    """“…”称号的吴晓东 as the honour and whose it is; 公布的… as the honour alone."""
    begin = quoted = 0
    for at, sign in enumerate(words):
        quoted += (sign in "“《") - (sign in "”》")
        if sign == "的" and not quoted and at >= _SHORTEST:
            name = _bare_name(words[begin:at])[0]
            if ends_as_honour(name, lexicon) or _PRIZE.search(name):
                whose = words[at + 1 :]
                return words[begin:at], "" if _NO_HOLDER.match(whose) else whose
            begin = at + 1
    return words[begin:], ""


def _led(words: str) -> str:
    """Without the words that lead up to the name."""
    before = ""
    while before != words:
        before = words
        words = words.lstrip(" \u3000")
        for lead in (_LEAD, _FIRST_COUNT):
            found = lead.match(words)
            if found:
                words = words[found.end() :]
    return words


def _bare_name(name: str) -> tuple[str, bool, bool]:
    """Without counts, words of status and quotes around the whole."""
    nurtured = nominee = False
    before = ""
    while before != name:
        before = name
        name = name.strip(" \u3000")
        for tail in (_COUNT, _TAIL, _RANKED_TAIL):
            name = _without(tail, name)
        if found := _NOMINEE.search(name):
            name, nominee = name[: found.start()], True
        found = _NURTURED.search(name)
        if found and found.start() >= _SHORTEST:
            name, nurtured = name[: found.start()], True
    if name.startswith("“") and name.endswith("”") and name.count("“") == 1:
        name = name[1:-1]
    name = _IN_CONTEST.sub("", name)
    if name.count("“") > name.count("”"):
        name += "”"
    return name.strip(" \u3000的"), nurtured, nominee


def _without(tail: re.Pattern[str], name: str) -> str:
    found = tail.search(name)
    return name[: found.start()] if found and found.start() > 1 else name


def _is_honour(name: str, lexicon: Lexicon, *, loose: bool) -> bool:
    if len(name) > _LONGEST or _PLAIN.fullmatch(name):
        return False
    if len(name) < _SHORTEST:
        return _PRIZE.fullmatch(name) is not None
    if _PRIZE.search(name) or ends_as_honour(name, lexicon):
        return True
    return loose and (_QUOTED.fullmatch(name) or _TITLED.match(name)) is not None


_QUOTED = re.compile(".{0,20}“[^“”]{3,20}”")
_TITLED = re.compile(
    "[\u4e00-\u9fff]{2,3}[省市](?!场)[^，。的了是在]{4,24}$|(?:全国|全省|全市|国家级|省级|市级|校级)(?!以上|及以上)[^，。的了是在]{4,24}(?<!情况)$"
)
_PLAIN = re.compile(
    "(?:多?[项个]?)?(?:国家级|省级|市级|校级|省部级|院级|各级)?(?:以上|及以上)?(?:奖|荣誉|奖励|称号|大奖)"
)


def _shortest(name: str, lexicon: Lexicon) -> str:
    """Without a giver or a level that custom says apart."""
    for lead in (_GIVER, _LEVEL):
        found = lead.match(name)
        shorter = name[found.end() :] if found else name
        if (
            shorter.startswith("“")
            and shorter.endswith("”")
            and shorter.count("“") == 1
        ):
            shorter = shorter[1:-1]
        if len(shorter) > _SHORTEST and (
            ends_as_honour(shorter, lexicon) or _PRIZE.search(shorter)
        ):
            name = shorter
    return name


def batch_in(words: str) -> str | None:
    """The batch that the words name: 第三批."""
    found = _BATCH.search(words)
    return _ordinal(found.group()) if found else None


def _ordinal(batch: str) -> str:
    """第4批次 as 第四批."""
    words = batch.strip("（）()").removesuffix("次")
    found = re.search("[0-9]+", words)
    if found is None or len(found.group()) > 1:
        return words
    return words.replace(found.group(), "零一二三四五六七八九"[int(found.group())])
