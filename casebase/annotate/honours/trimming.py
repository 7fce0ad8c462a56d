"""What stands around the name of an honour: counts, batches, years, words of status."""

from __future__ import annotations

import re
from string import whitespace

_NUMERALS = "0-9一二三四五六七八九十"
_BATCH = re.compile(
    rf"[（(](?:首批|第[{_NUMERALS}]{{1,3}}批)次?[）)]|首批次?"
    rf"|第[{_NUMERALS}]{{1,3}}批次?"
)
_DIGITS = re.compile("[0-9]+")
_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\s?(?:[-—–至]\s?20[0-9]{2}\s?)?(?:学年度|年度|学年"
    r"|年)?\s?"
)
_YEAR_AFTER = re.compile(
    r"[（(](?P<year>(?:19|20)[0-9]{2})\s?年?[^（）()]{0,6}[）)](?=$|等[^，。（]{0,8}$)"
)
_YEARS_AFTER = re.compile(
    r"[（(](?P<years>(?:19|20)[0-9]{2}\s?年?度?(?:[、，,和]\s?(?:19|20)[0-9]{2}\s?年?度?){1,5})"
    r"[）)](?=$|等[^，。（]{0,8}$)"
)
_MEASURE = (
    "(?:人次|[个项门名部支篇件位家人次所枚块等张座本套场幅])"
)  # fmt: skip
_NUMBER = "(?:[0-9]+|[一二三四五六七八九十两百多几]{1,3})"
_SPACE = "[ \u3000]?"
_COUNT = re.compile(
    rf"(?<![第{_NUMERALS}]){_SPACE}(?<!第){_NUMBER}{_SPACE}[余多]?{_SPACE}{_MEASURE}?$"
    "|(?<=奖)[一二三四五六]$"
)
_FIRST_COUNT = re.compile(
    rf"(?:{_NUMBER}{_SPACE}[余多]?{_SPACE}{_MEASURE}(?![奖级批届等])"
    rf"|多[个项门]){_SPACE}"
)
_LEAD = re.compile(
    r"[了为过有\s：]|[两三四五六]届(?=.{2})|成[为立]|作为|其中|包括|多项|一批|全部|唯一|还|又|再次"
    r"|连续[^，]{0,6}年|当选|入选"
    "|获得|荣获|获评|获|以及|和(?!谐)|及|被评为|授予|先后|分别|参加"
)
# The first signs of these, and white space.
_LEADING = frozenset(
    "0123456789一二三四五六七八九十两百多几了为过有：成作其包全唯还又再连当入获荣以和及"
    "被授先分参" + whitespace + "\u3000"
)
_TAILS = (
    "等(?:一系列)?[0-9多余一二三十]*[余多]?[个项][^，。]{0,6}",  # 等30多个项
    "等一[系批][^，。]{0,8}",
    "(?:等(?!奖)[^，、“”]{0,8})?(?:荣誉|光荣)?(?:荣誉|称号|奖项|奖励|好成绩|佳绩|成绩)",
    "[之以]后", "等", "名单", "之一", "行列", "之列", "序列", "榜单?", "资格",
    "(?<!优秀)(?<!精品)项目库", "(?<=优秀项目)库", "(?<=精品项目)库",
    "验收",
    "[获荣]得?者", "荣获者", r"[（(][^（()）]*[）)]", "[ \u3000]",
)  # fmt: skip
_TAIL = re.compile(f"(?:{'|'.join(_TAILS)})$")
_RANKED_TAIL = re.compile("(?<=[奖军])(?:的?第[一二三]名?|第[一二三]的.{0,6})$")
_NURTURED = re.compile(
    "(?:[（(](?:培育|创建|培育创建)[）)]|(?:培育创建|创建培育|培育建设|培育|创建)"
    "(?:单位|对象|项目|名单|库|校|院校|点|行列|资格)?(?:名单|立项|建设)?)$"
)
_NOMINEE = re.compile(
    "(?:省级|市级|校级)?(?:推荐(?:团队|单位|对象|名单|项目)?|候选(?:人|单位|团队)?)$"
)
_BUILT = re.compile(
    "(?:立项建设|建设)(?:项目|名单|单位|立项)?$|立项(?:项目|名单|单位)?$"
)
_IN_CONTEST = re.compile("(?<=赛)中(?=.{0,6}(?:等奖|[金银铜]奖|[冠亚季]军)$)")
_AFTERMATH = re.compile(
    "(?:晋级(?<=[奖军名]晋级)|并(?<=[奖军名]并)且?|后(?<=[奖军名]后)"
    "|挺进(?<=[奖军名]挺进)|入围(?<=[奖军名]入围)).*$"
)
# The last signs of what `_COUNT`, `_TAIL` and `_NOMINEE` find: a look at one character
# saves most searches.
_LAST_OF_COUNT = frozenset(
    "0123456789一二三四五六七八九十两百多几余 \u3000"
    "次个项门名部支篇件位家人所枚块等张座本套场幅"
)
_LAST_OF_TAIL = frozenset("等誉号项励绩单一列序榜格库收者后）) \u3000")
_LAST_OF_NOMINEE = frozenset("荐队位象单目选人")
_LEAST = 3  # characters of a name before words of status


def batch_in(words: str) -> str | None:
    """The batch that the words name: 第三批; 第4批次 is 第四批, 第一批 is 首批."""
    found = _BATCH.search(words) if "批" in words else None
    if found is None:
        return None
    batch = found.group().strip("（）()").removesuffix("次")
    number = _DIGITS.search(batch)
    if number is not None and len(number[0]) == 1:
        batch = batch.replace(number[0], "零一二三四五六七八九"[int(number[0])])
    return "首批" if batch == "第一批" else batch


def without_batch(words: str) -> str:
    """The words without the first batch they name."""
    return _BATCH.sub("", words, count=1) if "批" in words else words


def dated(name: str) -> tuple[str, int | None]:
    """The name without the year before or behind it, and the year."""
    if "20" not in name and "19" not in name:
        return name, None
    year = _YEAR.match(name.lstrip("“ ")) or _YEAR_AFTER.search(name)
    if year is None:
        return name, None
    return name.replace(year.group(), "", 1), int(year["year"])


def years_after(words: str) -> tuple[int, ...]:
    """The years of an honour that was won several times: （2016年、2021年）."""
    found = _YEARS_AFTER.search(words) if "20" in words else None
    said = re.findall("[0-9]{4}", found["years"]) if found else []
    return tuple(map(int, said))


def led(words: str) -> str:
    """The words from the name on: 了3个省级样板支部 as 省级样板支部."""
    while words[:1] in _LEADING:
        before = words
        words = words.lstrip(" \u3000")
        for lead in (_LEAD, _FIRST_COUNT):
            found = lead.match(words)
            if found:
                words = words[found.end() :]
        if before == words:
            break
    return _AFTERMATH.sub("", words)


def counted(words: str) -> str | None:
    """The words before the count they end in; None where they end in none."""
    found = _COUNT.search(words)
    return words[: found.start()].rstrip() if found else None


def unbuilt(name: str) -> str:
    """The name without 建设单位 and the like."""
    return _BUILT.sub("", name) if "建设" in name or "立项" in name else name


def bare_name(name: str) -> tuple[str, bool, bool]:
    """The name without counts and words of status, and whether these said so.

    Second: that it is being cultivated; third: that it is only put forward for.
    """
    nurtured = nominee = False
    before = ""
    while before != name:
        before = name
        name = name.strip(" \u3000")
        if name[-1:] in _LAST_OF_COUNT:
            name = _without(_COUNT, name)
        if name[-1:] in _LAST_OF_TAIL or "等" in name:
            name = _without(_TAIL, name)
        if "第" in name:
            name = _without(_RANKED_TAIL, name)
        if name[-1:] in _LAST_OF_NOMINEE and (found := _NOMINEE.search(name)):
            name, nominee = name[: found.start()], True
        found = _NURTURED.search(name) if "培育" in name or "创建" in name else None
        if found and found.start() >= _LEAST:
            name, nurtured = name[: found.start()], True
    name = unquoted(name)
    if "赛中" in name:
        name = _IN_CONTEST.sub("", name)
    if name.count("“") > name.count("”"):
        name += "”"
    return name.strip(" \u3000的…"), nurtured, nominee


def unquoted(name: str) -> str:
    """The name without quotes around the whole."""
    whole = name.startswith("“") and name.endswith("”") and name.count("“") == 1
    return name[1:-1] if whole else name


def _without(tail: re.Pattern[str], name: str) -> str:
    found = tail.search(name)
    return name[: found.start()] if found and found.start() > 1 else name
