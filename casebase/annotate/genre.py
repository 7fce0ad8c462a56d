"""The genre of a document: from its title, its build, its words.

The rules are asked in order; the first that finds its words decides. A title that
names its genre comes first; what only a medium tells (a web page) comes last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from casebase.document import Document
from casebase.entry import Entry, Kind

# （试行）, (2023—2025年), （征求意见稿） and years after the word that tells the genre.
_TAIL = r"(?:\s*[（(〔\[][^）)〕\]]{0,24}[）)〕\]])*\s*$"

_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("会议纪要", re.compile(rf"(?:会议纪要|会议记录|纪要){_TAIL}")),
    (
        "荣誉名单",
        re.compile(
            rf"(?:名单|光荣榜|(?:名单|结果)的?(?:公示|公告|公布)|表彰.+的决定){_TAIL}"
            r"|(?:公布|命名|认定|确定).+(?:名单|结果|单位|集体|个人|支部|院系|案例|品牌|工作室|称号)"
            rf"的(?:通知|通报|公告|决定){_TAIL}"
        ),
    ),
    ("通知", re.compile(rf"(?:通知|通报|公告|通告|公示|的函|的批复|邀请函){_TAIL}")),
    ("讲话", re.compile(rf"(?:讲话|致辞|发言|演讲|贺词|讲话稿|发言稿|摘登){_TAIL}")),
    (
        "质量年报",
        re.compile(r"质量(?:年度)?报告|质量年报|人才培养状况报告|年度质量报告"),
    ),
    ("案例汇编", re.compile(r"案例(?:汇编|选编|集|选)|汇编|选编|优秀案例集")),
    ("简报", re.compile(r"简报|工作动态|信息快报|(?:动态|简讯)[（(]?第?\d+期")),
    ("新闻", re.compile("新闻联播|新闻摘要|联播快讯|一周要闻|要闻速览")),
    (
        "方案规划",
        re.compile(
            "(?:方案|规划|计划|工作要点|要点|行动计划|任务书|建设纲要|工作安排|纲要)"
            + _TAIL
        ),
    ),
    (
        "法规制度",
        re.compile(
            "(?:法|条例|规定|办法|细则|章程|准则|规则|制度|规程|守则|决定|若干措施|意见)"
            + _TAIL
        ),
    ),
    ("典型案例", re.compile("典型案例|工作案例|创新案例|优秀案例|案例[:：]|案例$")),
)

_ARTICLE = re.compile("^第[一1]条")
_CHAPTERS = re.compile(
    "(?:人才培养|服务贡献|文化传承|国际合作|产教融合|发展保障|面临挑战|学生发展|教学改革"
    r"|政策保障|教育教学|党建引领|质量保障)(?:质量)?$"
)
_PAPER_MARKS: tuple[re.Pattern[str], ...] = (
    re.compile(r"^\W{0,2}摘\s{0,4}要|^Abstract", re.IGNORECASE),
    re.compile(r"^\W{0,2}关\s{0,4}键\s{0,4}词|^Key\s?words", re.IGNORECASE),
    re.compile("^.{0,2}参考文献"),
    re.compile("作者简介|作者单位"),
    re.compile("基金项目|课题项目|项目编号|课题编号"),
    re.compile(r"中图分类号|文献标识码|文章编号|DOI\s?[:：]", re.IGNORECASE),
    re.compile("收稿日期|收稿时间|修回日期"),
)
_CASE_PARTS: tuple[re.Pattern[str], ...] = (
    re.compile("背景|起因|基本情况|概况"),
    re.compile("做法|举措|措施|实施(?:路径|过程)"),
    re.compile("成效|成果|效果|业绩"),
    re.compile("启示|经验|思考|推广|反思|展望"),
)
_FEATURE = re.compile(
    "纪实|纪事|侧记|巡礼|综述|纪略|掠影|实践探索|探索与?实践|生动实践|实践$|观察|见闻|发展之路|走笔"
)
_HALVES = re.compile("^[^\\s，。：]{5,12}[\\s\u3000][^\\s，。：]{5,12}$")
_REPORTER = re.compile(
    "(?:本报|全媒体|见习|实习)?(?:记者|通讯员|特约记者)[:：\\s]*[\u4e00-\u9fff]{2,4}"
    "|(?:图片|图文|照片)由.{2,30}提供|本报讯|新华社.{0,12}电|本版(?:撰文|图片)|特刊|专版"
)
_HAPPENED = re.compile(
    r"(?:近日|日前|昨日|今日|今天|连日来|上午|下午|当天|\d{1,2}月\d{1,2}日)"
)
_EVENT = re.compile(
    "举行|举办|召开|开展|启动|落幕|揭牌|签约|荣获|赴|来校|走进|会见|印发|发布|讯|电"
)
_HEADLINE = re.compile(
    "圆满|落幕|举行|举办|召开|启动|揭牌|签约|荣获|喜获|获评|走进|来校|赴"
)
_WIRE = re.compile("本报讯|[电讯][（(]|新华社[^，。]{2,16}电|央视网消息")
_MEDIUM = re.compile(
    "(?:报|日报|晚报|通讯社|新华社|中新社|新华网|人民网|电视台|新闻网|新闻)$"
)
_LEADS = 3
_LEAD_CHARACTERS = 160
_CHAPTERS_ENOUGH, _MARKS_ENOUGH, _PARTS_ENOUGH, _CASES_ENOUGH = 3, 2, 3, 3


@dataclass(frozen=True, slots=True)
class Genre:
    """The genre, the words that tell it and the rule that found them."""

    name: str
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Traits:
    """What the rules look at."""

    document: Document
    kinds: frozenset[Kind]
    cases: int
    headings: Sequence[str]
    lines: Sequence[str]
    owner: str


Rule = Callable[[_Traits], Genre | None]


def genre_of(
    document: Document, entries: Sequence[Entry], owner: str | None
) -> Genre | None:
    """The genre of a document, or None where nothing tells it."""
    lines = [block.text for block in document.blocks if block.text]
    traits = _Traits(
        document,
        frozenset(entry.kind for entry in entries),
        sum(entry.kind is Kind.CASE for entry in entries),
        [heading for entry in entries for heading in _headings(entry)],
        lines,
        owner or "",
    )
    return next(filter(None, (rule(traits) for rule in RULES)), None)


def _headings(entry: Entry) -> list[str]:
    return [*entry.path, entry.title] + [
        part.text for part in entry.paragraphs if part.level
    ]


def _wechat(traits: _Traits) -> Genre | None:
    said = traits.document.metadata
    if "mp.weixin.qq.com" in said.url:
        return Genre("公众号文章", said.url, "genre.wechat")
    if said.medium == "微信公众号":
        return Genre("公众号文章", said.medium, "genre.wechat")
    return None


def _titled(traits: _Traits) -> Genre | None:
    titles = {"title": traits.document.title, "subtitle": traits.document.subtitle}
    for place, title in titles.items():
        for name, pattern in _TITLES:
            found = pattern.search(title)
            if found and not (name == "方案规划" and Kind.POLICY in traits.kinds):
                return Genre(name, found.group(), f"genre.{place}")
    return None


def _ruling(traits: _Traits) -> Genre | None:
    if Kind.POLICY not in traits.kinds:
        return None
    article = next((line for line in traits.lines if _ARTICLE.match(line)), "")
    return Genre("法规制度", article[:12] or traits.document.title, "genre.articles")


def _report(traits: _Traits) -> Genre | None:
    """Sections with cases taken out, under the headings that such reports have."""
    if Kind.SECTION not in traits.kinds:
        return None
    matches = (_CHAPTERS.search(heading) for heading in traits.headings)
    chapters = dict.fromkeys(match.group() for match in matches if match)
    if len(chapters) < _CHAPTERS_ENOUGH:
        return None
    return Genre("质量年报", next(iter(chapters)), "genre.chapters")


def _compilation(traits: _Traits) -> Genre | None:
    cases = traits.cases >= _CASES_ENOUGH and Kind.SECTION not in traits.kinds
    named = "案例" in traits.document.title and Kind.ITEM in traits.kinds
    if cases or named:
        return Genre("案例汇编", traits.document.title, "genre.cases")
    return None


def _paper(traits: _Traits) -> Genre | None:
    found = [_first(mark, traits.lines) for mark in _PAPER_MARKS]
    marks = [quote for quote in found if quote]
    if len(marks) < _MARKS_ENOUGH:
        return None
    return Genre("期刊论文", marks[0], "genre.paper")


def _first(mark: re.Pattern[str], lines: Sequence[str]) -> str:
    """What `mark` finds first; such marks begin a line, or stand near its beginning."""
    for line in lines:
        found = mark.search(line, 0, _LEAD_CHARACTERS)
        if found:
            return found.group()
    return ""


def _case(traits: _Traits) -> Genre | None:
    """Headings for background, measures, results, lessons; or 某校：what it did."""
    title = traits.document.title
    if traits.owner and title.startswith((f"{traits.owner}：", f"{traits.owner}:")):
        return Genre("典型案例", title[: len(traits.owner) + 1], "genre.case-title")
    quotes = [_first(part, traits.headings) for part in _CASE_PARTS]
    if sum(map(bool, quotes)) < _PARTS_ENOUGH:
        return None
    return Genre("典型案例", next(filter(None, quotes)), "genre.case-parts")


def _feature(traits: _Traits) -> Genre | None:
    """A newspaper's feature: a headline in two halves over what it is about."""
    title, subtitle = traits.document.title, traits.document.subtitle
    if traits.document.format == "html" or not subtitle:
        return None
    told = _FEATURE.search(subtitle)
    if told:
        return Genre("报纸通讯", told.group(), "genre.feature")
    if _HALVES.match(title) and _first(_REPORTER, traits.lines):
        return Genre("报纸通讯", title, "genre.feature")
    return None


def _news(traits: _Traits) -> Genre | None:
    """What happened the other day, told by a reporter or under a telling headline."""
    leads = islice((line for line in traits.lines if len(line) > 20), _LEADS)  # noqa: PLR2004 - a byline is no lead
    for line in leads:
        lead = line[:_LEAD_CHARACTERS]
        when, what = _HAPPENED.search(lead), _EVENT.search(lead)
        told = _WIRE.search(lead) or (when if what else None)
        if told:
            return Genre("新闻", told.group(), "genre.lead")
    headline = _HEADLINE.search(traits.document.title)
    return Genre("新闻", headline.group(), "genre.headline") if headline else None


def _reported(traits: _Traits) -> Genre | None:
    """A reporter's line outside the web is a newspaper's."""
    quote = _first(_REPORTER, traits.lines)
    if not quote or traits.document.format == "html":
        return None
    return Genre("报纸通讯", quote, "genre.reporter")


def _sourced(traits: _Traits) -> Genre | None:
    """A dated page that a news medium published."""
    said = traits.document.metadata
    if not (said.date and _MEDIUM.search(said.source)):
        return None
    return Genre("新闻", said.source, "genre.source")


def _page(traits: _Traits) -> Genre | None:
    document = traits.document
    if document.format != "html":
        return None
    return Genre("网页文章", document.metadata.url or document.title, "genre.page")


RULES: tuple[Rule, ...] = (
    _wechat,
    _titled,
    _ruling,
    _report,
    _compilation,
    _paper,
    _case,
    _feature,
    _news,
    _reported,
    _sourced,
    _page,
)
