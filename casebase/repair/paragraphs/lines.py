"""A line as the typesetter sees it: its width, its indent, its beginning and end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebase.document import Line
from casebase.place import Box
from casebase.text.naming import (
    is_address,
    is_adoption,
    is_credit,
    is_date,
    is_document_number,
    is_names,
)
from casebase.text.numbering import (
    Style,
    article_label,
    caption_label,
    case_label,
    is_bare,
    is_named,
    mark_of,
)
from casebase.text.typesetting import (
    close_spread,
    ends_sentence,
    han_share,
    unbreakable,
    width,
)

LONGEST_CREDIT = 40.0
PAGE_SIGN = 0.5  # the one space with which a dump begins a page is no indent
INDENT_FROM = 1.0
HEADED = 10  # lines of a text that has a headline
CENTRED = 0.8  # of the line above: a shorter one may be the centred rest of a title
NAME = 3.0
CELLS = 3  # gaps between the cells of a row
OFTEN = 0.2  # share of the lines
LOOSENESS = 0.5  # of a width that was measured on the page

_COUNTING = re.compile(r"\S(?:案例|专栏|附件|[图表第])$")  # 其中案例 / 2 中的做法
_STOPS = re.compile("[。；]")
_SUBTITLE = re.compile("[—―─]{2}")

_PAIRS = (("“", "”"), ("《", "》"))


@dataclass(frozen=True, slots=True)
class Strip:
    """A line as the typesetter sees it.

    Attributes:
        text: Its words.
        page: The page it stands on.
        width: In full-width characters, the indent included.
        indented: Whether it is, more than the lines around it.
        gap: Whether an empty line stands before it.
        turn: Whether a page or column may begin with it.
        head: The width of what has to stand together at its beginning.
        looseness: How far its width may be off: Latin type is not on the grid.
        stop: Whether it ends with a full stop.
        dangling: Whether it ends with a comma or inside quotes.
        label: Whether a heading's, case's or article's number begins it.
        title: Whether it is 案例 3：…, 图 2 … or ——副题: what follows is no body of it.
        heading: Whether it may be a heading: a number begins it, and no sentence ends.
        apart: Whether nothing joins it: a number, names, a date, a row of cells, 摘要.
        box: Where it stands on its page.
        recognised: Whether it was read off a picture.
        measure: The measure it was set in, where its place on the page tells it; its
            width is then as measured there, spaces stretched and signs squeezed.
        size: Of its type, in points; 0 where that is not known.
    """

    text: str
    page: int | None
    width: float
    indented: bool
    gap: bool
    turn: bool
    head: float
    looseness: float
    stop: bool
    dangling: bool
    label: bool
    title: bool
    heading: bool
    apart: bool
    box: Box | None = None
    recognised: bool = False
    measure: float | None = None
    size: float = 0.0


def tidy(text: str) -> str:
    """The text without markers of word processors and without stretched spaces."""
    text = re.sub(r"\[bookmark:[^\]]*\]|[\u200b\ufeff\xad]", "", text)
    text = re.sub(r"[ \t\xa0\u3000]+", lambda gap: gap[0][0], text.strip())
    text = re.sub(r"—{3,}\s*", "——", text)  # drawn as overlapping pieces
    return close_spread(text).replace("\xa0", " ").replace("\t", " ").strip()


def strips_of(run: Sequence[tuple[int | None, Line]]) -> list[Strip]:
    """The lines, each with its page, as strips; lines without words left out."""
    indents = [_indent(line.text) for _, line in run]
    usual = _usual_indent(indents)
    strips: list[Strip] = []
    nothing_above = True  # but dates, names and the like
    for (page, line), indent in zip(run, indents, strict=True):
        text = tidy(line.text)
        if not text:
            continue
        new_page = not strips or page != strips[-1].page
        turn = line.gap or line.turn or line.text.startswith(" ") or new_page
        strip = _strip(text, page, indent - usual, gap=line.gap, turn=turn)
        strips.append(_placed(strip, line))
        if len(strips) > 1:
            strips[-1] = _after(strips[-2], strips[-1])
        if nothing_above and len(run) > HEADED and _may_be_headline(strips[-1]):
            strips[-1] = replace(strips[-1], label=True, heading=True)
        nothing_above = nothing_above and strips[-1].apart
    return strips


def _placed(strip: Strip, line: Line) -> Strip:
    """The strip with what the line's place on its page tells."""
    strip = replace(strip, box=line.box, recognised=line.recognised, size=line.size)
    if not line.measure:
        return strip
    loose = min(strip.looseness, LOOSENESS)
    return replace(strip, width=line.reach, measure=line.measure, looseness=loose)


def _may_be_headline(strip: Strip) -> bool:
    """Whether a line with nothing above it may be the text's headline."""
    return not (_STOPS.search(strip.text) or strip.dangling or strip.apart)


def _after(before: Strip, strip: Strip) -> Strip:
    """The strip in the light of the line before it."""
    if is_bare(before.text):
        return replace(strip, label=True, title=True)
    if _COUNTING.search(before.text) and strip.text[0].isdigit():
        return replace(strip, label=False)
    own = width(strip.text)
    if before.title and not strip.stop and own < CENTRED * before.width:
        apart = strip.apart and not (own <= NAME and is_names(strip.text))  # 关系
        width_ = strip.width if strip.measure else own
        return replace(strip, width=width_, indented=False, apart=apart)
    return strip


def _usual_indent(indents: Sequence[float]) -> float:
    """The indent of lines that begin no paragraph: the least that is not rare."""
    tally = Counter(indents)
    often = [indent for indent in tally if tally[indent] >= OFTEN * len(indents)]
    return min(often, default=0.0)


def _indent(text: str) -> float:
    inset = len(text) - len(text.lstrip(" \t\xa0\u3000"))
    white = text[:inset].replace("\t", "    ")
    units = sum(1.0 if character == "\u3000" else 0.5 for character in white)
    return units if units > PAGE_SIGN else 0.0


def _strip(
    text: str, page: int | None, inset: float, *, gap: bool, turn: bool
) -> Strip:
    labelled = bool(case_label(text) or caption_label(text))
    opened = any(text.count(one) > text.count(two) for one, two in _PAIRS)
    return Strip(
        text=text,
        page=page,
        width=width(text) + max(inset, 0.0),
        indented=inset >= INDENT_FROM,
        gap=gap,
        turn=turn,
        head=unbreakable(text),
        looseness=0.25 + 0.05 * width(text) * (1 - han_share(text)),
        stop=ends_sentence(text),
        dangling=opened or text[-1] in "，、,“《（(—",
        label=bool(labelled or mark_of(text) or article_label(text)),
        title=labelled or _SUBTITLE.match(text) is not None,
        heading=_may_be_heading(text),
        apart=_is_apart(text),
    )


def _may_be_heading(text: str) -> bool:
    mark = mark_of(text)
    ranked = mark is not None and mark.style <= Style.DECIMAL_3
    return ranked and not _STOPS.search(text)


def _is_apart(text: str) -> bool:
    credit = is_credit(text) and width(text) < LONGEST_CREDIT
    tests = (
        str.isdigit,
        is_names,
        is_date,
        is_named,
        is_address,
        is_adoption,
        is_document_number,
    )
    return credit or _is_row(text) or any(test(text) for test in tests)


def _is_row(text: str) -> bool:
    """Whether it is a row of cells: words with gaps between, no sentence."""
    gaps = re.findall(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", text)
    return len(gaps) >= CELLS and not re.search(r"[，。；：、“”]", text)
