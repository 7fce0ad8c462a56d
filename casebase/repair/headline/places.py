"""The places where a headline stands, one function for each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebase.document import Block, BlockKind
from casebase.repair.headline.forms import (
    CHINESE,
    DASHES,
    SHORTEST,
    is_aside,
    is_body,
    is_labelled,
    is_title,
    runs_on,
    usual_measure,
)
from casebase.text.naming import is_affiliation, is_document_number, is_organisation
from casebase.text.numbering import is_named
from casebase.text.typesetting import han_share, width

Found = tuple[str, frozenset[int]]  # a title and the places of the blocks it came from

HEAD = 14  # blocks among which the head of a document is looked for
TAIL = 6
BYLINES = 8  # lines between a paper's title and its abstract
LINES = 4  # that a notice's title may fill
FILLED = 0.55  # of the measure, that a title's larger type fills with a full line
KICKER = 8.0
LONGER = 1.5  # than a kicker, that a headline is
OTHER_TYPE = 0.9  # of the larger one's size
SCRAP = 0.4  # of the line above, that the rest of a title is shorter than

_ABSTRACT = re.compile(r"[【\[]?\s*摘\s*要\s*[】\]]?")
_NOTICE = re.compile(
    r".{0,30}关于.{2,120}的"
    r"(?:通知|通报|公告|通告|决定|决议|意见|请示|报告|批复|函|公示|通知书|方案|规定|办法)"
    r"(?:[（(].{1,12}[）)])?"
)
_KIND_OF_DOCUMENT = re.compile(
    r".*(?:报告|年报|规划|方案|章程|办法|条例|规定|细则|总结|汇编|案例集|制度|纪要|手册|指南"
    r"|要点|简报|白皮书)(?:\s*[（(].{2,16}[）)])?"
)
_KIND_ALONE = re.compile(
    r"(?:年度?|质量|工作|教育|人才培养|实施|管理|建设|发展|典型|优秀){0,3}"
    r"(?:报告|年报|规划|方案|章程|办法|条例|规定|细则|总结|汇编|案例集|制度|手册|指南|要点)"
)
_YEAR_LINE = re.compile(
    r"[（(]\s*(?:19|20)\d\d\s*(?:[-—]\s*(?:20)?\d\d\s*)?(?:学?年度?)?[^）)]{0,8}[）)]"
)
_SITE = re.compile(  # —— joins a title and its subtitle
    r"\s*(?:[-_|–]+|(?<!—)—(?!—))\s*[^-_|—–]{2,30}$"
)
_GENERIC = re.compile(
    r"(?:microsoft word|untitled|无标题|文档\s*\d*|新建).*", re.IGNORECASE
)


def stated_heading(blocks: Sequence[Block]) -> Found | None:
    """The one heading of the first level that the format states."""
    tops = [
        place
        for place, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING and block.level == 1
    ]
    if not tops or tops[0] >= HEAD:
        return None
    first = blocks[tops[0]].text
    if is_labelled(first) or is_named(first):
        return None
    if len(tops) == 1 or not any(map(is_body, blocks[: tops[0]])):
        return first, frozenset({tops[0]})
    return None


def stated_title(blocks: Sequence[Block], stated: str) -> Found | None:
    """The title in the file's metadata, worded as in the text where it is there."""
    if not stated.strip() or _GENERIC.match(stated):
        return None
    wanted = _squeezed(stated)
    for place, block in enumerate(blocks[:HEAD]):
        text = _squeezed(block.text)
        if len(text) < SHORTEST or not wanted.startswith(text):
            continue
        site = _SITE.match(stated.strip()[len(block.text) :])
        if is_title(block.text) and (text == wanted or site):
            return block.text, frozenset({place})
    shortened = _SITE.sub("", stated)
    return (shortened if len(shortened) >= SHORTEST else stated).strip(), frozenset()


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def of_paper(blocks: Sequence[Block]) -> Found | None:
    """The line above author and affiliation, which stand above 摘要."""
    places = (
        place
        for place, block in enumerate(blocks[: 2 * HEAD])
        if _ABSTRACT.match(block.text)
    )
    abstract = next(places, 0)
    for above in range(abstract - 1, max(abstract - BYLINES, -1), -1):
        text = blocks[above].text
        if is_body(blocks[above]):
            return None
        if is_affiliation(text) or han_share(text) < CHINESE or is_aside(text):
            continue
        if above and is_title(blocks[above - 1].text):
            found = _with_line_below(blocks, above - 1)
            if len(found[1]) > 1:
                return found
        if is_title(text):
            return text, frozenset({above})
    return None


def of_notice(blocks: Sequence[Block]) -> Found | None:
    """关于…的通知, which may have been set in several lines."""
    head = blocks[:HEAD]
    for place, block in enumerate(head):
        if is_document_number(block.text) or block.text.endswith("文件"):
            continue
        for lines in range(1, LINES + 1):
            parts = head[place : place + lines]
            if is_body(block) or len(parts) < lines or any(map(is_body, parts[:-1])):
                break
            text = "".join(part.text for part in parts)
            if _NOTICE.fullmatch(text) and not is_labelled(text):
                return _with_issuer(head, place, lines)
    return None


def _with_issuer(blocks: Sequence[Block], place: int, lines: int) -> Found:
    """The notice's title with the issuer's name when that stands on a line above."""
    start = place
    if place and blocks[place].text.startswith("关于"):
        start -= _is_issuer(blocks[place - 1].text)
    places = range(start, place + lines)
    return "".join(blocks[number].text for number in places), frozenset(places)


def _is_issuer(text: str) -> bool:
    short = 24.0
    named = is_organisation(text) and not text.endswith("文件")
    return named and width(text) <= short


def of_cover(blocks: Sequence[Block]) -> Found | None:
    """学校 / 质量报告 / （2023年度): the lines of a cover as one title."""
    head = blocks[:HEAD]
    for place, block in enumerate(head):
        if is_body(block):
            return None
        rest = _is_rest_of_kind(head, place)
        named = is_kind_of_document(block.text) and is_title(block.text)
        if not (rest or named):
            continue
        start = place - rest
        start -= is_owner(head[start - 1].text, head[start].text) if start else 0
        year = place + 1 < len(head) and is_year(head[place + 1].text)
        places = range(start, place + (2 if year else 1))
        if len(places) > 1:
            return "".join(head[number].text for number in places), frozenset(places)
    return None


def _is_rest_of_kind(blocks: Sequence[Block], place: int) -> bool:
    """高等职业教育质量 / 年度报告: the second line of a cover's title."""
    rest = _KIND_ALONE.fullmatch(blocks[place].text) is not None
    return rest and place > 0 and _is_first_line(blocks[place - 1].text)


def _is_first_line(text: str) -> bool:
    return is_title(text) and not is_organisation(text)


def is_owner(text: str, below: str) -> bool:
    """Whether a line is the school whose report a cover's title below it names."""
    return is_organisation(text) and text[:4] not in below


def is_year(text: str) -> bool:
    """Whether it is the year of a report: （2023年度）."""
    return _YEAR_LINE.fullmatch(text) is not None


def is_kind_of_document(text: str) -> bool:
    """Whether it names a kind of document: …质量报告, …工作方案."""
    return _KIND_OF_DOCUMENT.fullmatch(text) is not None


def leading(blocks: Sequence[Block]) -> Found | None:
    """The first line that can be a title, before any text."""
    for place, block in enumerate(blocks[:HEAD]):
        if is_body(block):
            return None
        if _is_kicker(blocks, place):
            return _with_line_below(blocks, place + 1)
        if is_title(block.text) or _is_owner_of_title(blocks, place):
            return _with_line_below(blocks, place)
    return None


def _is_kicker(blocks: Sequence[Block], place: int) -> bool:
    """高校党建巡礼, a few words above a newspaper's headline."""
    text = blocks[place].text
    below = blocks[place + 1].text if place + 1 < len(blocks) else ""
    few = is_title(text) and width(text) <= KICKER
    longer = is_title(below) and width(below) >= LONGER * width(text)
    return few and longer and not is_kind_of_document(text)


def _is_owner_of_title(blocks: Sequence[Block], place: int) -> bool:
    """某某学院： / 把支部建在专业上: the school is the first line of the title."""
    text = blocks[place].text
    below = blocks[place + 1].text if place + 1 < len(blocks) else ""
    return text[-1] in "：:" and is_organisation(text[:-1]) and is_title(below)


def _with_line_below(blocks: Sequence[Block], place: int) -> Found:
    """A title with its second line, when it filled or broke off its first."""
    text = blocks[place].text
    if place + 1 == len(blocks) or _in_other_type(blocks[place], blocks[place + 1]):
        return text, frozenset({place})
    below = blocks[place + 1]
    if is_couplet(blocks[place], below):
        return f"{text} {below.text}", frozenset({place, place + 1})
    filled = width(text) >= FILLED * usual_measure(blocks) > 0
    room = SCRAP if below.gap else 1.0
    fits = width(below.text) <= room * width(text) and not is_aside(below.text)
    if runs_on(text, below.text) or (filled and fits and not is_body(below)):
        return text + below.text, frozenset({place, place + 1})
    return text, frozenset({place})


def _in_other_type(one: Block, other: Block) -> bool:
    smaller, larger = sorted((one.size, other.size))
    return 0 < smaller < OTHER_TYPE * larger


def is_couplet(first: Block, second: Block) -> bool:
    """Two lines of as many characters: 党建领航聚合力 / 匠心筑梦谱新篇."""
    shortest = 5.0
    even = width(first.text) == width(second.text) >= shortest
    closed = is_title(first.text) and is_title(second.text)
    return even and not second.gap and closed


def trailing(blocks: Sequence[Block]) -> Found | None:
    """The headline that was drawn last: a title, perhaps with its subtitle below.

    Lines that know their places stand in the order of these, not of drawing.
    """
    for place in range(len(blocks) - 1, max(len(blocks) - 1 - TAIL, 0), -1):
        text = blocks[place].text
        if is_body(blocks[place]) or blocks[place].places:
            return None
        if not DASHES.match(text) and is_title(text):
            return text, frozenset({place})
    return None
