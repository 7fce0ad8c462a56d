"""When a document was issued, and the year it is of.

Only what is said of the document itself counts: its metadata, the line with its
date, its signature, the last revision of a law. A date that is merely told
(2021年，学校……) is none, and neither is one that has to be worked out (去年5月).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath

from casebase.document import Document

_DATE = re.compile(
    r"([1１2２](?<!\d.)(?:(?<=[1１])[9９]|(?<=[2２])[0０])\d\d)\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})(?!\d)\s?日?"
    r"|([一二][〇零○Ｏ0一二三四五六七八九]{3})年"
    r"([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_MONTH = re.compile(
    r"(?<!\d)((?:[1１][9９]|[2２][0０])\d\d)\s?年\s?(\d{1,2})\s?月(?!\s?\d)"
    r"|([一二][〇零○Ｏ0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月"
    "(?![一二三四五六七八九十])"
)
_COMPACT = re.compile(r"(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)")
_IN_URL = re.compile(
    r"/t(20\d\d)([01]\d)([0-3]\d)_\d|/(20\d\d)[-/]?([01]\d)[-/]([0-3]\d)/"
)
_IN_NAME = re.compile(r"[（(](\d{4})-(\d\d)-(\d\d)[）)]$")

_RULED = re.compile("通过|批准|修订|修正|修改|公布|颁布|发布|印发")
_IN_FORCE = re.compile("^起?施行|^起")
_ARTICLE_ONE = re.compile(r"^第[一1]条")
_LABEL = re.compile(
    "(?<![\u4e00-\u9fff])(?:发布|发表|刊发|刊登|印发|成文|发文|发稿|更新|编辑)?"
    "(?:日[ \u3000]{0,4}期|时[ \u3000]{0,4}间)[ \u3000]?[:：]"
    "|发布于|来源[:：]|原载|刊于|载于"
)
_OTHER_DATE = re.compile(
    "抓取|采集|下载|打印|收稿|修回|录用|截止|有效期|访问|检索|出生"
)
# After a date: 星期二, 第3版, 10:22 来源……
_OF_PAGE = re.compile(
    r"\s*+(?:星期[一二三四五六日天]|第?\s?[A-Z]?\d{1,2}\s?版"
    r"|(?:\d{1,2}:\d\d(?::\d\d)?\s*+)?(?:来源|作者|浏览|编辑|阅读|点击|字号)"
    r"|[\u4e00-\u9fff]{1,10}(?:部|处|室|办|学院|系|中心|科|委|局|社|报|网|站|总支|支部|馆)$)"
)
_IMPRINT = re.compile(rf"(?:{_DATE.pattern})\s?(?:印发|发布|公布|颁布)")
# 文章编号：1008-1234（2024）02-0033-03, the year between the journal and the issue.
_ARTICLE_NUMBER = re.compile(
    r"文章编号\s?[:：]\s?\d{4}-\d{3}[\dXx]\s?[（(]\s?((?:19|20)\d\d)\s?[)）]"
)
_NAME = re.compile("(?![一二三四五六七八九十]{1,3}、)[\u4e00-\u9fff（）()、\\s]{4,40}")
_CLAUSE = re.compile("[，。；：！？《》]")

_HEAD, _FOOT, _LABEL_LINE, _SIGNATURE_LINE = 8, 6, 90, 48

_DATELINE_REACH = 40  # characters of a paragraph

_YEAR = r"(?<!\d)((?:19|20)\d\d)\s?(?:年度|年)?"
_YEAR_IN_TITLE = re.compile(_YEAR)
_SPAN = re.compile(r"\d{4}\s?年?\s?[-—–~～至到]{1,2}\s?(?:20)?\d\d|学年")
_REPORTED = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年度")
_REPORTED_OFTEN = 3

_DIGITS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": "0", "○": "0", "Ｏ": "0", "0": "0"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date (ISO, perhaps only YYYY-MM or YYYY), its words and its rule."""

    value: str
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class YearOf:
    """The year a document is of, the words that say so and the rule."""

    value: int
    quote: str
    rule: str


def issued(document: Document) -> Dated | None:
    """The date of issue, or None where the document does not say."""
    lines = [block.text.strip() for block in document.blocks if block.text]
    edges = [*lines[:_HEAD], "", *lines[_HEAD:][-_FOOT:]]
    said = document.metadata.date
    return (
        _later(_last_revision(document, lines), _signature(lines, _DATE, signed=True))
        or (Dated(said, said, "date.metadata") if said else None)
        or _labelled(edges, _DATE)
        or _dateline(lines[:_HEAD])
        or _signature(lines, _DATE, signed=False)
        or _compact(document.title, _COMPACT, "date.title")
        or _compact(document.metadata.url, _IN_URL, "date.url")
        or _imprint(edges)
        or _labelled(edges, _MONTH)
        or _signature(edges, _MONTH, signed=True)
        or _signature(lines[-1:], _MONTH, signed=False)
        or _compact(PurePosixPath(document.name).stem, _COMPACT, "date.filename")
    )


def year_of(document: Document, genre: str, when: Dated | None) -> YearOf | None:
    """The year reported on, else the year of issue."""
    titled = _year_of_title(document.title) or _year_of_title(document.subtitle)
    texts = [block.text for block in document.blocks]
    if genre == "质量年报":
        return titled or _reported(texts) or _year_of_date(when)
    return _year_of_date(when) or titled or _year_of_issue(texts[:_HEAD])


def _later(one: Dated | None, other: Dated | None) -> Dated | None:
    found = [when for when in (one, other) if when]
    return max(found, key=lambda when: when.value, default=None)


def _year_of_issue(lines: Sequence[str]) -> YearOf | None:
    """The year that a journal's number of the article gives."""
    found = next(filter(None, map(_ARTICLE_NUMBER.search, lines)), None)
    return YearOf(int(found[1]), found[0], "year.article-number") if found else None


def _year_of_date(when: Dated | None) -> YearOf | None:
    return YearOf(int(when.value[:4]), when.quote, when.rule) if when else None


def _year_of_title(title: str) -> YearOf | None:
    """The only year in a title; 2023-2025年 and 2022-2023学年 are no year."""
    if _SPAN.search(title):
        return None
    found = {match.group(1): match.group().strip() for match in _years(title)}
    if len(found) != 1:
        return None
    year, quote = found.popitem()
    return YearOf(int(year), quote, "year.title")


def _years(title: str) -> Iterator[re.Match[str]]:
    return (match for match in _YEAR_IN_TITLE.finditer(title) if "年" in match.group())


def _reported(texts: Sequence[str]) -> YearOf | None:
    """The year of which a report speaks again and again (2023年度)."""
    counts: Counter[str] = Counter()
    quotes: dict[str, str] = {}
    for text in texts:
        for match in _REPORTED.finditer(text):
            counts[match.group(1)] += 1
            quotes.setdefault(match.group(1), match.group())
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    (year, often), (_, second) = ranked[:2]
    if often < _REPORTED_OFTEN or often < 2 * second:
        return None
    return YearOf(int(year), quotes[year], "year.reported")


def _last_revision(document: Document, lines: Sequence[str]) -> Dated | None:
    """The last date on which a ruling text was passed, revised or made public."""
    first = next((n for n, line in enumerate(lines) if _ARTICLE_ONE.match(line)), None)
    chapter = next(
        (n for n, line in enumerate(lines) if line.startswith("第一章")), None
    )
    ends = [end for end in (first, chapter) if end is not None]
    if not ends:
        return None
    found = [when for line in lines[: min(ends)] for when in _rulings(line)]
    latest = max(found, key=lambda when: when.value, default=None)
    named = _compact(PurePosixPath(document.name).stem, _IN_NAME, "date.filename")
    if named and (latest is None or named.value > latest.value):
        return named
    return latest


def _rulings(line: str) -> Iterator[Dated]:
    if not _RULED.search(line):
        return
    for match in _DATE.finditer(line):
        value = _iso(match)
        if value and not _IN_FORCE.match(line[match.end() :]):
            yield Dated(value, match.group(), "date.revision")


def _labelled(edges: Sequence[str], form: re.Pattern[str]) -> Dated | None:
    """A date with a label, or with what stands beside one in a page's head."""
    for line in edges:
        match = form.search(line) if len(line) <= _LABEL_LINE else None
        if match is None or _OTHER_DATE.search(line[: match.start()]):
            continue
        labelled = _LABEL.search(line[: match.start()])
        if labelled or _OF_PAGE.match(line, match.end()):
            value = _iso(match)
            if value:
                return Dated(value, match.group(), "date.line")
    return None


def _dateline(lines: Sequence[str]) -> Dated | None:
    """The day with which news begin: 某某网2023年10月19日讯（记者……）."""
    for line in lines:
        match = _DATE.search(line, 0, _DATELINE_REACH)
        news = match and line[match.end() : match.end() + 1] in {"讯", "电"}
        if match and news and not _CLAUSE.search(line[: match.start()]):
            value = _iso(match)
            return Dated(value, match.group(), "date.line") if value else None
    return None


def _imprint(edges: Sequence[str]) -> Dated | None:
    """The line that says who printed a paper when: ……办公室 2024年3月22日印发."""
    for line in reversed(edges):
        match = _IMPRINT.search(line) if len(line) <= _LABEL_LINE else None
        if match and not _CLAUSE.search(line[: match.start()]):
            value = _iso(match)
            if value:
                return Dated(value, match.group(), "date.imprint")
    return None


def _signature(
    lines: Sequence[str], form: re.Pattern[str], *, signed: bool
) -> Dated | None:
    """A line that is a date of that form; the last where there are several.

    It is `signed` where a name stands before the date or in the line above, and may
    then stand before annexes; else it is one of the last lines.
    """
    pairs = list(pairwise(("", *lines)))
    for above, line in reversed(pairs if signed else pairs[-_FOOT:]):
        if len(line) > _SIGNATURE_LINE or _OTHER_DATE.search(line):
            continue
        match = form.search(line)
        if match is None or line[match.end() :].strip(" )）"):
            continue
        value = _iso(match)
        name = line[: match.start()].strip(" (（")
        if not value or _CLAUSE.search(name) or re.search(r"\d", name):
            continue
        if not signed or _is_name(name or above):
            return Dated(value, line, "date.signature")
    return None


def _is_name(line: str) -> bool:
    """Whether a line may be the name of who signs: short, Chinese, no clause."""
    return bool(_NAME.fullmatch(line.strip())) and not _LABEL.search(line)


def _compact(text: str, pattern: re.Pattern[str], rule: str) -> Dated | None:
    match = pattern.search(text)
    if match is None:
        return None
    year, month, day = (group for group in match.groups() if group)
    value = _valid(int(year), int(month), int(day))
    return Dated(value, match.group().strip("/"), rule) if value else None


def _iso(match: re.Match[str]) -> str | None:
    """The date in its ISO form, of as many parts as the match has."""
    groups = [group for group in match.groups() if group]
    if groups[0].isdigit():
        year, *rest = map(int, groups)
    else:
        year = int("".join(_DIGITS.get(sign, "") for sign in groups[0]) or 0)
        rest = list(map(_spoken, groups[1:]))
    whole = _valid(year, *rest, *[1] * (2 - len(rest)))
    return whole and whole[: 4 + 3 * len(rest)]


def _spoken(number: str) -> int:
    """二十四 → 24."""
    tens, ten, ones = number.partition("十")
    if not ten:
        return int(_DIGITS[number]) if len(number) == 1 else 0
    high = int(_DIGITS[tens]) if tens else 1
    return high * 10 + (int(_DIGITS[ones]) if ones else 0)


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
