"""Whose a piece of writing is: the school for which the most evidence speaks.

The weights say how much a place in the text tells of the owner. A school that stands
beside the owner (与某校共建) is a partner, however often it is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casebase.annotate.owner.aliases import customary_names
from casebase.annotate.owner.bodies import (
    issuer_of_imprint,
    issuer_of_line,
    issuer_of_title,
)
from casebase.annotate.owner.names import Mention, mentions
from casebase.lexicon import Lexicon

WEIGHTS = {
    "school.unit": 10.0,  # 报送单位：……
    "school.affiliation": 9.0,  # ……职业技术学院，辽宁 鞍山 114020
    "school.issuer": 9.0,  # ……教育厅关于……的通知
    "school.imprint": 9.0,  # （……联盟2023年3月20日印发）
    "school.title": 8.0,
    "school.subtitle": 7.0,
    "school.signature": 7.0,
    "school.byline": 7.0,  # ……职业学院党委书记　某某某
    "school.declared": 6.0,  # ……学院（以下简称“学校”）
    "school.source": 4.0,
    "school.site": 4.0,
    "school.opening": 4.0,
    "school.about": 3.0,  # named in the title after 关于
}
ENOUGH = 4.0
STRONG = 6.0  # what a title, a signature or an affiliation is worth
_SELF = ("我们", "我校", "作为")  # stand before the owner's own name
_OFTEN = 3  # mentions that make an owner of a school where nothing else speaks
_PER_MENTION, _PER_SUBJECT, _AT_MOST = 0.3, 0.5, 1.5
_PER_PARTNER, _PARTNER_AT_MOST = 0.5, 3.0  # against

_PARTNER_BEFORE = re.compile(
    "(?:与|和|同|跟|及|暨|[学院校司团所局厅部会社厂区委等）]、|携手|联合|赴|到|去|往|对接|邀请|聘请|来自|考入|考取|考上|录取"
    "|毕业于|走进|帮扶|支援|访问|参访|学习|借鉴|引进|依托|委托|对标|如|像|被|给|由|向|推荐|会见|勉励|祝贺)"
    "[“‘（(]?$"
)
_PARTNER_AFTER = re.compile(
    "(?:[\u4e00-\u9fff]{2,12}(?:学院|系|研究院|研究所|中心|实验室))?(?:副?教授|博士|硕士|学生|专家"
    "|学者|研究员)|等|合作|共建|共同|联合|来校|考察|调研|一行|附属|毕业"
    "|代表团|举行的|举办的|主办|承办|录取|深造|、|党委书记.{0,4}一行|领导"
)
# A school in which something takes place is only where it does.
_VENUE_BEFORE = re.compile("在[^，。；]{0,6}$")
_VENUE_AFTER = re.compile("[^，。；]{0,8}?(?:举行|召开|举办|开幕|闭幕|落幕|开讲)")
_SUBJECT_AFTER = re.compile(
    "党委|坚持|以|深入|积极|聚焦|紧扣|作为|始终|立足|将|着力|创新|构建|推进|实施|是|在"
    "|围绕|充分|探索|持续|不断|通过|成立|建成|荣获|获批|把|按照|认真|党建|举办|举行(?!的)|召开|开展"
    "|位于|坐落|地处|始建|创办于|现有|前身|（以下"
)
_UNIT_LABEL = re.compile(
    "^.{0,2}(?:作者|所在|报送|申报|推荐|选送|案例|供稿|完成|编制|发布|实施|牵头|主办)?"
    "(?:单位|学校|院校)(?:名称)?[:：\t]"
)
_SOURCE_LABEL = re.compile(r"(?:来源|供稿|出品|主办)\s?[:：]\s*$")
_POSTCODE = re.compile(r"[，,\s][^\n]{0,24}?(?<!\d)\d{6}(?!\d)")
_DECLARED = re.compile(r"[（(](?:以下|下文|后文)?(?:均|统)?(?:简称|称)")
_SIGNATURE_REST = re.compile(
    r"(?:中共|中国共产党)?(?:[\u4e00-\u9fff]{0,14}"
    r"(?:委员会|党委|总支|支部|办公室|课题组|学院|中心|处|部|办|系)\s?(?:编印?|整理)?)?"
    r"[\s\d年月日]*"
)
_BYLINE_LABEL = re.compile(
    r"(?:(?:作者|主讲人?|讲话人|发言人|汇报人|讲述人|撰稿)\s?[:：]\s?)?"
)
_BYLINE_REST = re.compile(
    r"(?:[\u4e00-\u9fff、]{0,12}(?:书记|[院校部处]长|主任|主席))?"
    r"(?:\s+[\u4e00-\u9fff]{2,4}){1,4}"
)
_HEAD, _TAIL, _OPENING = 14, 8, 2  # paragraphs
_OPENING_REACH = 40  # characters from the beginning of a paragraph
_LINE, _EDGE_LINE = 20, 120  # characters: more than a line; at most one or two lines


@dataclass(frozen=True, slots=True)
class Piece:
    """What is weighed: a document, or one entry of it.

    Attributes:
        title: The title.
        subtitle: The subtitle, or empty.
        paragraphs: The text.
        source: Who published it, or empty.
        site: How the site that published it names itself, or empty.
    """

    title: str
    subtitle: str
    paragraphs: Sequence[str]
    source: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner, the words that prove it best and the rule that found them.

    `sure` is whether place or lexicon vouch for where the name begins.
    """

    name: str
    quote: str
    rule: str
    sure: bool

    @property
    def strong(self) -> bool:
        """Whether a place speaks for it that names the owner and nobody else."""
        return WEIGHTS.get(self.rule, 0.0) >= STRONG


@dataclass(frozen=True, slots=True)
class _Vote:
    """One place that speaks for a name."""

    name: str
    rule: str
    quote: str
    sure: bool = True

    @property
    def weight(self) -> float:
        return WEIGHTS.get(self.rule, 0.0)


def owner_of(piece: Piece, lexicon: Lexicon) -> Owner | None:
    """The school or body that the piece is of, or None where too little speaks."""
    votes = _one_name_each([*_outside(piece, lexicon), *_inside(piece, lexicon)])
    votes += _short(piece.title, "school.title", votes)
    votes += _short(piece.source, "school.source", votes)
    by_name: dict[str, list[_Vote]] = {}
    for vote in votes:
        by_name.setdefault(vote.name, []).append(vote)
    if not by_name:
        return None
    top = max(by_name, key=lambda name: _total(by_name[name]))
    best = max(by_name[top], key=lambda vote: vote.weight)
    if best.weight and _total(by_name[top]) >= ENOUGH:
        return Owner(top, best.quote, best.rule, best.sure)
    return _most_frequent(by_name)


def names_unit(line: str) -> bool:
    """Whether a line, or a row of a form, is labelled as the unit's name."""
    return _UNIT_LABEL.match(line) is not None


def _short(line: str, rule: str, votes: Sequence[_Vote]) -> list[_Vote]:
    """A line may begin with the customary short name of a school of the text."""
    return [
        _Vote(school, rule, short)
        for school in dict.fromkeys(vote.name for vote in votes)
        for short in customary_names(school)
        if line.startswith(short)
    ]


def _total(votes: Sequence[_Vote]) -> float:
    """Each rule counts once; mere mentions count little, and no more than so much."""
    rules = Counter(vote.rule for vote in votes)
    often = min(_AT_MOST, _PER_MENTION * rules["school.mention"])
    acting = min(_AT_MOST, _PER_SUBJECT * rules["school.subject"])
    beside = min(_PARTNER_AT_MOST, _PER_PARTNER * rules["school.partner"])
    return sum(WEIGHTS.get(rule, 0.0) for rule in rules) + often + acting - beside


def _most_frequent(by_name: dict[str, list[_Vote]]) -> Owner | None:
    """The school that is named often, and three times as often as any other."""
    counts: Counter[str] = Counter()
    for name, votes in by_name.items():
        for vote in votes:
            counts[name] += {"school.mention": 1, "school.partner": -1}.get(
                vote.rule, 0
            )
    (name, often), (_, second) = [*counts.most_common(2), ("", 0)][:2]
    if often < max(_OFTEN, _OFTEN * second):
        return None
    return Owner(name, name, "school.frequency", by_name[name][0].sure)


def _one_name_each(votes: list[_Vote]) -> list[_Vote]:
    """近年来某某大学 is 某某大学 where that is named elsewhere."""
    names = {vote.name for vote in votes}
    sure = {vote.name for vote in votes if vote.sure}
    shorter = {name: _shorter(name, names) for name in names - sure}
    return [replace(vote, name=shorter.get(vote.name, vote.name)) for vote in votes]


def _shorter(name: str, names: set[str]) -> str:
    """The longest of `names` that ends `name`, or itself."""
    endings = (name[start:] for start in range(1, len(name)))
    return next((ending for ending in endings if ending in names), name)


def _outside(piece: Piece, lexicon: Lexicon) -> Iterator[_Vote]:
    """What title, subtitle and publisher say."""
    issuer = issuer_of_title(piece.title, lexicon)
    if issuer:
        yield _Vote(issuer, "school.issuer", issuer)
    for name in filter(None, map(issuer_of_imprint, piece.paragraphs[:_HEAD])):
        yield _Vote(name, "school.imprint", name)
    about = piece.title.find("关于")
    for mention in _owners(piece.title, lexicon):
        rule = "school.about" if 0 <= about < mention.start else "school.title"
        if mention.sure or mention.start == 0:
            yield _vote(mention, rule)
    for mention in _owners(piece.subtitle, lexicon):
        yield _vote(mention, "school.subtitle")
    for mention in mentions(piece.source, lexicon):
        yield _vote(mention, "school.source")
    for mention in mentions(piece.site, lexicon):
        yield _vote(mention, "school.site")


def _inside(piece: Piece, lexicon: Lexicon) -> Iterator[_Vote]:
    """What the paragraphs say."""
    count, opening = len(piece.paragraphs), 0
    for index, paragraph in enumerate(piece.paragraphs):
        edge = index < _HEAD or index >= count - _TAIL
        if edge and (special := list(_at_edge(paragraph, lexicon))):
            yield from special
            continue
        full = len(paragraph) > _LINE
        opens = full and opening < _OPENING
        opening += full
        for place, mention in enumerate(mentions(paragraph, lexicon)):
            if _stands_beside(mention, paragraph):
                yield _vote(mention, "school.partner")
            else:
                first = opens and place == 0
                yield from _spoken(mention, paragraph, opens=first)


def _at_edge(paragraph: str, lexicon: Lexicon) -> Iterator[_Vote]:
    """What only stands before or after the text: unit, affiliation, signature."""
    if len(paragraph) > _EDGE_LINE:
        return
    label = _UNIT_LABEL.match(paragraph)
    for mention in mentions(paragraph, lexicon):
        address = _POSTCODE.match(paragraph, mention.end)
        rest = paragraph[: mention.start] + paragraph[mention.end :]
        if label:
            yield _vote(mention, "school.unit")
            return
        if _SOURCE_LABEL.search(paragraph, 0, mention.start):
            yield _vote(mention, "school.source")
        elif address:
            quote = paragraph[mention.start : address.end()]
            yield _Vote(mention.name, "school.affiliation", quote, mention.sure)
        elif _SIGNATURE_REST.fullmatch(rest.strip()):
            yield _Vote(mention.name, "school.signature", paragraph, mention.sure)
        elif _is_byline(paragraph, mention):
            yield _Vote(mention.name, "school.byline", paragraph, mention.sure)
    body = issuer_of_line(paragraph, lexicon)
    if body:
        yield _Vote(body, "school.signature", paragraph)


def _is_byline(line: str, mention: Mention) -> bool:
    """Whether the line names somebody of the school: ……学院党委书记　某某某."""
    labelled = _BYLINE_LABEL.fullmatch(line, 0, mention.start)
    named = _BYLINE_REST.fullmatch(line.rstrip(), mention.end)
    return labelled is not None and named is not None


def _owners(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """The schools named in `text` that do not stand there as partners."""
    for mention in mentions(text, lexicon):
        if not _stands_beside(mention, text):
            yield mention


def _stands_beside(mention: Mention, text: str) -> bool:
    """Whether the school is named as a partner, a guest or a venue."""
    before = text[max(0, mention.start - 8) : mention.start]
    if _PARTNER_BEFORE.search(before) or _PARTNER_AFTER.match(text, mention.end):
        return True
    venue = _VENUE_BEFORE.search(before) and _VENUE_AFTER.match(text, mention.end)
    return bool(venue)


def _spoken(mention: Mention, paragraph: str, *, opens: bool) -> Iterator[_Vote]:
    """What a mention within a paragraph says."""
    yield _vote(mention, "school.mention")
    acts = _SUBJECT_AFTER.match(paragraph, mention.end) is not None
    if acts:
        yield _vote(mention, "school.subject")
    if _DECLARED.match(paragraph, mention.end):
        quote = paragraph[mention.start : mention.end + 1]
        yield _Vote(mention.name, "school.declared", quote, mention.sure)
    before = paragraph[: mention.start].rstrip()
    begins = (
        not before
        or before.endswith(_SELF)
        or (mention.sure and acts and before[-1] in "，。；：“")
    )
    if opens and begins and mention.start <= _OPENING_REACH:
        yield _vote(mention, "school.opening")


def _vote(mention: Mention, rule: str) -> _Vote:
    return _Vote(mention.name, rule, mention.name, mention.sure)
