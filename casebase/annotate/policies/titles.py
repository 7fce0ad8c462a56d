"""Which of the titles in 《》 are policies.

《》 also holds books, papers, newspapers, courses, films, projects and a school's own
rules. A policy has the title of a ruling paper, and something says that it comes from
above: its issuer, its number, its title, or that the text acts on it (贯彻落实《……》).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from casebase.annotate.policies.issuers import issuer_before
from casebase.annotate.policies.numbers import Number
from casebase.lexicon import Lexicon

_TITLE = re.compile("《([^《》\n]{2,120}(?:《[^《》\n]{1,80}》[^《》\n]{0,60}){0,3})》")
_NOTE = re.compile(r"(?:\s?[（(][^（()）]{1,30}[）)])+$")
_RULING = re.compile(
    "(?:条例|规定|办法|细则|准则|规则|决定|意见|通知|纲要|规划|计划|方案|措施|要点|章程|通报"
    "|决议|建议|规程|守则|宪法|法典|党章|现代化(?:20[0-9]{2})?)$"
    "|(?<!工作)(?<!教学)(?<![方做看书疗语想说写用技手])法$"
)
_RULING_IF_ISSUED = re.compile(
    "(?:指南|指引|目录|清单|标准|工作要求|体系|公约|批复|函)$"
)
_BARE = re.compile(
    "(?:实施|指导|管理|若干|试行|暂行|行动|总体|工作|具体|有关|相关|本|该)*"
    "(?:条例|规定|办法|细则|准则|规则|决定|意见|通知|纲要|规划|计划|方案|措施|要点|章程|通报"
    "|决议|建议|规程|守则|法)"
)
# The title of a paper that a school does not issue.
_FROM_ABOVE = re.compile(
    "^(?:中华人民共和国|中国共产党|中共|全国|国家|国务院|中央|教育部|新时代|党政领导|中国教育"
    "|(?:普通)?高等学校|(?:普通)?高校|普通本科|本科层次|(?:高等|中等)?职业(?:学校|院校|教育)"
    "|公共|中小学)|条例$|规划纲要$|宪法$|党章$|(?<!办)(?<!方)法$"
)
_IN_HOUSE_TITLE = re.compile("^(?:学校|我校|本校|学院|我院|校内|校级|院级|系部)")
_PARTY_LEAD = re.compile("^(?:中共|中国共产党)(?!中央)")
_SCHOOL_HEAD = re.compile("[^省市]{0,14}?(?:大学(?!生)|学院|职院|党校)")
_ACTS_ON = re.compile("贯彻|落实|响应|遵照|依照|对接|按国家|根据国家")
_FOLLOWS = re.compile("根据|依据|按照|遵循|对照|对标|执行|学习|围绕|符合|为")
_DRAFTS = re.compile(
    "制定|制订|修订|修改|出台|印发|新编|编制|起草|完善|形成|建立|健全|拟定|拟订|颁布|下发"
    "|通过|发布|撰写|编写|推出|汇编|签订|签署|研制|设计|申报|立项|课题|项目"
)
_OBEYED = frozenset({"acts on", "follows"})
_SAYS = re.compile("(?:明确|提出|指出|强调|要求|规定|部署)[，,了：要]")
_SENTENCE = re.compile("[。；！？\n]")
_REACH = 60  # characters before a title that tell what is done with it
_JOINED = re.compile(r"[、，和及与以\s]{0,3}")
_NUMBER_AFTER = re.compile(
    r"的?(?:通知|意见|决定|函|公告|批复)?\s?[（(]?\s?(?:文号[:：])?"
)
_NUMBER_BEFORE = re.compile(r"[）)]?(?:文件?|印发的?|号文)?[：:]?\s?")
_SPACE = re.compile(
    r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|(?<=[-—–])\s+|\s+(?=[-—–])"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A policy cited at `start` to `end`; `number` is the one bound to its title."""

    title: str
    issuer: str | None
    number: Number | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands before a title; titles side by side share it."""

    issuer: str | None
    issued: bool
    cue: str  # acts on, follows, drafts, or nothing


def cited(
    text: str, found: list[Number], school: str | None, lexicon: Lexicon
) -> Iterator[Cited]:
    """The policies cited by title in `text`.

    Args:
        text: A title or a text.
        found: The document numbers in it.
        school: Whose text it is; its own rules are no policies.
        lexicon: Places and issuers.
    """
    starts = {number.start: number for number in found}
    ends = {number.end: number for number in found}
    context: _Context | None = None
    last_end = 0
    for match in _TITLE.finditer(text):
        if context is None or not _joined(text, last_end, match.start()):
            context = _context(text, match.start(), lexicon)
        number = _after(text, match.end(), starts) or _before(text, match.start(), ends)
        last_end = max(match.end(), number.end + 1 if number else 0)
        title = _tidy(match.group(1))
        told = context
        if _SAYS.match(text, match.end()):  # 《某方案》提出, 要把……
            told = replace(context, cue="acts on")
        if _is_policy(title, told, number, school, lexicon):
            start = min(match.start(), number.start) if number else match.start()
            end = max(match.end(), number.end) if number else match.end()
            own = issued_by(title, school)
            issuer = context.issuer or _issuer_in(title, lexicon) or own
            yield Cited(title, issuer, number, start, end)


def issued_by(title: str, school: str | None) -> str | None:
    """`school` where its name, or that of its party committee, heads the title."""
    heads = (title, _PARTY_LEAD.sub("", title))
    return school if school and any(head.startswith(school) for head in heads) else None


def _issuer_in(title: str, lexicon: Lexicon) -> str | None:
    """The issuer that heads the title: 《教育部关于……的意见》."""
    about = title.find("关于")
    issuer = issuer_before(title, about, lexicon)[0] if about > 0 else None
    return issuer if issuer and title.startswith(issuer) else None


def _joined(text: str, end: int, start: int) -> bool:
    return _JOINED.fullmatch(text, end, start) is not None


def _context(text: str, start: int, lexicon: Lexicon) -> _Context:
    window = text[max(0, start - _REACH) : start]
    clause = _SENTENCE.split(window)[-1]
    issuer, issued = issuer_before(text, start, lexicon)
    cues = [
        (match.end(), name)
        for name, pattern in (
            ("acts on", _ACTS_ON),
            ("follows", _FOLLOWS),
            ("drafts", _DRAFTS),
        )
        for match in pattern.finditer(clause)
    ]
    return _Context(issuer, issued, max(cues, default=(0, ""))[1])


def _after(text: str, end: int, starts: Mapping[int, Number]) -> Number | None:
    """The number right after a title that ends at `end`: 《……》（鲁发〔2022〕19号）."""
    for start in range(end, end + 12):
        if start in starts and _NUMBER_AFTER.fullmatch(text, end, start):
            return starts[start]
    return None


def _before(text: str, start: int, ends: Mapping[int, Number]) -> Number | None:
    """The number right before a title: 鲁发〔2022〕19号《……》."""
    for end in range(start, start - 7, -1):
        if end in ends and _NUMBER_BEFORE.fullmatch(text, end, start):
            return ends[end]
    return None


def _tidy(title: str) -> str:
    """The title without the spaces that a page's lines and justification leave."""
    title = title.strip()
    return title if len(title.split()) == 1 else _SPACE.sub("", title)


def _is_policy(
    title: str,
    context: _Context,
    number: Number | None,
    school: str | None,
    lexicon: Lexicon,
) -> bool:
    core = _NOTE.sub("", title) if title.endswith(("）", ")")) else title
    if _BARE.fullmatch(core):
        return False
    if number is None and _is_in_house(core, school, lexicon):
        return False
    vouched = context.issued or number is not None
    if not _RULING.search(core):
        followed = _FROM_ABOVE.search(core) is not None and context.cue in _OBEYED
        return (vouched or followed) and _RULING_IF_ISSUED.search(core) is not None
    if vouched or context.cue == "acts on":
        return True
    above = (
        _FROM_ABOVE.search(core) is not None or lexicon.place_at(core, 0) is not None
    )
    if context.cue == "drafts":
        return core.startswith(("中华人民共和国", "中国共产党", "中共中央", "国务院"))
    return above or core.startswith("关于")


def _is_in_house(title: str, school: str | None, lexicon: Lexicon) -> bool:
    """Whether a school made it: its name heads the title, or 学校 does."""
    if _IN_HOUSE_TITLE.match(title) or issued_by(title, school):
        return True
    title = _PARTY_LEAD.sub("", title)
    found = lexicon.place_at(title, 0)
    return found is not None and _SCHOOL_HEAD.match(title, len(found[0])) is not None
