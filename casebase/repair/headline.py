"""The headline, wherever the layout left it.

A dump of a newspaper page may end with it, a paper has it between the English abstract
and the author, a notice below its red head, a report on its cover; some have none, and
then the document's metadata, its running head or its file must name it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from statistics import median_low

from casebase.document import Block, BlockKind, Metadata
from casebase.text.naming import (
    is_affiliation,
    is_credit,
    is_date,
    is_document_number,
    is_names,
    is_note,
    is_organisation,
    is_signature,
)
from casebase.text.numbering import (
    article_label,
    caption_label,
    case_label,
    is_named,
    mark_of,
)
from casebase.text.typesetting import ends_sentence, han_share, width

LONGEST = 60.0
SHORTEST = 4.0
HEAD = 14  # blocks among which the head of a document is looked for
TAIL = 6
FILLED = 0.55  # of the measure, that a title's larger type fills with a full line

_DASHES = re.compile(r"^\s*(?:[—―─–]{1,4}|-{2,4})\s*")
_ABSTRACT = re.compile(r"[【\[]?\s*摘\s*要\s*[】\]]?")
_NOTICE = re.compile(
    r".{0,30}关于.{2,120}的(?:通知|通报|公告|通告|决定|决议|意见|请示|报告|批复|函|公示|通知书|方案|规定|办法)(?:[（(].{1,12}[）)])?"
)
_KIND_OF_DOCUMENT = re.compile(
    r".*(?:报告|年报|规划|方案|章程|办法|条例|规定|细则|总结|汇编|案例集|制度|纪要|手册|指南|要点|简报|白皮书)"
    r"(?:\s*[（(].{2,16}[）)])?"
)
_YEAR_LINE = re.compile(
    r"[（(]\s*(?:19|20)\d\d\s*(?:[-—]\s*(?:20)?\d\d\s*)?(?:学?年度?)?[^）)]{0,8}[）)]"
)
_NO_TITLE = re.compile(
    r"(?:目\s*录|摘\s*要|前\s*言|引\s*言|关\s*键\s*词|abstract|key\s*words|专版|要闻|附\s*件|正\s*文)\s*\d*"
    r"|第?\s*\d+\s*[版期].*|.*文件",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{2,30}$")
_GENERIC = re.compile(r"(?:microsoft word|untitled|无标题|文档\s*\d*|新建).*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headline:
    """The title, the subtitle, and the blocks that are neither."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]


Found = tuple[str, frozenset[int]]  # a title and the places of the blocks it came from


def headline(
    blocks: Sequence[Block], metadata: Metadata, heads: Sequence[str], name: str
) -> Headline:
    """The title and subtitle of a document, taken out of its blocks.

    Args:
        blocks: The document's paragraphs, headings not yet told.
        metadata: What the file says of itself.
        heads: The running heads that were dropped, most frequent first.
        name: The file's path, whose stem is the title of last resort.
    """
    seekers: tuple[Callable[[Sequence[Block]], Found | None], ...] = (
        lambda blocks: _stated(blocks, metadata),
        _of_paper,
        _of_notice,
        _of_cover,
        _leading,
        _trailing,
    )
    for seek in seekers:
        found = seek(blocks)
        if found:
            return _taken(blocks, *found, heads)
    text = "\n".join(block.text for block in blocks)
    title = _annual_report(text) or next(
        (head for head in heads if _is_title(head)), PurePosixPath(name).stem
    )
    if blocks and is_named(blocks[0].text) and title == PurePosixPath(name).stem:
        title = blocks[0].text  # a page that is but a contents list
    return _taken(blocks, title, frozenset(), heads)


def _taken(
    blocks: Sequence[Block], title: str, places: frozenset[int], heads: Sequence[str]
) -> Headline:
    """The headline with its subtitle, the blocks without both."""
    title, _, rest = _split_subtitle(title)
    subtitle, place = (rest, None) if rest else _subtitle(blocks, places)
    gone = places | ({place} if place is not None else frozenset())
    title = title.rstrip("*＊ ")
    again = _squeezed(title)
    kept = tuple(
        block
        for number, block in enumerate(blocks)
        if number not in gone
        and not (number < HEAD and _squeezed(block.text) == again)
    )
    worded = next((head for head in heads if _squeezed(head) == again), title)
    return Headline(worded.strip(), subtitle, kept)


def _split_subtitle(title: str) -> tuple[str, str, str]:
    """A title whose line holds the subtitle too: 标题 ——副题."""
    found = re.match(r"(.{6,}?)\s*(?:——|―― ?|──)\s*(.{6,})$", title)
    if not found or not found[2].endswith(_SUBTITLE_ENDS):
        return title, "", ""
    return found[1], "——", found[2]


_SUBTITLE_ENDS = ("纪实", "探索", "实践", "侧记", "综述", "纪事", "启示", "之路", "案例", "做法", "观察", "调查", "研究", "例", "探析")


def _subtitle(
    blocks: Sequence[Block], title: frozenset[int]
) -> tuple[str, int | None]:
    """A line that dashes begin: beside the title, at the head or at the very end."""
    near = [
        *([max(title) + 1, min(title) - 1] if title else []),
        *range(min(4, len(blocks))),
        *range(len(blocks) - 1, max(len(blocks) - 3, -1), -1),
    ]
    for place in near:
        if not 0 <= place < len(blocks) or place in title:
            continue
        text = blocks[place].text
        rest = _DASHES.sub("", text)
        if rest != text and not ends_sentence(rest) and 4 <= width(rest) <= LONGEST:
            return rest.strip(), place
    return "", None


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


# --- where it may stand ------------------------------------------------------------


def _stated(blocks: Sequence[Block], metadata: Metadata) -> Found | None:
    """The one heading of the first level, or the title that the file states."""
    tops = [
        place
        for place, block in enumerate(blocks)
        if block.kind is BlockKind.HEADING and block.level == 1
    ]
    if tops and tops[0] < HEAD and not _is_labelled(blocks[tops[0]].text):
        before = blocks[: tops[0]]
        if len(tops) == 1 or tops[0] == 0 or not any(map(_is_body, before)):
            return blocks[tops[0]].text, frozenset({tops[0]})
    return _from_metadata(blocks, metadata.title)


def _from_metadata(blocks: Sequence[Block], stated: str) -> Found | None:
    if not stated.strip() or _GENERIC.match(stated):
        return None
    wanted = _squeezed(stated)
    for place, block in enumerate(blocks[:HEAD]):
        text = _squeezed(block.text)
        if len(text) >= SHORTEST and wanted.startswith(text) and _is_title(block.text):
            if text == wanted or _SITE.match(stated[len(block.text) :]):
                return block.text, frozenset({place})
    shortened = _SITE.sub("", stated)
    return (shortened if len(shortened) >= SHORTEST else stated).strip(), frozenset()


def _of_paper(blocks: Sequence[Block]) -> Found | None:
    """The line above author and affiliation, which stand above 摘要."""
    place = next(
        (
            place
            for place, block in enumerate(blocks[: 2 * HEAD])
            if _ABSTRACT.match(block.text)
        ),
        None,
    )
    if place is None:
        return None
    for above in range(place - 1, max(place - 8, -1), -1):
        text = blocks[above].text
        if _is_body(blocks[above]):
            return None
        if is_affiliation(text) or han_share(text) < 0.5:
            continue
        if above and not _is_aside(text):
            found = _with_line_below(blocks, above - 1)
            if len(found[1]) > 1 and _is_title(blocks[above - 1].text):
                return found
        if _is_title(text):
            return text, frozenset({above})
    return None


def _of_notice(blocks: Sequence[Block]) -> Found | None:
    """关于…的通知, which may have been set in up to four lines."""
    head = blocks[:HEAD]
    for place, block in enumerate(head):
        if is_document_number(block.text) or block.text.endswith("文件"):
            continue
        for lines in range(1, 5):
            parts = head[place : place + lines]
            if _is_body(block) or len(parts) < lines or any(map(_is_body, parts[:-1])):
                break
            text = "".join(part.text for part in parts)
            if _NOTICE.fullmatch(text) and not _is_labelled(text):
                return _with_issuer(head, place, lines)
    return None


def _with_issuer(blocks: Sequence[Block], place: int, lines: int) -> Found:
    """The notice's title with the issuer's name when that stands on a line above."""
    start = place
    if place and _is_issuer(blocks[place - 1].text) and blocks[place].text.startswith("关于"):
        start = place - 1
    places = range(start, place + lines)
    return "".join(blocks[number].text for number in places), frozenset(places)


def _is_issuer(text: str) -> bool:
    return is_organisation(text) and not text.endswith("文件") and width(text) <= 24


def _of_cover(blocks: Sequence[Block]) -> Found | None:
    """学校 / 质量报告 / （2023年度): the lines of a cover as one title."""
    head = blocks[:HEAD]
    for place, block in enumerate(head):
        if _is_body(block):
            return None
        text = block.text
        kind = _KIND_OF_DOCUMENT.fullmatch(text)
        if not kind or not _is_title(text):
            continue
        places = [place]
        if place and is_organisation(head[place - 1].text) and head[place - 1].text[:4] not in text:
            places.insert(0, place - 1)
        if place + 1 < len(head) and _YEAR_LINE.fullmatch(head[place + 1].text):
            places.append(place + 1)
        if len(places) > 1:
            return "".join(head[number].text for number in places), frozenset(places)
    return None


def _leading(blocks: Sequence[Block]) -> Found | None:
    """The first line that can be a title, before any text."""
    for place, block in enumerate(blocks[:HEAD]):
        if _is_body(block) or block.rows:
            return None
        text = block.text
        if not _is_title(text):
            continue
        return _with_line_below(blocks, place)
    return None


def _with_line_below(blocks: Sequence[Block], place: int) -> Found:
    """A title with its second line, when it filled or broke off its first."""
    text = blocks[place].text
    if place + 1 == len(blocks):
        return text, frozenset({place})
    below = blocks[place + 1]
    filled = width(text) >= FILLED * _usual_measure(blocks) > 0
    room = 0.4 if below.gap else 1.0
    fits = width(below.text) <= room * width(text) and not _is_aside(below.text)
    if _runs_on(text, below.text) or (filled and fits and not _is_body(below)):
        return text + below.text, frozenset({place, place + 1})
    return text, frozenset({place})


def _usual_measure(blocks: Sequence[Block]) -> float:
    """The measure of the body; 0 where the lines tell none."""
    long = [
        block.measure
        for block in blocks
        if block.measure and width(block.text) > 2 * block.measure
    ]
    return median_low(long) if long else 0.0


def _trailing(blocks: Sequence[Block]) -> Found | None:
    """The headline that was drawn last: a title, perhaps with its subtitle below."""
    tail = range(len(blocks) - 1, max(len(blocks) - 1 - TAIL, 0), -1)
    for place in tail:
        text = blocks[place].text
        if _is_body(blocks[place]) or blocks[place].rows:
            break
        if _DASHES.match(text) or not _is_title(text):
            continue
        return text, frozenset({place})
    return None


# --- what can be one ---------------------------------------------------------------


def _is_body(block: Block) -> bool:
    """Whether it is running text."""
    text = block.text
    if block.kind is BlockKind.TABLE or text.startswith("各") and text.endswith("："):
        return True
    long = 18.0
    return (ends_sentence(text) and width(text) > long) or width(text) > LONGEST


def _is_title(text: str) -> bool:
    """Whether it can be a title by its form."""
    sign = text.rstrip()[-1:] in "。；;，,、：:" or re.match(r"[A-Fa-f][.．、]", text)
    if not SHORTEST <= width(text) <= LONGEST or sign or han_share(text) < 0.4:
        return False
    if _is_aside(text):
        return False
    return not (_NO_TITLE.fullmatch(text) or _DASHES.match(text) or text.startswith("【课题"))


def _is_aside(text: str) -> bool:
    """Whether it is a name, a date, a number and the like, or bears a label."""
    tests = (
        is_names,
        is_date,
        is_credit,
        is_note,
        is_document_number,
        is_organisation,
        is_signature,
    )
    if any(test(text) for test in tests) or _is_labelled(text) or is_named(text):
        return True
    return _DASHES.match(text) is not None


def _is_labelled(text: str) -> bool:
    labels = (mark_of, case_label, caption_label, article_label)
    return any(label(text) for label in labels)


def _runs_on(text: str, following: str) -> bool:
    """Whether a title breaks off at the end of its line."""
    if not following or width(text) + width(following) > LONGEST or ends_sentence(following):
        return False
    opened = any(text.count(one) > text.count(two) for one, two in ("《》", "“”", "（）"))
    cut = text.endswith(("的", "与", "和", "及", "暨", "、", "，", "：", "—", "在", "对", "为"))
    tail = following.startswith(("的", "与", "和", "及", "暨", "》", "”"))
    return opened or cut or tail


# --- a report that does not name itself --------------------------------------------

_SCHOOL = r"(?:职业技术大学|职业技术学院|职业大学|职业学院|高等专科学校|技师学院|中等专业学校|职业中等专业学校|大学|学院)"
_QUALITY = re.compile(r"(?:高等|中等)?职业教育质量(?:年度)?报告|教育质量(?:年度)?报告|质量年报")
_CHAPTERS = ("人才培养", "服务贡献", "文化传承", "国际合作", "产教融合", "发展保障", "面临挑战", "学生发展", "政策落实")
_TABLES = ("计分卡", "教学资源表", "国际影响表", "服务贡献表", "落实政策表", "满意度调查表")


def _annual_report(text: str) -> str:
    """学校 + 质量报告 + year, of a text with an annual quality report's set chapters.

    The chapters and data tables are those the ministry prescribes for the annual
    quality reports of vocational education; nothing else has them.
    """
    chapters = sum(
        bool(re.search(rf"^[一二三四五六七八九]、\s*{word}", text, re.MULTILINE))
        for word in _CHAPTERS
    )
    tables = sum(word in text for word in _TABLES)
    few = 3
    owner = _owner(text)
    if not owner or (chapters < few and tables < few):
        return ""
    named = _QUALITY.search(text)
    level = "高等职业教育" if re.search(r"大学|学院|高等专科", owner) else "职业教育"
    kind = named[0] if named else f"{level}质量报告"
    years = re.findall(r"(20\d\d)\s*年", text)
    year = max(set(years), key=years.count) if years else ""
    return f"{owner}{kind}（{year}年度）" if year else f"{owner}{kind}"


def _owner(text: str) -> str:
    """The school that the text names most, with as much of its name as recurs."""
    tally: dict[str, int] = {}
    for found in re.finditer(_SCHOOL, text):
        before = re.search(r"[\u4e00-\u9fff]{2,8}$", text[max(found.start() - 8, 0) : found.start()])
        for size in range(2, len(before[0]) + 1 if before else 0):
            named = before[0][-size:] + found[0] if before else ""
            tally[named] = tally.get(named, 0) + 1
    if not tally:
        return ""
    most = max(tally.values())
    often = [name for name, times in tally.items() if times >= 0.6 * most]
    return max(often, key=len)
