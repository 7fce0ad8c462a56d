"""What speaks for whom: the schools and bodies a piece names, and where.

A school that stands beside the owner (与某校共建) is a partner, however often it is
named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from casebase.annotate.owner.bodies import (
    issuer_of_imprint,
    issuer_of_line,
    issuer_of_title,
)
from casebase.annotate.owner.names import Mention, mentions
from casebase.lexicon import Lexicon

_SELF = ("我们", "我校", "作为")  # stand before the owner's own name
_PARTNER_BEFORE = re.compile(
    "(?:邻校|友校|兄弟院校|与|和|同|跟|及|暨|[学院校司团所局厅部会社厂区委等）]、|携手|联合|赴|到|去|往|对接|邀请|聘请|来自|考入|考取|考上|录取"
    "|毕业于|走进|帮扶|支援|访问|参访|学习|借鉴|引进|依托|委托|对标|如|像|被|给|由|向|推荐|会见|勉励|祝贺)"
    "[“‘（(]?$"
)
_PARTNER_AFTER = re.compile(
    "(?:[\u4e00-\u9fff]{2,12}(?:学院|系|研究院|研究所|中心|实验室))?(?:副?教授|博士|硕士|学生(?!工作|处|社区|事务|公寓|资助|发展|服务|党|第|会)|专家"
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
    r"(?:(?:作者|主讲人?|讲话人|发言人|汇报人|讲述人|撰稿)\s?[:：]\s?)?(?:中共|中国共产党)?"
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


class Vote(NamedTuple):
    """One place that speaks for a name."""

    name: str
    rule: str
    quote: str
    sure: bool = True


def votes_of(piece: Piece, lexicon: Lexicon) -> list[Vote]:
    """All that speaks for somebody, in reading order."""
    return [*_outside(piece, lexicon), *_inside(piece, lexicon)]


def names_unit(line: str) -> bool:
    """Whether a line, or a row of a form, is labelled as the unit's name."""
    return _UNIT_LABEL.match(line) is not None


def _outside(piece: Piece, lexicon: Lexicon) -> Iterator[Vote]:
    """What title, subtitle and publisher say."""
    issuer = issuer_of_title(piece.title, lexicon)
    if issuer:
        yield Vote(issuer, "school.issuer", issuer)
    for name in filter(None, map(issuer_of_imprint, piece.paragraphs[:_HEAD])):
        yield Vote(name, "school.imprint", name)
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


def _inside(piece: Piece, lexicon: Lexicon) -> Iterator[Vote]:
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


def _at_edge(paragraph: str, lexicon: Lexicon) -> Iterator[Vote]:
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
            yield Vote(mention.name, "school.affiliation", quote, mention.sure)
        elif _SIGNATURE_REST.fullmatch(rest.strip()):
            yield Vote(mention.name, "school.signature", paragraph, mention.sure)
        elif _is_byline(paragraph, mention):
            yield Vote(mention.name, "school.byline", paragraph, mention.sure)
    body = issuer_of_line(paragraph, lexicon)
    if body:
        yield Vote(body, "school.signature", paragraph)


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


def _spoken(mention: Mention, paragraph: str, *, opens: bool) -> Iterator[Vote]:
    """What a mention within a paragraph says."""
    yield _vote(mention, "school.mention")
    acts = _SUBJECT_AFTER.match(paragraph, mention.end) is not None
    if acts:
        yield _vote(mention, "school.subject")
    if _DECLARED.match(paragraph, mention.end):
        quote = paragraph[mention.start : mention.end + 1]
        yield Vote(mention.name, "school.declared", quote, mention.sure)
    before = paragraph[: mention.start].rstrip()
    begins = (
        not before
        or before.endswith(_SELF)
        or (mention.sure and acts and before[-1] in "，。；：“")
    )
    if opens and begins and mention.start <= _OPENING_REACH:
        yield _vote(mention, "school.opening")


def _vote(mention: Mention, rule: str) -> Vote:
    return Vote(mention.name, rule, mention.name, mention.sure)
